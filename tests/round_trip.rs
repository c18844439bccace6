//! What is exported as TEI and as Akoma Ntoso is read back by memcon as the same turns: held over the founding archive, every fixture, and every text that
//! the reader is tried with.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::document::Label;
use memcon::export;
use memcon::site::{ExportFile, Site};
use memcon::source::{self, DocumentId};
use support::fixtures::{fixtures, only, read};
use support::specimens;

/// A turn as a reader of the data has it.
#[derive(PartialEq, Debug)]
struct Turn {
    anchor: String,
    label: Option<String>,
    printed_label: Option<String>,
    kind: String,
    speaker: Option<String>,
    paragraphs: Vec<String>,
}

fn turns(site: &Site, id: &DocumentId) -> Vec<Turn> {
    let (_, entry) = site.document(id).unwrap();
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

/// Every document of all specimens and all texts of the reader's tests, each with its site.
fn each(check: impl Fn(&str, &Site, &DocumentId)) {
    for specimen in specimens() {
        for entry in &specimen.site.documents {
            check(
                &format!("{}: {}", specimen.name, entry.id),
                &specimen.site,
                &entry.id,
            );
        }
    }
    for file in ["segment", "records"].into_iter().flat_map(fixtures) {
        let site = memcon::compile(&only(vec![read(&file)]), &mut Diagnostics::new());
        for entry in &site.documents {
            check(&file.display().to_string(), &site, &entry.id);
        }
    }
}

/// The document read from one of its exports, by itself: no record, no authority file.
fn read_back(site: &Site, id: &DocumentId, file: &ExportFile, ending: &str) -> Vec<Turn> {
    let bytes = export::render(site, file);
    let source = source::document_bytes(&format!("{id}.{ending}"), bytes).expect("it is read");
    let again = memcon::compile(&only(vec![source]), &mut Diagnostics::new());
    let entry = again.documents.first().expect("there is a document");
    turns(&again, &entry.id)
}

fn same(name: &str, there: &[Turn], back: &[Turn]) {
    for (one, other) in there.iter().zip(back) {
        assert_eq!(one, other, "{name}");
    }
    assert_eq!(there.len(), back.len(), "{name}");
}

#[test]
fn akoma_ntoso_is_read_back_as_the_same_turns() {
    each(|name, site, id| {
        let file = ExportFile::DocumentAkn(id.clone());
        same(name, &turns(site, id), &read_back(site, id, &file, "xml"));
    });
}

/// What none of the fixtures has, and XML has ways of its own with.
#[test]
fn odd_blanks_signs_and_names_are_read_back() {
    let talk = "Dr.\u{a0}Anna  Berg: One\ttab and  two blanks.\n\nQ. <b>&amp; ]]> \"yes\"?\n\n\
        Dr.\u{a0}Anna  Berg: - (laughs) [I] agree [...]\n\nQ. Well?\n\nT1: Me too.\n\nDr.\u{a0}Anna  Berg: No.\n\nT1: [laughter]\n";
    let source = source::document_bytes("talk.txt", talk.into()).unwrap();
    let site = memcon::compile(&only(vec![source]), &mut Diagnostics::new());
    let id = &site.documents[0].id;
    let there = turns(&site, id);
    assert!(there.iter().any(|turn| turn.paragraphs[0].contains('\t')));
    assert!(there.iter().any(|turn| turn.label.as_deref() == Some("T1")));
    for file in [
        ExportFile::DocumentTei(id.clone()),
        ExportFile::DocumentAkn(id.clone()),
    ] {
        same("talk", &there, &read_back(&site, id, &file, "xml"));
    }
}

#[test]
fn tei_is_read_back_as_the_same_turns() {
    each(|name, site, id| {
        let file = ExportFile::DocumentTei(id.clone());
        same(name, &turns(site, id), &read_back(site, id, &file, "xml"));
    });
}
