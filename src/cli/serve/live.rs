//! The archive's files are watched; when they change, it is read again.

use super::{Shared, read};
use crate::cli::archive::Memory;
use crate::cli::console;
use crate::cli::{Common, Failure};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

/// What an archive consists of; other files in its folder may change as they like.
const WATCHED: [&str; 4] = ["site.toml", "content", "templates", "static"];
/// Editors save in several steps; reading waits until they are done.
const QUIET_TIME: Duration = Duration::from_millis(80);

/// Watches an archive until the program ends.
pub(super) fn watch(
    common: Common,
    folder: &Path,
    mut memory: Memory,
    shared: Arc<Shared>,
) -> Result<(), Failure> {
    let folder = folder
        .canonicalize()
        .map_err(|error| Failure(format!("cannot find {}: {error}", folder.display())))?;
    let (send, receive) = channel();
    let root = folder.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| matters(&root, &event)) {
            // The receiver ends with the program.
            let _ = send.send(());
        }
    })?;
    watcher.watch(&folder, RecursiveMode::NonRecursive)?;
    watch_folders(&mut watcher, &folder)?;
    std::thread::spawn(move || {
        while receive.recv().is_ok() {
            while receive.recv_timeout(QUIET_TIME).is_ok() {}
            // A folder may be new, or another one of the same name; one that has just gone is told of again when it comes back.
            let _ = watch_folders(&mut watcher, &folder);
            read_again(&common, &folder, &mut memory, &shared);
        }
    });
    Ok(())
}

fn watch_folders(watcher: &mut RecommendedWatcher, folder: &Path) -> Result<(), Failure> {
    for name in WATCHED {
        let path = folder.join(name);
        if path.is_dir() {
            watcher.watch(&path, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

/// Reading a file is no change, or reading the archive would never end.
fn matters(folder: &Path, event: &notify::Event) -> bool {
    let is_change = match event.kind {
        EventKind::Access(_) => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    };
    let is_watched = |path: &PathBuf| {
        path.strip_prefix(folder)
            .is_ok_and(|inside| WATCHED.iter().any(|name| inside.starts_with(name)))
    };
    is_change && event.paths.iter().any(is_watched)
}

fn read_again(common: &Common, folder: &Path, memory: &mut Memory, shared: &Shared) {
    match read(common, folder, memory, |state| shared.exchange(state)) {
        Ok(Some(summary)) => {
            if !common.quiet {
                console::remark(&format!("read again: {summary}"));
            }
        }
        Ok(None) => console::remark("the archive is shown as it was before\n"),
        Err(Failure(message)) => {
            console::failure(&message);
            console::remark("the archive is shown as it was before\n");
        }
    }
}
