//! Standard output and standard error. Color only where a terminal shows it, and not under `NO_COLOR`.

use super::Failure;
pub(super) use crate::diagnostic::harmless;
pub(super) use crate::editorial::{counted, number};
use std::io::{self, Write};

/// Prints a result. A reader that closes the pipe (`memcon parse … | head`) has what it wanted; that is no failure.
pub(super) fn result(text: &str) -> Result<(), Failure> {
    // Only orders to a terminal need to be looked at: a long text without any is written as it is.
    if memchr::memchr(0x1b, text.as_bytes()).is_some() {
        written(anstream::stdout().lock(), text.as_bytes())
    } else {
        bytes(text.as_bytes())
    }
}

/// Writes a file to standard output, byte for byte.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    written(io::stdout().lock(), bytes)
}

fn written(mut stdout: impl Write, bytes: &[u8]) -> Result<(), Failure> {
    printed(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

fn printed(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Prints a result of many parts, each [`harmless`], as they are made: a long one is never held as a whole.
pub(super) fn result_in_parts(parts: impl FnOnce(&mut dyn FnMut(&str))) -> Result<(), Failure> {
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let mut written = Ok(());
    parts(&mut |part| {
        if written.is_ok() {
            written = stdout.write_all(harmless(part).as_bytes());
        }
    });
    printed(written.and_then(|()| stdout.flush()))
}

/// Prints a report or a remark. Where nobody can read it, there is nothing more to be done.
pub(super) fn remark(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes());
    let _ = stderr.flush();
}

/// Says what should be looked at, though it is done.
pub(super) fn warning(message: &str) {
    remark(&format!("\u{1b}[1;33mwarning\u{1b}[0m: {message}\n"));
}

/// Says why memcon could not run.
pub(super) fn failure(message: &str) {
    remark(&format!("\u{1b}[1;31merror\u{1b}[0m: {message}\n"));
}
