//! `data/people.json`: the authority file as far as its people occur, in the words of `content/people.toml`.

use super::super::pretty;
use crate::authority::Role;
use crate::site::Site;
use serde::Serialize;

#[derive(Serialize)]
struct PersonView<'a> {
    id: &'a str,
    name: &'a str,
    sort: &'a str,
    names: &'a [String],
    labels: &'a [String],
    roles: Vec<RoleView<'a>>,
    description: Option<&'a str>,
    biography: Option<&'a str>,
    biography_by: Option<&'a str>,
    editors: Option<&'a str>,
    same_as: &'a [String],
}

#[derive(Serialize)]
struct RoleView<'a> {
    title: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
}

pub(in super::super) fn people(site: &Site) -> String {
    let people: Vec<PersonView<'_>> = site
        .people
        .values()
        .filter_map(|person| person.authority.as_ref())
        .map(|person| PersonView {
            id: person.id.as_str(),
            name: &person.name,
            sort: &person.sort,
            names: &person.names,
            labels: &person.labels,
            roles: person.roles.iter().map(role).collect(),
            description: person.description.as_deref(),
            biography: person.biography.as_deref(),
            biography_by: person.biography_by.as_deref(),
            editors: person.editors.as_deref(),
            same_as: &person.same_as,
        })
        .collect();
    pretty(&people)
}

fn role(role: &Role) -> RoleView<'_> {
    RoleView {
        title: &role.title,
        from: role.from.as_deref(),
        to: role.to.as_deref(),
    }
}
