//! `&Site` → the forms of names and terms that find each other, from the authority file and the glossary.

use super::{numbered, text};
use crate::authority::{Person, Term};
use crate::query::Also;
use crate::site::{DocumentEntry, Site};

/// The forms that lead to words of the texts.
pub(super) fn also(site: &Site) -> Also {
    let people = site.people.values();
    let people = people.filter_map(|person| person.authority.as_ref());
    let groups: Vec<Vec<String>> = people
        .flat_map(names)
        .chain(site.terms.iter().map(term))
        .filter(|forms| forms.len() > 1)
        .collect();
    if groups.is_empty() {
        return Also::default();
    }
    let mut texts: Vec<String> = numbered(site).iter().map(|n| text(n.of(site))).collect();
    let parts = site.documents.iter().flat_map(DocumentEntry::parts);
    texts.extend(parts.map(|part| part.text.to_owned()));
    Also::new(&groups, texts.iter().map(String::as_str))
}

/// The full names of a person find each other, and so do the surname and the names of one word: who asks for Gorbachev wants every
/// spelling of it, but not each place where somebody says “Mikhail Sergeyevich”.
fn names(person: &Person) -> [Vec<String>; 2] {
    let is_full = |name: &&String| name.contains(char::is_whitespace);
    let all = || std::iter::once(&person.name).chain(&person.names);
    let surname = person.sort.split(',').next().unwrap_or_default().trim();
    let mut short = vec![surname.to_owned()];
    short.extend(all().filter(|name| !is_full(name)).cloned());
    [all().filter(is_full).cloned().collect(), short]
}

fn term(term: &Term) -> Vec<String> {
    let forms = [&term.term, &term.expansion];
    forms.into_iter().chain(&term.variants).cloned().collect()
}
