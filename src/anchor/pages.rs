//! `content/anchors/_pages.lock`: the pages, other than documents, that were ever published, and where each leads that is gone.
//!
//! ```text
//! memcon pages 1
//! # Written by memcon build …
//! speakers/francois-mitterrand.html
//! speakers/mitterrand.html -> speakers/francois-mitterrand.html
//! ```

use super::FOLDER;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Span, TextFile};
use std::collections::BTreeMap;

const FIRST_LINE: &str = "memcon pages 1";

const REMARK: &str = "# Written by memcon build. Keep it with the archive and change nothing: addresses that readers cite depend on it.";

/// The pages by path, each with the one it leads to where it is gone.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Pages {
    all: BTreeMap<String, Option<String>>,
}

impl Pages {
    /// Where they are listed.
    pub fn path() -> String {
        format!("{FOLDER}/_pages.lock")
    }

    /// Adds a page that is there, or the page to which one leads that is not.
    pub fn add(&mut self, path: &str, to: Option<String>) {
        self.all.insert(path.to_owned(), to);
    }

    /// All pages.
    pub fn all(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.all
            .iter()
            .map(|(path, to)| (path.as_str(), to.as_deref()))
    }

    /// Leaves out pages by their names.
    pub(super) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        let name = |path: &str| path.replace(['/', '.'], "-");
        self.all.retain(|path, _| keep(&name(path)));
        for to in self.all.values_mut() {
            *to = to.take().filter(|to| keep(&name(to)));
        }
    }

    /// Where a page leads that is gone.
    pub fn to(&self, path: &str) -> Option<&str> {
        self.all.get(path)?.as_deref()
    }

    /// The names in addresses of those who ever had a page.
    pub fn speakers(&self) -> impl Iterator<Item = &str> {
        self.all.keys().filter_map(|path| {
            let name = path.strip_prefix("speakers/")?.strip_suffix(".html")?;
            (!name.contains('.')).then_some(name)
        })
    }

    /// What a change of the list says, for editors.
    pub(super) fn difference(&self, before: &Pages) -> Vec<String> {
        let mut said = Vec::new();
        let mut n_new = 0;
        for (path, to) in &self.all {
            match (before.all.get(path), to) {
                (Some(old), to) if old == to => {}
                (_, Some(to)) => said.push(format!("gone: {path}, leads to {to}")),
                (Some(_), None) => said.push(format!("back: {path}")),
                (None, None) => n_new += 1,
            }
        }
        if n_new > 0 {
            let pages = if n_new == 1 { "page" } else { "pages" };
            said.push(format!("new: {n_new} {pages}"));
        }
        said
    }

    /// The list as text, if there is anything to list.
    pub(super) fn written(&self) -> Option<String> {
        if self.all.is_empty() {
            return None;
        }
        let mut out = format!("{FIRST_LINE}\n{REMARK}\n");
        for (path, to) in &self.all {
            out.push_str(path);
            if let Some(to) = to {
                out.push_str(&format!(" -> {to}"));
            }
            out.push('\n');
        }
        Some(out)
    }

    /// Reads the list. What is wrong with it is reported.
    pub(super) fn parse(file: &TextFile, diagnostics: &mut Diagnostics) -> Option<Pages> {
        let mut pages = Pages::default();
        let mut start = 0;
        for (n, line) in file.text.split_inclusive('\n').enumerate() {
            let text = line.trim_end();
            let (path, to) = match text.split_once(" -> ") {
                Some((path, to)) => (path, Some(to)),
                None => (text, None),
            };
            let wrong = match n {
                0 if text == FIRST_LINE => None,
                0 => Some(format!("this list begins with “{FIRST_LINE}”")),
                _ if text.is_empty() || text.starts_with('#') => None,
                _ if !is_page(path) || to.is_some_and(|to| !is_page(to)) => {
                    Some("this is no page, nor a page -> another".to_owned())
                }
                _ => {
                    let twice = pages.all.insert(path.to_owned(), to.map(str::to_owned));
                    twice.map(|_| "this page stands twice in the list".to_owned())
                }
            };
            if let Some(message) = wrong {
                let span = Span::new(start, start + text.len());
                let place = Place::at(&file.path, &file.text, span);
                let help = "take the file back from version control, or delete it";
                let found = Diagnostic::new(Code::BadLock, place, message, help);
                diagnostics.push(found.labeled("here"));
                return None;
            }
            start += line.len();
        }
        Some(pages)
    }
}

/// A page inside the site, by a path that leads nowhere else.
fn is_page(path: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '#', '?', '"'])
    };
    path.strip_suffix(".html").is_some() && path.split('/').all(is_part)
}
