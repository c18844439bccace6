//! An earlier site → the locks that its build wrote, where they are lost: from `documents/SLUG.json` and `data/addresses.csv`.

use super::archive::path_of;
use super::lock::{Lock, LockedGone, LockedTurn, Now};
use super::name;
use super::pages::Pages;
use super::print::{Full, Print, Words};
use crate::source::{DocumentId, TextFile};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What tells a lock made anew from one that the last build wrote: the next build writes it.
const REMARK: &str = "# Made anew from an earlier site.";

#[derive(Deserialize)]
struct EarlierDocument {
    id: String,
    turns: Vec<EarlierTurn>,
    #[serde(default)]
    blocks: Vec<EarlierBlock>,
}

#[derive(Deserialize)]
struct EarlierTurn {
    anchor: String,
    speaker_label: Option<String>,
    speaker_id: Option<String>,
    conversation: Option<String>,
    paragraphs: Vec<String>,
}

#[derive(Deserialize)]
struct EarlierBlock {
    text: String,
}

/// One line of `data/addresses.csv`.
struct Line<'a> {
    kind: &'a str,
    path: &'a str,
    state: &'a str,
    now: &'a str,
}

/// The lines by page: an archive has as many lines as anchors, and each document asks for its own.
struct Grouped<'a> {
    /// Those of a page and its anchors.
    of: BTreeMap<&'a str, Vec<&'a Line<'a>>>,
    /// Those of documents that have moved, by the page they have now.
    moved_to: BTreeMap<&'a str, Vec<&'a Line<'a>>>,
}

/// The locks of an earlier site, from its files by path.
///
/// # Errors
/// The path of a file of the site that is not as memcon writes it.
pub fn rebuilt(files: &BTreeMap<String, String>) -> Result<Vec<TextFile>, String> {
    let addresses = files.get("data/addresses.csv");
    let lines: Vec<Line<'_>> = addresses
        .iter()
        .flat_map(|text| text.lines().skip(1))
        .filter_map(line)
        .collect();
    let grouped = Grouped::by_page(&lines);
    let mut out = Vec::new();
    for (path, text) in files {
        let Some(name) = path.strip_prefix("documents/") else {
            continue;
        };
        // `SLUG.csl.json` is for reference managers.
        let id = name.strip_suffix(".json").filter(|id| !id.contains('.'));
        let Some(id) = id else {
            continue;
        };
        let page = format!("documents/{id}.html");
        let is_copy = |line: &&Line<'_>| line.path == page && line.state == "moved";
        if grouped.of(&page).iter().any(is_copy) {
            // A document that has another name now, at the one it had.
            continue;
        }
        let document: EarlierDocument = serde_json::from_str(text).map_err(|_| path.clone())?;
        let are_anchors = document
            .turns
            .iter()
            .all(|turn| name::parts(&turn.anchor).is_some());
        if document.id != id || DocumentId::from_stem(id).as_str() != id || !are_anchors {
            return Err(path.clone());
        }
        out.push(TextFile {
            path: path_of(id),
            text: format!("{}{REMARK}\n", lock(&document, &grouped).written()),
        });
    }
    out.extend(left_out(&lines).map(|(id, lock)| TextFile {
        path: path_of(id),
        text: format!("{}{REMARK}\n", lock.written()),
    }));
    let mut pages = Pages::default();
    for line in &lines {
        if matches!(line.kind, "speaker" | "conversation" | "page") {
            let to = (line.state == "moved").then(|| line.now.to_owned());
            pages.add(line.path, to);
        }
    }
    out.extend(pages.written().map(|text| TextFile {
        path: Pages::path(),
        text: format!("{text}{REMARK}\n"),
    }));
    Ok(out)
}

impl<'a> Grouped<'a> {
    fn by_page(lines: &'a [Line<'a>]) -> Grouped<'a> {
        let mut of: BTreeMap<&str, Vec<&Line<'_>>> = BTreeMap::new();
        let mut moved_to: BTreeMap<&str, Vec<&Line<'_>>> = BTreeMap::new();
        for line in lines {
            let page = line
                .path
                .split_once('#')
                .map_or(line.path, |(page, _)| page);
            of.entry(page).or_default().push(line);
            if line.kind == "document" && line.state == "moved" {
                moved_to.entry(line.now).or_default().push(line);
            }
        }
        Grouped { of, moved_to }
    }

    fn of(&self, page: &str) -> &[&'a Line<'a>] {
        self.of.get(page).map_or(&[], Vec::as_slice)
    }

    fn moved_to(&self, page: &str) -> &[&'a Line<'a>] {
        self.moved_to.get(page).map_or(&[], Vec::as_slice)
    }
}

/// `kind,path,state,now,…`: no path inside a site holds a comma.
fn line(line: &str) -> Option<Line<'_>> {
    let mut cells = line.split(',');
    Some(Line {
        kind: cells.next()?,
        path: cells.next()?,
        state: cells.next()?,
        now: cells.next()?,
    })
}

/// The locks of documents that the earlier site had notices of: nothing but their addresses.
fn left_out<'a>(lines: &'a [Line<'a>]) -> impl Iterator<Item = (&'a str, Lock)> {
    let is_left_out = |line: &&Line<'_>| matches!(line.state, "withdrawn" | "unpublished");
    let mut locks: BTreeMap<&str, Lock> = BTreeMap::new();
    for line in lines.iter().filter(is_left_out) {
        let name = |path: &'a str| path.strip_prefix("documents/")?.strip_suffix(".html");
        let (page, anchor) = match line.path.split_once('#') {
            Some((page, anchor)) => (page, Some(anchor)),
            None => (line.path, None),
        };
        let Some(id) = name(page).filter(|id| DocumentId::from_stem(id).as_str() == *id) else {
            continue;
        };
        match (anchor, name(line.now)) {
            (None, None) if line.kind == "document" => {
                locks.entry(id).or_default();
            }
            (None, Some(last)) if line.kind == "document" => {
                locks.entry(last).or_default().was.insert(id.to_owned());
            }
            (Some(anchor), _) => {
                if let Some(lock) = locks.get_mut(id) {
                    add_blank(lock, anchor);
                }
            }
            (None, _) => {}
        }
    }
    locks.into_iter()
}

/// Adds an anchor of whose words nothing is known.
fn add_blank(lock: &mut Lock, anchor: &str) {
    if name::parts(anchor).is_none() {
        return;
    }
    let gone = |anchor: &str| LockedGone {
        anchor: anchor.to_owned(),
        now: Now::Nowhere,
        print: None,
    };
    let Some((turn, _)) = name::of_paragraph(anchor) else {
        lock.turns.push(LockedTurn {
            anchor: anchor.to_owned(),
            print: Print::default(),
            who: None,
            paragraphs: Vec::new(),
        });
        return;
    };
    match lock.turns.last_mut() {
        Some(last) if last.anchor == turn => {
            last.paragraphs.push((anchor.to_owned(), Print::default()));
        }
        _ => lock.gone.push(gone(anchor)),
    }
}

fn lock(document: &EarlierDocument, lines: &Grouped<'_>) -> Lock {
    let page = format!("documents/{}.html", document.id);
    let own = |path: &str| {
        let (at, anchor) = path.split_once('#')?;
        (at == page).then(|| anchor.to_owned())
    };
    let here: Vec<(&Line<'_>, String)> = lines
        .of(&page)
        .iter()
        .filter_map(|line| Some((*line, own(line.path)?)))
        .collect();
    let mut of_turn: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut turn = "";
    for (line, anchor) in &here {
        match (line.kind, line.state) {
            ("turn", "current") => turn = anchor,
            ("paragraph", "current") => of_turn.entry(turn).or_default().push(anchor),
            _ => {}
        }
    }
    let turns = document.turns.iter().map(|turn| {
        let n = turn.paragraphs.len();
        let anchors: Vec<String> = match of_turn.get(turn.anchor.as_str()) {
            Some(own) if own.len() == n => own.iter().map(|one| (*one).to_owned()).collect(),
            _ if n < 2 => Vec::new(),
            _ => (1..=n).map(|at| format!("{}p{at}", turn.anchor)).collect(),
        };
        let prints = turn.paragraphs.iter().map(|text| {
            let full = Full::of_paragraph(&turn.anchor, &Words::of(text));
            full.print.with_label(0)
        });
        LockedTurn {
            anchor: turn.anchor.clone(),
            print: {
                let words: Vec<Words> =
                    turn.paragraphs.iter().map(|text| Words::of(text)).collect();
                Full::of_turn(turn.speaker_label.as_deref(), words.iter()).print
            },
            who: turn.speaker_id.clone(),
            paragraphs: anchors.into_iter().zip(prints).collect(),
        }
    });
    let turns: Vec<LockedTurn> = turns.collect();
    let gone = here.iter().filter_map(|(line, anchor)| {
        let now = match (line.state, own(line.now)) {
            ("merged", Some(to)) => Now::In(to),
            ("removed", Some(to)) => Now::Near(to),
            ("removed", None) => Now::Nowhere,
            _ => return None,
        };
        name::parts(anchor)?;
        Some(LockedGone {
            anchor: anchor.clone(),
            now,
            print: None,
        })
    });
    let was = lines.moved_to(&page).iter().filter_map(|line| {
        let name = line.path.strip_prefix("documents/")?;
        name.strip_suffix(".html").map(str::to_owned)
    });
    let mut conversations: Vec<(String, String)> = Vec::new();
    let mut known = BTreeSet::new();
    for turn in &document.turns {
        if let Some(name) = turn
            .conversation
            .as_ref()
            .filter(|name| known.insert(*name))
        {
            conversations.push((name.clone(), turn.anchor.clone()));
        }
    }
    let texts = document.turns.iter().flat_map(|turn| &turn.paragraphs);
    let texts = texts.chain(document.blocks.iter().map(|block| &block.text));
    let texts: Vec<Words> = texts.map(|text| Words::of(text)).collect();
    Lock {
        text: Full::of_document(texts.iter()).print,
        was: was.collect(),
        conversations,
        gone: gone.collect(),
        turns,
    }
}
