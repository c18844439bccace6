//! Whose record it is, and what its editors decided: said in every form of a document, first where a form has an order.

mod support;

use serde_json::{Value, json};
use support::archive::{archive, built};
use support::{Specimen, csv};

const TALK: &str = "ANNA BERG. We met at Rambouie last week, and agreed.\n\nBEN CARR. So we did, and it was good.\n\nANNA BERG. It was.\n\nBEN CARR. Yes.\n";

const RECORD: &str = r#"
title = "A talk"
language = "en"
original_language = "ru"
translator = "T. Dunn"
ark = "ark:/12345/x1"
added = "2001-02-03"
[provenance]
recorded_by = "the Soviet side"
nature = "verbatim"
spoken = ["ru", "fr"]
interpreter = "V. Ivanov"
classification = "Top secret"
machine_read = "OCR, looked over"
chain = ["Typescript", "Copy"]
[[correction]]
at = "Rambouie"
read = "Rambouillet"
reason = "a slip"
by = "L. Meyer"
date = "2004-05-06"
[[change]]
date = "2005-01-02"
text = "A label."
turn = "t2"
before = "CAR"
after = "CARR"
why = "misread"
by = "R. Roe"
"#;

fn talk() -> Specimen {
    let folder = archive(&[
        ("site.toml", "[edition]\nname = \"First edition\"\n"),
        ("content/documents/plain.txt", TALK),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", RECORD),
    ]);
    built(folder.path())
}

/// How many lines of a text come before the first that holds these words.
fn at(text: &str, words: &str) -> usize {
    let found = text.find(words);
    found.unwrap_or_else(|| panic!("no “{words}” in {text}"))
}

#[test]
fn json_has_whose_record_it_is_first_and_what_was_decided() {
    let site = talk();
    let text = site.page("documents/talk.json");
    assert!(at(text, "\"provenance\"") < at(text, "\"facts\""));
    let of = |path: &str| -> Value { serde_json::from_str(site.page(path)).unwrap() };
    let talk = of("documents/talk.json");
    let provenance = &talk["provenance"];
    assert_eq!(provenance["spoken"], json!(["ru", "fr"]));
    assert_eq!(provenance["interpreter"], "V. Ivanov");
    assert_eq!(provenance["classification"], "Top secret");
    assert_eq!(provenance["machine_read"], "OCR, looked over");
    assert_eq!(talk["facts"]["ark"], "ark:/12345/x1");
    assert_eq!(talk["facts"]["doi"], Value::Null);
    assert_eq!(talk["edition"], "First edition");
    assert_eq!(talk["added"], "2001-02-03");
    let sic = talk["notes"].as_array().unwrap();
    let sic = sic.iter().find(|note| note["kind"] == "sic").unwrap();
    assert_eq!(sic["correction_by"], "L. Meyer");
    assert_eq!(sic["correction_date"], "2004-05-06");
    let change = json!([{
        "date": "2005-01-02", "turn": "t2", "text": "A label.", "before": "CAR", "after": "CARR",
        "why": "misread", "by": "R. Roe",
    }]);
    assert_eq!(talk["changes"], change);
    // What no source says is nothing, never a guess.
    let plain = of("documents/plain.json");
    assert_eq!(plain["provenance"]["recorded_by"], Value::Null);
    assert_eq!(plain["provenance"]["spoken"], json!([]));
}

#[test]
fn the_table_of_documents_has_whose_record_it_is_first() {
    let site = talk();
    let rows = csv::rows(site.page("data/documents.csv"));
    let column = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
    let row = rows.iter().find(|row| row[0] == "talk").unwrap();
    for (name, value) in [
        ("spoken", "ru; fr"),
        ("interpreter", "V. Ivanov"),
        ("classification", "Top secret"),
        ("machine_read", "OCR, looked over"),
        ("chain", "Typescript; Copy"),
        ("ark", "ark:/12345/x1"),
        ("doi", ""),
    ] {
        assert_eq!(row[column(name)], value, "{name}");
        let is_lasting = matches!(name, "ark" | "doi");
        assert!(is_lasting || column(name) < column("date"), "{name}");
    }
}

#[test]
fn tei_says_whose_record_it_is_and_who_changed_what_when_and_why() {
    let site = talk();
    let tei = site.page("documents/talk.tei.xml");
    for said in [
        "<label>Languages spoken</label>\n<item>Russian, French</item>",
        "<label>Interpreter</label>\n<item>V. Ivanov</item>",
        "<label>Language of the record</label>\n<item>English</item>",
        "<label>Classification</label>\n<item>Top secret</item>",
        "<label>Read by machine</label>\n<item>OCR, looked over</item>",
        "<label>Note-taker</label>\n<item>not stated</item>",
        "<idno type=\"ARK\">ark:/12345/x1</idno>",
        "<change type=\"correction\" when=\"2004-05-06\" target=\"#t1\">“Rambouie” read as “Rambouillet”; a slip; <name>L. Meyer</name></change>",
        "<change type=\"changed\" when=\"2005-01-02\" target=\"#t2\">A label.; before: “CAR”; now: “CARR”; misread; <name>R. Roe</name></change>",
        "<change type=\"added\" when=\"2001-02-03\" who=\"#editors\">Added to the archive.</change>",
    ] {
        at(tei, said);
    }
    let plain = site.page("documents/plain.tei.xml");
    at(plain, "<label>Recorded by</label>\n<item>not stated</item>");
    assert!(
        !plain.contains("Interpreter"),
        "nothing is said of translation"
    );
}

#[test]
fn plain_text_says_whose_record_it_is_before_all_else() {
    let site = talk();
    let text = site.page("documents/talk.txt");
    for said in [
        "Languages spoken: Russian, French",
        "Interpreter: V. Ivanov",
        "Classification: Top secret",
        "Read by machine: OCR, looked over",
        "Recorded by: the Soviet side",
        "Copy 1: Typescript",
    ] {
        assert!(at(text, said) < at(text, "Date: not stated"), "{said}");
    }
    at(text, "ARK: ark:/12345/x1");
    at(site.page("documents/plain.txt"), "Recorded by: not stated");
}

#[test]
fn the_rows_of_a_table_of_corrections_say_when() {
    let table =
        "document,words,read_as,by_whom,when\nplain,Rambouie,Rambouillet,L. Meyer,2004-05-06\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/plain.txt", TALK),
        ("content/corrections.csv", table),
    ]);
    let site = built(folder.path());
    at(
        site.page("documents/plain.json"),
        "\"correction_date\": \"2004-05-06\"",
    );
}

#[test]
fn where_words_of_a_translation_are_counted_every_page_says_whose_they_are() {
    let site = talk();
    for page in ["index.html", "speakers/anna-berg.html"] {
        at(
            site.page(page),
            "Where a text is a translation, the words counted are those of the translator.",
        );
    }
    at(
        site.page("documents/talk.html"),
        "The words counted are those of the translator, in English.",
    );
    for file in ["data.html", "data/datapackage.json"] {
        at(
            site.page(file),
            "of a translated text, the words are the translator’s",
        );
    }
    assert!(!site.page("documents/plain.html").contains("translator"));
}

#[test]
fn citations_tell_two_people_of_one_name_apart() {
    let people = "[[person]]\nid = \"smith-a\"\nname = \"John Smith\"\nlabels = [\"THE CHAIR\"]\n\
        [[person]]\nid = \"smith-b\"\nname = \"John Smith\"\nlabels = [\"THE CLERK\"]\n\
        [[person]]\nid = \"roe\"\nname = \"Ann Roe\"\nlabels = [\"MS. ROE\"]\n";
    let talk = "THE CHAIR: Yes.\n\nTHE CLERK: No.\n\nMS. ROE: Perhaps.\n\nTHE CHAIR: So.\n\nTHE CLERK: So.\n\nMS. ROE: So.\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/people.toml", people),
        ("content/documents/talk.txt", talk),
    ]);
    let site = built(folder.path()).site;
    let cited = |turn| memcon::citation::turn(&site, &site.documents[0], turn).text;
    assert!(
        cited(0).starts_with("John Smith (smith-a), in “"),
        "{}",
        cited(0)
    );
    assert!(
        cited(1).starts_with("John Smith (smith-b), in “"),
        "{}",
        cited(1)
    );
    assert!(cited(2).starts_with("Ann Roe, in “"), "{}", cited(2));
}
