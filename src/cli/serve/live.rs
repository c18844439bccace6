//! The archive's files are watched; when they change, it is read again.

use super::{Shared, read};
use crate::cli::console;
use crate::cli::{Common, Failure};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// What an archive consists of; other files in its folder may change as they like.
const WATCHED: [&str; 4] = ["site.toml", "content", "templates", "static"];
/// Editors save in several steps; reading waits until they are done.
const QUIET_TIME: Duration = Duration::from_millis(80);

/// Watches an archive for as long as what is given back is kept.
pub(super) fn watch(
    common: Common,
    folder: &Path,
    shared: Arc<Shared>,
) -> Result<RecommendedWatcher, Failure> {
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
    for name in WATCHED {
        let path = folder.join(name);
        if path.is_dir() {
            watcher.watch(&path, RecursiveMode::Recursive)?;
        }
    }
    std::thread::spawn(move || follow(&common, &folder, &shared, &receive));
    Ok(watcher)
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

fn follow(common: &Common, folder: &Path, shared: &Shared, changes: &Receiver<()>) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(QUIET_TIME).is_ok() {}
        match read(common, folder) {
            Ok(Some((state, summary))) => {
                shared.exchange(state);
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
}
