//! The one way in which a reader is called that may fail in a way nobody foresaw, ours or a library's.
//!
//! A panic costs the file that was being read and no other: the file is listed as unread, with what to do, and the rest of the archive
//! is published. Nothing of the panic is printed; the place in the program where it happened is kept for whoever mends it.

use super::Unread;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

/// A reader gave up in the middle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    /// Where in the program, as `src/source.rs:7`; a library's begins with its name.
    place: Option<String>,
}

thread_local! {
    /// How many readers are at work in this thread, one inside the other.
    static N_READERS: Cell<usize> = const { Cell::new(0) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a reader. It must leave nothing half done outside itself: what it gives counts only where it comes to its end.
pub(crate) fn caught<T>(read: impl FnOnce() -> T) -> Result<T, Fault> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if N_READERS.get() == 0 {
                usual(panic);
            } else {
                PLACE.replace(place(panic));
            }
        }));
    });
    let before = N_READERS.replace(N_READERS.get() + 1);
    let read = catch_unwind(AssertUnwindSafe(read));
    N_READERS.set(before);
    read.map_err(|_| Fault {
        place: PLACE.take(),
    })
}

impl Fault {
    /// The file as one that was not read.
    pub(crate) fn unread(&self, path: &str) -> Unread {
        Unread {
            path: path.to_owned(),
            reason: self.reason(),
            help: Fault::help().to_owned(),
        }
    }

    pub(super) fn reason(&self) -> String {
        let place = self.place.as_deref().unwrap_or("nobody knows where");
        format!("the file cannot be read: this is a fault of memcon ({place})")
    }

    pub(super) fn help() -> &'static str {
        "please report it with the file; in the meantime save its text as .txt"
    }
}

/// Where a panic happened, without the folders of the machine the program was built on.
fn place(panic: &PanicHookInfo<'_>) -> Option<String> {
    let place = panic.location()?;
    let file = place.file().replace('\\', "/");
    let of_library = file
        .split_once("/registry/src/")
        .and_then(|(_, rest)| Some(rest.split_once('/')?.1));
    let of_std = || file.split_once("/library/").map(|(_, rest)| rest);
    let file = of_library.or_else(of_std).unwrap_or(&file);
    Some(format!("{file}:{}", place.line()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_gives_a_fault_with_its_place() {
        assert_eq!(caught(|| 7), Ok(7));
        let fault = caught(|| -> usize { panic!("words of a document") }).expect_err("it panics");
        let unread = fault.unread("content/documents/a.docx");
        assert!(unread.reason.contains("src/source/fault.rs:"), "{unread:?}");
        assert!(!unread.reason.contains("words"), "{unread:?}");
        assert!(!unread.help.is_empty());
    }

    #[test]
    fn a_reader_inside_another_is_a_reader_like_it() {
        let outer = caught(|| {
            let inner = caught(|| -> usize { panic!("inside") });
            assert!(inner.is_err());
            8
        });
        assert_eq!(outer, Ok(8));
        assert_eq!(N_READERS.get(), 0);
    }
}
