//! What is exported as TEI, as Akoma Ntoso and as WebVTT is read back by memcon as the same turns: held over the founding archive, every fixture, and every text that
//! the reader is tried with.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::site::{ExportFile, Site};
use memcon::source::{self, DocumentId};
use support::archive::{archive, built, run_in, write};
use support::fixtures::{fixtures, only, read};
use support::oracle::{Turn, read_back, same, turns};
use support::specimens;

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

/// Captions print no mark behind a name, and all else comes back.
#[test]
fn webvtt_is_read_back_as_the_same_turns() {
    let n = std::cell::Cell::new(0);
    each(|name, site, id| {
        let (_, entry) = site.document(id).unwrap();
        if entry.document.stated.times.is_empty() {
            return;
        }
        n.set(n.get() + 1);
        let file = ExportFile::DocumentVtt(id.clone());
        let unmarked = |turns: Vec<Turn>| -> Vec<Turn> {
            let turns = turns.into_iter();
            turns
                .map(|turn| Turn {
                    printed_label: turn.label.clone(),
                    ..turn
                })
                .collect()
        };
        let mut back = unmarked(read_back(site, id, &file, "vtt"));
        let mut there = unmarked(turns(site, id));
        // Captions are in order of time; those of the source may not be.
        let times = &entry.document.stated.times;
        if !times.is_sorted_by_key(|one| one.start) {
            back.sort_by(|a, b| a.anchor.cmp(&b.anchor));
            there.sort_by(|a, b| a.anchor.cmp(&b.anchor));
        }
        same(name, &there, &back);
    });
    assert!(n.get() > 20, "{} texts have times", n.get());
}

/// A turn inserted after t1 is t1a, and stays so in a file that was taken away.
#[test]
fn anchors_are_read_back_from_every_form() {
    let cue = |at: usize, words: &str| {
        format!("00:00:{at:02}.000 --> 00:00:{:02}.000\n{words}\n\n", at + 1)
    };
    let (ann, ben) = ("<v Ann>One of them.", "<v Ben>Two of them.");
    let before = format!(
        "WEBVTT\n\n{}{}{}",
        cue(1, ann),
        cue(30, ben),
        cue(50, "<v Ann>Three.")
    );
    let inserted = cue(10, "<v Cora>Well now, who knows?");
    let paragraph = cue(43, "<v Ben>And another thing.");
    let after = format!(
        "WEBVTT\n\n{}{inserted}{}{paragraph}{}",
        cue(1, ann),
        cue(30, ben),
        cue(50, "<v Ann>Three.")
    );
    let folder = archive(&[
        ("site.toml", "[export]\nakoma_ntoso = true\n"),
        ("content/documents/talk.vtt", before.as_str()),
    ]);
    assert!(run_in(folder.path(), &["-q", "build"]).status.success());
    write(folder.path(), "content/documents/talk.vtt", after);
    assert!(run_in(folder.path(), &["-q", "build"]).status.success());
    let site = built(folder.path());
    let id = &site.site.documents[0].id;
    let there = turns(&site.site, id);
    let anchors =
        |turns: &[Turn]| -> Vec<String> { turns.iter().map(|turn| turn.anchor.clone()).collect() };
    assert_eq!(anchors(&there), ["t1", "t1a", "t2", "t3"]);
    assert_eq!(there[2].paragraphs.len(), 2);
    for (file, ending) in [
        (ExportFile::DocumentTei(id.clone()), "xml"),
        (ExportFile::DocumentAkn(id.clone()), "xml"),
        (ExportFile::DocumentVtt(id.clone()), "vtt"),
    ] {
        same(ending, &there, &read_back(&site.site, id, &file, ending));
    }
}
