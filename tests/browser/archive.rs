//! The founding archive, built through the library: every file of its site by path.

use memcon::diagnostic::{Diagnostics, Severity};
use memcon::pages::{self, Theme};
use memcon::site::{Route, Site};
use memcon::source::TextFile;
use memcon::{compile, search, source};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// The files of the site, as they are published under `/repo/`.
pub(crate) static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let site = &SITE.0;
    site.routes()
        .iter()
        .map(|route| (route.path(site), render(route)))
        .collect()
});

/// The archive's meaning, and its theme.
pub(crate) static SITE: LazyLock<(Site, Theme)> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = source::load(root).expect("the repository is an archive");
    sources.config = Some(at_repo(sources.config.as_ref()));
    let mut diagnostics = Diagnostics::new();
    let site = compile(&sources, &mut diagnostics);
    let theme = Theme::new(&sources.templates, &mut diagnostics);
    let errors: Vec<_> = diagnostics
        .sorted()
        .into_iter()
        .filter(|found| found.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    (site, theme.expect("the theme has no errors"))
});

/// The archive's own configuration, published under `/repo/`.
fn at_repo(config: Option<&TextFile>) -> TextFile {
    let text = config.map_or("", |file| file.text.as_str());
    let mut table: toml::Table = text.parse().expect("site.toml is TOML");
    table.insert(
        "base_url".to_owned(),
        "https://memcon.example/repo/".to_owned().into(),
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
