//! The keys of `site.toml`, told one by one: what a new archive's file says about each.

/// A key of `site.toml`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// The table it stands in, `edition`; empty at the head of the file.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it says and what holds without it, in a sentence or two.
    pub says: &'static str,
    /// A value, as TOML.
    pub example: &'static str,
}

/// Every key, in the order in which a file names them. A test compares them with what is read.
pub const KEYS: &[Key] = &[
    key(
        "",
        "title",
        "What the archive is called. Without it: “Archive”.",
        "\"Voices of the harbor\"",
    ),
    key(
        "",
        "subtitle",
        "A line beside the title.",
        "\"Interviews, 1990–1991\"",
    ),
    key(
        "",
        "description",
        "One or two sentences for the first page and for search engines.",
        "\"What people at the harbor told us about the strike.\"",
    ),
    key(
        "",
        "language",
        "The language in which the site itself speaks: headings, buttons, dates. en, fr, de or ru. Without it: English.",
        "\"en\"",
    ),
    key(
        "",
        "base_url",
        "The address the archive will have, with / at its end. GitHub Pages gives it to the build by itself; without it the site works too, only canonical links, the feed and the sitemap are left out.",
        "\"https://name.github.io/archive/\"",
    ),
    key(
        "",
        "earlier_base_urls",
        "The addresses the archive had before, the oldest first, where it moved: every citation then says so, and data/addresses.csv lists what was published there.",
        "[\"https://old.example/archive/\"]",
    ),
    key(
        "",
        "publisher",
        "Who publishes the archive.",
        "\"The Harbor Museum\"",
    ),
    key(
        "",
        "contact",
        "Where readers report errors: an e-mail address, or an address that begins with https://.",
        "\"archive@museum.example\"",
    ),
    key(
        "",
        "rights",
        "What may be done with your own texts, in a sentence. The rights in a document stand in its record.",
        "\"The editors’ notes may be used under CC BY 4.0.\"",
    ),
    key(
        "edition",
        "name",
        "What this state of the archive is called. With [edition] it must be given.",
        "\"First edition\"",
    ),
    key(
        "edition",
        "date",
        "Its day, as YYYY-MM-DD: the only date of publication there is. Change it when you publish anew.",
        "\"2026-01-31\"",
    ),
    key(
        "citations",
        "styles",
        "The styles that citations are offered in, by their files in templates/styles. Without it: all that are there.",
        "[\"chicago-notes-bibliography\", \"apa\"]",
    ),
    key(
        "export",
        "akoma_ntoso",
        "Whether every document is offered as Akoma Ntoso too, the markup of parliaments.",
        "true",
    ),
    key(
        "export",
        "opensearch",
        "Whether all turns are offered as files to load into OpenSearch or Elasticsearch, with their mapping and instructions.",
        "true",
    ),
    key(
        "export",
        "sqlite",
        "Whether the whole archive is offered as a SQLite database with an index of its words, for Datasette and SQL.",
        "true",
    ),
    key(
        "export",
        "leave_out",
        "Forms of documents that are not made, where a site would be too large for its host: bib, csl.json, json, ris, tei.xml, txt. Addresses of those already published are lost.",
        "[\"tei.xml\"]",
    ),
    key(
        "search",
        "engine",
        "How the search index is made. \"auto\" chooses by the size of the archive, and need not be changed.",
        "\"auto\"",
    ),
    key(
        "pages",
        "html",
        "What becomes of HTML in your own pages: \"cleaned\" keeps plain formatting and nothing that acts or comes from another host; \"as-written\" keeps all of it. Without it: cleaned.",
        "\"cleaned\"",
    ),
    key(
        "theme",
        "accent",
        "The color of links. Colors are written as \"#102a6b\", or as { light = \"#102a6b\", dark = \"#a8c0ff\" } for day and night; text that can hardly be read is reported.",
        "\"#102a6b\"",
    ),
    key(
        "theme",
        "speakers",
        "Up to six colors for those who speak; the sixth is that of all others.",
        "[\"#0b63a5\", \"#a03000\"]",
    ),
    key(
        "theme",
        "logo",
        "Your sign in the head of every page: a file in the folder static.",
        "\"logo.svg\"",
    ),
    key("theme", "paper", "The ground of the page.", "\"#fdfdfc\""),
    key(
        "theme",
        "raised",
        "The ground of what stands out from the page.",
        "\"#f1f2f2\"",
    ),
    key(
        "theme",
        "mark",
        "The ground of words that were found.",
        "\"#e2e5e7\"",
    ),
    key("theme", "ink", "The color of text.", "\"#15181c\""),
    key(
        "theme",
        "quiet",
        "The color of less important text.",
        "\"#43484f\"",
    ),
    key("theme", "rule", "The color of thin rules.", "\"#d6d9db\""),
    key(
        "theme",
        "line",
        "The color of the edges of fields and buttons.",
        "\"#6f757c\"",
    ),
    key(
        "menu",
        "title",
        "[[menu]], once for each item, takes the place of the menu there is. What the item is called.",
        "\"Documents\"",
    ),
    key(
        "menu",
        "page",
        "Where it leads: home, timeline, people, search, data, an index, or a page of your own by its name.",
        "\"home\"",
    ),
    key(
        "menu",
        "url",
        "In place of page: the address of another site.",
        "\"https://museum.example/\"",
    ),
];

const fn key(
    table: &'static str,
    name: &'static str,
    says: &'static str,
    example: &'static str,
) -> Key {
    Key {
        table,
        name,
        says,
        example,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::source::TextFile;
    use std::collections::BTreeSet;

    /// The keys that the reader itself names when it meets one it does not know.
    fn known(table: &str) -> BTreeSet<String> {
        let text = match table {
            "" => "zzzzzz = 1\n".to_owned(),
            "edition" => "[edition]\nname = \"x\"\nzzzzzz = 1\n".to_owned(),
            "menu" => "[[menu]]\ntitle = \"x\"\nzzzzzz = 1\n".to_owned(),
            table => format!("[{table}]\nzzzzzz = 1\n"),
        };
        let file = TextFile {
            path: "site.toml".into(),
            text,
        };
        let mut diagnostics = Diagnostics::new();
        parse(Some(&file), &mut diagnostics);
        let message = diagnostics.sorted()[0].message.clone();
        let (_, named) = message.split_once("known here are ").unwrap_or_else(|| {
            panic!("{message}");
        });
        // `a`, `b`, `c`; of two, `a` or `b`.
        let named = named.split('`').skip(1).step_by(2);
        named.map(str::to_owned).collect()
    }

    #[test]
    fn every_key_that_is_read_is_told_and_no_other() {
        let tables: BTreeSet<&str> = KEYS.iter().map(|key| key.table).collect();
        for table in &tables {
            let told: BTreeSet<String> = KEYS
                .iter()
                .filter(|key| key.table == *table)
                .map(|key| key.name.to_owned())
                .chain(
                    tables
                        .iter()
                        .filter(|name| table.is_empty() && !name.is_empty())
                        .map(|name| (*name).to_owned()),
                )
                .collect();
            assert_eq!(told, known(table), "[{table}]");
        }
    }

    #[test]
    fn every_example_is_read() {
        for key in KEYS {
            let (head, also) = match (key.table, key.name) {
                ("", _) => (String::new(), ""),
                ("edition", "date") => ("[edition]\n".to_owned(), "name = \"x\"\n"),
                ("menu", "title") => ("[[menu]]\n".to_owned(), "page = \"home\"\n"),
                ("menu", _) => ("[[menu]]\n".to_owned(), "title = \"x\"\n"),
                (table, _) => (format!("[{table}]\n"), ""),
            };
            let text = format!("{head}{also}{} = {}\n", key.name, key.example);
            let file = TextFile {
                path: "site.toml".into(),
                text: text.clone(),
            };
            let mut diagnostics = Diagnostics::new();
            parse(Some(&file), &mut diagnostics);
            assert!(diagnostics.sorted().is_empty(), "{text}");
        }
    }
}
