//! A folder of transcripts, read → the files of a new archive, as values: the transcripts as received under names that are safe in
//! addresses, what can be said of each, who speaks, settings with every key explained, and what publishing needs.
//!
//! Nothing is decided for the editors: what is proposed stands in files of theirs, to be corrected. Nothing here touches the disk.

mod names;
mod proposals;
mod sample;
mod settings;

use crate::export::Csv;
use crate::site::Site;
use crate::source::{DocumentSource, Received, SourceFile, Sources};
use std::collections::BTreeMap;
use std::sync::Arc;

pub use names::Renamed;
pub use sample::sample;

/// Where the list of what was received stands in a new archive.
pub const RECEIVED: &str = "received.csv";

/// The columns of `corrections.csv`, to be filled in.
const CORRECTIONS: [&str; 10] = [
    "document",
    "turn",
    "words",
    "occurrence",
    "what",
    "printed",
    "read_as",
    "why",
    "by_whom",
    "when",
];

/// The transcripts of a folder under their names in the archive.
#[derive(Debug)]
pub struct Intake {
    /// The archive to be: the transcripts, and the files that are none.
    pub sources: Sources,
    /// For each transcript, in the same order, its path in the folder it came from.
    pub received_as: Vec<String>,
    /// Transcripts whose name is another than the one they had, for a reason that should be told.
    pub renamed: Vec<Renamed>,
}

/// Gives every transcript of a folder its name in the archive.
pub fn intake(received: Received) -> Intake {
    let mut names = names::Names::default();
    let mut renamed = Vec::new();
    let mut documents: Vec<(DocumentSource, String)> = Vec::new();
    for document in received.documents {
        let from = document.source.path.clone();
        let name = names.of(&from, document.source.format);
        renamed.extend(name.renamed);
        let document = DocumentSource {
            id: name.id,
            source: Arc::new(SourceFile {
                path: name.path,
                ..Arc::unwrap_or_clone(document.source)
            }),
            record: None,
        };
        documents.push((document, from));
    }
    // As `source::load` gives them.
    documents.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let (documents, received_as) = documents.into_iter().unzip();
    Intake {
        sources: Sources {
            documents,
            unread: received.unread,
            ..Sources::default()
        },
        received_as,
        renamed,
    }
}

/// What the archive is to be called, and since when there is this edition of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beginning {
    /// Its title.
    pub title: String,
    /// The day of the first edition, `YYYY-MM-DD`.
    pub date: String,
}

/// The files of an archive of these transcripts, by path, without the authority file that `people` drafts.
pub fn files(intake: &Intake, site: &Site, beginning: &Beginning) -> BTreeMap<String, Vec<u8>> {
    let mut files = common(beginning);
    for document in &intake.sources.documents {
        files.insert(
            document.source.path.clone(),
            document.source.bytes().to_vec(),
        );
    }
    let mut put = |path: &str, text: String| {
        files.insert(path.to_owned(), text.into_bytes());
    };
    let received_as = intake.sources.documents.iter().map(|document| &document.id);
    let received_as = received_as.zip(intake.received_as.iter().map(String::as_str));
    let proposals = proposals::table(site, &received_as.collect());
    put("content/documents.csv", proposals);
    let corrections = Csv::new(&CORRECTIONS);
    put("content/corrections.csv", corrections.with_mark());
    put(RECEIVED, list(intake));
    files
}

/// What every new archive has.
fn common(beginning: &Beginning) -> BTreeMap<String, Vec<u8>> {
    let about = include_str!("starter/about.md").replace("{title}", &beginning.title);
    [
        ("site.toml", settings::site_toml(beginning)),
        ("content/pages/about.md", about),
        (
            ".github/workflows/pages.yml",
            include_str!("starter/pages.yml").replace("{version}", env!("CARGO_PKG_VERSION")),
        ),
        (
            ".gitignore",
            "/public\n/public.zip\n/archive-to-keep*.zip\n/.memcon\n".to_owned(),
        ),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect()
}

/// Every file of the folder, what became of it, and why.
fn list(intake: &Intake) -> String {
    let mut csv = Csv::new(&["received_as", "kept_as", "not_read_because", "what_to_do"]);
    let kept = intake.received_as.iter().zip(&intake.sources.documents);
    let mut rows: Vec<[&str; 4]> = kept
        .map(|(from, document)| [from.as_str(), document.source.path.as_str(), "", ""])
        .collect();
    rows.extend(intake.sources.unread.iter().map(|file| {
        [
            file.path.as_str(),
            "",
            file.reason.as_str(),
            file.help.as_str(),
        ]
    }));
    rows.sort_unstable();
    for row in rows {
        csv.row(&row);
    }
    csv.with_mark()
}
