//! Every file of a site, rendered once and handed on: to a folder by `build`, to be looked at by `publish --check`.
//!
//! Two files speak of all others and come last: the page that tells how the archive was tested, and the file of checksums.

use super::checksums::{self, Sum};
use super::{Files, WriteError, leak};
use crate::pages::{self, Facts, Theme};
use crate::progress::{Stage, Watch};
use crate::search;
use crate::site::{Route, Site};
use rayon::prelude::*;

/// What was rendered.
pub struct Rendered<'a, T> {
    /// What became of each file, by its path.
    pub taken: Vec<(&'a str, T)>,
    /// What can be said of all files.
    pub facts: Facts,
    /// The page that tells it.
    pub(super) tested: Vec<u8>,
    /// The file of checksums.
    pub(super) sums: Vec<u8>,
}

/// Renders every file in parallel and hands it on with its path; none is held longer than that takes. What `start` makes for each thread
/// is lent to whatever takes a file there.
///
/// # Errors
/// Where one cannot be rendered or would repeat withheld words, or where it is not taken.
pub fn rendered<'a, S, T: Send>(
    site: &Site,
    theme: &Theme,
    files: &'a Files,
    watch: &dyn Watch,
    start: impl Fn() -> S + Sync + Send,
    take: impl Fn(&mut S, &'a str, &[u8]) -> Result<T, WriteError> + Sync,
) -> Result<Rendered<'a, T>, WriteError> {
    let all = files.all(site);
    let is_there = |path: &str| all.contains_key(path);
    let look = |state: &mut S, path: &'a str, route: &Route, bytes: &[u8]| {
        watch.step();
        if let Some(record) = leaked(site, path, route, bytes) {
            return Err(WriteError::Content(vec![leak(record, path)]));
        }
        let done = Done {
            path,
            sum: checksums::sum(bytes),
            taken: take(state, path, bytes)?,
        };
        Ok((done, pages::facts(site, route, bytes, is_there)))
    };
    let is_last = |route: &Route| *route == Route::Tested || checksums::is_sums(route);
    watch.begin(Stage::Write, all.len());
    let results: Vec<Result<(Done<'a, T>, Facts), WriteError>> = all
        .par_iter()
        .filter(|(_, route)| !is_last(route))
        .map_init(&start, |state, (path, route)| {
            let bytes = files
                .render(site, theme, route)
                .map_err(|found| WriteError::Content(vec![found]))?;
            look(state, path, route, &bytes)
        })
        .collect();
    let mut facts = Facts::default();
    let mut taken = Vec::with_capacity(all.len());
    let mut sums: Vec<(&str, Sum)> = Vec::with_capacity(all.len());
    let mut unrendered = Vec::new();
    for result in results {
        match result {
            Ok((done, own)) => {
                facts.add(own);
                sums.push((done.path, done.sum));
                taken.push((done.path, done.taken));
            }
            Err(WriteError::Content(found)) => unrendered.extend(found),
            Err(other) => return Err(other),
        }
    }
    if !unrendered.is_empty() {
        return Err(WriteError::Content(unrendered));
    }
    let content = |found| WriteError::Content(vec![found]);
    let of_sums = || all.iter().filter(|(_, route)| checksums::is_sums(route));
    *facts.kinds.entry(String::new()).or_default() += of_sums().count();
    // The page counts itself, too.
    let draft = pages::tested(site, theme, &facts).map_err(content)?;
    facts.add(pages::facts(
        site,
        &Route::Tested,
        draft.as_bytes(),
        is_there,
    ));
    let tested = pages::tested(site, theme, &facts).map_err(content)?;
    let tested = tested.into_bytes();
    let state = &mut start();
    for (path, route) in all.iter().filter(|(_, route)| **route == &Route::Tested) {
        let (done, _) = look(state, path, route, &tested)?;
        sums.push((done.path, done.sum));
        taken.push((done.path, done.taken));
    }
    sums.sort_unstable();
    let sums = checksums::written(&sums).into_bytes();
    for (path, _) in of_sums() {
        taken.push((*path, take(state, path, &sums)?));
    }
    Ok(Rendered {
        taken,
        facts,
        tested,
        sums,
    })
}

/// A file that was handed on.
struct Done<'a, T> {
    path: &'a str,
    sum: Sum,
    taken: T,
}

/// The record whose withheld words would stand in a file, or in its name.
fn leaked<'a>(site: &'a Site, path: &str, route: &Route, bytes: &[u8]) -> Option<&'a str> {
    let words = match route {
        Route::SearchFile(_) => search::in_words(bytes),
        _ => bytes,
    };
    // Only these have names that somebody else's words are made into.
    let in_name = || match route {
        Route::Document(_)
        | Route::SourcePage(_)
        | Route::Speaker(_)
        | Route::Conversation(_)
        | Route::Page(_) => site.withheld.in_slug(path),
        _ => None,
    };
    let in_path = || site.withheld.leak(path.as_bytes());
    let leaked = site.withheld.leak(words);
    leaked.or_else(in_path).or_else(in_name)
}
