//! Who is named in the talks, by the editors' count.

use super::{ARTICLE, MAY_1990, OCTOBER_1990, OCTOBER_1991, archive, document};
use memcon::diagnostic::Diagnostics;
use memcon::document::Block;

#[test]
fn people_are_mentioned_where_the_editors_found_them() {
    let n = |id: &str, names: &[&str]| {
        let document = document(id);
        document
            .mentions
            .iter()
            .filter(|m| matches!(document.document.blocks[m.block], Block::Turn(_)))
            .filter(|m| names.contains(&m.person.as_str()))
            .count()
    };
    for (id, person, expected) in [
        (OCTOBER_1990, "yevgeny-primakov", 6),
        (OCTOBER_1990, "saddam-hussein", 15),
        (OCTOBER_1990, "george-bush", 4),
        (OCTOBER_1990, "margaret-thatcher", 5),
        (ARTICLE, "saddam-hussein", 3),
        (ARTICLE, "hafez-al-assad", 1),
        (ARTICLE, "george-bush", 1),
        (OCTOBER_1991, "john-major", 4),
        (OCTOBER_1991, "joseph-stalin", 3),
        (OCTOBER_1991, "charles-de-gaulle", 1),
        (OCTOBER_1991, "vaclav-havel", 1),
        (OCTOBER_1991, "james-baker", 1),
        (OCTOBER_1991, "hans-dietrich-genscher", 1),
        (OCTOBER_1991, "leonid-leonov", 2),
        (OCTOBER_1991, "george-bush", 1),
        (OCTOBER_1991, "nikita-khrushchev", 1),
        (OCTOBER_1991, "leonid-brezhnev", 1),
        (OCTOBER_1991, "alexei-kosygin", 1),
        (OCTOBER_1991, "mikhail-gorbachev", 2),
        (OCTOBER_1991, "raisa-gorbacheva", 2),
        (OCTOBER_1991, "pierre-morel", 1),
        (MAY_1990, "wojciech-jaruzelski", 1),
        (MAY_1990, "tadeusz-mazowiecki", 1),
        (MAY_1990, "helmut-kohl", 7),
        (MAY_1990, "james-baker", 2),
        (MAY_1990, "george-bush", 7),
        (MAY_1990, "brent-scowcroft", 1),
        (MAY_1990, "charles-de-gaulle", 1),
        (MAY_1990, "joseph-stalin", 1),
        (MAY_1990, "jacques-chirac", 1),
        (MAY_1990, "jacques-attali", 1),
    ] {
        assert_eq!(n(id, &[person]), expected, "{person} in {id}");
    }
}

#[test]
fn everyone_in_the_authority_file_has_a_place_in_the_archive() {
    let mut diagnostics = Diagnostics::new();
    let authority = memcon::authority::parse(&archive().sources, &mut diagnostics);
    for id in authority.people.keys() {
        assert!(
            archive().site.people.contains_key(id),
            "{id} neither speaks nor is present nor is mentioned"
        );
    }
}
