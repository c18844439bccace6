//! Two texts, parted by a line of `---`: the second is published in the place of the first, and no address is forgotten.

#![no_main]

#[path = "../../tests/support/oracle.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some((before, after)) = text.split_once("\n---\n") {
        oracle::keeps_addresses(before, after);
    }
});
