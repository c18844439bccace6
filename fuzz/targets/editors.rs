//! What editors write: a record, the people, the terms, parted by lines of `---`.

#![no_main]

#[path = "../../tests/support/oracle.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut parts = text.split("\n---\n");
    let mut part = || parts.next().unwrap_or("");
    let (record, people, glossary) = (part(), part(), part());
    oracle::takes_what_editors_write(record, people, glossary);
});
