//! The index in shards, file by file, and which index an archive has.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::output::Files;
use memcon::pages::Theme;
use memcon::search::Chosen;
use memcon::site::{Route, Site};
use memcon::source;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// An archive of one talk, said so many times, with an engine.
fn archive(engine: &str, n_talks: usize) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("content/documents");
    fs::create_dir_all(&documents).unwrap();
    let config = format!("title = \"Talks\"\n\n[search]\nengine = \"{engine}\"\n");
    fs::write(folder.path().join("site.toml"), config).unwrap();
    for talk in 0..n_talks {
        let mut text = String::from("January 1, 1990\n\n");
        for turn in 0..16 {
            let label = ["GREEN", "BROWN"][turn % 2];
            let said = match turn {
                0 => "Good morning. Did you have a good journey?".to_owned(),
                1 => "I did, thank you. It was good, as good as a good journey can be.".to_owned(),
                // Words of no language, so that an index is large with few of them.
                _ if n_talks > 1 => {
                    let words = (0..40).map(|word| {
                        let number = (talk * 640 + turn * 40 + word) * 7919 % 65_521;
                        format!("w{number:x}")
                    });
                    words.collect::<Vec<String>>().join(" ")
                }
                _ => "Good.".to_owned(),
            };
            text.push_str(&format!("Mr. {label}. {said}\n\n"));
        }
        fs::write(documents.join(format!("talk-{talk:03}.txt")), text).unwrap();
    }
    let sources = source::load(folder.path()).unwrap();
    memcon::compile(&sources, &mut Diagnostics::new())
}

/// The files of search as text.
fn files(site: &Site) -> BTreeMap<String, String> {
    let files = Files::new(site).unwrap();
    let theme = support::load(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut diagnostics = Diagnostics::new();
    let theme = Theme::new(&theme.templates, &site.interface, &mut diagnostics);
    let theme = theme.unwrap();
    let of_search = files.all(site).into_iter();
    let of_search = of_search.filter(|(path, _)| path.starts_with("search/"));
    of_search
        .map(|(path, route)| {
            let bytes = files.render(site, &theme, route).unwrap();
            (path.to_owned(), String::from_utf8(bytes).unwrap())
        })
        .collect()
}

#[test]
fn an_index_in_shards_says_where_each_word_stands() {
    let files = files(&archive("sharded", 1));
    let expected = [
        (
            "meta",
            r#"{"engine":"sharded","n":16,"words":34,"block":2,"shards":{"beginnings":"a","parts":[1]},"also":[],"attributions":["provisional"],"turns":{}}"#,
        ),
        (
            "dictionary-0",
            r#"["a as be can did good have i it journey morning thank was you"]"#,
        ),
        // “good” stands twice in the first turn (8 words), three times in the second (16, counted as 12), once in each of the others.
        (
            "words-0",
            r#"{"words":"a as be can did good have i it journey morning thank was you","turns":"!:#? #@ #? #? !:#? !;#A#&#&#&#&#&#&#&#&#&#&#&#&#&#& !: #? #? !:#? !: #? #? !:#?"}"#,
        ),
        (
            "places-0",
            r#"{"turns":"', )$ 0 / $# !(($%!!!!!!!!!!!!!! & ! & ). # $ ' %%"}"#,
        ),
        (
            "speakers",
            r#"{"speakers":[{"id":"mr-brown","name":"Mr. BROWN","slot":1},{"id":"mr-green","name":"Mr. GREEN","slot":2}],"turns":{"speaker":"$#$#$#$#$#$#$#$#"}}"#,
        ),
    ];
    for (name, data) in expected {
        let file = &files[&format!("search/{name}.js")];
        assert_eq!(*file, format!("memconSearch.add(\"{name}\", {data});\n"));
    }
    assert!(!files.contains_key("search/index.js"));
    assert!(files["search/texts-0.js"].contains("\"anchor\":\"t1 \""));
}

/// A report of two talks, the later first.
const REPORT: &str = "The presidents met again.\n\nANNA MEYER: Good evening.\n\nPAUL STEIN: Good evening to you.\n\n\
                      A year before they had met for the first time.\n\nANNA MEYER: Good morning.\n\nPAUL STEIN: Good morning to you.\n";

#[test]
fn turns_that_do_not_stand_in_order_of_time_have_their_order_told() {
    let record = "date = \"1992\"\n\n\
                  [[conversation]]\nid = \"again\"\ntitle = \"Again\"\ndate = \"1991-05\"\nfrom = \"The presidents met again.\"\nto = \"Good evening to you.\"\n\n\
                  [[conversation]]\nid = \"first\"\ntitle = \"First\"\ndate = \"1990-05\"\nfrom = \"A year before\"\nto = \"Good morning to you.\"\n";
    let folder = support::archive::archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/report.txt", REPORT),
        ("content/documents/report.toml", record),
        (
            "content/documents/talk.txt",
            "ANNA MEYER: Yes.\n\nPAUL STEIN: No.\n\nANNA MEYER: Yes.\n",
        ),
        ("content/documents/talk.toml", "date = \"1990-01\"\n"),
    ]);
    let sources = source::load(folder.path()).unwrap();
    let site = memcon::compile(&sources, &mut Diagnostics::new());
    let meta = &files(&site)["search/meta.js"];
    let report = site
        .documents
        .iter()
        .position(|one| one.id.as_str() == "report");
    // The turns of the talk come first (0 to 2), then those of May 1990 (3, 4), then those of May 1991 (5, 6).
    let order = letters_of(&[5, 6, 3, 4]);
    let told = format!("\"orders\":{{\"{}\":\"{order}\"}}", report.unwrap());
    assert!(meta.contains(&told), "{told}: {meta}");
}

/// Numbers below 63, as the files of search write them: from `!` on, without the quotation mark.
fn letters_of(numbers: &[u8]) -> String {
    let letters = b"!#$%&'()*+";
    numbers
        .iter()
        .map(|n| char::from(letters[usize::from(*n)]))
        .collect()
}

#[test]
fn auto_takes_elasticlunr_while_its_index_is_small() {
    let chosen = |engine: &str, n_talks| {
        let site = archive(engine, n_talks);
        Files::new(&site).unwrap().search_engine(&site)
    };
    let Chosen::Elasticlunr {
        compressed,
        is_asked_for: false,
    } = chosen("auto", 1)
    else {
        panic!("a small archive");
    };
    assert!((200..2_000).contains(&compressed), "{compressed}");
    let large = chosen("auto", 60);
    let Chosen::Sharded {
        n_shards,
        is_asked_for: false,
    } = large
    else {
        panic!("{large:?}");
    };
    assert!(n_shards > 1, "{n_shards}");
    let Chosen::Elasticlunr {
        compressed,
        is_asked_for: true,
    } = chosen("elasticlunr", 60)
    else {
        panic!("asked for");
    };
    assert!(compressed >= 100_000, "{compressed}");
}

#[test]
fn the_page_of_search_lists_documents_while_they_are_few() {
    let page = |n_talks| {
        let site = archive("auto", n_talks);
        let files = Files::new(&site).unwrap();
        let theme = support::load(Path::new(env!("CARGO_MANIFEST_DIR")));
        let theme = Theme::new(&theme.templates, &site.interface, &mut Diagnostics::new());
        let page = files.render(&site, &theme.unwrap(), &Route::Search);
        String::from_utf8(page.unwrap()).unwrap()
    };
    assert!(page(2).contains("documents/talk-001.html"));
    let many = page(101);
    assert!(!many.contains("documents/talk-001.html"));
    assert!(many.contains("timeline.html"));
}
