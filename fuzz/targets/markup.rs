//! TEI and Akoma Ntoso in, and what is exported of them in again: the same turns.
//!
//! The first byte chooses which of the two surrounds the rest.

#![no_main]

#[path = "../../tests/support/oracle.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let (before, after): (&[u8], &[u8]) = match first % 3 {
        0 => (b"", b""),
        1 => (b"<TEI><text><body>", b"</body></text></TEI>"),
        _ => (b"<akomaNtoso><debate><debateBody>", b"</debateBody></debate></akomaNtoso>"),
    };
    let file = [before, bytes, after].concat();
    if let Some(site) = oracle::reads("xml", &file) {
        oracle::comes_back(&site);
    }
});
