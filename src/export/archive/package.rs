//! `data/datapackage.json`: the tables as a Frictionless data package, with the type and meaning of each column.

use super::super::pretty;
use crate::site::{ArchiveTable, Column, ExportFile, Holds, Route, Site, TableForm, address};
use crate::source::slug;
use serde::Serialize;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    licenses: [Licence<'a>; 1],
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Licence<'a> {
    path: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: String,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'static str>,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'static str,
    r#type: &'static str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    required: bool,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static str,
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: &'static str,
}

pub(in super::super) fn package(site: &Site) -> String {
    let config = &site.config;
    let edition = config.edition.as_ref();
    let date = edition.and_then(|edition| edition.date.as_deref());
    pretty(&Package {
        profile: "data-package",
        name: name(&config.title),
        title: &config.title,
        description: config.description.as_deref(),
        homepage: address::absolute(site, &Route::Home),
        version: edition.map(|edition| edition.name.as_str()),
        created: date.map(|date| format!("{date}T00:00:00Z")),
        licenses: [Licence {
            path: "licence.txt",
            title: config.rights.as_deref(),
        }],
        resources: site
            .table_files()
            .filter_map(|file| match file {
                ExportFile::Table(table, form) => Some(resource(site, table, form)),
                _ => None,
            })
            .collect(),
    })
}

/// What a package may be called: `a-z`, digits, hyphens.
pub(in super::super) fn name(title: &str) -> String {
    let name: String = slug(title).chars().filter(char::is_ascii).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "archive" } else { name }.to_owned()
}

fn resource(site: &Site, table: ArchiveTable, form: TableForm) -> Resource<'_> {
    let (profile, mediatype, schema) = match form {
        TableForm::Csv => (
            Some("tabular-data-resource"),
            "text/csv",
            Some(schema(site, table)),
        ),
        TableForm::Jsonl => (None, "application/jsonl", None),
    };
    Resource {
        name: format!("{}-{}", table.name(), form.extension()),
        path: format!("{}.{}", table.name(), form.extension()),
        profile,
        format: form.extension(),
        mediatype,
        encoding: "utf-8",
        description: site.interface.text(table.about()),
        schema,
    }
}

fn schema(site: &Site, table: ArchiveTable) -> Schema<'_> {
    let columns = table.columns();
    let has = |name: &str| columns.iter().any(|column| column.name == name);
    let mut foreign_keys = Vec::new();
    if table != ArchiveTable::Documents && has("document") {
        foreign_keys.push(foreign("document", "documents-csv", "document"));
    }
    if table == ArchiveTable::Alignments {
        foreign_keys.push(foreign("other_document", "documents-csv", "document"));
    }
    if table == ArchiveTable::Turns {
        foreign_keys.push(foreign("speaker_id", "speakers-csv", "speaker_id"));
    }
    Schema {
        fields: columns.iter().map(|column| field(site, column)).collect(),
        missing_values: [""],
        primary_key: table.key(),
        foreign_keys,
    }
}

fn foreign(fields: &'static str, resource: &'static str, there: &'static str) -> ForeignKey {
    ForeignKey {
        fields,
        reference: Reference {
            resource,
            fields: there,
        },
    }
}

fn field<'a>(site: &'a Site, column: &Column) -> Field<'a> {
    let (r#type, constraints) = match column.holds {
        Holds::Text => ("string", Some(Constraints { required: true })),
        Holds::TextOrNothing | Holds::List => ("string", None),
        Holds::Number => ("integer", Some(Constraints { required: true })),
    };
    Field {
        name: column.name,
        r#type,
        description: site.interface.text(column.meaning),
        constraints,
    }
}
