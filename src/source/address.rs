//! A name → what stands for it in addresses and file names: short enough for every system, and none that Windows keeps for itself.

use super::slug;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// Names that Windows keeps for itself, whatever stands after the dot.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Bytes of a name; `.appearances.csv` and the like are added to it, and systems allow 255.
const LONGEST: usize = 200;

/// Whether Windows refuses files of this name.
pub(crate) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// The name of a document, person, conversation or page as it stands in addresses: its [`slug`], which is shortened where systems would
/// refuse it. Names that begin alike stay apart by a checksum, since nobody's words may come under another name. What is given back
/// stands for itself: a second time nothing changes.
pub fn address(name: &str) -> String {
    let whole = slug(name);
    if is_reserved(&whole) {
        return format!("x-{whole}");
    }
    if whole.len() <= LONGEST {
        return whole;
    }
    let sum = HEXLOWER.encode(&Sha256::digest(whole.as_bytes())[..6]);
    let kept = &whole[..whole.floor_char_boundary(LONGEST - sum.len() - 1)];
    format!("{}-{sum}", kept.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_a_system_refuses_get_another_and_stay_apart() {
        assert_eq!(address("CON"), "x-con");
        assert_eq!(address("x-con"), "x-con");
        assert_eq!(address("Conrad"), "conrad");
        for letter in ["n", "д", "語"] {
            let long = letter.repeat(300);
            let (one, other) = (address(&format!("{long} a")), address(&format!("{long} b")));
            assert!(one.len() <= LONGEST, "{one}");
            assert_ne!(one, other);
            assert_eq!(address(&one), one);
            assert_eq!(slug(&one), one);
        }
        let just = "n".repeat(LONGEST);
        assert_eq!(address(&just), just);
    }
}
