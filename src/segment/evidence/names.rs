//! What of a label is the surname.

use super::{Weighed, slug};

/// The last word of a label that went through [`slug`].
pub(super) fn surname(label: &str) -> &str {
    label.rsplit('-').next().unwrap_or(label)
}

/// `chang` of `JO CHANG, BYLINE`: the surname of a name of two words or more that a description or a bracket follows.
pub(super) fn surname_before_description(weighed: &Weighed) -> Option<String> {
    let name = weighed.candidates.first()?.at.name();
    let (name, _) = name.split_once([',', '(', '['])?;
    let name = slug(name);
    name.contains('-').then(|| surname(&name).to_owned())
}

/// A label, and what is left of it without its first words: `mr-smith-jones`, `smith-jones`, `jones`.
pub(super) fn ends(label: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(label), |words| Some(words.split_once('-')?.1))
}
