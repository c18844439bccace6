//! What a PDF's streams unpack to, measured before anything is read: a small file may hold gigabytes of nothing.

use super::super::Unreadable;
use super::too_much;
use flate2::read::ZlibDecoder;
use std::io::{Read, sink};

/// The most that one stream other than an image unpacks to. A page's drawing is rarely a thousandth of it.
const LARGEST_STREAM: u64 = 128 * 1024 * 1024;
/// The most that all of them unpack to.
const LARGEST_FILE: u64 = 2 * 1024 * 1024 * 1024;
/// How far before a stream its dictionary is looked at.
const DICTIONARY: usize = 512;

/// Measures every deflated stream that is no image; images are never unpacked.
pub(super) fn check(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut left = LARGEST_FILE;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        let data = &bytes[at..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        // `endstream` ends with the same word, and then no deflated data follow.
        if data.first().is_none_or(|first| first & 0x0f != 8) {
            continue;
        }
        let dictionary = &bytes[keyword.saturating_sub(DICTIONARY)..keyword];
        let start = rfind(dictionary, b"obj").unwrap_or(0);
        let dictionary = &dictionary[start..];
        if find(dictionary, b"/Image").is_some() {
            continue;
        }
        let n_filters = count(dictionary, b"FlateDecode") + count(dictionary, b"LZWDecode");
        let limit = LARGEST_STREAM.min(left);
        let unpacked = std::io::copy(&mut ZlibDecoder::new(data).take(limit + 1), &mut sink());
        // What is broken ends early, for the reader too.
        let size = unpacked.unwrap_or(0);
        if size > limit || n_filters > 1 && size > LARGEST_STREAM / 1024 {
            return Err(too_much("a part of it unpacks to more than 128 MB"));
        }
        left -= size;
    }
    Ok(())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(bytes, wanted)
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    memchr::memmem::find_iter(bytes, wanted).count()
}
