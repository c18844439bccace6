//! Any bytes under any name → a document that has lost nothing, or a reason why there is none.
//!
//! The first byte chooses the file's extension, the rest is the file.

#![no_main]

#[path = "../../tests/support/oracle.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let extension = oracle::EXTENSIONS[usize::from(*first) % oracle::EXTENSIONS.len()];
    oracle::reads(extension, bytes);
});
