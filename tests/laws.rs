//! DESIGN's promises, held over the founding archive and every fixture.

mod support;

use memcon::document::SpannedText;
use memcon::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use support::archive::{archive, built};
use support::{Specimen, html, specimens};

#[test]
fn no_text_is_lost() {
    for specimen in specimens() {
        for entry in &specimen.site.documents {
            let account = &entry.account;
            assert!(
                account.is_complete(),
                "{}: {} loses {:?}",
                specimen.name,
                entry.id,
                account
                    .lost
                    .iter()
                    .map(|span| &entry.source.text[span.range()])
                    .collect::<Vec<_>>()
            );
            let there = entry.source.text.chars().filter(|c| !c.is_whitespace());
            let dropped: usize = account.dropped.values().sum();
            assert_eq!(account.total, there.count(), "{}", entry.id);
            let counted = account.in_turns + account.in_blocks + dropped;
            assert_eq!(account.total, counted, "{}", entry.id);
        }
    }
}

#[test]
fn spans_are_in_order_and_lead_back_to_their_text() {
    for specimen in specimens() {
        for entry in &specimen.site.documents {
            let source = &entry.source.text;
            let mut at = 0;
            for block in &entry.document.blocks {
                let span = block.span();
                assert!(
                    at <= span.start,
                    "{}: {} goes back at byte {at}",
                    specimen.name,
                    entry.id
                );
                at = span.start;
                for paragraph in block.paragraphs() {
                    leads_back(&paragraph.text, source, entry.id.as_str());
                    for mark in &paragraph.marks {
                        let text = paragraph.text.text();
                        let words = text.get(mark.range.clone());
                        assert!(words.is_some(), "{}: {:?} in {text}", entry.id, mark);
                    }
                }
            }
            for turn in entry.document.turns() {
                if let Some(label) = &turn.label {
                    leads_back(&label.text, source, entry.id.as_str());
                }
            }
            for dropped in &entry.document.dropped {
                assert!(source.get(dropped.span.range()).is_some());
            }
        }
    }
}

/// Every piece is a stretch of the source; where it is as long as the text it stands for, it is that text.
fn leads_back(text: &SpannedText, source: &str, name: &str) {
    let mut before = Span::new(0, 0);
    for (index, piece) in text.pieces().iter().enumerate() {
        assert!(
            before.end <= piece.span().start,
            "{name}: {piece:?} after {before:?}"
        );
        before = piece.span();
        let there = source
            .get(piece.span().range())
            .unwrap_or_else(|| panic!("{name}: {piece:?} cuts a character"));
        let next = text.pieces().get(index + 1);
        let end = next.map_or(text.text().len(), memcon::document::Piece::at);
        let here = &text.text()[piece.at()..end];
        if here.len() == there.len() {
            // A blank may stand for a line's end.
            let same = |(a, b): (char, char)| a == b || a.is_whitespace() && b.is_whitespace();
            assert!(
                here.chars().zip(there.chars()).all(same),
                "{name}: “{here}” is not “{there}”"
            );
        } else {
            assert!(
                !here.is_empty(),
                "{name}: a piece without text at {piece:?}"
            );
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_wherever_it_lies() {
    for specimen in specimens() {
        let elsewhere = tempfile::tempdir().unwrap();
        let path = copy(&specimen.path, elsewhere.path());
        let again = support::specimen(&path, support::load(&path));
        assert_eq!(
            specimen.files.keys().collect::<Vec<_>>(),
            again.files.keys().collect::<Vec<_>>(),
            "{}",
            specimen.name
        );
        for (name, bytes) in &specimen.files {
            assert!(*bytes == again.files[name], "{}: {name}", specimen.name);
        }
    }
}

/// Copies what an archive consists of, or a single text.
fn copy(from: &Path, folder: &Path) -> std::path::PathBuf {
    if from.is_file() {
        let to = folder.join(from.file_name().unwrap());
        fs::copy(from, &to).unwrap();
        return to;
    }
    let root = folder.join("an archive of another name");
    for part in ["site.toml", "content", "templates", "static"] {
        for entry in walkdir::WalkDir::new(from.join(part))
            .into_iter()
            .filter_map(Result::ok)
        {
            let to = root.join(entry.path().strip_prefix(from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    root
}

#[test]
fn no_file_of_a_site_tells_where_it_was_made() {
    for specimen in specimens() {
        let absolute = specimen.path.canonicalize().unwrap();
        let folder = absolute.to_str().unwrap().as_bytes();
        for (name, bytes) in &specimen.files {
            assert!(!contains(bytes, folder), "{}: {name}", specimen.name);
        }
    }
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    for specimen in specimens() {
        let pages: BTreeMap<&str, Vec<html::Element>> = specimen
            .texts("html")
            .map(|(path, page)| (path, html::elements(page)))
            .collect();
        let ids: BTreeMap<&str, BTreeSet<&str>> = pages
            .iter()
            .map(|(path, elements)| (*path, ids(specimen, path, elements)))
            .collect();
        for (path, elements) in &pages {
            for (element, target) in elements.iter().flat_map(links) {
                resolve(specimen, path, &target, &ids)
                    .unwrap_or_else(|why| panic!("{}: {path}: {element:?}: {why}", specimen.name));
            }
        }
    }
}

#[test]
fn notes_narration_and_headings_stand_where_search_says() {
    let mut n_parts = 0;
    for specimen in specimens() {
        for document in &specimen.site.documents {
            let path = format!("documents/{}.html", document.id);
            let elements = html::elements(specimen.page(&path));
            let ids = ids(specimen, &path, &elements);
            for part in document.parts() {
                assert!(
                    ids.contains(part.anchor.as_str()),
                    "{}: {path}: {part:?}",
                    specimen.name
                );
                n_parts += 1;
            }
        }
    }
    assert!(n_parts > 50, "{n_parts}");
}

/// The ids of a page; each stands once.
fn ids<'a>(specimen: &Specimen, path: &str, elements: &'a [html::Element]) -> BTreeSet<&'a str> {
    let mut ids = BTreeSet::new();
    for id in elements.iter().filter_map(|element| element.get("id")) {
        assert!(ids.insert(id), "{}: {path}: #{id} twice", specimen.name);
    }
    ids
}

/// What an element refers to.
fn links(element: &html::Element) -> Vec<(&html::Element, String)> {
    let references = ["href", "src", "action", "data", "poster", "xlink:href"];
    let addresses = references.iter().filter_map(|name| element.get(name));
    let of_ids = [
        "for",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
    ];
    let ids = of_ids.iter().filter_map(|name| element.get(name));
    let ids = ids.flat_map(str::split_whitespace);
    addresses
        .map(ToOwned::to_owned)
        .chain(ids.map(|id| format!("#{id}")))
        .map(|target| (element, target))
        .collect()
}

fn resolve(
    specimen: &Specimen,
    from: &str,
    target: &str,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
) -> Result<(), String> {
    let base = specimen.site.config.base_url.as_ref();
    if let Some(rest) = base.and_then(|base| target.strip_prefix(base.as_str())) {
        return there(specimen, rest, None, ids);
    }
    if target.starts_with("https://") || target.starts_with("mailto:") {
        return Ok(());
    }
    if from == "404.html" && base.is_some_and(|base| target.starts_with(base.path())) {
        let inside = &target[base.map_or(0, |base| base.path().len())..];
        return there(specimen, inside, None, ids);
    }
    if target.contains(':') && !target.contains('/') || target.starts_with('/') {
        return Err(format!("“{target}” leads out of the site"));
    }
    let (file, fragment) = match target.split_once('#') {
        Some((file, fragment)) => (file, Some(fragment)),
        None => (target, None),
    };
    let file = file.split('?').next().unwrap_or_default();
    if file.is_empty() {
        return there(specimen, from, fragment, ids);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => parts
                .pop()
                .map(|_| ())
                .ok_or_else(|| format!("“{target}” leads above the site"))?,
            "." => {}
            name => parts.push(name),
        }
    }
    there(specimen, &parts.join("/"), fragment, ids)
}

fn there(
    specimen: &Specimen,
    path: &str,
    fragment: Option<&str>,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
) -> Result<(), String> {
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let path = if path.is_empty() {
        "index.html"
    } else {
        &*path
    };
    let path = path.split('#').next().unwrap_or_default();
    if !specimen.files.contains_key(path) {
        return Err(format!("there is no file {path}"));
    }
    let fragment = fragment.map(|f| percent_encoding::percent_decode_str(f).decode_utf8_lossy());
    match fragment {
        Some(fragment) if !ids.get(path).is_some_and(|ids| ids.contains(&*fragment)) => {
            Err(format!("{path} has no #{fragment}"))
        }
        _ => Ok(()),
    }
}

#[test]
fn each_page_says_in_words_of_its_own_what_it_is_about() {
    for specimen in specimens() {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for (path, page) in specimen.texts("html") {
            let elements = html::elements(page);
            let mut metas = elements.iter().filter(|e| e.name == "meta");
            let about = metas.find(|e| e.get("name") == Some("description"));
            let Some(about) = about.and_then(|e| e.get("content")) else {
                continue;
            };
            if let Some(other) = known.insert(about.to_owned(), path) {
                panic!("{}: {path} and {other} both say “{about}”", specimen.name);
            }
        }
    }
}

#[test]
fn pages_keep_the_security_policy() {
    for specimen in specimens() {
        for (path, page) in specimen.texts("html") {
            let place = format!("{}: {path}", specimen.name);
            let elements = html::elements(page);
            let policy = elements
                .iter()
                .find(|e| e.get("http-equiv") == Some("Content-Security-Policy"))
                .and_then(|e| e.get("content"));
            assert!(
                policy.is_some_and(|policy| policy.starts_with("default-src 'none'")),
                "{place}: {policy:?}"
            );
            // `serve` tells its pages of changes, and tools that judge a page ask for `robots.txt` under its policy.
            assert!(policy.is_some_and(|policy| policy.contains("; connect-src 'self';")));
            // Beyond that, the archive itself or nothing.
            let granted = policy.into_iter().flat_map(|policy| policy.split("; "));
            for grant in granted.filter_map(|grant| grant.split_once(' ')) {
                assert!(matches!(grant.1, "'none'" | "'self'"), "{place}: {grant:?}");
            }
            for element in &elements {
                let inline = element
                    .attributes
                    .keys()
                    .find(|name| *name == "style" || name.starts_with("on"));
                assert_eq!(inline, None, "{place}: {element:?}");
                let never = ["style", "iframe", "object", "embed", "base"];
                assert!(
                    !never.contains(&element.name.as_str()),
                    "{place}: {element:?}"
                );
                let is_data = element.get("type") == Some("application/ld+json");
                assert!(
                    element.name != "script" || is_data || element.get("src").is_some(),
                    "{place}: {element:?}"
                );
                let loads = ["script", "img", "iframe", "source", "audio", "video", "use"];
                let is_loaded = loads.contains(&element.name.as_str())
                    || element.name == "link" && element.get("rel") == Some("stylesheet");
                if let (true, Some(address)) =
                    (is_loaded, element.get("src").or(element.get("href")))
                {
                    assert!(!address.contains("://"), "{place}: {element:?}");
                }
            }
        }
    }
}

/// Words of the sources reach a page as text only; nothing makes markup or program of them, and no window that is opened can reach back.
#[test]
fn scripts_make_no_markup_of_words() {
    let never = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "DOMParser",
        "srcdoc",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
        "setAttribute(\"on",
        "setAttribute(\"style",
        "javascript:",
    ];
    let mut n_scripts = 0;
    for specimen in specimens() {
        for (path, script) in specimen.texts("js") {
            if path.starts_with("search/") {
                // Data: the words themselves.
                continue;
            }
            n_scripts += 1;
            for word in never {
                assert!(!script.contains(word), "{path}: {word}");
            }
        }
        for (path, page) in specimen.texts("html") {
            for element in html::elements(page) {
                let rel = element.get("rel").unwrap_or("");
                let is_safe = element.get("target").is_none() || rel.contains("noopener");
                assert!(is_safe, "{path}: {element:?}");
            }
        }
    }
    assert!(n_scripts > 20, "{n_scripts}");
}

/// The founding archive's rules hold for a file whatever it is called; such names cannot be kept in a repository for every system.
#[cfg(unix)]
#[test]
fn a_file_name_is_data() {
    let name = "content/documents/<script>alert('name')<\\script> \"'&#x2028;{{ 1 }}.txt";
    let text = "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning.\n\nMs. GREEN: Yes.\n";
    let specimen = built(archive(&[(name, text)]).path());
    assert_eq!(specimen.site.documents.len(), 1);
    for (path, page) in specimen.texts("html") {
        assert!(
            path.chars()
                .all(|c| c.is_ascii_alphanumeric() || "-./".contains(c))
        );
        for element in html::elements(page) {
            // Data for machines are no script: they are JSON, and nothing in them could end the element.
            let is_data = element.get("type") == Some("application/ld+json")
                && serde_json::from_str::<serde_json::Value>(&element.text).is_ok()
                && !element.text.contains(['<', '>', '&']);
            assert!(
                element.name != "script" || element.text.trim().is_empty() || is_data,
                "{path}"
            );
        }
    }
}

#[test]
fn turn_anchors_are_nobody_elses() {
    let is_turn = |id: &str| {
        id.strip_prefix('t')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    for specimen in specimens() {
        for (path, page) in specimen.texts("html") {
            // A document's page has its turns and paragraphs, the page of its source has the turns.
            let entry = specimen.site.documents.iter().find(|entry| {
                ["", ".source"]
                    .map(|page| format!("documents/{}{page}.html", entry.id))
                    .contains(&path.to_owned())
            });
            let known: BTreeSet<String> = entry.map_or_else(BTreeSet::new, |entry| {
                (0..entry.turns.len())
                    .flat_map(|index| {
                        let paragraphs = 0..entry.turn(index).paragraphs.len();
                        paragraphs
                            .map(move |p| entry.anchors.paragraph(index, p))
                            .chain([entry.anchors.turn(index).to_owned()])
                    })
                    .collect()
            });
            for element in html::elements(page) {
                let Some(id) = element.get("id").filter(|id| is_turn(id)) else {
                    continue;
                };
                assert!(
                    known.contains(id),
                    "{}: {path}: #{id} is no turn",
                    specimen.name
                );
            }
        }
    }
}

#[test]
fn what_is_withheld_is_nowhere() {
    let specimen = support::named("withheld-source");
    let planted = ["PLANTED-IN-THE-MARGIN", "planted-7c1f", "GEPFLANZT"];
    let record = specimen.sources.documents[0].source.text.as_str();
    for words in planted {
        assert!(record.contains(words), "the fixture holds {words}");
        for (path, bytes) in &specimen.files {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            assert!(!text.contains(&words.to_lowercase()), "{path} says {words}");
            assert!(!path.contains(words), "{path}");
        }
    }
    let said = "This may be read by everyone";
    let page = "documents/1990-01-01-withheld.html";
    assert!(contains(&specimen.files[page], said.as_bytes()));
    let with_source = |path: &&String| path.contains(".source.") || path.contains(".received.");
    assert_eq!(specimen.files.keys().find(with_source), None);
}

fn contains(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}
