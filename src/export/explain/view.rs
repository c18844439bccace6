//! What the explanation holds: its JSON, and what its text is written from. The keys are kept stable.

use serde::Serialize;

/// How the turns of a document were found.
#[derive(Serialize)]
pub(in crate::export) struct ExplanationView {
    pub(super) convention: Option<&'static str>,
    pub(super) because: String,
    pub(super) conventions: Vec<ConventionView>,
    pub(super) said_by: Vec<String>,
    pub(super) labels: Vec<LabelView>,
    pub(super) near: Vec<NearView>,
    pub(super) unlabeled: Vec<UnlabeledView>,
}

/// What one convention would make of the text.
#[derive(Serialize)]
pub(super) struct ConventionView {
    pub(super) name: &'static str,
    pub(super) example: &'static str,
    pub(super) turns: usize,
    pub(super) look_alikes: usize,
    pub(super) chosen: bool,
    /// Whether its labels are added to those of the chosen one.
    pub(super) added: bool,
    pub(super) because: String,
    /// The labels it would take, where another is chosen.
    pub(super) takes: Vec<String>,
}

/// One label taken, or one look-alike refused.
#[derive(Serialize)]
pub(super) struct LabelView {
    pub(super) convention: &'static str,
    pub(super) label: String,
    pub(super) taken: bool,
    pub(super) times: usize,
    pub(super) turns: usize,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) form: Option<&'static str>,
    pub(super) because: Option<&'static str>,
    pub(super) stands: Vec<StandsView>,
    pub(super) who: Vec<WhoView>,
    pub(super) paste: Vec<PasteView>,
}

/// How often a label stands in one kind of place.
#[derive(Serialize)]
pub(super) struct StandsView {
    pub(super) times: usize,
    pub(super) place: &'static str,
}

/// Whom a label stands for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct WhoView {
    pub(super) turns: usize,
    pub(super) how: &'static str,
    pub(super) person: Option<String>,
    pub(super) name: Option<String>,
    pub(super) evidence: String,
    pub(super) candidates: Vec<String>,
}

/// A line an editor may paste.
#[derive(Serialize)]
pub(super) struct PasteView {
    #[serde(skip)]
    pub(super) about: About,
    pub(super) when: String,
    pub(super) file: String,
    pub(super) text: String,
}

/// What a line to paste decides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// Whether the words are a label.
    Label,
    /// Which of several people a label stands for.
    Choice,
    /// Whether somebody known only from labels is in the authority file.
    Entry,
}

/// A line that is nearly a label.
#[derive(Serialize)]
pub(super) struct NearView {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) text: String,
    pub(super) because: &'static str,
}

/// A turn before which no label is printed.
#[derive(Serialize)]
pub(super) struct UnlabeledView {
    pub(super) anchor: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) because: &'static str,
    pub(super) who: WhoView,
}
