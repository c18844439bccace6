//! The only look at the clock: a new archive's first edition is dated once, in `site.toml`. No other command knows what day it is.

/// Today, `YYYY-MM-DD`, by this computer's clock and time zone.
pub(super) fn today() -> String {
    jiff::Zoned::now().date().to_string()
}
