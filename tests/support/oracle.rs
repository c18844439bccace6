//! What holds of anything that is read, whatever it is: the laws that random inputs are held to, by the ordinary tests and by the fuzz
//! targets (`fuzz/targets`), which use this file too.

use memcon::anchor::Change;
use memcon::authority::Authority;
use memcon::diagnostic::{Diagnostic, Diagnostics};
use memcon::document::{Block, Document, Label};
use memcon::export;
use memcon::query;
use memcon::search;
use memcon::site::{DocumentEntry, ExportFile, Site};
use memcon::source::{self, DocumentId, DocumentSource, Sources, Span, TextFile};
use std::collections::{BTreeMap, BTreeSet};

/// The names a file may arrive under; the first byte of an input chooses by the place in this list.
pub const EXTENSIONS: [&str; 18] = [
    "txt", "md", "html", "docx", "pdf", "vtt", "srt", "csv", "tsv", "xml", "json", "htm", "doc",
    "log", "jsonl", "sbv", "lrc", "ttml",
];

/// An archive of these documents and nothing else.
pub fn only(documents: Vec<DocumentSource>) -> Sources {
    Sources {
        documents,
        remembers: true,
        ..Sources::default()
    }
}

/// Any bytes under any name: a document that has lost nothing, or a reason why there is none.
pub fn reads(extension: &str, bytes: &[u8]) -> Option<Site> {
    let file = match source::document_bytes(&format!("talk.{extension}"), bytes.to_vec()) {
        Ok(file) => file,
        Err(unread) => {
            assert!(!unread.reason.is_empty() && !unread.help.is_empty());
            // A panic of a library becomes a message. One of ours never may.
            assert!(
                !unread.reason.contains("fault of memcon (src/"),
                "{}",
                unread.reason
            );
            return None;
        }
    };
    let sources = only(vec![file]);
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&sources, &mut diagnostics);
    let entry = first(&site);
    lost_nothing(&entry.document, &sources.documents[0].source.text);
    let record = memcon::record::parse(None, &mut diagnostics);
    let explanation =
        memcon::segment::explain(&sources.documents[0], &record, &Authority::default());
    let told: Vec<Diagnostic> = diagnostics.sorted().into_iter().cloned().collect();
    let json = export::parse_json(&site, entry, &told, Some(&explanation));
    let json: serde_json::Value = serde_json::from_str(&json).expect("the answer is JSON");
    assert_eq!(
        json["turns"].as_array().map(Vec::len),
        Some(entry.turns.len())
    );
    Some(site)
}

fn first(site: &Site) -> &DocumentEntry {
    let entry = site.documents.first();
    entry.unwrap_or_else(|| panic!("{}", site.unread[0].reason))
}

/// Every character in one place, every span in order and on character boundaries.
pub fn lost_nothing(document: &Document, text: &str) {
    let account = document.account(text);
    assert!(
        account.lost.is_empty(),
        "lost {:?} of {text:?}",
        account.lost
    );
    assert!(
        account.doubled.is_empty(),
        "twice {:?} of {text:?}",
        account.doubled
    );
    let mut at = 0;
    for block in &document.blocks {
        let span = block.span();
        assert!(at <= span.start, "{span:?} goes back in {text:?}");
        at = span.start;
        let label = match block {
            Block::Turn(turn) => turn.label.as_ref().map(|label| &label.text),
            _ => None,
        };
        for paragraph in block.paragraphs() {
            for mark in &paragraph.marks {
                let is_whole = paragraph.text.text().get(mark.range.clone()).is_some();
                assert!(is_whole, "{mark:?}");
            }
        }
        let texts = block.paragraphs().iter().map(|paragraph| &paragraph.text);
        for spanned in label.into_iter().chain(texts) {
            assert!(spanned.is_in_order(), "{spanned:?}");
            for piece in spanned.pieces() {
                holds(text, piece.span());
                assert!(spanned.text().is_char_boundary(piece.at()));
            }
        }
    }
    for dropped in &document.dropped {
        holds(text, dropped.span);
    }
}

fn holds(text: &str, span: Span) {
    assert!(
        text.get(span.range()).is_some(),
        "{span:?} cuts a character"
    );
}

/// A turn as a reader of the data has it.
#[derive(PartialEq, Debug)]
pub struct Turn {
    pub anchor: String,
    pub label: Option<String>,
    pub printed_label: Option<String>,
    pub kind: String,
    pub speaker: Option<String>,
    pub paragraphs: Vec<String>,
}

/// The turns of a document.
pub fn turns(site: &Site, id: &DocumentId) -> Vec<Turn> {
    let (_, entry) = site.document(id).expect("it is there");
    let label = |label: &Label| label.name().to_owned();
    (0..entry.turns.len())
        .map(|index| {
            let turn = entry.turn(index);
            let person = entry.turns[index].attribution.person();
            let texts = turn.paragraphs.iter();
            Turn {
                anchor: entry.anchors.turn(index).to_owned(),
                label: turn.label.as_ref().map(label),
                printed_label: turn.label.as_ref().map(|l| l.text.text().to_owned()),
                kind: format!("{:?}", turn.kind),
                speaker: person.map(|id| site.people[id].name.clone()),
                paragraphs: texts.map(|text| text.text.text().to_owned()).collect(),
            }
        })
        .collect()
}

/// The turns of a document read from one of its exports, by itself: no record, no authority file.
pub fn read_back(site: &Site, id: &DocumentId, file: &ExportFile, ending: &str) -> Vec<Turn> {
    let bytes = export::render(site, file);
    let source = source::document_bytes(&format!("{id}.{ending}"), bytes).expect("it is read");
    let again = memcon::compile(&only(vec![source]), &mut Diagnostics::new());
    let entry = again.documents.first().expect("there is a document");
    turns(&again, &entry.id)
}

/// Two readings are the same.
pub fn same(name: &str, there: &[Turn], back: &[Turn]) {
    for (one, other) in there.iter().zip(back) {
        assert_eq!(one, other, "{name}");
    }
    assert_eq!(there.len(), back.len(), "{name}");
}

/// What is exported of the first document as TEI and Akoma Ntoso is read back as the same turns.
pub fn comes_back(site: &Site) {
    let id = &first(site).id;
    let there = turns(site, id);
    for file in [
        ExportFile::DocumentTei(id.clone()),
        ExportFile::DocumentAkn(id.clone()),
    ] {
        same(
            &format!("{file:?}"),
            &there,
            &read_back(site, id, &file, "xml"),
        );
    }
    let json = export::render(site, &ExportFile::DocumentJson(id.clone()));
    let json: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
    let listed = json["turns"].as_array().expect("it lists its turns");
    assert_eq!(listed.len(), there.len());
    for (turn, told) in there.iter().zip(listed) {
        assert_eq!(told["anchor"].as_str(), Some(turn.anchor.as_str()));
        assert_eq!(
            told["text"].as_str(),
            Some(turn.paragraphs.join("\n\n").as_str())
        );
    }
}

fn text_file(path: &str, text: &str) -> TextFile {
    TextFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

/// A short talk, for what is read beside one.
fn talk() -> DocumentSource {
    let text = "A talk\n1 January 1990\n\nMs. GREEN: Good morning. (Laughter.)\n\nMr. BROWN: Good morning, and well met.\n\n\
        Ms. GREEN: Let us begin with the harbor.\n\nAnd go on with it.\n\nMr. BROWN: WTO.\n";
    source::document_bytes("content/documents/talk.txt", text.into()).expect("it is read")
}

/// Whatever a record, the people and the terms say: nothing of the document is lost, and what is wrong is told with a place that is there.
pub fn takes_what_editors_write(record: &str, people: &str, glossary: &str) {
    let mut document = talk();
    document.record = Some(text_file("content/documents/talk.toml", record));
    let sources = Sources {
        people: Some(text_file("content/people.toml", people)),
        glossary: Some(text_file("content/glossary.toml", glossary)),
        ..only(vec![document])
    };
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&sources, &mut diagnostics);
    for found in diagnostics.sorted() {
        assert!(
            !found.message.is_empty() && !found.help.is_empty(),
            "{found:?}"
        );
        let texts = sources.texts();
        let Some(text) = texts.get(found.place.file.as_str()) else {
            continue;
        };
        let n_lines = text.matches('\n').count() + 1;
        assert!(found.place.line <= n_lines, "{found:?}");
    }
    // What is withheld or not published is not there to be counted.
    if let Some(entry) = site.documents.first() {
        lost_nothing(&entry.document, &entry.source.text);
    }
}

/// Whatever is asked: an answer whose turns are there, or what is wrong with the question and where.
pub fn answers(archive: &query::Archive, line: &str) {
    let wrong = |mistake: query::Mistake| {
        assert!(
            line.get(mistake.place.clone()).is_some(),
            "{mistake:?} of {line:?}"
        );
    };
    let tree = match query::parse(line) {
        Ok(tree) => tree,
        Err(mistake) => return wrong(mistake),
    };
    let hits = match archive.find(&tree) {
        Ok(hits) => hits,
        Err(mistake) => return wrong(mistake),
    };
    let n_turns = archive.catalog().turns.document.len();
    let turns: BTreeSet<usize> = hits.iter().map(|hit| hit.turn).collect();
    assert_eq!(turns.len(), hits.len(), "a turn is found twice by {line:?}");
    assert!(turns.iter().all(|turn| *turn < n_turns), "{line:?}");
}

/// The archive that random questions are asked of.
pub fn asked() -> query::Archive {
    let site = memcon::compile(&only(vec![talk()]), &mut Diagnostics::new());
    search::archive(&site)
}

/// The locks of an archive after a build.
fn locks(before: &[TextFile], changes: &[Change]) -> Vec<TextFile> {
    let mut all: BTreeMap<String, String> = before
        .iter()
        .map(|file| (file.path.clone(), file.text.clone()))
        .collect();
    for change in changes {
        match &change.now {
            Some(text) => all.insert(change.path.clone(), text.clone()),
            None => all.remove(&change.path),
        };
    }
    let files = all.iter();
    files.map(|(path, text)| text_file(path, text)).collect()
}

/// One text is published and then another in its place: no address of the first is forgotten, none means two things, and a build of the
/// same text again changes nothing.
pub fn keeps_addresses(before: &str, after: &str) {
    let read = |text: &str, locks: Vec<TextFile>| {
        let file = source::document_bytes("content/documents/talk.txt", text.into()).ok()?;
        let sources = Sources {
            locks,
            ..only(vec![file])
        };
        Some(memcon::compile(&sources, &mut Diagnostics::new()))
    };
    let anchors = |site: &Site| -> Vec<String> {
        let entry = first(site);
        let mut all: Vec<String> = Vec::new();
        for index in 0..entry.turns.len() {
            all.push(entry.anchors.turn(index).to_owned());
            let n_paragraphs = entry.turn(index).paragraphs.len();
            all.extend(
                entry
                    .anchors
                    .paragraphs(index, n_paragraphs)
                    .into_iter()
                    .flatten(),
            );
        }
        all
    };
    let Some(one) = read(before, Vec::new()) else {
        return;
    };
    let published = anchors(&one);
    let kept = locks(&[], &one.locks.changes);
    let Some(other) = read(after, kept.clone()) else {
        return;
    };
    let now = anchors(&other);
    let each: BTreeSet<&String> = now.iter().collect();
    assert_eq!(each.len(), now.len(), "an address twice: {now:?}");
    let entry = first(&other);
    for anchor in &published {
        let is_there = each.contains(anchor);
        let is_gone = entry
            .anchors
            .gone()
            .iter()
            .any(|gone| gone.anchor == *anchor);
        assert!(is_there || is_gone, "{anchor} is forgotten: {now:?}");
    }
    let kept = locks(&kept, &other.locks.changes);
    let again = read(after, kept).expect("it was read before");
    assert_eq!(anchors(&again), now);
    assert_eq!(again.locks.changes, [], "the same again is no change");
}
