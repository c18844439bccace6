//! What makes a folder a bag (BagIt, RFC 8493): the payload in `data/`, what the bag says of itself, and the checksums of both.

use super::checksums::{self, Sum};

/// The folder of the payload.
pub(super) const PAYLOAD: &str = "data/";

/// The file with the checksums of all files that are not payload.
pub(super) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

/// The files of a bag beside the payload, but for the last.
pub(super) fn tags(
    payload: &[(String, Sum)],
    n_bytes: u64,
    about: &[(&'static str, String)],
) -> [(&'static str, String); 3] {
    let mut info = String::new();
    for (name, value) in about {
        // A value is one line.
        let value: Vec<&str> = value.split_whitespace().collect();
        if !value.is_empty() {
            info.push_str(&format!("{name}: {}\n", value.join(" ")));
        }
    }
    info.push_str(&format!("Payload-Oxum: {n_bytes}.{}\n", payload.len()));
    [
        (
            "bagit.txt",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned(),
        ),
        ("bag-info.txt", info),
        ("manifest-sha256.txt", manifest(payload, encoded)),
    ]
}

/// Checksums with the names of their files.
pub(super) fn manifest(sums: &[(String, Sum)], as_written: impl Fn(&str) -> String) -> String {
    let names: Vec<String> = sums.iter().map(|(name, _)| as_written(name)).collect();
    let sums = names.iter().zip(sums);
    let sums: Vec<(&str, Sum)> = sums.map(|(name, (_, sum))| (name.as_str(), *sum)).collect();
    checksums::written(&sums)
}

/// A name as manifests write it, in which a line's end is none.
pub(super) fn encoded(name: &str) -> String {
    let name = name.replace('%', "%25");
    name.replace('\n', "%0A").replace('\r', "%0D")
}
