//! Any line as a question to the archive.

#![no_main]

#[path = "../../tests/support/oracle.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod oracle;

use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

static ARCHIVE: OnceLock<memcon::query::Archive> = OnceLock::new();

fuzz_target!(|line: &str| {
    oracle::answers(ARCHIVE.get_or_init(oracle::asked), line);
});
