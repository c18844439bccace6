//! What Akoma Ntoso asks to be said of a document, and whom its pointers mean.

use super::super::xml::Xml;
use super::{NOBODY, person_id};
use crate::authority::PersonId;
use crate::citation::{NOT_STATED, whose_record};
use crate::date::Edtf;
use crate::document::TurnKind;
use crate::site::{DocumentEntry, Route, Site, address};
use std::collections::BTreeSet;

/// A country has to be named; no source says one of a conversation between states.
const NO_COUNTRY: &str = "xx";

/// A day has to be named, also where none is known. `name` says what it is.
const NO_DAY: (&str, &str) = ("0001-01-01", "not-stated");

pub(super) fn write(xml: &mut Xml, site: &Site, entry: &DocumentEntry) {
    let page = address::of(site, &Route::Document(entry.id.clone()));
    let of = |level: &str| format!("{page}#{level}");
    open(xml, "meta", &[]);
    open(xml, "identification", &[("source", "#editors")]);
    let day = day(entry.facts.date.as_ref());
    let language = entry.facts.language.as_deref().unwrap_or("und");
    for level in ["FRBRWork", "FRBRExpression", "FRBRManifestation"] {
        open(xml, level, &[]);
        let this = of(&level[4..].to_lowercase());
        empty(xml, "FRBRthis", &[("value", &this)]);
        empty(xml, "FRBRuri", &[("value", &page)]);
        empty(xml, "FRBRdate", &[("date", &day.0), ("name", day.1)]);
        empty(xml, "FRBRauthor", &[("href", "#editors")]);
        match level {
            "FRBRWork" => {
                empty(xml, "FRBRcountry", &[("value", NO_COUNTRY)]);
                empty(xml, "FRBRname", &[("value", &entry.facts.title)]);
            }
            "FRBRExpression" => empty(xml, "FRBRlanguage", &[("language", language)]),
            _ => {}
        }
        close(xml, level);
    }
    close(xml, "identification");
    references(xml, site, entry);
    whose(xml, entry);
    close(xml, "meta");
}

/// The day, or the first that a date allows, with what it is.
fn day(date: Option<&Edtf>) -> (String, &'static str) {
    let none = (NO_DAY.0.to_owned(), NO_DAY.1);
    let Some(date) = date else { return none };
    let year = date.year();
    if !(1..=9999).contains(&year) {
        return none;
    }
    let (month, of_month) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    let name = if date.is_exact() {
        "talk"
    } else {
        "not-before"
    };
    (format!("{year:04}-{month:02}-{of_month:02}"), name)
}

/// Whom and what the pointers mean.
fn references(xml: &mut Xml, site: &Site, entry: &DocumentEntry) {
    open(xml, "references", &[("source", "#editors")]);
    let config = &site.config;
    let publisher = config.publisher.as_deref().unwrap_or(&config.title);
    let own = [
        ("eId", "editors"),
        ("href", "#editors"),
        ("showAs", publisher),
    ];
    empty(xml, "TLCOrganization", &own);
    let speak = entry.shares.iter().map(|share| &share.person);
    let silent = entry.silent.iter().map(|presence| &presence.person);
    let named = entry.mentions.iter().map(|mention| &mention.person);
    let people: BTreeSet<&PersonId> = speak.chain(silent).chain(named).collect();
    for id in people {
        let person = site.people.get(id);
        let name = person.map_or(id.as_str(), |person| &person.name);
        let known = person.and_then(|person| person.authority.as_ref());
        let own = format!("#{}", person_id(id));
        let address = known.and_then(|person| person.same_as.first());
        let href = address.map_or(own.as_str(), String::as_str);
        let person = [("eId", &own[1..]), ("href", href), ("showAs", name)];
        empty(xml, "TLCPerson", &person);
    }
    let nobody = format!("#{NOBODY}");
    let nobody = [("eId", NOBODY), ("href", &nobody), ("showAs", "not known")];
    empty(xml, "TLCPerson", &nobody);
    for kind in TurnKind::ALL {
        let id = format!("turn.{}", kind.name());
        let href = format!("#{id}");
        let kind = [
            ("eId", id.as_str()),
            ("href", &href),
            ("showAs", kind.name()),
        ];
        empty(xml, "TLCConcept", &kind);
    }
    close(xml, "references");
}

/// Whose record it is, and by which copies it came to us.
fn whose(xml: &mut Xml, entry: &DocumentEntry) {
    open(xml, "notes", &[("source", "#editors")]);
    open(xml, "note", &[("eId", "whose-record")]);
    for (name, value) in whose_record(entry) {
        let value = value.as_deref().unwrap_or(NOT_STATED);
        xml.text("p", &format!("{name}: {value}"));
        xml.line();
    }
    for copy in &entry.record.provenance.chain {
        xml.text("p", &format!("Copy: {copy}"));
        xml.line();
    }
    close(xml, "note");
    close(xml, "notes");
}

fn open(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) {
    xml.open(name, attributes);
    xml.line();
}

fn close(xml: &mut Xml, name: &str) {
    xml.close(name);
    xml.line();
}

fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) {
    xml.empty(name, attributes);
    xml.line();
}
