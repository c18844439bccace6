//! memcon turns a folder of transcripts into a documentary archive on the web.
//!
//! # How text passes through it
//! The modules stand in the order in which a text passes through them; each uses only those above it.
//!
//! | module | takes → gives | touches the outside? |
//! |---|---|---|
//! | [`fold`] | a name or word → its letters, as they are compared | no |
//! | [`progress`] | how far a stage has come → whoever wants to know | no |
//! | [`source`] | the site folder → `Sources`, each with its reading text; owns `Span` | reads, in `source::load` only |
//! | [`diagnostic`] | what is wrong, where, and what to do | no |
//! | [`date`] | EDTF in, order and words out | no |
//! | [`language`] | tags in, names of languages out | no |
//! | [`spreadsheet`] | a CSV file that editors keep → its rows, each cell with its place | no |
//! | [`config`] | `site.toml` → `Config` | no |
//! | [`csl`] | `templates/styles/*.csl` → the citation styles | no |
//! | [`interface`] | `templates/i18n/*.ftl` → the words of the site itself, in the language of the site | no |
//! | [`authority`] | the authority file and glossary → `Authority` | no |
//! | [`record`] | a document's TOML and its rows in tables → `Record` | no |
//! | [`essay`] | a page of the archive’s own → its front matter, its Markdown, the turns it asks for | no |
//! | [`clean`] | a reading text → its `Line`s, each with its span | no |
//! | [`document`] | the types of one transcript; no parsing, no HTML | no |
//! | [`passage`] | words quoted by a record → their place in a document | no |
//! | [`segment`] | lines, record, authority → a `Document` made of turns | no |
//! | [`withhold`] | sources → sources without what their records withhold | no |
//! | [`resolve`] | labels and mentions → `Attribution`s: `candidates` per document, `people` over the archive | no |
//! | [`anchor`] | documents and the locks of the last build → stable anchors, and the locks to be | no |
//! | [`align`] | the records of one conversation → their turns in rows | no |
//! | [`site`] | all documents → `Site`: routes, indexes, links | no |
//! | [`memory`] | what was read of an archive → what need not be read again after a change | no |
//! | [`editorial`] | all documents → what an editor should look at, and in which order | no |
//! | [`query`] | a text → its words, a reader’s line → what it asks for, an archive → the turns found | no |
//! | [`citation`] | a turn or document → its citation | no |
//! | [`pages`], [`search`], [`export`] | `&Site` and one route → one output file, as a value | no |
//! | [`starter`] | a folder of transcripts, read → the files of a new archive | no |
//! | [`rewrite`] | what editors wrote → the same in tables or in TOML, or with two people made one | no |
//! | [`output`] | output files → a folder, or a response of `serve` | writes |
//! | [`cli`] | arguments → the above, in order | prints, serves, exits |
//!
//! `build` is load, compile, render all, write. `check` is load, compile, report. `serve` renders a page when it is asked for.
//! A test (`tests/architecture.rs`) reads the `use crate::` lines and holds the modules to this order.

#![forbid(unsafe_code)]

pub mod fold;

pub mod progress;

pub mod source;

pub mod diagnostic;

pub mod date;

pub mod language;

pub mod spreadsheet;

pub mod config;

pub mod csl;

pub mod interface;

pub mod authority;

pub mod record;

pub mod essay;

pub mod clean;

pub mod document;

pub mod passage;

pub mod segment;

pub mod withhold;

pub mod resolve;

pub mod anchor;

pub mod align;

pub mod site;

pub mod memory;

pub mod editorial;

pub mod query;

pub mod citation;

pub mod pages;

pub mod search;

pub mod export;

pub mod starter;

pub mod rewrite;

pub mod output;

pub mod cli;

use diagnostic::{Code, Diagnostic, Diagnostics, Place};
use interface::Interface;
use memory::Memory;
use progress::{Nobody, Stage, Watch};
use rayon::prelude::*;
use record::Sheets;
use site::{Counted, Draft, Drafts, Site};
use source::{DocumentSource, Sources, Unread, caught};
use std::sync::Arc;

/// Reads the archive's meaning. Touches no file, prints nothing; pages are rendered from it one route at a time.
pub fn compile(sources: &Sources, diagnostics: &mut Diagnostics) -> Site {
    compile_watched(sources, &Nobody, diagnostics)
}

/// The same, telling how far it has come.
pub fn compile_watched(
    sources: &Sources,
    watch: &dyn Watch,
    diagnostics: &mut Diagnostics,
) -> Site {
    let site = compile_with(sources, draft_with, None, watch, diagnostics);
    look_over(&site, sources, diagnostics);
    site
}

/// The same for an archive that was read before: what is as it was is taken from `memory`, and what is found is kept there. It is still
/// to be looked over.
pub fn compile_again(
    sources: &Sources,
    memory: &mut Memory,
    watch: &dyn Watch,
    diagnostics: &mut Diagnostics,
) -> Site {
    compile_with(sources, draft_with, Some(memory), watch, diagnostics)
}

/// Reports what an editor should look at in an archive, beside what was met while it was read, and names all places as their owners find
/// them. None of it is an error.
pub fn look_over(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    editorial::look_over(site, sources, diagnostics);
    editorial::as_rows(&sources.tables, diagnostics);
    let documents = site.documents.iter().map(|entry| entry.source.as_ref());
    diagnostics.find_places(documents, &sources.tables);
}

/// Reads one document; see [`draft_with`].
type Reader = fn(&DocumentSource, &Sheets, &resolve::Known<'_>, &mut Diagnostics) -> Draft;

fn compile_with(
    sources: &Sources,
    read: Reader,
    memory: Option<&mut Memory>,
    watch: &dyn Watch,
    diagnostics: &mut Diagnostics,
) -> Site {
    let config = config::parse(sources.config.as_ref(), diagnostics);
    let interface = Interface::new(&config, &sources.templates, diagnostics);
    let styles = csl::Styles::read(&config, &sources.templates, diagnostics);
    let authority = authority::parse(sources, diagnostics);
    let edition = config.edition.as_ref();
    let today = edition.and_then(|edition| edition.date.as_deref());
    let sheets = record::sheets(sources, diagnostics);
    let (sources, withheld) = withhold::redacted(sources, &sheets, &authority, today, diagnostics);
    let sources = sources.as_ref();
    let known = resolve::Known::of(&authority);
    watch.begin(Stage::Parse, sources.documents.len());
    let before = memory.as_deref().filter(|one| one.knows(&authority));
    let found: Vec<Result<(Draft, Diagnostics), Unread>> = sources
        .documents
        .par_iter()
        .map(|file| {
            if let Some(known) = before.and_then(|one| one.of(file, &sheets)) {
                return Ok(known);
            }
            let read = caught(|| {
                let mut diagnostics = Diagnostics::new();
                (read(file, &sheets, &known, &mut diagnostics), diagnostics)
            });
            watch.step();
            read.map_err(|fault| fault.unread(&file.source.path))
        })
        .collect();
    watch.begin(Stage::Connect, 0);
    let mut drafts = Drafts {
        read: Vec::with_capacity(found.len()),
        unread: sources.unread.clone(),
        anchors: None,
    };
    if let Some(memory) = memory {
        let all = sources.documents.iter().zip(&found);
        let read = all.filter_map(|(file, found)| {
            let (draft, found) = found.as_ref().ok()?;
            Some((file, draft.clone(), found.clone()))
        });
        memory.keep(read, sheets.clone(), authority.clone());
        drafts.anchors = Some(&mut memory.anchors);
    }
    for (file, found) in sources.documents.iter().zip(found) {
        match found {
            Ok((draft, found)) => {
                diagnostics.append(found);
                drafts.read.push((file, draft));
            }
            Err(unread) => drafts.unread.push(unread),
        }
    }
    for file in drafts.unread.iter().chain(&sources.passed_over) {
        diagnostics.push(Diagnostic::new(
            Code::UnreadFile,
            Place::file(&file.path),
            file.reason.as_str(),
            file.help.as_str(),
        ));
    }
    for path in &sources.followed {
        let message = "the file is a symbolic link, which was followed";
        let help = "put the file itself in its place";
        let place = Place::file(path);
        diagnostics.push(Diagnostic::new(Code::FollowedLink, place, message, help));
    }
    let mut site = Site::new(
        config,
        interface,
        &authority,
        drafts,
        sources,
        withheld,
        diagnostics,
    );
    site.styles = styles;
    site
}

/// Reads one document: a pure function of its source, its record and the authority file.
pub fn draft(
    file: &DocumentSource,
    authority: &authority::Authority,
    diagnostics: &mut Diagnostics,
) -> Draft {
    let known = resolve::Known::of(authority);
    draft_with(file, &Sheets::default(), &known, diagnostics)
}

fn draft_with(
    file: &DocumentSource,
    sheets: &Sheets,
    known: &resolve::Known<'_>,
    diagnostics: &mut Diagnostics,
) -> Draft {
    let record = record::of(file, sheets, diagnostics);
    let document = segment::document(file, &record, known.authority(), diagnostics);
    let candidates = resolve::candidates(&file.id, &document, &record, known);
    Draft {
        id: file.id.clone(),
        source: Arc::clone(&file.source),
        record: Arc::new(record),
        counted: Arc::new(Counted::of(&document, &file.source.text)),
        document: Arc::new(document),
        candidates: Arc::new(candidates),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_costs_its_file_and_no_other() {
        let document = |name: &str| {
            source::document_bytes(name, b"Ann: Yes.\nBen: No.\n".to_vec()).expect("it is read")
        };
        let sources = Sources {
            documents: ["a.txt", "b.txt", "c.txt"].map(document).into(),
            ..Sources::default()
        };
        let reader: Reader = |file, sheets, known, diagnostics| {
            assert_ne!(file.id.as_str(), "b");
            draft_with(file, sheets, known, diagnostics)
        };
        let mut diagnostics = Diagnostics::new();
        let site = compile_with(&sources, reader, None, &Nobody, &mut diagnostics);
        let names: Vec<&str> = site
            .documents
            .iter()
            .map(|found| found.id.as_str())
            .collect();
        assert_eq!(names, ["a", "c"]);
        let unread: Vec<&str> = site.unread.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(unread, ["b.txt"]);
        let is_told = |found: &&Diagnostic| found.code == Code::UnreadFile;
        let told = diagnostics.sorted().into_iter().filter(is_told).count();
        assert_eq!(told, 1);
        assert!(site.unread[0].reason.contains("src/lib.rs"));
    }
}
