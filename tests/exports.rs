//! The data of every archive can be read by those who take it away.

mod support;

use memcon::output;
use memcon::site::{ExportFile, Route, TableForm};
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeSet;
use support::archive::{archive, built, run_in};
use support::{Specimen, specimens};
use support::{csv, schema};

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

/// Takes away the apostrophe before what a spreadsheet would take for a formula.
fn unguarded(cell: &str) -> &str {
    let guarded = cell.strip_prefix('\'').filter(|rest| {
        let rest = rest.trim_start_matches('\'');
        rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
    });
    guarded.unwrap_or(cell)
}

#[test]
fn the_tables_of_the_archive_have_the_columns_documented_and_the_same_rows_in_both_forms() {
    for specimen in specimens() {
        for table in specimen.site.tables() {
            let columns: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            let path = |form: TableForm| format!("data/{}.{}", table.name(), form.extension());
            let mut rows = csv::rows(specimen.page(&path(TableForm::Csv))).into_iter();
            assert_eq!(rows.next().unwrap(), columns);
            let lines = specimen.page(&path(TableForm::Jsonl));
            assert_eq!(
                rows.len(),
                lines.lines().count(),
                "{}",
                path(TableForm::Csv)
            );
            for (row, line) in rows.zip(lines.lines()) {
                let object: Value = serde_json::from_str(line).unwrap();
                assert_eq!(object.as_object().unwrap().len(), columns.len(), "{line}");
                assert_eq!(row.len(), columns.len());
                for (cell, name) in row.iter().zip(&columns) {
                    let same = match &object[*name] {
                        Value::Null => String::new(),
                        Value::String(text) => text.clone(),
                        Value::Array(several) => {
                            let words: Vec<&str> =
                                several.iter().map(|one| one.as_str().unwrap()).collect();
                            words.join("; ")
                        }
                        other => other.to_string(),
                    };
                    assert_eq!(unguarded(cell), same, "{name} in {line}");
                }
            }
        }
    }
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    let talk = "Ann: =SUM(A1) is it.\n\nBen: -1 degree.\n\nAnn: @all: no.\n\nBen: +1 to that.\n\nAnn: Well.\n";
    let record = "title = \"=HYPERLINK(1)\"\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", talk),
        ("content/documents/talk.toml", record),
    ]);
    let site = built(folder.path());
    let mut n_guarded = 0;
    for (path, text) in site.texts("csv") {
        for cell in csv::rows(text).iter().flatten() {
            let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!begins, "{path}: {cell}");
            n_guarded += usize::from(cell != unguarded(cell));
        }
    }
    assert!(
        n_guarded > 8,
        "title and words, in several tables: {n_guarded}"
    );
}

fn valid_against(specimen: &Specimen, schema: &str, name: &str, json: &Value) {
    let schema: Value = serde_json::from_str(specimen.page(schema)).unwrap();
    let faults = schema::faults(&schema, json);
    assert!(faults.is_empty(), "{}: {name}: {faults:?}", specimen.name);
}

#[test]
fn json_is_valid_against_the_schemas_published_beside_it() {
    for specimen in specimens() {
        for entry in &specimen.site.documents {
            let path = format!("documents/{}.json", entry.id);
            let json: Value = serde_json::from_str(specimen.page(&path)).unwrap();
            valid_against(specimen, "data/document.schema.json", &path, &json);
        }
        for line in specimen.page("data/turns.jsonl").lines() {
            let json: Value = serde_json::from_str(line).unwrap();
            valid_against(specimen, "data/turns.schema.json", line, &json);
        }
    }
}

#[test]
fn the_data_package_names_every_table_with_its_columns() {
    for specimen in specimens() {
        let package: Value = serde_json::from_str(specimen.page("data/datapackage.json")).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), specimen.site.table_files().count());
        for resource in resources {
            let path = format!("data/{}", resource["path"].as_str().unwrap());
            assert!(specimen.files.contains_key(&path), "{path}");
            let Some(fields) = resource["schema"]["fields"].as_array() else {
                continue;
            };
            let names: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
            assert_eq!(csv::rows(specimen.page(&path))[0], names);
            assert!(
                fields
                    .iter()
                    .all(|f| !f["description"].as_str().unwrap().is_empty())
            );
            // Where no key can be named, all columns together tell rows apart.
            let key = resource["schema"].get("primaryKey");
            let key: Vec<usize> = key.map_or((0..names.len()).collect(), |key| {
                let key = key.as_array().unwrap().iter();
                key.map(|name| names.iter().position(|other| name == other).unwrap())
                    .collect()
            });
            let rows = csv::rows(specimen.page(&path));
            let keys = rows[1..]
                .iter()
                .map(|row| key.iter().map(|at| &row[*at]).collect());
            let told: BTreeSet<Vec<&String>> = keys.collect();
            assert_eq!(
                told.len(),
                rows.len() - 1,
                "{}: {path}: the key tells rows apart",
                specimen.name
            );
        }
    }
}

#[test]
fn the_checksums_are_those_of_every_file_written() {
    let folder = archive(&[
        ("site.toml", ""),
        (
            "content/documents/talk.txt",
            "Ann: Yes.\n\nBen: No.\n\nAnn: Well.\n",
        ),
    ]);
    let output = run_in(folder.path(), &["-q", "build"]);
    assert!(output.status.success(), "{output:?}");
    let public = folder.path().join("public");
    let sums = std::fs::read_to_string(public.join("SHA256SUMS")).unwrap();
    let mut files: std::collections::BTreeMap<String, Vec<u8>> = walkdir::WalkDir::new(&public)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&public).unwrap();
            let path = path.to_str().unwrap().replace('\\', "/");
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    for not_ours in ["SHA256SUMS", output::MARKER] {
        assert!(files.remove(not_ours).is_some());
    }
    assert_eq!(sums, support::sums(&files));
    // Of no bytes at all, as every implementation has it.
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  .nojekyll\n";
    assert!(sums.contains(empty), "{sums}");
    // `serve` gives the same when it is asked for it.
    let site = built(folder.path());
    let theme = memcon::pages::Theme::new(
        &site.sources.templates,
        &site.site.interface,
        &mut memcon::diagnostic::Diagnostics::new(),
    );
    let route = Route::Export(ExportFile::Checksums);
    let asked = output::Files::new(&site.site)
        .unwrap()
        .render(&site.site, &theme.unwrap(), &route)
        .unwrap();
    assert_eq!(String::from_utf8(asked).unwrap(), sums);
}

/// Every file that `memcon export` gives, by what it is called.
#[test]
fn export_gives_the_bytes_of_the_build() {
    let talk = "Ann: Yes.\n\nBen: No.\n\nAnn: Well.\n";
    let folder = archive(&[
        (
            "site.toml",
            "base_url = \"https://a.example/\"\n[export]\nakoma_ntoso = true\n",
        ),
        ("content/documents/talk.txt", talk),
    ]);
    let site = built(folder.path());
    let of_document = ["json", "txt", "tei.xml", "akn.xml", "source.txt"];
    for format in of_document {
        let output = run_in(folder.path(), &["export", format, "talk"]);
        let path = format!("documents/talk.{format}");
        assert!(output.status.success(), "{format}: {output:?}");
        assert!(output.stdout == site.files[&path], "{format}");
    }
    for file in [
        "data/documents.csv",
        "data/turns.csv",
        "data/turns.jsonl",
        "data/speakers.jsonl",
        "data/mentions.csv",
        "data/people.json",
        "data/datapackage.json",
        "data/document.schema.json",
        "data/licence.txt",
        "data/oai.xml",
        "feed.xml",
        "sitemap.xml",
        "SHA256SUMS",
    ] {
        let to = folder.path().join("exported");
        let format = file.rsplit('/').next().unwrap();
        let output = run_in(
            folder.path(),
            &["export", format, "--output", to.to_str().unwrap()],
        );
        assert!(output.status.success(), "{format}: {output:?}");
        assert!(output.stdout.is_empty());
        assert!(std::fs::read(&to).unwrap() == site.files[file], "{file}");
    }
    for (arguments, told) in [
        (
            &["export", "tei.xml"][..],
            "name it: memcon export tei.xml DOCUMENT",
        ),
        (
            &["export", "docx", "talk"][..],
            "there are json, txt, ris, bib, csl.json, tei.xml",
        ),
        (&["export", "json", "walk"][..], "no document “walk”"),
    ] {
        let output = run_in(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2));
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn days_of_the_sitemap_and_the_feeds_are_those_of_the_records() {
    let record = "added = \"2001-02-03\"\n[[change]]\ndate = \"2004-05-06\"\ntext = \"A word.\"\n";
    let folder = archive(&[
        ("site.toml", "base_url = \"https://a.example/\"\n"),
        (
            "content/people.toml",
            "[[person]]\nname = \"Ann Ash\"\nlabels = [\"Ann\"]\n",
        ),
        (
            "content/documents/old.txt",
            "Ann: Yes.\n\nBen: No.\n\nAnn: Well.\n\nBen: So.\n",
        ),
        ("content/documents/old.toml", record),
        (
            "content/documents/new.txt",
            "Ann: Yes.\n\nCora: No.\n\nAnn: So.\n\nCora: So.\n",
        ),
    ]);
    let site = built(folder.path());
    let of = |path: &str, address: &str, element: &str| {
        let text = site.page(path);
        let after = text.split(address).nth(1).unwrap();
        let day = after.split(&format!("<{element}>")).nth(1)?;
        Some(day[..10].to_owned()).filter(|_| {
            let next = after.find("</url>").or(after.find("</entry>"));
            after.find(element) < next
        })
    };
    let day = Some("2004-05-06".to_owned());
    assert_eq!(of("sitemap.xml", "/documents/old.html", "lastmod"), day);
    assert_eq!(of("sitemap.xml", "/documents/new.html", "lastmod"), None);
    assert_eq!(of("feed.xml", "/documents/old.html</id>", "updated"), day);
    assert!(
        site.page("data/oai.xml")
            .contains("<oai:datestamp>2004-05-06<")
    );
    // A speaker's feed has the documents in which the speaker speaks.
    let feed = |name: &str| {
        site.page(&format!("speakers/{name}.xml"))
            .matches("<entry>")
            .count()
    };
    assert_eq!((feed("ann-ash"), feed("ben"), feed("cora")), (2, 1, 1));
    let page = site.page("speakers/ben.html");
    assert!(page.contains("type=\"application/atom+xml\" title=\"Ben\" href=\"ben.xml\""));
}

#[test]
fn a_documents_page_and_its_head_name_every_file_of_it() {
    for specimen in specimens() {
        for entry in &specimen.site.documents {
            let page = specimen.page(&format!("documents/{}.html", entry.id));
            let head = page.split("</head>").next().unwrap();
            for offer in specimen.site.document_offers(entry) {
                let path = offer.route.path(&specimen.site);
                assert!(specimen.files.contains_key(&path), "{path}");
                let link = path.strip_prefix("documents/").unwrap();
                let is_named = |html: &str| html.contains(&format!("href=\"{link}\""));
                assert!(is_named(page), "{}: {link}", specimen.name);
                assert_eq!(is_named(head), offer.alternate.is_some(), "{link}");
            }
        }
    }
}

#[test]
fn what_is_no_day_is_no_day_for_machines() {
    let record = "added = \"2020/2021?\"\n[[change]]\ndate = \"200X\"\ntext = \"A word.\"\n[[change]]\ndate = \"2004-05-06\"\ntext = \"Another.\"\n";
    let folder = archive(&[
        ("site.toml", "base_url = \"https://talks.example/\"\n"),
        (
            "content/documents/talk.txt",
            "Ann: Yes.\n\nBen: No.\n\nAnn: Yes, yes.\n",
        ),
        ("content/documents/talk.toml", record),
    ]);
    let specimen = built(folder.path());
    let tei = specimen.page("documents/talk.tei.xml");
    assert!(
        tei.contains(
            "<change type=\"changed\" when=\"2004-05-06\" who=\"#editors\">Another.</change>"
        ),
        "{tei}"
    );
    for path in [
        "documents/talk.tei.xml",
        "feed.xml",
        "sitemap.xml",
        "data/oai.xml",
    ] {
        let text = specimen.page(path);
        for wrong in [
            "when=\"200X",
            "when=\"2020/",
            "200X</lastmod>",
            "2021?T",
            ">2020/2021?<",
        ] {
            assert!(!text.contains(wrong), "{path}: {wrong}");
        }
    }
}
