//! `[pages]`: how the archive's own pages are treated.

use serde::Deserialize;

/// What becomes of HTML that stands in the Markdown of a page.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageHtml {
    /// Only plain formatting stays: nothing that acts, and nothing from other hosts.
    #[default]
    Cleaned,
    /// It stays as it is: whoever writes the pages answers for it.
    AsWritten,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPages {
    #[serde(default)]
    pub(super) html: PageHtml,
}
