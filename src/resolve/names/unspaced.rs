//! Names in scripts that do not part words: `梁國雄議員`, `主席曾鈺成議員`.

use crate::authority::forms::{AFTER_CJK, OFFICES_CJK, SURNAMES_ZH};

/// Whether a label is written in a script that does not part words.
pub(in crate::resolve) fn is_unspaced(label: &str) -> bool {
    let mut letters = label.chars().filter(|c| !c.is_whitespace()).peekable();
    letters.peek().is_some()
        && letters.all(|c| {
            matches!(u32::from(c), 0x3005 | 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0x20000..=0x3134f)
        })
}

/// Whether a name in an unspaced script begins with one of the common surnames.
pub(in crate::resolve) fn begins_with_surname(name: &str) -> bool {
    name.chars().next().is_some_and(|c| SURNAMES_ZH.contains(c))
}

/// The name in an unspaced label, without what stands after or before it: `梁國雄議員`, `主席曾鈺成議員`. `None` for an office.
pub(super) fn unspaced(label: &str) -> Option<String> {
    let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = |name: &str| {
        let address = AFTER_CJK.iter().find_map(|word| name.strip_suffix(word));
        address.unwrap_or(name).to_owned()
    };
    let is_name = |name: &str| (2..=4).contains(&name.chars().count());
    for office in OFFICES_CJK {
        if let Some(before) = label.strip_suffix(office) {
            return (is_name(before) && begins_with_surname(before)).then(|| before.to_owned());
        }
        if let Some(at) = label.find(office) {
            let name = bare(&label[at + office.len()..]);
            if is_name(&name) && begins_with_surname(&name) {
                return Some(name);
            }
        }
    }
    let name = bare(&label);
    (is_name(&name) && (name.len() == label.len() || begins_with_surname(&name))
        || name.chars().count() > 4)
        .then_some(name)
}
