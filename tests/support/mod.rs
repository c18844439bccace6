//! What the laws are held over: the founding archive, every fixture, and their sites.

#![allow(dead_code, reason = "each test program uses its part")]
#![allow(unreachable_pub, reason = "there is nothing outside a test program")]

pub mod alive;
pub mod archive;
pub mod csv;
pub mod every_field;
pub mod everything;
pub mod faulty;
pub mod fixtures;
pub mod html;
pub mod oracle;
pub mod schema;
pub mod server;

use memcon::diagnostic::Diagnostics;
use memcon::output::Files;
use memcon::pages::Theme;
use memcon::progress::Nobody;
use memcon::site::Site;
use memcon::source::{self, Sources};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// An archive or a single text, compiled, with every file of its site.
pub struct Specimen {
    /// The folder or file, inside the repository.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What was read.
    pub sources: Sources,
    /// What it means.
    pub site: Site,
    /// The files of the site, by path.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Specimen {
    /// A page of the site, or another of its files that is text.
    pub fn page(&self, path: &str) -> &str {
        let bytes = self.files.get(path);
        let bytes = bytes.unwrap_or_else(|| panic!("{} has no {path}", self.name));
        std::str::from_utf8(bytes).unwrap()
    }

    /// The files of the site with this extension, as text.
    pub fn texts<'a>(&'a self, extension: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files
            .iter()
            .filter(move |(path, _)| {
                Path::new(path)
                    .extension()
                    .is_some_and(|found| found == extension)
            })
            .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
    }
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The founding archive and all fixtures; rendered once.
pub fn specimens() -> &'static [Specimen] {
    static ALL: OnceLock<Vec<Specimen>> = OnceLock::new();
    ALL.get_or_init(|| {
        paths()
            .into_iter()
            .map(|path| {
                let sources = load(&path);
                specimen(&path, sources)
            })
            .collect()
    })
}

/// The specimen whose name ends so.
pub fn named(name: &str) -> &'static Specimen {
    specimens()
        .iter()
        .find(|specimen| specimen.name.ends_with(name))
        .unwrap_or_else(|| panic!("no fixture is called {name}"))
}

/// The founding archive, then the fixtures: folders are archives, files are single texts.
pub fn paths() -> Vec<PathBuf> {
    let mut paths = vec![root().to_owned()];
    let folder = root().join("tests/fixtures");
    let entries = std::fs::read_dir(&folder).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.is_dir() || path.extension().is_some_and(|e| e == "txt" || e == "md"));
    found.sort();
    paths.extend(found);
    paths
}

/// Reads an archive, or a text by itself with the default theme around it.
pub fn load(path: &Path) -> Sources {
    if path.is_dir() {
        return source::load(path).unwrap();
    }
    let theme = source::load(root()).unwrap();
    let mut sources = source::one(None, source::Links::Inside, path).unwrap();
    sources.templates = theme.templates;
    sources.assets = theme.assets;
    sources
}

/// Compiles and renders.
pub fn specimen(path: &Path, sources: Sources) -> Specimen {
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&sources, &mut diagnostics);
    let name = path.strip_prefix(root()).unwrap_or(path);
    Specimen {
        name: name.to_string_lossy().into_owned(),
        path: path.to_owned(),
        files: rendered(&sources, &site, &mut diagnostics),
        sources,
        site,
    }
}

/// The files of a site, by their paths.
pub type Rendered = BTreeMap<String, Vec<u8>>;

/// Every file of a site.
pub fn rendered(sources: &Sources, site: &Site, diagnostics: &mut Diagnostics) -> Rendered {
    let theme = Theme::new(&sources.templates, &site.interface, diagnostics);
    let theme = theme.unwrap_or_else(|| panic!("{:?}", diagnostics.sorted()));
    let made = Files::new(site).unwrap();
    let take = |(): &mut (), _: &str, bytes: &[u8]| Ok(bytes.to_vec());
    let rendered = memcon::output::rendered(site, &theme, &made, &Nobody, || (), take);
    let rendered = rendered.unwrap_or_else(|error| panic!("{}: {error:?}", site.config.title));
    let files = rendered.taken.into_iter();
    files
        .map(|(path, bytes)| (path.to_owned(), bytes))
        .collect()
}

/// The checksum of a file, as `sha256sum` has it.
pub fn sum(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// What `sha256sum` prints of files.
pub fn sums(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut out = String::new();
    for (path, bytes) in files {
        out.push_str(&format!("{}  {path}\n", sum(bytes)));
    }
    out
}
