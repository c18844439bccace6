//! One browser and one copy of the site on disk, shared by the tests that run at the same time; both go with the last of them.

use crate::archive::{FILES, SHARDED};
use crate::page::Page;
use crate::server::{BASE, IN_SHARDS};
use headless_chrome::{Browser, LaunchOptions};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;
use std::{env, fs};
use tempfile::TempDir;

/// Where a page is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum From {
    /// The server, under `/repo/`.
    Server,
    /// The disk, by `file://`.
    Disk,
}

pub(crate) struct World {
    browser: Browser,
    folder: TempDir,
}

/// Not a plain static: statics are never dropped, and the browser would stay behind.
static SHARED: Mutex<Weak<World>> = Mutex::new(Weak::new());

impl World {
    /// The browser; `None` where there is none and none is required.
    pub(crate) fn get() -> Option<Arc<World>> {
        let mut shared = SHARED
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(world) = shared.upgrade() {
            return Some(world);
        }
        let Some(chromium) = chromium() else {
            missing("Chromium: install it, or name it in the environment as CHROMIUM");
            return None;
        };
        let world = Arc::new(World::start(chromium));
        *shared = Arc::downgrade(&world);
        Some(world)
    }

    fn start(chromium: PathBuf) -> World {
        let folder = tempfile::tempdir().expect("a folder for the site");
        let in_shards = SHARDED
            .iter()
            .map(|(path, bytes)| (format!("{IN_SHARDS}{path}"), bytes));
        let files = FILES.iter().map(|(path, bytes)| (path.clone(), bytes));
        for (path, bytes) in files.chain(in_shards) {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("a file has a folder"))
                .and_then(|()| fs::write(&file, bytes))
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
        let args = [
            "--disable-quic",
            "--no-first-run",
            "--disable-component-update",
            "--disable-field-trial-config",
            "--hide-scrollbars",
        ];
        let options = LaunchOptions {
            path: Some(chromium),
            // The sandbox needs rights that neither root nor a container has; the pages are our own.
            sandbox: false,
            args: args.iter().map(OsStr::new).collect(),
            idle_browser_timeout: Duration::from_mins(10),
            ..LaunchOptions::default()
        };
        let browser = Browser::new(options).expect("Chromium starts");
        World { browser, folder }
    }

    /// An empty page, in a desktop window in light colors.
    pub(crate) fn page(&self) -> Page {
        let tab = self.browser.new_tab().expect("a new tab");
        Page::new(tab)
    }

    /// The address of a file of the site.
    pub(crate) fn address(&self, from: From, path: &str) -> String {
        match from {
            From::Server => format!("{}{path}", *BASE),
            From::Disk => format!("file://{}/{path}", self.folder.path().display()),
        }
    }
}

/// Says what is missing; fails where the browser tests are required.
pub(crate) fn missing(what: &str) {
    let is_required = env::var("MEMCON_BROWSER_TESTS").is_ok_and(|value| value == "require");
    assert!(!is_required, "the browser tests need {what}");
    eprintln!("skipped: this test needs {what}");
}

fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "chrome",
    ]
    .iter()
    .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
    .find(|path| Path::is_file(path))
}
