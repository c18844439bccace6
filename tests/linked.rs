//! JSON-LD: on every page, whole whatever the sources hold, and saying what the page says.

mod support;

use serde_json::Value;
use support::Specimen;
use support::archive::{archive, built};
use support::html::elements;

/// The graph of a page: its subject, and the way to it.
fn graph(page: &str) -> Vec<Value> {
    let all = elements(page);
    let blocks: Vec<&str> = all
        .iter()
        .filter(|element| element.get("type") == Some("application/ld+json"))
        .map(|element| element.text.as_str())
        .collect();
    let [block] = blocks[..] else {
        return Vec::new();
    };
    let data: Value = serde_json::from_str(block).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().unwrap().clone()
}

/// The words of a page, without its head.
fn words(page: &str) -> String {
    let body = page.split("<body>").nth(1).unwrap();
    elements(body)
        .iter()
        .map(|element| element.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

const WITH_ADDRESS: &str = "title = \"Talks & </script>\"\nbase_url = \"https://archive.example/x/\"\npublisher = \"The House\"\nrights = \"CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).\"\n";
const TALK: &str = "A. Berg: Good morning.\n\nC. Dorn: Good morning.\n\nA. Berg: Shall we?\n\nC. Dorn: Let us begin.\n";

fn site(config: &str, record: &str) -> Specimen {
    let people = "[[person]]\nid = \"berg\"\nname = \"Anna Berg\"\nsame_as = [\"https://viaf.org/viaf/7\"]\n";
    built(
        archive(&[
            ("site.toml", config),
            ("content/people.toml", people),
            ("content/documents/talk.txt", TALK),
            ("content/documents/talk.toml", record),
        ])
        .path(),
    )
}

#[test]
fn every_page_tells_what_it_is_and_where_it_stands() {
    let specimen = site(
        WITH_ADDRESS,
        "title = \"<!-- </script><b>\"\ndate = \"1990-05-01\"\n",
    );
    for (path, page) in specimen.texts("html") {
        let graph = graph(page);
        if path == "404.html" {
            assert!(graph.is_empty());
            continue;
        }
        let address = format!("https://archive.example/x/{path}");
        assert_eq!(graph[0]["url"], address.as_str());
        if path == "index.html" {
            assert_eq!(graph[0]["name"], "Talks & </script>");
            assert_eq!(
                graph[0]["license"],
                "https://creativecommons.org/licenses/by/4.0/"
            );
            continue;
        }
        assert_eq!(
            graph[0]["isPartOf"]["@id"],
            "https://archive.example/x/index.html#archive"
        );
        let way = graph[1]["itemListElement"].as_array().unwrap();
        assert_eq!(graph[1]["@type"], "BreadcrumbList");
        assert_eq!(way[0]["item"], "https://archive.example/x/index.html");
        assert_eq!(way.last().unwrap()["item"], address.as_str());
        for step in way {
            let item = step["item"].as_str().unwrap();
            let file = item.strip_prefix("https://archive.example/x/").unwrap();
            assert!(specimen.files.contains_key(file), "{item}");
        }
    }
    let document = &graph(specimen.page("documents/talk.html"))[0];
    assert_eq!(document["name"], "<!-- </script><b>");
}

#[test]
fn without_an_address_nothing_names_one() {
    let specimen = site("title = \"Talks\"\n", "title = \"Talk\"\n");
    for (path, page) in specimen.texts("html") {
        for node in graph(page) {
            let text = node.to_string();
            assert!(
                !text.contains("\"@id\"") && !text.contains("\"url\""),
                "{path}: {text}"
            );
            assert!(node["@type"] != "BreadcrumbList", "{path}");
        }
    }
    let page = &graph(specimen.page("speakers/berg.html"))[0];
    assert_eq!(page["mainEntity"]["sameAs"][0], "https://viaf.org/viaf/7");
}

#[test]
fn only_a_date_that_is_certain_is_one_for_calendars() {
    for (date, key, said) in [
        ("1990-05-01", "dateCreated", "1990-05-01"),
        ("1990-05", "dateCreated", "1990-05"),
        (
            "1990-05-01/1990-05-03",
            "temporalCoverage",
            "1990-05-01/1990-05-03",
        ),
        ("1990-05?", "temporal", "1990-05?"),
        ("199X", "temporal", "199X"),
    ] {
        let specimen = site(
            WITH_ADDRESS,
            &format!("title = \"Talk\"\ndate = \"{date}\"\n"),
        );
        let document = &graph(specimen.page("documents/talk.html"))[0];
        for other in ["dateCreated", "temporalCoverage", "temporal"] {
            let expected = if other == key {
                said.into()
            } else {
                Value::Null
            };
            assert_eq!(document[other], expected, "{date} {other}");
        }
        let event = &graph(specimen.page("conversations/talk.html"))[0];
        let is_certain = key != "temporal";
        assert_eq!(event["startDate"].is_string(), is_certain, "{date}");
    }
}

#[test]
fn names_and_dates_are_those_of_the_page() {
    let mut n_dates = 0;
    for specimen in support::specimens() {
        for (path, page) in specimen.texts("html") {
            let graph = graph(page);
            let Some(subject) = graph.first() else {
                assert_eq!(path, "404.html");
                continue;
            };
            let words = words(page);
            let name = subject["name"].as_str().unwrap();
            let same = |a: &str, b: &str| {
                let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                plain(a).contains(&plain(b))
            };

            if !path.starts_with("documents/") || path.contains(".source.") {
                continue;
            }
            assert!(same(&words, name), "{path}: {name}");
            for person in subject["contributor"].as_array().into_iter().flatten() {
                let name = person["name"].as_str().unwrap();
                assert!(same(&words, name), "{path}: {name}");
            }
            for key in ["dateCreated", "datePublished"] {
                if let Some(date) = subject[key].as_str() {
                    let datetime = format!("datetime=\"{date}\"");
                    assert!(page.contains(&datetime), "{path}: {date}");
                    n_dates += 1;
                }
            }
        }
    }
    assert!(n_dates > 5, "{n_dates}");
}
