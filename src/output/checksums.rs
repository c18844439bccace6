//! `SHA256SUMS`: the checksum of every other file of the site, as `sha256sum --check` reads it.

use super::Files;
use crate::diagnostic::Diagnostic;
use crate::pages::Theme;
use crate::site::{ExportFile, Route, Site};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

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
        for byte in sum {
            out.push_str(&format!("{byte:02x}"));
        }
        out.push_str(&format!("  {path}\n"));
    }
    out
}

/// The file of checksums for files with their bytes.
pub fn checksums(files: &BTreeMap<String, Vec<u8>>) -> String {
    let files = files.iter();
    let sums: Vec<(&str, Sum)> = files
        .map(|(path, bytes)| (path.as_str(), sum(bytes)))
        .collect();
    written(&sums)
}

/// The file for one who asks for nothing else: every other is rendered for it.
pub(super) fn of_site(made: &Files, site: &Site, theme: &Theme) -> Result<Vec<u8>, Diagnostic> {
    let files: Vec<(&str, &Route)> = made.all(site).into_iter().collect();
    let sums: Result<Vec<(&str, Sum)>, Diagnostic> = files
        .par_iter()
        .filter(|(_, route)| !is_sums(route))
        .map(|(path, route)| Ok((*path, sum(&made.render(site, theme, route)?))))
        .collect();
    Ok(written(&sums?).into_bytes())
}
