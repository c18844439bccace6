//! The founding archive, built through the library: every file of its site by path.

use memcon::diagnostic::{Diagnostics, Severity};
use memcon::output::Files;
use memcon::pages::Theme;
use memcon::site::Site;
use memcon::source::{Sources, TextFile};
use memcon::{compile, source};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// The files of the site, as they are published under `/repo/`.
pub(crate) static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let (site, theme) = &*SITE;
    rendered(site, theme)
});

/// The files of the site with an index in shards, as those of a large archive.
pub(crate) static SHARDED: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let engine: toml::Table = "engine = \"sharded\"".parse().expect("TOML");
    files_with("search", engine.into())
});

/// The archive's meaning, and its theme.
pub(crate) static SITE: LazyLock<(Site, Theme)> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = source::load(root).expect("the repository is an archive");
    sources.config = Some(at_repo(sources.config.as_ref()));
    let mut diagnostics = Diagnostics::new();
    let site = compile(&sources, &mut diagnostics);
    let theme = Theme::new(&sources.templates, &site.interface, &mut diagnostics);
    let errors: Vec<_> = diagnostics
        .sorted()
        .into_iter()
        .filter(|found| found.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    (site, theme.expect("the theme has no errors"))
});

/// The files of the archive with its pages in another language, for a folder on disk.
pub(crate) fn files_in(language: &str) -> BTreeMap<String, Vec<u8>> {
    files_with("language", language.into())
}

/// The files of the archive with another value in its configuration.
fn files_with(key: &str, value: toml::Value) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = source::load(root).expect("the repository is an archive");
    let mut config = at_repo(sources.config.as_ref());
    let mut table: toml::Table = config.text.parse().expect("site.toml is TOML");
    table.insert(key.to_owned(), value);
    config.text = table.to_string();
    sources.config = Some(config);
    files_of(&sources)
}

/// The files of the site of an archive.
pub(crate) fn files_of(sources: &Sources) -> BTreeMap<String, Vec<u8>> {
    let mut diagnostics = Diagnostics::new();
    let site = compile(sources, &mut diagnostics);
    let theme = Theme::new(&sources.templates, &site.interface, &mut diagnostics)
        .expect("the theme has no errors");
    rendered(&site, &theme)
}

fn rendered(site: &Site, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    let files = Files::new(site).expect("no two files have one path");
    let all = files.all(site).into_iter();
    all.map(|(path, route)| {
        let bytes = files.render(site, theme, route);
        let bytes = bytes.unwrap_or_else(|problem| panic!("{route:?}: {problem:?}"));
        (path.to_owned(), bytes)
    })
    .collect()
}

/// The archive's own configuration, published under `/repo/`.
fn at_repo(config: Option<&TextFile>) -> TextFile {
    let text = config.map_or("", |file| file.text.as_str());
    let mut table: toml::Table = text.parse().expect("site.toml is TOML");
    table.insert(
        "base_url".to_owned(),
        "https://memcon.example/repo/".to_owned().into(),
    );
    table.insert(
        "contact".to_owned(),
        "errors@memcon.example".to_owned().into(),
    );
    TextFile {
        path: "site.toml".to_owned(),
        text: table.to_string(),
    }
}

/// The paths of all pages.
pub(crate) fn pages() -> Vec<String> {
    let site = &SITE.0;
    let routes = site.routes();
    let pages = routes.iter().filter(|route| route.is_page());
    pages.map(|route| route.path(site)).collect()
}

/// The page of a document whose identifier begins so, or of a speaker whose identifier holds a name.
pub(crate) fn page_like(words: &str) -> String {
    pages()
        .into_iter()
        .find(|path| path.contains(words) && !path.ends_with(".source.html"))
        .unwrap_or_else(|| panic!("no page is called like {words}"))
}
