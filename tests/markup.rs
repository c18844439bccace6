//! The markup of TEI and Akoma Ntoso: what holds of it besides what their schemas ask.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::export;
use memcon::site::ExportFile;
use std::collections::BTreeSet;
use support::archive::{archive, built};
use support::fixtures::{fixtures, only, read};

/// Both forms of every text of the reader's tests.
fn each(check: impl Fn(&str, &str)) {
    for file in ["segment", "records"].into_iter().flat_map(fixtures) {
        let site = memcon::compile(&only(vec![read(&file)]), &mut Diagnostics::new());
        for entry in &site.documents {
            for form in [
                ExportFile::DocumentTei(entry.id.clone()),
                ExportFile::DocumentAkn(entry.id.clone()),
            ] {
                let bytes = export::render(&site, &form);
                check(
                    &file.display().to_string(),
                    std::str::from_utf8(&bytes).unwrap(),
                );
            }
        }
    }
}

#[test]
fn no_identifier_is_given_twice() {
    each(|name, text| {
        let mut seen = BTreeSet::new();
        for key in [" xml:id=\"", " eId=\""] {
            for rest in text.split(key).skip(1) {
                let id = rest.split('"').next().unwrap();
                assert!(seen.insert(id), "{name}: {id}");
            }
        }
    });
}

#[test]
fn a_section_has_one_heading() {
    let talk = "# One\n\n## Two\n\n**Ann:** Yes, indeed.\n\n**Ben:** No.\n\n## Three\n\n**Ann:** So.\n\n**Ben:** So, so.\n";
    let folder = archive(&[
        ("site.toml", "[export]\nakoma_ntoso = true\n"),
        ("content/documents/talk.md", talk),
    ]);
    let site = built(folder.path());
    let akn = site.page("documents/talk.akn.xml");
    assert!(akn.matches("<heading").count() > 1, "{akn}");
    let check = |name: &str, text: &str| {
        for section in text.split("<debateSection").skip(1) {
            assert!(section.matches("<heading").count() < 2, "{name}: {section}");
        }
    };
    check("talk", akn);
    each(check);
}

/// A list of those present may name thousands in one paragraph.
#[test]
fn thousands_of_names_in_a_paragraph_are_all_marked() {
    let names = ["Ann Ash", "Ben Birch", "Cora Cedar"];
    let people: Vec<String> = names
        .iter()
        .map(|name| format!("[[person]]\nname = \"{name}\"\n"))
        .collect();
    let list: Vec<&str> = names.into_iter().cycle().take(3_000).collect();
    let list = list.join(", ");
    let talk =
        format!("DAN DOE: Present: {list}.\n\nEVE EKS: Yes.\n\nDAN DOE: So.\n\nEVE EKS: So.\n");
    let folder = archive(&[
        ("site.toml", "[export]\nakoma_ntoso = true\n"),
        ("content/people.toml", people.concat().as_str()),
        ("content/documents/talk.txt", talk.as_str()),
    ]);
    let site = built(folder.path());
    let tei = site.page("documents/talk.tei.xml");
    assert_eq!(tei.matches("<persName ref=").count(), 3_000);
    let akn = site.page("documents/talk.akn.xml");
    assert_eq!(akn.matches("<span refersTo=").count(), 3_000);
}
