//! How large a site is, what GitHub Pages takes of it, and what could be left out. The same for `build`, after it has written, and for
//! `publish --check`, which writes nothing.

use crate::site::{ExportFile, Route};
use std::collections::BTreeMap;

/// The limits of GitHub, in bytes (docs.github.com: “GitHub Pages limits”, “About large files on GitHub”).
pub const LARGEST_SITE: u64 = 1_000_000_000;
/// The largest file that is taken.
pub const LARGEST_FILE: u64 = 100_000_000;

/// How many of a kind are named.
const NAMED: usize = 5;

/// What the files of a site weigh.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Weight {
    n_bytes: u64,
    too_large: Vec<(String, u64)>,
    /// Bytes of the forms of documents that may be left out, by their names in `site.toml`.
    forms: BTreeMap<&'static str, u64>,
    /// Bytes of what is made only where it is asked for, by the setting.
    asked: BTreeMap<&'static str, u64>,
}

impl Weight {
    /// One more file.
    pub fn add(&mut self, path: &str, route: &Route, n_bytes: u64) {
        self.n_bytes += n_bytes;
        if n_bytes > LARGEST_FILE {
            self.too_large.push((path.to_owned(), n_bytes));
        }
        let Route::Export(file) = route else { return };
        if let Some(form) = file.form_to_leave_out() {
            *self.forms.entry(form).or_default() += n_bytes;
        }
        let setting = match file {
            ExportFile::DocumentAkn(_) => "akoma_ntoso",
            ExportFile::Sqlite => "sqlite",
            ExportFile::Bulk(_) => "opensearch",
            _ => return,
        };
        *self.asked.entry(setting).or_default() += n_bytes;
    }

    /// Bytes of all files.
    pub fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// What GitHub Pages would not take, with what to do: sentences without a full stop.
    pub fn over_limits(&self) -> Vec<String> {
        let mut found = Vec::new();
        if self.n_bytes > LARGEST_SITE {
            found.push(format!(
                "the site has {}, and GitHub Pages takes 1 GB: {}",
                megabytes(self.n_bytes),
                self.advice()
            ));
        }
        if !self.too_large.is_empty() {
            let mut named: Vec<String> = self
                .too_large
                .iter()
                .take(NAMED)
                .map(|(path, n_bytes)| format!("{path} ({})", megabytes(*n_bytes)))
                .collect();
            match self.too_large.len() - named.len() {
                0 => {}
                n => named.push(format!("{n} more")),
            }
            found.push(format!(
                "GitHub takes no file over 100 MB: {}; withhold a file as received with source = \"withhold\" in its record, or make two archives",
                named.join(", ")
            ));
        }
        found
    }

    /// What to leave out, as little as is enough.
    fn advice(&self) -> String {
        let mut left = self.n_bytes;
        let mut ways = Vec::new();
        let (settings, spared) = least(&self.asked, &mut left);
        if !settings.is_empty() {
            let settings: Vec<String> = settings.iter().map(|it| format!("{it} = true")).collect();
            ways.push(format!(
                "take {} out of site.toml, which spares {}",
                settings.join(" and "),
                megabytes(spared)
            ));
        }
        let (forms, spared) = least(&self.forms, &mut left);
        if !forms.is_empty() {
            let forms: Vec<String> = forms.iter().map(|it| format!("\"{it}\"")).collect();
            ways.push(format!(
                "write leave_out = [{}] under [export] in site.toml, which spares {}",
                forms.join(", "),
                megabytes(spared)
            ));
        }
        let ways = ways.join(", and ");
        if left <= LARGEST_SITE {
            ways
        } else if ways.is_empty() {
            "make two archives, or publish it on another host".to_owned()
        } else {
            format!(
                "{ways}; as that is not enough, make two archives, or publish it on another host"
            )
        }
    }
}

/// The largest that have to go until the limit is kept, and their bytes, which are taken off what is left.
fn least<'a>(parts: &BTreeMap<&'a str, u64>, left: &mut u64) -> (Vec<&'a str>, u64) {
    let mut parts: Vec<(&str, u64)> = parts.iter().map(|(name, n)| (*name, *n)).collect();
    parts.sort_by_key(|(name, n_bytes)| (std::cmp::Reverse(*n_bytes), *name));
    let (mut names, mut spared) = (Vec::new(), 0);
    for (name, n_bytes) in parts {
        if *left <= LARGEST_SITE {
            break;
        }
        *left -= n_bytes;
        spared += n_bytes;
        names.push(name);
    }
    (names, spared)
}

fn megabytes(n_bytes: u64) -> String {
    format!("{:.1} MB", n_bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::DocumentId;

    const MB: u64 = 1_000_000;

    /// A file of a document, and its megabytes.
    type Heavy = (fn(DocumentId) -> ExportFile, u64);

    fn weight(files: &[Heavy]) -> Weight {
        let mut weight = Weight::default();
        weight.add("index.html", &Route::Home, 10 * MB);
        for (n, (file, megabytes)) in files.iter().enumerate() {
            let route = Route::Export(file(DocumentId::from_stem("a")));
            weight.add(&format!("documents/{n}"), &route, megabytes * MB);
        }
        weight
    }

    #[test]
    fn what_is_within_the_limits_needs_no_word() {
        let all: [Heavy; 9] = [(ExportFile::DocumentJson, 100); 9];
        let mut weight = weight(&all);
        weight.add("a", &Route::Search, 90 * MB);
        assert_eq!(weight.n_bytes(), LARGEST_SITE);
        assert!(weight.over_limits().is_empty());
    }

    #[test]
    fn as_little_is_left_out_as_is_enough() {
        let received: Heavy = (ExportFile::ReadingText, 95);
        let mut files = vec![received; 9];
        let forms: [Heavy; 3] = [
            (ExportFile::DocumentText, 40),
            (ExportFile::DocumentTei, 60),
            (ExportFile::DocumentJson, 80),
        ];
        files.extend(forms);
        assert_eq!(
            weight(&files).over_limits(),
            [
                "the site has 1045.0 MB, and GitHub Pages takes 1 GB: write leave_out = [\"json\"] under [export] in site.toml, which spares 80.0 MB"
            ]
        );
        files.push((ExportFile::DocumentAkn, 90));
        assert_eq!(
            weight(&files).over_limits(),
            [
                "the site has 1135.0 MB, and GitHub Pages takes 1 GB: take akoma_ntoso = true out of site.toml, which spares 90.0 MB, and write leave_out = [\"json\"] under [export] in site.toml, which spares 80.0 MB"
            ]
        );
        files.extend([received; 3]);
        let told = weight(&files).over_limits().concat();
        assert!(
            told.ends_with("leave_out = [\"json\", \"tei.xml\", \"txt\"] under [export] in site.toml, which spares 180.0 MB; as that is not enough, make two archives, or publish it on another host"),
            "{told}"
        );
    }

    #[test]
    fn files_that_are_too_large_are_named() {
        let files: [Heavy; 7] = [(ExportFile::Received, 101); 7];
        assert_eq!(
            weight(&files).over_limits(),
            [
                "GitHub takes no file over 100 MB: documents/0 (101.0 MB), documents/1 (101.0 MB), documents/2 (101.0 MB), documents/3 (101.0 MB), documents/4 (101.0 MB), 2 more; withhold a file as received with source = \"withhold\" in its record, or make two archives"
            ]
        );
    }
}
