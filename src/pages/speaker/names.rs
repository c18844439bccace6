//! Whose page it is: names as printed, authorities by name, and the same for machines.

use super::super::frame::{Frame, Meta};
use super::super::links::Links;
use super::super::words;
use super::{Place, when};
use crate::authority::Person;
use crate::site::{PersonEntry, PrintedName, Site};
use serde::Serialize;

/// The most forms shown; the CSV has all.
const MOST_FORMS: usize = 12;

/// Forms in which a name is printed.
#[derive(Serialize)]
pub(super) struct FormsView {
    forms: Vec<FormView>,
    /// “3 more forms”, where not all are shown.
    more: Option<String>,
}

/// A form as printed.
#[derive(Serialize)]
struct FormView {
    /// “F. Mitterrand (44 turns)”.
    text: String,
    first: Place,
}

/// A page of somebody else about the person.
#[derive(Serialize)]
pub(super) struct AuthorityView {
    /// “Wikidata Q30487”.
    name: String,
    url: String,
}

/// The most frequent forms, each said by the text `id`.
pub(super) fn forms(site: &Site, links: &Links<'_>, names: &[PrintedName], id: &str) -> FormsView {
    let say = &site.interface;
    let forms = names.iter().take(MOST_FORMS).map(|name| {
        let document = &site.documents[name.first.document];
        FormView {
            text: say.say(id, &[("label", (&name.text).into()), ("n", name.n.into())]),
            first: Place {
                text: say.say(
                    "speaker-mention-place",
                    &[
                        ("date", (&when(say, document, &[name.first.turn])).into()),
                        (
                            "number",
                            words::turn_number(document.anchors.turn(name.first.turn)).into(),
                        ),
                    ],
                ),
                url: links.turn(document, name.first.turn),
            },
        }
    });
    let n_more = names.len().saturating_sub(MOST_FORMS);
    FormsView {
        forms: forms.collect(),
        more: (n_more > 0).then(|| say.say("speaker-more-forms", &[("n", n_more.into())])),
    }
}

/// Authorities by their names.
pub(super) fn authorities(person: &Person) -> Vec<AuthorityView> {
    person
        .same_as
        .iter()
        .map(|url| AuthorityView {
            name: authority_name(url),
            url: url.clone(),
        })
        .collect()
}

/// “Wikidata Q30487” for an address of Wikidata; the host for one we do not know.
fn authority_name(url: &str) -> String {
    let known = [
        ("wikidata.org", "Wikidata"),
        ("viaf.org", "VIAF"),
        ("d-nb.info", "GND"),
        ("isni.org", "ISNI"),
        ("orcid.org", "ORCID"),
        ("id.loc.gov", "Library of Congress"),
        ("data.bnf.fr", "BnF"),
        ("idref.fr", "IdRef"),
    ];
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let id = path.trim_end_matches('/').rsplit('/').next();
    let id = id.unwrap_or_default().trim_end_matches(".html");
    match known.iter().find(|(of, _)| *of == host) {
        Some((_, name)) if !id.is_empty() => format!("{name} {id}"),
        Some((_, name)) => (*name).to_owned(),
        None => host.to_owned(),
    }
}

/// What the head of a speaker's page says beyond that of any page.
pub(super) fn metadata(person: &PersonEntry, frame: &mut Frame) {
    frame.meta.push(Meta {
        name: "DC.subject",
        content: person.sort.clone(),
    });
    frame.og_type = "profile";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_are_called_by_their_names() {
        for (url, name) in [
            ("https://www.wikidata.org/entity/Q30487", "Wikidata Q30487"),
            ("https://www.wikidata.org/wiki/Q30487", "Wikidata Q30487"),
            ("https://viaf.org/viaf/108279740/", "VIAF 108279740"),
            ("https://d-nb.info/gnd/118540688", "GND 118540688"),
            (
                "https://isni.org/isni/0000000121347453",
                "ISNI 0000000121347453",
            ),
            (
                "https://orcid.org/0000-0002-1825-0097",
                "ORCID 0000-0002-1825-0097",
            ),
            ("https://www.example.org/people/7", "example.org"),
            ("https://viaf.org", "VIAF"),
        ] {
            assert_eq!(authority_name(url), name);
        }
    }
}
