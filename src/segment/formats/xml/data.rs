//! What a file says besides its text: whom identifiers stand for, title, date and place.

use super::builder::{Builder, Frame};
use super::facts::{date_in_identifier, value_of_date};
use super::tokens::Tag;
use super::vocabulary::Fact;
use crate::document::HeaderKind;
use crate::source::Format;

/// A person of a list, while it is read.
pub(super) struct Person {
    identifier: String,
    name: String,
    /// The parts of the name, where it is taken apart.
    forename: String,
    surname: String,
    depth: usize,
    /// How deep the element of the name began; none is read after the first.
    name_depth: Option<usize>,
    is_named: bool,
}

impl<'a> Builder<'a> {
    /// A fact of the header is complete.
    pub(super) fn fact(&mut self, fact: Fact, frame: &Frame<'a>) {
        let words = self.growing.words_from(frame.start).to_owned();
        let names: Vec<&str> = self.frames.iter().map(|frame| frame.name).collect();
        match fact {
            Fact::Title => {
                self.facts.title(&words);
                self.header_kind = Some(HeaderKind::Title);
            }
            Fact::Date => {
                self.facts.date(&words, value_of_date(&frame.tag), &names);
                if frame.name == "docDate" && !words.is_empty() {
                    self.header_kind.get_or_insert(HeaderKind::Date);
                }
            }
            Fact::Place => {
                let kind = frame.tag.value(&["type"]).unwrap_or("");
                self.facts.place(&words, frame.name, kind, &names);
            }
        }
    }

    /// What tags say without words: names of identifiers, dates.
    pub(super) fn note_data(&mut self, tag: &Tag<'a>) {
        let parent = self.frames.last().map_or("", |frame| frame.name);
        match self.format {
            Format::AkomaNtoso if tag.name.starts_with("TLC") => {
                let name = tag.place(&["showAs"]);
                if let (Some(identifier), Some(name)) = (tag.value(&["eId", "id"]), name) {
                    let name = self.entities.text(self.text, name, &mut self.faults);
                    self.names.add(identifier, &name);
                }
            }
            Format::AkomaNtoso if tag.name == "FRBRdate" && parent == "FRBRWork" => {
                // memcon's own exports name a day even where none is known, since the schema asks for one.
                let is_day = !matches!(tag.value(&["name"]), Some("not-before" | "not-stated"));
                if let Some(date) = tag.value(&["date"]).filter(|_| is_day) {
                    self.facts.date_in_data(date);
                }
            }
            Format::PublicWhip => {
                if let Some(date) = tag.value(&["id"]).and_then(date_in_identifier) {
                    self.facts.date_in_data(date);
                }
            }
            _ => {}
        }
    }

    /// A person of a list in TEI, or the name of one.
    pub(super) fn begin_person(&mut self, tag: &Tag<'a>) {
        let depth = self.frames.len();
        match (tag.name, &mut self.person) {
            ("person" | "personGrp" | "org" | "castItem" | "role", None) => {
                if let Some(identifier) = tag.value(&["xml:id"]) {
                    self.person = Some(Person {
                        identifier: identifier.to_owned(),
                        name: String::new(),
                        forename: String::new(),
                        surname: String::new(),
                        depth,
                        name_depth: (tag.name == "role").then_some(depth),
                        is_named: false,
                    });
                }
            }
            ("persName" | "orgName" | "name" | "role", Some(person))
                if person.name_depth.is_none() && !person.is_named =>
            {
                person.name_depth = Some(depth);
            }
            (_, Some(person)) if person.name_depth.is_some() => {
                for part in [&mut person.name, &mut person.forename, &mut person.surname] {
                    part.push(' ');
                }
            }
            _ => {}
        }
    }

    pub(super) fn end_person(&mut self) {
        let depth = self.frames.len();
        let Some(person) = &mut self.person else {
            return;
        };
        if person.name_depth == Some(depth) {
            person.name_depth = None;
            person.is_named = true;
        }
        if person.depth == depth
            && let Some(person) = self.person.take()
        {
            // “Berg, Anna” in two elements is Anna Berg.
            let name = if person.surname.trim().is_empty() {
                person.name
            } else {
                format!("{} {}", person.forename, person.surname)
            };
            self.names.add(&person.identifier, &name);
        }
    }

    /// Text inside a person's name.
    pub(super) fn name_person(&mut self, words: &str) {
        let part = self.frames.last().map_or("", |frame| frame.name);
        let Some(person) = &mut self.person else {
            return;
        };
        if person.name_depth.is_none() {
            return;
        }
        person.name.push_str(words);
        match part {
            "forename" => person.forename.push_str(words),
            "surname" | "nameLink" | "genName" => person.surname.push_str(words),
            _ => {}
        }
    }
}
