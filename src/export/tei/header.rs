//! The header: whose record it is first, then who takes part, when and where, in which language, and what was changed.

mod revisions;

use super::super::xml::{Xml, person_id, xml_id};
use crate::authority::PersonId;
use crate::citation::{NOT_STATED, whose_record};
use crate::date::Edtf;
use crate::language;
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, PersonEntry, Route, Site, address};
use std::collections::{BTreeMap, BTreeSet};

/// The name of a class, what it tells, and its values with what they mean.
type Class = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// Kinds of turns and ways they are somebody's, with what they mean.
const CLASSES: [Class; 2] = [
    (
        "turn",
        "How a turn is marked off",
        &[
            ("labeled", "a printed label"),
            ("quoted", "a printed label and quotation marks"),
            ("attributed-quote", "a quotation without a label of its own"),
            ("unmarked", "speech without a label after a gap"),
        ],
    ),
    (
        "attribution",
        "Who says whose a turn is",
        &[
            ("authority", "one entry of the authority file fits"),
            ("record", "the editors, for a reason given in a note"),
            ("provisional", "a person known only from labels"),
            ("ambiguous", "two people or more fit; nobody is named"),
            ("collective", "the source names a group"),
            ("unidentified", "the source does not know"),
            ("unmarked", "nobody is named"),
        ],
    ),
];

/// The identifier of a conversation's setting in the file.
pub(super) fn setting_id(conversation: &str) -> String {
    xml_id("setting", conversation)
}

pub(super) fn write(xml: &mut Xml, site: &Site, entry: &DocumentEntry) {
    let mut header = Header { xml, site, entry };
    header.open("teiHeader");
    header.open("fileDesc");
    header.titles();
    header.publication();
    header.source();
    header.close("fileDesc");
    header.encoding();
    header.profile();
    header.revisions();
    header.close("teiHeader");
}

struct Header<'x, 'a> {
    xml: &'x mut Xml,
    site: &'a Site,
    entry: &'a DocumentEntry,
}

impl<'a> Header<'_, 'a> {
    fn open(&mut self, name: &str) {
        self.open_with(name, &[]);
    }

    fn open_with(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.xml.open(name, attributes);
        self.xml.line();
    }

    fn close(&mut self, name: &str) {
        self.xml.close(name);
        self.xml.line();
    }

    fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.xml.text_with(name, attributes, text);
        self.xml.line();
    }

    fn titles(&mut self) {
        let record = &self.entry.record;
        self.open("titleStmt");
        self.text("title", &self.entry.facts.title);
        if let Some(author) = &record.author {
            self.text("author", author);
        }
        if let Some(translator) = &record.translator {
            self.responsible(&[], "translation", translator);
        }
        let editors = [("xml:id", "editors")];
        self.responsible(&editors, "edition of the archive", self.publisher());
        self.close("titleStmt");
    }

    fn responsible(&mut self, id: &[(&str, &str)], what: &str, who: &str) {
        self.open_with("respStmt", id);
        self.text("resp", what);
        self.text("name", who);
        self.close("respStmt");
    }

    fn publisher(&self) -> &'a str {
        let config = &self.site.config;
        config.publisher.as_deref().unwrap_or(&config.title)
    }

    fn publication(&mut self) {
        let (site, entry) = (self.site, self.entry);
        if let Some(edition) = &site.config.edition {
            self.open("editionStmt");
            self.xml.open("edition", &[]);
            self.xml.words(&edition.name);
            if let Some(date) = &edition.date {
                self.xml.words(", ");
                self.xml.text_with("date", &[("when", date)], date);
            }
            self.close("edition");
            self.close("editionStmt");
        }
        self.open("publicationStmt");
        self.text("publisher", self.publisher());
        let route = Route::Document(entry.id.clone());
        if let Some(address) = address::absolute(site, &route) {
            self.text_with("idno", &[("type", "URI")], &address);
        }
        if let Some(lasting) = &entry.record.lasting {
            let kind = lasting.kind.name().to_uppercase();
            self.text_with("idno", &[("type", &kind)], &lasting.name);
        }
        self.text_with("idno", &[("type", "memcon")], entry.id.as_str());
        self.open("availability");
        let rights = entry.record.rights.as_deref();
        self.text("licence", rights.unwrap_or(NOT_STATED));
        self.close("availability");
        self.close("publicationStmt");
        self.open("seriesStmt");
        self.text("title", &site.config.title);
        self.close("seriesStmt");
    }

    /// Whose record it is, where it is kept, and by which copies it came to us.
    fn source(&mut self) {
        let record = &self.entry.record;
        let provenance = &record.provenance;
        self.open("sourceDesc");
        self.open_with("list", &[("type", "provenance")]);
        for (name, value) in whose_record(self.entry) {
            self.text("label", name);
            self.text("item", value.as_deref().unwrap_or(NOT_STATED));
        }
        self.close("list");
        if !provenance.chain.is_empty() {
            self.open_with("list", &[("type", "copies")]);
            for copy in &provenance.chain {
                self.text("item", copy);
            }
            self.close("list");
        }
        self.open("bibl");
        self.text("title", &self.entry.facts.title);
        if let Some(publisher) = &record.publisher {
            self.text("publisher", publisher);
        }
        self.close("bibl");
        if record.archive.is_some() || record.archive_reference.is_some() {
            self.open("msDesc");
            self.open("msIdentifier");
            if let Some(archive) = &record.archive {
                self.text("repository", archive);
            }
            if let Some(reference) = &record.archive_reference {
                self.text("idno", reference);
            }
            self.close("msIdentifier");
            self.close("msDesc");
        }
        self.close("sourceDesc");
    }

    fn encoding(&mut self) {
        self.open("encodingDesc");
        self.open("editorialDecl");
        self.text("p", "Labels and texts stand as the source prints them. The editors’ readings stand beside them: corrections in corr, notes with resp, whose a turn is in who.");
        self.close("editorialDecl");
        self.open("classDecl");
        for (name, about, classes) in CLASSES {
            self.open_with("taxonomy", &[("xml:id", name)]);
            self.text("desc", about);
            for (class, meaning) in classes {
                let id = format!("{name}.{class}");
                self.xml.open("category", &[("xml:id", &id)]);
                self.xml.text("catDesc", meaning);
                self.close("category");
            }
            self.close("taxonomy");
        }
        self.close("classDecl");
        self.close("encodingDesc");
    }

    fn profile(&mut self) {
        let facts = &self.entry.facts;
        self.open("profileDesc");
        if let Some(summary) = &self.entry.record.summary {
            self.open("abstract");
            self.text("p", summary);
            self.close("abstract");
        }
        let spoken = self.entry.record.provenance.spoken.iter();
        let spoken = spoken.map(|tag| (Some(tag.as_str()), "spoken"));
        let languages = [
            (facts.language.as_deref(), "the text"),
            (facts.original_language.as_deref(), "the original"),
        ];
        let languages = languages.into_iter().chain(spoken);
        let mut told = BTreeSet::new();
        let languages: Vec<(&str, String)> = languages
            .filter_map(|(tag, of)| {
                let tag = tag.filter(|tag| told.insert(*tag))?;
                Some((tag, format!("{} ({of})", language::name(tag))))
            })
            .collect();
        if !languages.is_empty() {
            self.open("langUsage");
            for (tag, name) in languages {
                self.text_with("language", &[("ident", tag)], &name);
            }
            self.close("langUsage");
        }
        self.participants();
        self.settings();
        let terms: Vec<&String> = self.entry.record.subjects.iter().collect();
        if facts.kind.is_some() || !terms.is_empty() {
            self.open("textClass");
            self.open("keywords");
            for term in facts.kind.iter().chain(terms) {
                self.text("term", term);
            }
            self.close("keywords");
            self.close("textClass");
        }
        self.close("profileDesc");
    }

    /// Who speaks, who is only present, who else is named.
    fn participants(&mut self) {
        let entry = self.entry;
        let mut seen: BTreeSet<&PersonId> = BTreeSet::new();
        let printed: BTreeMap<&PersonId, (Option<&str>, Option<&str>)> = entry
            .record
            .participants
            .iter()
            .map(|p| (&p.person, (p.printed.as_deref(), p.role.as_deref())))
            .collect();
        let speak = entry.shares.iter().map(|share| &share.person);
        let silent = entry.silent.iter().map(|presence| &presence.person);
        let candidates = entry.turns.iter().flat_map(|turn| match &turn.attribution {
            Attribution::Ambiguous { candidates } => candidates.as_slice(),
            Attribution::Known { .. }
            | Attribution::ByRecord { .. }
            | Attribution::Provisional { .. }
            | Attribution::Collective
            | Attribution::Unidentified
            | Attribution::Unmarked => &[],
        });
        let named = entry.mentions.iter().map(|mention| &mention.person);
        let lists: [(&str, Vec<&PersonId>); 3] = [
            ("speakers", speak.collect()),
            ("present", silent.collect()),
            ("named", named.chain(candidates).collect()),
        ];
        let lists: Vec<(&str, Vec<&PersonId>)> = lists
            .into_iter()
            .map(|(name, people)| {
                let new = people.into_iter().filter(|person| seen.insert(*person));
                (name, new.collect::<Vec<_>>())
            })
            .filter(|(_, people)| !people.is_empty())
            .collect();
        if lists.is_empty() {
            return;
        }
        self.open("particDesc");
        for (name, people) in lists {
            self.open_with("listPerson", &[("type", name)]);
            for id in people {
                let in_document = printed.get(id).copied().unwrap_or((None, None));
                self.person(id, in_document);
            }
            self.close("listPerson");
        }
        self.close("particDesc");
    }

    fn person(&mut self, id: &PersonId, (printed, role): (Option<&str>, Option<&str>)) {
        let person: Option<&PersonEntry> = self.site.people.get(id);
        let name = person.map_or(id.as_str(), |person| &person.name);
        self.open_with("person", &[("xml:id", &person_id(id))]);
        self.text("persName", name);
        if let Some(printed) = printed.filter(|printed| *printed != name) {
            self.text_with("persName", &[("type", "printed")], printed);
        }
        let addresses = person.and_then(|person| person.authority.as_ref());
        for address in addresses.into_iter().flat_map(|person| &person.same_as) {
            self.text_with("idno", &[("type", "URI")], address);
        }
        self.text_with("idno", &[("type", "memcon")], id.as_str());
        if let Some(role) = role {
            self.text_with("note", &[("type", "role")], role);
        }
        self.close("person");
    }

    fn settings(&mut self) {
        let (facts, conversations) = (&self.entry.facts, &self.entry.conversations);
        if conversations.is_empty() && facts.date.is_none() && facts.place.is_none() {
            return;
        }
        self.open("settingDesc");
        if facts.date.is_some() || facts.place.is_some() {
            self.open("setting");
            self.date(facts.date.as_ref(), facts.date_printed.as_deref());
            self.place(facts.place.as_deref(), facts.place_editors.as_deref());
            self.close("setting");
        }
        for conversation in conversations {
            self.open_with("setting", &[("xml:id", &setting_id(&conversation.id))]);
            let date = conversation.date.as_ref();
            self.date(date, conversation.date_printed.as_deref());
            self.place(conversation.place.as_deref(), None);
            self.text("activity", &conversation.title);
            self.close("setting");
        }
        self.close("settingDesc");
    }

    fn date(&mut self, date: Option<&Edtf>, printed: Option<&str>) {
        let Some(date) = date else { return };
        let english = date.english();
        let words = printed.unwrap_or(&english);
        let day = date.html_datetime();
        let certain = date.is_exact() || !date.as_str().contains(['?', '~', '%']);
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        if let Some(day) = &day {
            attributes.push(("when", day));
        }
        if !certain {
            attributes.push(("cert", "low"));
        }
        self.text_with("date", &attributes, words);
    }

    fn place(&mut self, printed: Option<&str>, editors: Option<&str>) {
        if let Some(place) = printed {
            self.text_with("name", &[("type", "place")], place);
        }
        if let Some(place) = editors.filter(|place| printed != Some(*place)) {
            let by = [("type", "place"), ("resp", "#editors")];
            self.text_with("name", &by, place);
        }
    }
}
