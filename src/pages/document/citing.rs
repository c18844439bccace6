//! How the document and its turns are cited: in the archive's own form, in styles, and as patterns that a script fills in.

use crate::citation::{Forms, Pattern};
use crate::site::{DocumentEntry, Site};
use serde::Serialize;

/// What the page says of citations.
#[derive(Serialize)]
pub(super) struct Citing {
    /// The document's citation in the archive's own form.
    text: String,
    /// The same for a passage, with places left open, as JSON for the script.
    pattern: String,
    /// The document in the archive's styles.
    styles: Vec<StyleView>,
    /// Everyone who speaks, as citations say it, as JSON for the script.
    speakers: String,
    /// What citations say of each conversation that the document reports, as JSON for the script.
    conversations: Option<String>,
}

/// The document in one style.
#[derive(Serialize)]
struct StyleView {
    /// What the style calls itself.
    title: String,
    /// The document's citation.
    text: String,
    /// That of a passage whose speaker has a family name, as JSON for the script.
    named: String,
    /// That of a passage whose speaker is only called something, likewise.
    literal: String,
}

impl Citing {
    pub(super) fn new(site: &Site, document: &DocumentEntry, forms: &Forms) -> Citing {
        let pattern = |pattern: &Pattern| json(pattern);
        Citing {
            text: crate::citation::document(site, document).text,
            pattern: pattern(&forms.plain),
            styles: forms
                .styles
                .iter()
                .map(|style| StyleView {
                    title: style.title.clone(),
                    text: style.document.clone(),
                    named: pattern(&style.named),
                    literal: pattern(&style.literal),
                })
                .collect(),
            speakers: json(&forms.speakers),
            conversations: (!forms.conversations.is_empty()).then(|| json(&forms.conversations)),
        }
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a pattern holds nothing but texts and lists")
}
