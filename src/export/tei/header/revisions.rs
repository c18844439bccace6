//! What was changed in a document, and what its editors read otherwise than it is printed: each with when, why and who.

use super::Header;
use crate::date::Edtf;
use crate::site::Change;

impl Header<'_, '_> {
    /// What the editors corrected, and what was changed, each with when, why and who.
    pub(super) fn revisions(&mut self) {
        let (site, entry) = (self.site, self.entry);
        let changes: Vec<&Change> = site.changes_of(entry).collect();
        if changes.is_empty() && entry.document.corrections.is_empty() {
            return;
        }
        self.open("revisionDesc");
        for change in changes {
            let kind = change.text.as_ref().map_or("added", |_| "changed");
            let decided = (Some(&change.date), change.by.as_deref());
            self.change(kind, change.turn, decided, &in_words(change));
        }
        for one in &entry.document.corrections {
            let paragraph = &entry.document.blocks[one.block].paragraphs()[one.paragraph];
            let printed = &paragraph.text.text()[one.range.clone()];
            let mut words = format!("“{printed}” read as “{}”", one.read);
            if let Some(reason) = &one.reason {
                words.push_str(&format!("; {reason}"));
            }
            let turn = entry
                .turns
                .binary_search_by_key(&one.block, |turn| turn.block);
            let date = one.date.as_deref().and_then(Edtf::parse);
            let decided = (date.as_ref(), one.by.as_deref());
            self.change("correction", turn.ok(), decided, &words);
        }
        self.close("revisionDesc");
    }

    /// A change with its day, or with what is known of it, and with who decided: the editors as such, where nobody is named.
    fn change(
        &mut self,
        kind: &str,
        turn: Option<usize>,
        (date, by): (Option<&Edtf>, Option<&str>),
        words: &str,
    ) {
        let day = date.and_then(Edtf::html_datetime);
        let target = turn.map(|index| format!("#{}", self.entry.anchors.turn(index)));
        let mut attributes = vec![("type", kind)];
        attributes.extend(day.as_deref().map(|day| ("when", day)));
        attributes.extend(target.as_deref().map(|target| ("target", target)));
        if by.is_none() {
            attributes.push(("who", "#editors"));
        }
        self.xml.open("change", &attributes);
        match (date, &day) {
            (Some(date), None) => self.xml.words(&format!("{date}: {words}")),
            _ => self.xml.words(words),
        }
        if let Some(by) = by {
            self.xml.words("; ");
            self.xml.text("name", by);
        }
        self.close("change");
    }
}

/// What was changed, how it read before and reads now, and why.
fn in_words(change: &Change) -> String {
    let mut words = change
        .text
        .clone()
        .unwrap_or_else(|| "Added to the archive.".to_owned());
    let further = [("before", &change.before), ("now", &change.after)];
    for (name, value) in further {
        if let Some(value) = value {
            words.push_str(&format!("; {name}: “{value}”"));
        }
    }
    if let Some(why) = &change.why {
        words.push_str(&format!("; {why}"));
    }
    words
}
