//! What is exported as TEI is read back by memcon as the same turns: held over the founding archive, every fixture, and every text that
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
fn tei_is_read_back_as_the_same_turns() {
    each(|name, site, id| {
        let file = ExportFile::DocumentTei(id.clone());
        same(name, &turns(site, id), &read_back(site, id, &file, "xml"));
    });
}
