//! Citations in the archive's own form and in styles, for a document, its turns and their paragraphs.

mod support;

use memcon::citation::{Forms, Piece, Slot};
use memcon::config::BaseUrl;
use memcon::diagnostic::Code;
use memcon::site::Site;
use std::collections::BTreeMap;
use support::archive::{archive, built, reports};
use support::html::elements;
use support::{load, root, specimens};

/// A talk with all that citations speak of.
const TALK: &str = "SECRETARY SMITH: We meet again.\n\nMR. BROWN: We do.\n\nSECRETARY SMITH: First.\n\nSecond.\n\n[Two pages omitted]\n\nThe end of it.\n";
const RECORD: &str = r#"
title = "A talk on <grain> & \"barley\""
date = "1975-03-02"
kind = "memorandum of conversation"
language = "en"
original_language = "ru"
archive = "National Archive"
archive_reference = "Box 7"
[provenance]
recorded_by = "the Soviet side"
machine_read = "by a scanner, not checked"
"#;
const PEOPLE: &str = r#"
[[person]]
id = "jane-smith"
name = "Jane Ann Smith"
sort = "Smith, Jane Ann"
labels = ["SECRETARY SMITH"]
[[person]]
id = "brown"
name = "Brown"
labels = ["MR. BROWN"]
"#;
const SITE: &str = "title = \"Talks\"\nbase_url = \"https://talks.example/a/\"\n[edition]\nname = \"Second edition\"\ndate = \"2026-01-02\"\n";

/// A style that prints names first name last and has no place for passages or addresses.
const NUMBERED: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>House style</title><id>http://talks.example/house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
<bibliography><layout suffix="."><names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names><text variable="title" prefix=" "/></layout></bibliography>
</style>"#;

fn talk(more: &[(&str, &str)]) -> Site {
    let mut files = vec![
        ("site.toml", SITE),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", RECORD),
        ("content/people.toml", PEOPLE),
    ];
    files.extend(more);
    let folder = archive(&files);
    built(folder.path()).site
}

#[test]
fn a_turn_is_cited_in_each_style_with_its_caveats() {
    let site = talk(&[("templates/styles/house.csl", NUMBERED)]);
    let document = &site.documents[0];
    let forms = Forms::of(&site, document);
    let mut out = String::new();
    out.push_str(&format!(
        "plain\n{}\n",
        memcon::citation::document(&site, document).text
    ));
    for index in 0..document.turns.len() {
        out.push_str(&format!("{}\n", forms.turn(document, index)));
    }
    for style in &forms.styles {
        out.push_str(&format!(
            "\n{}: {}\n{}\n",
            style.name, style.title, style.document
        ));
        for index in 0..document.turns.len() {
            let speaker = &forms.speakers[forms.speaker_of[index]];
            let pattern = if speaker.family.is_some() {
                &style.named
            } else {
                &style.literal
            };
            out.push_str(&format!("{}\n", forms.fill(pattern, document, index)));
        }
    }
    let golden = root().join("tests/citations.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&golden, &out).unwrap();
    }
    assert_eq!(out, std::fs::read_to_string(&golden).unwrap());
}

/// Whatever a document is like, what is filled in stands once in the text that is read, and the address at its end.
#[test]
fn no_citation_of_a_turn_leaves_out_speaker_place_address_or_whose_record_it_is() {
    let mut n = 0;
    for specimen in specimens() {
        let mut site = specimen.site.clone();
        site.config.base_url = BaseUrl::new("https://talks.example/a/").ok();
        for document in site.documents.iter().filter(|one| !one.turns.is_empty()) {
            let forms = Forms::of(&site, document);
            assert_eq!(forms.styles.len(), 3, "{}", document.id);
            for index in 0..document.turns.len() {
                let turn = memcon::citation::turn(&site, document, index).text;
                assert_eq!(forms.turn(document, index), turn);
            }
            for style in &forms.styles {
                for pattern in [&style.named, &style.literal] {
                    let opened = |slots: &[Slot]| {
                        let is_one = |piece: &&Piece| matches!(piece, Piece::Open(slot, _) if slots.contains(slot));
                        pattern.pieces.iter().filter(is_one).count()
                    };
                    let told = format!("{} in {}: {pattern:?}", document.id, style.name);
                    assert!(opened(&[Slot::Speaker, Slot::Family]) > 0, "{told}");
                    assert!(opened(&[Slot::Place]) > 0, "{told}");
                    assert!(opened(&[Slot::Anchor]) > 0, "{told}");
                    let Some(Piece::Text(last)) = pattern.pieces.last() else {
                        panic!("{told}")
                    };
                    assert!(last.contains("ecord"), "{told}");
                    n += 1;
                }
            }
        }
    }
    assert!(n > 20, "{n}");
}

#[test]
fn a_lasting_address_leads() {
    let record = RECORD.replacen("date =", "doi = \"https://doi.org/10.1234/x.7\"\ndate =", 1);
    let folder = archive(&[
        ("site.toml", SITE),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", record.as_str()),
    ]);
    let site = built(folder.path()).site;
    let forms = Forms::of(&site, &site.documents[0]);
    let plain = forms.turn(&site.documents[0], 1);
    assert!(
        plain.contains("Box 7. https://doi.org/10.1234/x.7. Talks, Second edition, https://talks.example/a/documents/talk.html#t2."),
        "{plain}"
    );
    for style in &forms.styles {
        let text = forms.fill(&style.literal, &site.documents[0], 1);
        let lasting = text.find("10.1234/x.7").unwrap_or_else(|| panic!("{text}"));
        assert!(lasting < text.find("talk.html#t2").unwrap(), "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_style_or_a_lasting_address_is_said() {
    let circle = NUMBERED.replacen(
        "<citation>",
        "<macro name=\"a\"><group><text macro=\"a\"/></group></macro><citation>",
        1,
    );
    let files = [
        (
            "site.toml",
            "[citations]\nstyles = [\"apa\", \"harvard\", \"circle.csl\", \"cut\"]\n".to_owned(),
        ),
        ("content/documents/talk.txt", TALK.to_owned()),
        (
            "content/documents/talk.toml",
            "doi = \"www.example.org\"\n".to_owned(),
        ),
        ("templates/styles/circle.csl", circle),
        ("templates/styles/cut.csl", NUMBERED[..400].to_owned()),
    ];
    let folder = archive(&files);
    let sources = load(folder.path());
    let unknown = reports(&sources, "site.toml");
    let unknown = unknown
        .iter()
        .find(|found| found.0 == Code::BadValue)
        .unwrap();
    assert_eq!((unknown.1, unknown.2), (2, 18));
    assert!(
        unknown
            .3
            .starts_with("put harvard.csl there, or name one of: apa, ")
    );
    for name in ["circle", "cut"] {
        let found = reports(&sources, &format!("templates/styles/{name}.csl"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, Code::BadTemplate);
    }
    let found = reports(&sources, "content/documents/talk.toml");
    assert!(
        found
            .iter()
            .any(|one| one.0 == Code::BadValue && one.1 == 1 && one.2 == 7)
    );
}

/// What a page's head says by name.
fn meta(page: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for element in elements(page) {
        if let (Some(name), Some(content)) = (element.get("name"), element.get("content")) {
            found
                .entry(name.to_owned())
                .or_default()
                .push(content.to_owned());
        }
    }
    found
}

#[test]
fn no_two_pages_have_one_title_or_one_description() {
    let twins = archive(&[
        ("site.toml", SITE),
        ("content/documents/a.txt", TALK),
        (
            "content/documents/a.toml",
            "title = \"Memorandum\"\ndate = \"1975-03-02\"\nsummary = \"Grain.\"\n",
        ),
        ("content/documents/b.txt", TALK),
        (
            "content/documents/b.toml",
            "title = \"Memorandum\"\ndate = \"1975-03-02\"\nsummary = \"Grain.\"\n",
        ),
        (
            "content/documents/c.txt",
            "MR. BROWN: No.\n\nMRS. BROWN: Yes.\n\nMR. BROWN: No.\n\nMRS. BROWN: Yes.\n",
        ),
        (
            "content/documents/c.toml",
            "title = \"Memorandum\"\ndate = \"1976\"\n",
        ),
        (
            "content/people.toml",
            "[[person]]\nid = \"one\"\nname = \"Brown\"\nlabels = [\"MR. BROWN\"]\n[[person]]\nid = \"other\"\nname = \"Brown\"\nlabels = [\"MRS. BROWN\"]\n",
        ),
    ]);
    let twins = built(twins.path());
    for specimen in specimens().iter().chain([&twins]) {
        for key in ["<title>", "<meta name=\"description\" content=\""] {
            let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
            for (path, page) in specimen
                .texts("html")
                .filter(|(path, _)| *path != "404.html")
            {
                let Some(at) = page.find(key) else { continue };
                let text = &page[at + key.len()..];
                let text = &text[..text.find(['<', '"']).unwrap()];
                if let Some(before) = seen.insert(text, path) {
                    panic!("{}: {before} and {path} both say “{text}”", specimen.name);
                }
            }
        }
    }
}

#[test]
fn every_page_tells_reference_managers_what_it_is() {
    for specimen in specimens() {
        for (path, page) in specimen
            .texts("html")
            .filter(|(path, _)| *path != "404.html")
        {
            let meta = meta(page);
            for name in [
                "DC.title",
                "DC.publisher",
                "DCTERMS.isPartOf",
                "citation_title",
                "z:itemType",
            ] {
                let n = meta.get(name).map_or(0, Vec::len);
                if name != "DC.publisher" || !path.starts_with("documents/") {
                    assert_eq!(n, 1, "{} of {}: {name}", path, specimen.name);
                }
            }
        }
    }
}

#[test]
fn a_document_s_head_names_every_speaker_whose_record_it_is_and_every_other_form() {
    let folder = archive(&[
        ("site.toml", SITE),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", RECORD),
        ("content/people.toml", PEOPLE),
    ]);
    let specimen = built(folder.path());
    let page = specimen.page("documents/talk.html");
    let meta = meta(page);
    assert_eq!(meta["citation_author"], ["Jane Ann Smith", "Brown"]);
    assert_eq!(meta["DC.contributor"], ["Jane Ann Smith", "Brown"]);
    assert_eq!(meta["z:itemType"], ["document"]);
    assert!(
        meta["DCTERMS.provenance"][0]
            .starts_with("recorded by the Soviet side; translated from Russian")
    );
    let others: Vec<String> = elements(page)
        .iter()
        .filter(|element| element.get("rel") == Some("alternate"))
        .filter_map(|element| element.get("href").map(str::to_owned))
        .collect();
    for ending in ["json", "txt", "ris", "bib", "csl.json"] {
        assert!(others.contains(&format!("talk.{ending}")), "{others:?}");
        assert!(
            specimen
                .files
                .contains_key(&format!("documents/talk.{ending}"))
        );
    }
    for (kind, zotero, csl, ris) in [
        ("Interview with a farmer", "interview", "interview", "GEN"),
        ("committee hearing", "hearing", "hearing", "HEAR"),
        (
            "newspaper article",
            "newspaperArticle",
            "article-newspaper",
            "NEWS",
        ),
        ("podcast", "podcast", "broadcast", "MULTI"),
    ] {
        let record = RECORD.replacen("memorandum of conversation", kind, 1);
        let folder = archive(&[
            ("content/documents/talk.txt", TALK),
            ("content/documents/talk.toml", &record),
        ]);
        let specimen = built(folder.path());
        let head = self::meta(specimen.page("documents/talk.html"));
        assert_eq!(head["z:itemType"], [zotero]);
        assert!(
            specimen
                .page("documents/talk.csl.json")
                .contains(&format!("\"type\": \"{csl}\""))
        );
        assert!(
            specimen
                .page("documents/talk.ris")
                .starts_with(&format!("TY  - {ris}\r\n"))
        );
    }
}

#[test]
fn files_for_reference_managers_are_whole_whatever_a_document_is_called() {
    for specimen in specimens() {
        for (path, text) in specimen.texts("ris") {
            for line in text.split_terminator("\r\n") {
                let (tag, rest) = line.split_at(2);
                assert!(
                    tag.bytes()
                        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()),
                    "{path}: {line}"
                );
                assert!(
                    rest.starts_with("  - ") && !rest.contains(['\r', '\n']),
                    "{path}: {line}"
                );
            }
            assert!(
                text.starts_with("TY  - ") && text.ends_with("\r\nER  - \r\n"),
                "{path}"
            );
        }
        for (path, text) in specimen.texts("bib") {
            let signs = text.replace("\\{", "").replace("\\}", "");
            let depth = signs.chars().fold(0_i32, |depth, c| match c {
                '{' => depth + 1,
                '}' => {
                    assert!(depth > 0, "{path}");
                    depth - 1
                }
                _ => depth,
            });
            assert_eq!(depth, 0, "{path}");
            assert!(text.contains("  title = {{"), "{path}");
        }
        for document in &specimen.site.documents {
            let data = specimen.page(&format!("documents/{}.csl.json", document.id));
            let data: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(data[0]["title"], document.facts.title.as_str());
        }
    }
}

#[test]
fn a_record_in_bibtex_and_ris_reads_as_it_should() {
    let folder = archive(&[
        ("site.toml", SITE),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", RECORD),
        ("content/people.toml", PEOPLE),
    ]);
    let specimen = built(folder.path());
    assert_eq!(
        specimen.page("documents/talk.bib"),
        r#"@misc{talk,
  title = {{A talk on <grain> \& "barley"}},
  author = {Smith, Jane Ann and {Brown}},
  date = {1975-03-02},
  year = {1975},
  month = {3},
  type = {memorandum of conversation},
  howpublished = {National Archive, Box 7},
  booktitle = {Talks, Second edition},
  language = {en},
  note = {recorded by the Soviet side; translated from Russian, translator not stated; with omissions marked in the text; machine-read: by a scanner, not checked},
  url = {https://talks.example/a/documents/talk.html},
}
"#
    );
    assert_eq!(
        specimen.page("documents/talk.ris").replace("\r\n", "\n"),
        r#"TY  - GEN
ID  - talk
TI  - A talk on <grain> & "barley"
AU  - Smith, Jane Ann
AU  - Brown
PY  - 1975
DA  - 1975/03/02/
T2  - Talks, Second edition
M3  - memorandum of conversation
LA  - en
DB  - National Archive
CN  - Box 7
N1  - recorded by the Soviet side
N1  - translated from Russian, translator not stated
N1  - with omissions marked in the text
N1  - machine-read: by a scanner, not checked
UR  - https://talks.example/a/documents/talk.html
ER  - 
"#
    );
}

#[test]
fn changes_and_corrections_are_told_with_before_after_why_and_who() {
    let record = format!(
        "{RECORD}[[correction]]\nat = \"We meet again\"\nsic = \"again\"\nread = \"anew\"\nreason = \"A slip.\"\nby = \"A. Reader\"\n\
         [[change]]\ndate = \"2026-02-01\"\ntext = \"The label is corrected.\"\nturn = \"t2\"\nbefore = \"GREEN\"\nafter = \"BROWN\"\nwhy = \"So the tape.\"\nby = \"the board\"\n"
    );
    let changes = "[[change]]\ndate = \"2026-03-01\"\ntext = \"A new edition.\"\n[[change]]\ndate = \"2026-01-15\"\ndocument = \"talk\"\nturn = \"t3\"\ntext = \"Paragraphs are parted.\"\n";
    let site = format!("contact = \"errors@talks.example\"\n{SITE}");
    let folder = archive(&[
        ("site.toml", site.as_str()),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", &record),
        ("content/people.toml", PEOPLE),
        ("content/changes.toml", changes),
    ]);
    let specimen = built(folder.path());
    let page = specimen.page("changes.html");
    let told = "GREEN”. Now: “BROWN”. Why: So the tape. Decided by the board.";
    let at = |words: &str| {
        page.find(words)
            .unwrap_or_else(|| panic!("{words} in {page}"))
    };
    assert!(
        at("A new edition.") < at("The label is corrected.")
            && at(told) < at("Paragraphs are parted.")
    );
    assert!(page.contains("Second edition"));
    assert!(at("“again”</span> → <span>“anew”") > at("Paragraphs are parted."));
    assert!(page.contains("A slip.") && page.contains("A. Reader"));
    let document = specimen.page("documents/talk.html");
    let turns: Vec<&str> = document.split("<div class=\"turn ").collect();
    assert!(
        turns[2].contains(told) && turns[2].contains("1 February 2026"),
        "{}",
        turns[2]
    );
    assert!(turns[3].contains("Paragraphs are parted.") && !turns[1].contains("Decided by"));
    for turn in &turns[1..] {
        assert!(
            turn.contains("href=\"mailto:errors@talks.example\" data-report"),
            "{turn}"
        );
    }
    let wrong = changes
        .replace("talk", "walk")
        .replace("2026-03-01", "yesterday");
    support::archive::write(folder.path(), "content/changes.toml", &wrong);
    let found = reports(&load(folder.path()), "content/changes.toml");
    let found: Vec<(Code, usize, usize)> = found.iter().map(|one| (one.0, one.1, one.2)).collect();
    assert_eq!(
        found,
        [(Code::BadDate, 2, 8), (Code::UnknownAddress, 6, 12)]
    );
}
