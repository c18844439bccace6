//! Documents, speakers, conversations and pages with another address: the old one leads on.

use super::{Archive, TALK};
use crate::support::archive::{archive, run_in, write};
use memcon::site::Site;
use memcon::source;
use std::collections::BTreeSet;
use std::fs;

/// Which address leads on to which.
fn moved(site: &Site) -> Vec<(&str, &str)> {
    let all = site.moved.iter();
    all.map(|one| (one.from.as_str(), one.to.as_str()))
        .collect()
}

#[test]
fn a_file_renamed_leads_on_from_its_old_address() {
    let folder = archive(&[
        ("site.toml", "base_url = \"https://a.example/x/\""),
        ("content/documents/talk.txt", TALK),
    ]);
    let build = || {
        let output = run_in(folder.path(), &["build"]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    build();
    let documents = folder.path().join("content/documents");
    fs::write(
        documents.join("meeting.txt"),
        TALK.replace("spring", "summer"),
    )
    .unwrap();
    fs::remove_file(documents.join("talk.txt")).unwrap();
    build();
    build();
    let locks = folder.path().join("content/anchors");
    assert!(!locks.join("talk.lock").exists());
    let page = fs::read_to_string(folder.path().join("public/documents/talk.html")).unwrap();
    assert!(
        page.contains(
            "<link rel=\"canonical\" href=\"https://a.example/x/documents/meeting.html\">"
        ),
        "{page}"
    );
    for anchor in ["t1", "t4"] {
        assert!(
            page.contains(&format!(
                "<li id=\"{anchor}\"><a href=\"meeting.html#{anchor}\">"
            )),
            "{page}"
        );
    }
    assert!(page.contains("../assets/js/moved.js"), "{page}");
    let map = fs::read_to_string(folder.path().join("public/sitemap.xml")).unwrap();
    assert!(!map.contains("talk.html"), "{map}");
    let table = fs::read_to_string(folder.path().join("public/data/addresses.csv")).unwrap();
    assert!(table.contains("turn,documents/talk.html#t2,moved,documents/meeting.html#t2,https://a.example/x/documents/talk.html#t2,\r\n"), "{table}");
    // Another document cannot take the old address.
    write(
        folder.path(),
        "content/documents/talk.txt",
        "Ann: Quite other words are in this one.\n\nBen: I agree.\n\nAnn: Good.\n",
    );
    let output = run_in(folder.path(), &["build"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains(
            "error[lost-address]: the published address documents/talk.html would be lost"
        ),
        "{said}"
    );
}

#[test]
fn a_speaker_known_under_another_name_leads_on() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    let site = archive.settled();
    let names: BTreeSet<&str> = site
        .people
        .keys()
        .map(memcon::authority::PersonId::as_str)
        .collect();
    assert!(
        names.contains("ms-green") || names.contains("green"),
        "{names:?}"
    );
    let old = site
        .speakers
        .iter()
        .find(|id| id.as_str().contains("green"))
        .unwrap()
        .to_string();
    archive.people = Some(
        "[[person]]\nid = \"ada-green\"\nname = \"Ada Green\"\nlabels = [\"Ms. Green\"]\n"
            .to_owned(),
    );
    let site = archive.settled();
    let leads_on = moved(&site);
    let from = format!("speakers/{old}.html");
    assert_eq!(leads_on, [(from.as_str(), "speakers/ada-green.html")]);
    // Nobody else gets the old name: a Green of another talk is another Green.
    let other = "Ms. Green: The trains are late because of the snow in the hills.\n\nMr. Brown: So they are every year.\n\nMs. Green: Not like this.\n\nMr. Brown: I do not remember.\n";
    archive.people = Some("[[person]]\nid = \"ada-green\"\nname = \"Ada Green\"\n".to_owned());
    archive.records.insert("talk".to_owned(), "[[attribution]]\nat = \"We have come\"\nperson = \"ada-green\"\n[[attribution]]\nat = \"I would rather\"\nperson = \"ada-green\"\n".to_owned());
    archive
        .documents
        .insert("trains".to_owned(), other.to_owned());
    let site = archive.settled();
    let leads_on = moved(&site);
    assert_eq!(
        leads_on,
        [(from.as_str(), "speakers/ada-green.html")],
        "{:?}",
        site.speakers
    );
}

#[test]
fn people_known_only_from_labels_keep_their_addresses() {
    let late = "Mr. Gray: The ships leave at noon.\n\nMs. Olive: At noon, then.\n\nMr. Gray: Or a little later.\n\nMs. Olive: Good.\n";
    let mut archive = Archive::of(&[("talk", late)]);
    let site = archive.settled();
    let gray = |site: &Site, document: &str| {
        let id = source::document_bytes(&format!("{document}.txt"), b"a".to_vec())
            .unwrap()
            .id;
        let (_, entry) = site.document(&id).unwrap();
        let turns = entry
            .turns
            .iter()
            .map(|turn| turn.attribution.person().unwrap().to_string());
        turns
            .into_iter()
            .find(|name| name.contains("gray"))
            .unwrap()
    };
    let first = gray(&site, "talk");
    // Another Mr. Gray, in a document that comes before.
    let early = "Mr. Gray: My wheat is dry.\n\nMs. Plum: Mine is wet.\n\nMr. Gray: What a pity.\n\nMs. Plum: It is.\n";
    archive
        .documents
        .insert("a-talk".to_owned(), early.to_owned());
    let site = archive.settled();
    assert_eq!(gray(&site, "talk"), first);
    assert_ne!(gray(&site, "a-talk"), first);
    assert_eq!(site.moved, []);
}

#[test]
fn a_page_that_goes_leads_to_where_its_words_are() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    let record = "source = \"withhold\"\n".to_owned();
    archive.records.insert("talk".to_owned(), record);
    let site = archive.settled();
    let leads_on = moved(&site);
    let from = "documents/talk.source.html";
    assert_eq!(leads_on, [(from, "documents/talk.html")]);
    // It comes back as it was.
    archive.records.clear();
    assert_eq!(archive.settled().moved, []);
}

#[test]
fn a_conversation_that_gets_a_name_leads_on() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    archive.records.insert(
        "talk".to_owned(),
        "conversation = \"spring-talks\"\n".to_owned(),
    );
    let site = archive.settled();
    let leads_on = moved(&site);
    assert_eq!(
        leads_on,
        [("conversations/talk.html", "conversations/spring-talks.html")]
    );
}
