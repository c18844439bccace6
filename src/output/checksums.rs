//! `SHA256SUMS`: the checksum of every other file of the site, as `sha256sum --check` reads it.

use crate::site::{ExportFile, Route};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The checksum of a file.
pub(super) type Sum = [u8; 32];

pub(super) fn sum(bytes: &[u8]) -> Sum {
    Sha256::digest(bytes).into()
}

/// Whether it is the file of checksums itself, which has none.
pub(super) fn is_sums(route: &Route) -> bool {
    *route == Route::Export(ExportFile::Checksums)
}

/// The file, from files with their checksums in order of their paths.
pub(super) fn written(sums: &[(&str, Sum)]) -> String {
    let mut out = String::new();
    for (path, sum) in sums {
        out.push_str(&format!("{}  {path}\n", HEXLOWER.encode(sum)));
    }
    out
}
