//! A reader in a thread of its own, with a limit of time: what was made to exhaust it costs this file and no other.

use super::Unreadable;
use crate::source::caught;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// A file is given this long. A large volume takes a few seconds; what takes longer was made to.
const LONGEST: Duration = Duration::from_mins(2);
/// Deeply nested objects are read by recursion.
const STACK: usize = 64 * 1024 * 1024;

/// Reads a file; `name` is what a reader of messages calls it, and `help` what to do where it takes too long.
pub(super) fn read<T: Send + 'static>(
    (name, help): (&str, &str),
    bytes: &[u8],
    read: fn(Vec<u8>) -> Result<T, Unreadable>,
) -> Result<T, Unreadable> {
    let bytes = bytes.to_vec();
    let (sender, receiver) = mpsc::channel();
    let reader = thread::Builder::new()
        .name(format!("{name} reader"))
        .stack_size(STACK)
        .spawn(move || {
            // Whoever waits may have given up.
            let _ = sender.send(caught(|| read(bytes)));
        });
    let nothing = |_| {
        Unreadable::new(
            format!("the {name} was not read: there is no memory left for its reader"),
            "close other programs and try again",
        )
    };
    reader.map_err(nothing)?;
    match receiver.recv_timeout(LONGEST) {
        Ok(read) => read?,
        Err(_) => Err(Unreadable::new(
            format!(
                "the {name} asks for more work than any document does: it takes longer than two minutes"
            ),
            help,
        )),
    }
}
