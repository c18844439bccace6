//! What those find who share a page: its picture, its title, its address; and portraits.

mod support;

use support::Specimen;
use support::archive::{archive, built};
use support::html::{Element, elements};

const TALK: &str = "A. Berg: Good morning.\n\nC. Dorn: Good morning.\n\nA. Berg: Shall we?\n\nC. Dorn: Let us begin.\n";

/// A picture of two by three pixels, as PNG begins.
fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend([0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

fn site(config: &str, more: &[(&str, &[u8])]) -> Specimen {
    let mut files = vec![
        ("site.toml", config.as_bytes()),
        ("content/documents/talk.txt", TALK.as_bytes()),
    ];
    files.extend(more);
    built(archive(&files).path())
}

/// What a page says of itself: the `meta` of a property or a name.
fn said(page: &str, key: &str) -> Vec<String> {
    let is = |element: &&Element| {
        element.name == "meta"
            && [element.get("property"), element.get("name")].contains(&Some(key))
    };
    let all = elements(page);
    all.iter()
        .filter(is)
        .filter_map(|element| element.get("content").map(str::to_owned))
        .collect()
}

const WITH_ADDRESS: &str = "title = \"Talks\"\nsubtitle = \"Two voices\"\ndescription = \"Of a morning.\"\nbase_url = \"https://archive.example/x/\"\n";

#[test]
fn every_page_names_the_card_and_itself() {
    let specimen = site(WITH_ADDRESS, &[]);
    let card = &specimen.files["assets/card.png"];
    let size = imagesize::blob_size(card).unwrap();
    assert_eq!((size.width, size.height), (1200, 630));
    assert!(card.len() < 100_000, "{}", card.len());
    let pages: Vec<(&str, &str)> = specimen.texts("html").collect();
    assert!(pages.len() > 8);
    for (path, page) in pages {
        if path == "404.html" {
            assert!(said(page, "og:image").is_empty() && said(page, "og:url").is_empty());
            continue;
        }
        let address = format!("https://archive.example/x/{path}");
        assert_eq!(said(page, "og:url"), [address], "{path}");
        assert_eq!(
            said(page, "og:image"),
            ["https://archive.example/x/assets/card.png"],
            "{path}"
        );
        assert_eq!(said(page, "og:image:width"), ["1200"]);
        assert_eq!(said(page, "og:image:alt"), ["Talks. Two voices"]);
        assert_eq!(said(page, "twitter:card"), ["summary_large_image"]);
        for key in ["og:title", "og:description", "og:type"] {
            assert_eq!(said(page, key).len(), 1, "{path} {key}");
        }
    }
}

#[test]
fn without_an_address_no_page_names_one() {
    let specimen = site("title = \"Talks\"\n", &[("static/card.png", &png())]);
    for (path, page) in specimen.texts("html") {
        for key in ["og:url", "og:image", "og:image:alt"] {
            assert!(said(page, key).is_empty(), "{path} {key}");
        }
        assert_eq!(said(page, "twitter:card"), ["summary"], "{path}");
    }
    let specimen = site("title = \"Talks\"\n", &[]);
    assert!(!specimen.files.contains_key("assets/card.png"));
}

#[test]
fn the_same_archive_has_the_same_card_and_another_title_another() {
    let card = |config: &str| site(config, &[]).files["assets/card.png"].clone();
    let first = card(WITH_ADDRESS);
    assert_eq!(first, card(WITH_ADDRESS));
    assert_ne!(first, card(&WITH_ADDRESS.replace("Talks", "Walks")));
    // A title whose letters the typeface lacks is not set with holes in it.
    let none = card(&WITH_ADDRESS.replace("Talks", "שיחות"));
    assert_eq!(none, card(&WITH_ADDRESS.replace("Talks", "会谈")));
}

#[test]
fn a_document_has_its_own_picture_from_beside_it_or_from_static() {
    let record = b"title = \"Talk\"\nimage = \"the talk.png\"\nimage_alt = \"Two people\"\n";
    for place in ["content/documents/the talk.png", "static/the talk.png"] {
        let specimen = site(
            WITH_ADDRESS,
            &[("content/documents/talk.toml", record), (place, &png())],
        );
        let page = specimen.page("documents/talk.html");
        let name = place.strip_prefix("content/").unwrap_or("the talk.png");
        let encoded = name.replace(' ', "%20");
        let address = format!("https://archive.example/x/assets/{encoded}");
        assert_eq!(said(page, "og:image"), [address]);
        assert_eq!(said(page, "og:image:alt"), ["Two people"]);
        assert_eq!(said(page, "og:image:height"), ["3"]);
        assert_eq!(specimen.files[&format!("assets/{name}")], png());
        let home = specimen.page("index.html");
        assert!(said(home, "og:image")[0].ends_with("card.png"));
        // It is no transcript that could not be read.
        assert!(specimen.site.unread.is_empty());
    }
}

#[test]
fn a_picture_that_is_missing_or_none_is_reported_where_it_is_named() {
    use memcon::diagnostic::Code;
    let record = "title = \"Talk\"\nimage = \"tolk.png\"\n";
    for (file, bytes, words) in [
        ("static/talk.png", png(), "the nearest is \"talk.png\""),
        ("static/tolk.png", b"words".to_vec(), "save it as PNG"),
        // Nothing outside the archive is published, and nothing that is no picture.
        ("content/documents/tolk.png/x", png(), "put the file"),
    ] {
        let folder = archive(&[
            ("site.toml", b"title = \"T\"\n".as_slice()),
            ("content/documents/talk.txt", TALK.as_bytes()),
            ("content/documents/talk.toml", record.as_bytes()),
            (file, &bytes),
        ]);
        let sources = support::load(folder.path());
        let found = support::archive::reports(&sources, "content/documents/talk.toml");
        let found: Vec<_> = found.iter().filter(|one| one.0 == Code::BadValue).collect();
        assert_eq!(found.len(), 1, "{file}");
        assert_eq!((found[0].1, found[0].2), (2, 9));
        assert!(found[0].3.contains(words), "{}", found[0].3);
    }
}

#[test]
fn a_portrait_stands_on_the_speakers_page_with_its_size_and_credit() {
    let people = "[[person]]\nid = \"berg\"\nname = \"Anna Berg\"\nportrait = \"portraits/berg.png\"\nportrait_credit = \"Photo: <E. Frey>\"\n";
    let specimen = site(
        WITH_ADDRESS,
        &[
            ("content/people.toml", people.as_bytes()),
            ("content/portraits/berg.png", &png()),
        ],
    );
    let page = specimen.page("speakers/berg.html");
    let all = elements(page);
    let picture = all.iter().find(|element| element.name == "img").unwrap();
    assert_eq!(picture.get("src"), Some("../assets/portraits/berg.png"));
    assert_eq!(
        (picture.get("width"), picture.get("height")),
        (Some("2"), Some("3"))
    );
    assert_eq!(picture.get("alt"), Some("Portrait of Anna Berg"));
    assert!(page.contains("Photo: &lt;E. Frey&gt;</figcaption>"));
    assert_eq!(
        said(page, "og:image"),
        ["https://archive.example/x/assets/portraits/berg.png"]
    );
}

#[test]
fn the_picture_of_a_document_that_is_not_published_is_nowhere() {
    let record = |status: &str| format!("title = \"Talk\"\nimage = \"talk.png\"\n{status}");
    for (status, is_there) in [("", true), ("status = \"draft\"\n", false)] {
        let record = record(status);
        let specimen = site(
            WITH_ADDRESS,
            &[
                ("content/documents/talk.toml", record.as_bytes()),
                ("content/documents/talk.png", &png()),
                ("content/documents/other.txt", TALK.as_bytes()),
            ],
        );
        assert!(specimen.files.contains_key("documents/other.html"));
        let is_found = specimen.files.values().any(|bytes| *bytes == png());
        assert_eq!(is_found, is_there);
    }
}
