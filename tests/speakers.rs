//! The speaker's page, its tables as CSV, and the pages of one year.

mod support;

use memcon::authority::PersonId;
use memcon::site::{ExportFile, PersonEntry, Route, Site, SpeakerTable};
use std::fmt::Write;
use support::Specimen;
use support::archive::built;

fn archive(files: &[(&str, &str)]) -> Specimen {
    built(support::archive::archive(files).path())
}

fn person<'a>(site: &'a Site, id: &str) -> &'a PersonEntry {
    &site.people[&PersonId::new(id)]
}

fn csv<'a>(specimen: &'a Specimen, id: &str, table: SpeakerTable) -> &'a str {
    let path =
        Route::Export(ExportFile::SpeakerTable(PersonId::new(id), table)).path(&specimen.site);
    specimen.page(&path)
}

const PEOPLE: &str = r#"
[[person]]
id = "anna-berg"
name = "Anna Berg"
same_as = ["https://www.wikidata.org/entity/Q1", "https://viaf.org/viaf/7"]
biography = """
Born <in> Bern.

Later in Basel."""
biography_by = "The editors"

[[person]]
id = "carl-dorn"
name = "Carl Dorn"

[[person]]
id = "emil-frey"
name = "Emil Frey"
"#;

const TALK: &str = "A. Berg: Good morning.\n\n\
    C. Dorn: Good morning, Mrs. Berg.\n\n\
    Anna Berg: Is Emil Frey here?\n\n\
    E. Frey: Berg and Dorn are here, so I am.\n\n\
    A. Berg: Good.\n";

fn small() -> Specimen {
    let files = [
        ("site.toml", "title = \"Talks\"\n"),
        ("content/people.toml", PEOPLE),
        ("content/documents/talk.txt", TALK),
        (
            "content/documents/talk.toml",
            "title = \"Talk\"\ndate = \"1990-05-01\"\nlanguage = \"en\"\n",
        ),
        (
            "content/documents/later.txt",
            "A. Berg: Shall we begin?\n\nC. Dorn: Yes.\n\nA. Berg: Then we begin.\n\nC. Dorn: We do.\n",
        ),
        (
            "content/documents/later.toml",
            "title = \"Later\"\ndate = \"1992-01-01\"\nlanguage = \"en\"\n",
        ),
    ];
    archive(&files)
}

#[test]
fn printed_forms_lead_to_their_first_use() {
    let specimen = small();
    assert_eq!(
        csv(&specimen, "anna-berg", SpeakerTable::Names),
        "printed,as,n,first_document,first_turn,url\r\n\
         A. Berg,label,4,talk,t1,documents/talk.html#t1\r\n\
         Anna Berg,label,1,talk,t3,documents/talk.html#t3\r\n\
         Berg,mention,2,talk,t2,documents/talk.html#t2\r\n"
    );
    let page = specimen.page("speakers/anna-berg.html");
    assert!(page.contains(
        "Anna Berg (1 turn), first: <a href=\"../documents/talk.html#t3\">1 May 1990, turn 3</a>"
    ));
    assert!(page.contains(">Wikidata Q1</a>") && page.contains(">VIAF 7</a>"));
}

#[test]
fn who_mentions_somebody_is_named_by_the_label_where_nobody_is_known() {
    let files = [
        ("site.toml", "title = \"Talks\"\n"),
        ("content/people.toml", PEOPLE),
        (
            "content/documents/talk.txt",
            "A. Berg: Good morning.\n\nSEVERAL VOICES: Good morning, Mrs. Berg.\n\n\
             A. Berg: We begin.\n\nSEVERAL VOICES: Yes.\n\nUNIDENTIFIED SPEAKER: Mrs. Berg!\n",
        ),
        ("content/documents/talk.toml", "title = \"Talk\"\n"),
    ];
    let specimen = archive(&files);
    let page = specimen.page("speakers/anna-berg.html");
    for label in ["SEVERAL VOICES", "UNIDENTIFIED SPEAKER"] {
        assert!(page.contains(&format!("<b>{label}</b>")), "{label}");
    }
    assert!(!page.contains("Speaker not marked"));
}

#[test]
fn no_table_of_a_speaker_is_without_rows() {
    let files = [
        ("site.toml", "title = \"Talks\"\n"),
        ("content/people.toml", PEOPLE),
        (
            "content/documents/talk.txt",
            "A. Berg: Good morning.\n\nA. Berg: We begin.\n\nC. Dorn: Hello to all.\n\nC. Dorn: Yes.\n",
        ),
        // Two talks in one document: the speakers of one do not speak with those of the other.
        (
            "content/documents/talk.toml",
            "title = \"Talk\"\n[[conversation]]\nid = \"one\"\ntitle = \"One\"\nto = \"We begin.\"\n\
             [[conversation]]\nid = \"two\"\ntitle = \"Two\"\nfrom = \"Hello to all.\"\n",
        ),
    ];
    let apart = archive(&files);
    assert!(apart.files.contains_key("speakers/anna-berg.turns.csv"));
    assert!(!apart.files.contains_key("speakers/anna-berg.with.csv"));
    for specimen in support::specimens().iter().chain([&apart]) {
        let tables = specimen.texts("csv");
        for (path, table) in tables.filter(|(path, _)| path.starts_with("speakers/")) {
            assert!(table.lines().count() > 1, "{}: {path}", specimen.name);
        }
    }
}

#[test]
fn with_whom_counts_conversations_and_turns_next_to_each_other() {
    let specimen = small();
    assert_eq!(
        csv(&specimen, "anna-berg", SpeakerTable::Companions),
        "speaker,speaker_id,documents,conversations,adjacent_turns\r\n\
         Carl Dorn,carl-dorn,2,2,5\r\n\
         Emil Frey,emil-frey,1,1,2\r\n"
    );
}

#[test]
fn the_same_pair_has_the_same_numbers_on_both_pages() {
    for specimen in support::specimens() {
        let site = &specimen.site;
        for one in site.speakers.iter().map(|id| &site.people[id]) {
            for companion in site.companions(one) {
                let back = site.companions(&site.people[&companion.person]);
                let back = back.iter().find(|c| c.person == one.id).unwrap();
                assert_eq!(
                    (back.n_documents, back.n_conversations, back.n_adjacent),
                    (
                        companion.n_documents,
                        companion.n_conversations,
                        companion.n_adjacent
                    )
                );
            }
        }
    }
}

#[test]
fn tables_by_year_and_document_add_up_to_the_whole() {
    for specimen in support::specimens() {
        let site = &specimen.site;
        for person in site.speakers.iter().map(|id| &site.people[id]) {
            let years = site.years(person);
            let words: usize = years.iter().map(|y| y.printed.n_words).sum();
            assert_eq!(words, person.printed.n_words, "{}", person.id);
            let turns: usize = years.iter().map(|y| y.by_editors.n_turns).sum();
            assert_eq!(turns, person.by_editors.n_turns, "{}", person.id);
            assert_eq!(site.places(person).count(), person.total().n_turns);
        }
    }
}

#[test]
fn a_short_life_says_who_wrote_it() {
    let specimen = small();
    let page = specimen.page("speakers/anna-berg.html");
    assert!(page.contains("<p class=\"biography\">Born &lt;in&gt; Bern.</p>"));
    assert!(page.contains("<p class=\"biography\">Later in Basel.</p>"));
    assert!(page.contains("Life: The editors"));
    assert!(
        !specimen
            .page("speakers/carl-dorn.html")
            .contains("biography")
    );
}

#[test]
fn mentions_are_those_of_others() {
    let specimen = small();
    assert_eq!(
        csv(&specimen, "anna-berg", SpeakerTable::Mentions),
        "speaker,speaker_id,document,anchor,date,url\r\n\
         Carl Dorn,carl-dorn,talk,t2,1990-05-01,documents/talk.html#t2\r\n\
         Emil Frey,emil-frey,talk,t4,1990-05-01,documents/talk.html#t4\r\n"
    );
}

/// Two speakers; one says “harvest” in each of her turns and one says it in none.
fn long(n: usize, years: usize) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for year in 0..years {
        let mut text = String::new();
        for _ in 0..n {
            text.push_str("A. Berg: The Harvest was discussed yesterday; this harvest matters to everybody present.\n\n");
            text.push_str("C. Dorn: The railway was discussed yesterday; this railway matters to everybody present.\n\n");
        }
        let mut record = String::new();
        writeln!(record, "date = \"{}\"\nlanguage = \"en\"", 1990 + year).unwrap();
        files.push((format!("content/documents/d{year}.txt"), text));
        files.push((format!("content/documents/d{year}.toml"), record));
    }
    files
}

fn long_archive(n: usize, years: usize) -> Specimen {
    let files = long(n, years);
    let mut all = vec![
        ("site.toml", "title = \"Talks\"\n"),
        ("content/people.toml", PEOPLE),
    ];
    all.extend(files.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    archive(&all)
}

#[test]
fn distinctive_words_are_found_and_lead_to_a_search_of_the_speaker() {
    let specimen = long_archive(120, 1);
    let found = specimen
        .site
        .distinctive_words(person(&specimen.site, "anna-berg"));
    let words: Vec<(&str, usize, usize)> = found[0]
        .words
        .iter()
        .map(|word| (word.word.as_str(), word.n_own, word.n_others))
        .collect();
    assert_eq!(words, [("harvest", 240, 0)]);
    let page = specimen.page("speakers/anna-berg.html");
    assert!(page.contains("href=\"../search.html?q=harvest&amp;speaker=anna-berg\""));
    assert!(page.contains("15.13"));
}

#[test]
fn under_a_thousand_words_nothing_is_called_distinctive() {
    let specimen = long_archive(50, 1);
    let site = &specimen.site;
    assert!(site.distinctive_words(person(site, "anna-berg")).is_empty());
    assert!(
        !specimen
            .page("speakers/anna-berg.html")
            .contains("Distinctive words")
    );
}

#[test]
fn a_speaker_of_very_many_turns_has_a_page_for_each_year() {
    let specimen = long_archive(501, 2);
    let first = specimen.page("speakers/anna-berg.html");
    assert!(first.contains("href=\"anna-berg.1990.html\""));
    assert!(!first.contains("class=\"opening-list\""));
    assert!(first.contains("class=\"years-drawing"));
    let year = specimen.page("speakers/anna-berg.1991.html");
    assert_eq!(
        year.matches("<li><a href=\"../documents/d1.html#t").count(),
        501
    );
    assert!(!year.contains("documents/d0.html#t"));
}

#[test]
fn only_the_words_of_the_source_are_in_its_language() {
    let specimen = archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        (
            "content/documents/talk.txt",
            "Anna Berg: Bonjour à tous.\n\nOtto Lind: Bonjour.\n\nAnna Berg: Oui.\n\nOtto Lind: Non.\n",
        ),
        (
            "content/documents/talk.toml",
            "title = \"Entretien\"\ndate = \"1990-05-01\"\nlanguage = \"fr\"\n",
        ),
    ]);
    let page = specimen.page("speakers/anna-berg.html");
    let openings = page.split("<section class=\"section openings\">").nth(1);
    let openings = openings.unwrap();
    for expected in [
        "<h3><span class=\"quiet\">1 May 1990</span> <a href=\"../documents/talk.html\" lang=\"fr\" dir=\"auto\">Entretien</a> \
         <span class=\"quiet\">2 turns</span></h3>\n<ol class=\"opening-list\">\n",
        "<li><a href=\"../documents/talk.html#t1\">turn 1</a> <p><span lang=\"fr\">Bonjour à tous.</span></p> \
         <span class=\"quiet\">3 words</span></li>",
    ] {
        assert!(openings.contains(expected), "{expected}\n{openings}");
    }
}

#[test]
fn a_speaker_of_one_page_has_no_pages_of_years() {
    let specimen = small();
    assert!(!specimen.files.contains_key("speakers/anna-berg.1990.html"));
    assert!(specimen.page("speakers/anna-berg.html").contains("<h3"));
}

#[test]
fn data_for_machines_are_json_that_no_name_can_break_out_of() {
    let hostile = "[[person]]\nid = \"anna-berg\"\nname = \"Anna </script><b> & Berg\"\n";
    let files = [
        ("content/people.toml", hostile),
        ("content/documents/talk.txt", TALK),
    ];
    let specimen = archive(&files);
    let page = specimen.page("speakers/anna-berg.html");
    let data: Vec<_> = support::html::elements(page)
        .into_iter()
        .filter(|element| element.get("type") == Some("application/ld+json"))
        .collect();
    let read: serde_json::Value = serde_json::from_str(&data[0].text).unwrap();
    let person = &read["@graph"][0]["mainEntity"];
    assert_eq!(person["name"], "Anna </script><b> & Berg");
}

#[test]
fn the_score_of_a_long_talk_is_drawn_in_one_stroke_for_each_speaker() {
    let turns = |n: usize| "Anna Berg: Yes, and so on.\n\nOtto Lind: No.\n\n".repeat(n / 2);
    for (n, is_linked) in [(80, true), (82, false)] {
        let site = archive(&[
            ("site.toml", "title = \"Talks\""),
            ("content/documents/talk.txt", &turns(n)),
        ]);
        let row = site.page("speakers/anna-berg.html");
        let drawing = row.split("score-drawing").nth(1).unwrap();
        let drawing = drawing.split("</div>").next().unwrap();
        assert_eq!(drawing.contains("#t50\""), is_linked, "{n}: {drawing}");
        assert_eq!(drawing.matches("<rect").count() > 0, is_linked, "{n}");
        assert_eq!(drawing.matches("<path").count() == 2, !is_linked, "{n}");
        // Nothing is left out: as many bars as turns.
        let n_bars = drawing.matches("score-hit").count() + drawing.matches('M').count();
        assert_eq!(n_bars, n);
    }
}
