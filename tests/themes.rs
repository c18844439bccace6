//! An archive's own theme: each template and static file of ours can be replaced, each key of `site.toml` shows, and a mistake is told with
//! its place.

mod support;

use flate2::Compression;
use flate2::write::GzEncoder;
use memcon::diagnostic::{Code, Diagnostics, Severity};
use memcon::pages::{self, Theme};
use memcon::source::{self, Sources, TextFile};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use support::archive::{built, write};

/// Copies the founding archive's content, so that a theme of its own can be put around it.
fn archive(site_toml: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = support::root().join("content");
    for entry in walkdir::WalkDir::new(&content) {
        let entry = entry.unwrap();
        let inside = entry.path().strip_prefix(support::root()).unwrap();
        let to = folder.path().join(inside);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    fs::write(folder.path().join("site.toml"), site_toml).unwrap();
    folder
}

/// The template with a sign of its own, where it is sure to be shown.
fn signed(template: &TextFile, sign: &str) -> String {
    let text = &template.text;
    let at = match text.find("{% block main %}") {
        Some(at) if text.starts_with("{% extends") => at + "{% block main %}".len(),
        _ => text.find('>').map_or(0, |at| at + 1),
    };
    format!("{}<!--{sign}-->{}", &text[..at], &text[at..])
}

#[test]
fn every_template_of_ours_can_be_replaced() {
    let folder = archive("title = \"T\"\n");
    // Speakers of more than a thousand turns have a page for each year.
    for year in [1990, 1991] {
        let turns = "Ms. GREEN: Yes.\n\nMr. BROWN: No.\n\n".repeat(510);
        let name = format!("content/documents/{year}-long.md");
        let text = format!("---\ntitle: Long\ndate: {year}\n---\n\n{turns}");
        write(folder.path(), &name, text);
    }
    // One of them had another name, and one document is withdrawn.
    let lock = "memcon anchors 1\ntext 0 -\nwas another\n";
    write(folder.path(), "content/anchors/1990-long.lock", lock);
    let path = "content/documents/withdrawn.txt";
    write(folder.path(), path, "Ann: Yes.\n\nBen: No.\n");
    let path = "content/documents/withdrawn.toml";
    write(folder.path(), path, "status = \"withdrawn\"\n");
    // One talk has two records.
    for name in ["one", "two"] {
        let talk = "Ms. GREEN: Yes.\n\nMr. BROWN: No.\n\nMs. GREEN: Why?\n\nMr. BROWN: So.\n";
        write(
            folder.path(),
            &format!("content/documents/{name}.txt"),
            talk,
        );
        let path = format!("content/documents/{name}.toml");
        write(folder.path(), &path, "conversation = \"talk\"\n");
    }
    let ours = source::load(folder.path()).unwrap().templates;
    let mut signs = BTreeSet::new();
    for (name, template) in &ours {
        if Path::new(name).extension().is_none_or(|e| e != "html") {
            continue;
        }
        let sign = format!("own {name}");
        write(
            folder.path(),
            &format!("templates/{name}"),
            signed(template, &sign),
        );
        signs.insert(sign);
    }
    assert!(signs.len() > 15, "{signs:?}");
    let specimen = built(folder.path());
    // The report is no page of the site.
    signs.remove("own check.html");
    for (_, page) in specimen.texts("html") {
        signs.retain(|sign| !page.contains(&format!("<!--{sign}-->")));
    }
    assert_eq!(signs, BTreeSet::new(), "never shown");
}

#[test]
fn every_static_file_of_ours_can_be_replaced_and_others_added() {
    let folder = archive("title = \"T\"\n");
    let ours = source::load(folder.path()).unwrap().assets;
    for name in ours.keys() {
        let own = format!("own {name}");
        write(folder.path(), &format!("static/{name}"), own);
    }
    write(
        folder.path(),
        "static/css/zz-own.css",
        b".zz-own{color:red}",
    );
    let specimen = built(folder.path());
    // Style sheets are joined into one (search has a lighter one), and so are the scripts of reading, of search and of marks.
    let styles = specimen.page("assets/css/site.css");
    let scripts = ["reading", "search", "marks"];
    let scripts = scripts.map(|name| specimen.page(&format!("assets/js/{name}.js")));
    for name in ours.keys() {
        let own = format!("own {name}");
        let joined = styles.contains(&own) || scripts.iter().any(|script| script.contains(&own));
        match specimen.files.get(&format!("assets/{name}")) {
            Some(file) => assert!(joined || file.trim_ascii() == own.as_bytes(), "{name}"),
            None => assert!(joined, "{name}"),
        }
    }
    assert!(styles.contains(".zz-own{color:red}"));
    let of_search = specimen.page("assets/css/search-page.css");
    assert!(of_search.contains("own css/search.css") && of_search.contains(".zz-own{color:red}"));
    assert!(!of_search.contains("own css/turn.css"));
    let search = specimen.page("search.html");
    assert!(search.contains("href=\"assets/css/search-page.css\"") && !search.contains("site.css"));
    assert!(
        specimen
            .page("index.html")
            .contains("href=\"assets/css/site.css\"")
    );
}

#[test]
fn pages_are_light() {
    let folder = archive("title = \"T\"\n");
    let specimen = built(folder.path());
    let weight = |name: &str| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::new(6));
        packed.write_all(&specimen.files[name]).unwrap();
        // With what a server says of a file.
        packed.finish().unwrap().len() + 260
    };
    // What a page asks for, apart from itself.
    let beside = |page: &str| -> usize {
        let html = specimen.page(page);
        let asked = |line: &&str| {
            ["<script src", "<link rel=\"stylesheet", "<link rel=\"icon"]
                .iter()
                .any(|start| line.starts_with(start))
        };
        let lines = html.lines().filter(asked);
        let names = lines.filter_map(|line| line.split('"').find(|part| part.contains("assets/")));
        let weights: Vec<usize> = names
            .map(|name| weight(name.trim_start_matches("../")))
            .collect();
        assert!((3..=4).contains(&weights.len()), "{page}: {weights:?}");
        weights.iter().sum()
    };
    let home = weight("index.html") + beside("index.html");
    assert!(home < 25_000, "home: {home}");
    let document = beside("documents/1990-05-25-gorbachev-mitterrand.html");
    assert!(document < 15_000, "document: {document}");
}

#[test]
fn the_texts_of_the_interface_can_be_replaced() {
    let folder = archive("title = \"T\"\n");
    write(
        folder.path(),
        "templates/i18n/en.ftl",
        b"nav-timeline = Chronicle\n",
    );
    assert!(
        built(folder.path())
            .page("index.html")
            .contains(">Chronicle</a>")
    );
}

#[test]
fn each_key_of_the_theme_shows() {
    let folder = archive(
        "title = \"T & Co\"\nsubtitle = \"S\"\n\n[theme]\nlogo = \"img/logo.svg\"\naccent = \"#102a6b\"\n\
         paper = \"#ffffff\"\nraised = \"#fafafa\"\nmark = \"#eeeeee\"\nink = \"#000\"\nquiet = \"#333333\"\nrule = \"#cccccc\"\n\
         line = \"#777777\"\nspeakers = [\"#0b63a5\", { light = \"#a03000\", dark = \"#ffa070\" }]\n\n\
         [[menu]]\ntitle = \"Read\"\npage = \"home\"\n\n[[menu]]\ntitle = \"Us\"\npage = \"about\"\n\n\
         [[menu]]\ntitle = \"Elsewhere\"\nurl = \"https://archive.example/?a=1&b=2\"\n",
    );
    write(folder.path(), "static/img/logo.svg", b"<svg/>");
    let own = b"---\ntitle: Visiting us\nin_menu: yes\nkind: essay\n---\n\nFrom *nine* to five.\n";
    write(folder.path(), "content/pages/visit.md", own);
    let specimen = built(folder.path());
    let page = specimen.page("index.html");
    // A page of the archive's own is one among the others: led to from the home page and from the foot.
    assert!(page.contains("<a href=\"visit.html\">Visiting us</a>"));
    let visit = specimen.page("visit.html");
    assert!(visit.contains("<h1>Visiting us</h1>") && visit.contains("<em>nine</em>"));
    let start = page.find("<nav").unwrap();
    let menu = &page[start..page.find("</nav>").unwrap()];
    assert!(menu.contains("<a href=\"index.html\" aria-current=\"page\">Read</a>"));
    assert!(menu.contains("<a href=\"about.html\">Us</a>"));
    assert!(menu.contains("<a href=\"https://archive.example/?a=1&amp;b=2\">Elsewhere</a>"));
    assert_eq!(menu.matches("<li>").count(), 3);
    assert!(page.contains("<img class=\"masthead-logo\" src=\"assets/img/logo.svg\" alt=\"\">"));
    assert!(page.contains("T &amp; Co"));
    assert!(page.contains("<p class=\"home-subtitle\">S</p>"));

    let css = specimen.page("assets/css/site.css");
    for expected in [
        "--paper: light-dark(#ffffff, #121417);",
        "--raised: light-dark(#fafafa, #",
        "--mark: light-dark(#eeeeee, #",
        "--quiet: light-dark(#333333, #",
        "--rule: light-dark(#cccccc, #",
        "--speaker-1: light-dark(#0b63a5, #",
        "--ink: light-dark(#000000, #",
        "--accent: light-dark(#102a6b, #",
        "--speaker-2: light-dark(#a03000, #ffa070);",
        "--line: light-dark(#777777, ",
    ] {
        assert!(css.contains(expected), "{expected}\n{css}");
    }
    // After the theme's own, which they replace.
    let place = |words: &str| css.find(words).unwrap();
    assert!(place("@layer") < place("--paper: light-dark(#ffffff, #121417);"));
    assert!(css.rfind("--paper:").unwrap() == place("--paper: light-dark(#ffffff, #121417);"));
    let deep = specimen.page("documents/1990-05-25-gorbachev-mitterrand.html");
    assert!(
        deep.contains("src=\"../assets/img/logo.svg\"")
            && deep.contains("href=\"../about.html\">Us")
    );
}

/// What is reported about `site.toml`: code, line, column.
fn reports(site_toml: &str) -> Vec<(Code, usize, usize, String)> {
    let mut sources = support::specimens()[0].sources.clone();
    sources.config = Some(TextFile {
        path: "site.toml".to_owned(),
        text: format!("base_url = \"https://memcon.example/\"\n{site_toml}"),
    });
    support::archive::reports(&sources, "site.toml")
}

#[test]
fn the_menu_may_name_an_index_where_there_is_one() {
    let of = |page: &str| reports(&format!("[[menu]]\ntitle = \"A\"\npage = \"{page}\"\n"));
    for built in ["places", "glossary", "kinds", "changes"] {
        assert!(of(built).is_empty(), "{built}: {:?}", of(built));
    }
    // No document of the founding archive states a subject.
    assert_eq!(of("subjects").len(), 1);
}

#[test]
fn what_the_theme_and_the_menu_cannot_be_is_reported_where_it_stands() {
    for (text, line, column, help) in [
        ("[theme]\naccent = \"red\"\n", 3, 10, "#0b63a5"),
        (
            "[theme]\nlogo = \"icon.svgg\"\n",
            3,
            8,
            "logo = \"icon.svg\"",
        ),
        (
            "[theme]\nspeakers = [\"#000\", \"#12\"]\n",
            3,
            21,
            "#0b63a5",
        ),
        (
            "[[menu]]\ntitle = \"A\"\npage = \"abuot\"\n",
            4,
            8,
            "page = \"about\"",
        ),
        (
            "[[menu]]\ntitle = \"A\"\nurl = \"javascript:alert(1)\"\n",
            4,
            7,
            "https://",
        ),
        ("[[menu]]\ntitle = \"A\"\n", 2, 1, "not both"),
    ] {
        let found = reports(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(
            (found[0].0, found[0].1, found[0].2),
            (Code::BadValue, line, column),
            "{text}"
        );
        assert!(found[0].3.contains(help), "{text}: {}", found[0].3);
    }
    let found = reports("[theme]\nacent = \"#000\"\n");
    assert!(
        found
            .iter()
            .any(|one| (one.0, one.1) == (Code::UnknownKey, 3))
    );
}

#[test]
fn colors_that_can_hardly_be_read_are_reported_with_some_that_can() {
    assert_eq!(reports("[theme]\naccent = \"#102a6b\"\n"), []);
    for text in [
        "[theme]\naccent = \"#6a8fd0\"\n",
        "[theme]\npaper = \"#808080\"\n",
        "[theme]\nink = { light = \"#000\", dark = \"#333\" }\n",
        "[theme]\nspeakers = [\"#ffff00\"]\n",
    ] {
        let found = reports(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0, found[0].1), (Code::LowContrast, 3), "{text}");
        assert_eq!(found[0].0.severity(), Severity::Warning);
    }
    // What the report offers is not reported again.
    let help = &reports("[theme]\naccent = \"#6a8fd0\"\n")[0].3;
    let offered = help.split_once(": ").unwrap().1;
    assert_eq!(reports(&format!("[theme]\n{offered}\n")), []);
}

#[test]
fn a_mistake_in_a_template_is_an_error_with_file_line_and_column() {
    let sources = |text: &str| -> Sources {
        let folder = archive("title = \"T\"\n");
        write(folder.path(), "templates/home.html", text);
        source::load(folder.path()).unwrap()
    };
    let broken = sources("<p>\n{{ frame.site_title </p>\n");
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&broken, &mut diagnostics);
    assert!(Theme::new(&broken.templates, &site.interface, &mut diagnostics).is_none());
    let found = diagnostics.sorted();
    let found = found.iter().find(|d| d.code == Code::BadTemplate).unwrap();
    let place = &found.place;
    assert_eq!(
        (place.file.as_str(), place.line),
        ("templates/home.html", 2)
    );
    assert!(place.column > 1 && diagnostics.has_errors());

    let wrong = sources("<p>\n  {{ frame.site_titel }}</p>\n");
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&wrong, &mut diagnostics);
    let theme = Theme::new(&wrong.templates, &site.interface, &mut diagnostics).unwrap();
    let found = pages::render(&site, &theme, &memcon::site::Route::Home).unwrap_err();
    assert_eq!(found.code, Code::BadTemplate);
    assert_eq!(
        (found.place.file.as_str(), found.place.line),
        ("templates/home.html", 2)
    );
    assert!(found.place.column > 2);
}
