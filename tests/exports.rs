//! The data of every archive can be read by those who take it away.

mod support;

use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeSet;
use support::specimens;

/// The fields of `data/turns.jsonl`, in order: kept stable.
const TURN_FIELDS: [&str; 18] = [
    "document",
    "anchor",
    "n",
    "url",
    "title",
    "conversation",
    "date",
    "document_date",
    "kind",
    "turn_kind",
    "speaker_label",
    "speaker",
    "speaker_id",
    "attribution",
    "language",
    "archive_reference",
    "translator",
    "text",
];

#[test]
fn every_turn_is_a_line_of_json_with_the_same_fields() {
    for specimen in specimens() {
        let text = std::str::from_utf8(&specimen.files["data/turns.jsonl"]).unwrap();
        assert_eq!(
            text.lines().count(),
            specimen.site.n_turns(),
            "{}",
            specimen.name
        );
        let mut addresses = BTreeSet::new();
        for line in text.lines() {
            let turn: Value = serde_json::from_str(line).unwrap();
            assert_eq!(turn.as_object().unwrap().len(), TURN_FIELDS.len());
            let mut at = 0;
            for field in TURN_FIELDS {
                let found = line.find(&format!("\"{field}\":"));
                assert!(found.is_some_and(|found| found >= at), "{field} in {line}");
                at = found.unwrap();
            }
            assert!(addresses.insert(turn["url"].as_str().unwrap().to_owned()));
        }
    }
}

#[test]
fn a_documents_json_has_its_turns_with_spans_that_lead_into_the_reading_text() {
    for specimen in specimens() {
        for entry in &specimen.site.documents {
            let path = format!("documents/{}.json", entry.id);
            let json: Value = serde_json::from_slice(&specimen.files[&path]).unwrap();
            let turns = json["turns"].as_array().unwrap();
            assert_eq!(turns.len(), entry.turns.len(), "{path}");
            for turn in turns {
                let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
                let span = at(&turn["span"][0])..at(&turn["span"][1]);
                let said = &entry.source.text[span.clone()];
                if let Some(label) = turn["speaker_label"].as_str() {
                    assert!(said.starts_with(label), "{path}: {label} in {said}");
                }
                let pieces = turn["pieces"].as_array().unwrap();
                let (first, last) = (&pieces[0], &pieces[pieces.len() - 1]);
                assert_eq!(at(&first[0])..at(&last[1]), span, "{path}");
                let paragraphs: Vec<&str> = turn["paragraphs"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|p| p.as_str().unwrap())
                    .collect();
                assert_eq!(turn["text"], paragraphs.join("\n\n"), "{path}");
            }
        }
    }
}

#[test]
fn feed_and_sitemap_are_well_formed_xml() {
    for specimen in specimens() {
        for (path, text) in specimen.texts("xml") {
            let mut reader = quick_xml::Reader::from_str(text);
            let mut depth = 0_usize;
            loop {
                match reader.read_event() {
                    Ok(Event::Start(_)) => depth += 1,
                    Ok(Event::End(_)) => depth -= 1,
                    Ok(Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{}: {path}: {error}", specimen.name),
                }
            }
            assert_eq!(depth, 0, "{}: {path}", specimen.name);
        }
    }
}

#[test]
fn a_feed_has_what_atom_asks_for_and_no_clock() {
    for specimen in specimens() {
        let feed = std::str::from_utf8(&specimen.files["feed.xml"]).unwrap();
        let n = specimen.site.documents.len();
        let count = |words: &str| feed.matches(words).count();
        assert_eq!(count("<entry>"), n);
        for element in ["<id>", "<updated>", "<title>"] {
            assert_eq!(count(element), n + 1, "{}: {element}", specimen.name);
        }
        assert_eq!(count("<author>"), 1);
        let ids: BTreeSet<&str> = feed
            .split("<id>")
            .skip(1)
            .map(|rest| rest.split("</id>").next().unwrap())
            .collect();
        assert_eq!(ids.len(), n + 1, "{}: every id is its own", specimen.name);
        let form = if specimen.site.config.base_url.is_some() {
            "http"
        } else {
            "tag:"
        };
        assert!(ids.iter().all(|id| id.starts_with(form)), "{ids:?}");
    }
}

#[test]
fn addresses_are_absolute_only_where_the_archive_has_one() {
    for specimen in specimens() {
        let has_address = specimen.site.config.base_url.is_some();
        assert_eq!(
            specimen.files.contains_key("sitemap.xml"),
            has_address,
            "{}",
            specimen.name
        );
        let robots = std::str::from_utf8(&specimen.files["robots.txt"]).unwrap();
        assert_eq!(
            robots.contains("Sitemap: http"),
            has_address,
            "{}",
            specimen.name
        );
        assert!(specimen.files[".nojekyll"].is_empty());
    }
}
