//! `site.toml` of a new archive: what is known is set, every other key stands there as a comment with what it says.

use super::Beginning;
use crate::config::{KEYS, Key};
use crate::diagnostic::toml_string;

/// How wide comments are.
const WIDTH: usize = 100;

/// The file.
pub(super) fn site_toml(beginning: &Beginning) -> String {
    let mut out = comment(
        "The settings of the archive. A line that begins with # is a comment: take the # away from a setting to use it. Only what stands here is used; a name that memcon does not know is reported.",
    );
    let mut table = "";
    for key in KEYS {
        out.push('\n');
        if key.table != table {
            table = key.table;
            out.push_str(&head(table));
        }
        out.push_str(&comment(key.says));
        out.push_str(&line(key, beginning));
    }
    out
}

/// The line that opens a table: a comment where all in it are.
fn head(table: &str) -> String {
    match table {
        "edition" => "[edition]\n".to_owned(),
        "menu" => "# [[menu]]\n".to_owned(),
        table => format!("# [{table}]\n"),
    }
}

fn line(key: &Key, beginning: &Beginning) -> String {
    let value = match (key.table, key.name) {
        ("", "title") => toml_string(&beginning.title),
        ("edition", "date") => toml_string(&beginning.date),
        ("edition", "name") | ("", "language") => key.example.to_owned(),
        _ => return format!("# {} = {}\n", key.name, key.example),
    };
    format!("{} = {value}\n", key.name)
}

/// A text as lines of a comment.
fn comment(text: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        let n = word.chars().count() + 1;
        if width == 0 || width + n > WIDTH {
            out.push_str(if width == 0 { "#" } else { "\n#" });
            width = 1;
        }
        out.push(' ');
        out.push_str(word);
        width += n;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use crate::diagnostic::Diagnostics;
    use crate::source::TextFile;

    fn file() -> String {
        site_toml(&Beginning {
            title: "A \"harbor\"".into(),
            date: "2026-01-31".into(),
        })
    }

    fn read(text: String) -> config::Config {
        let mut diagnostics = Diagnostics::new();
        let file = TextFile {
            path: "site.toml".into(),
            text,
        };
        let config = config::parse(Some(&file), &mut diagnostics);
        assert!(
            diagnostics.sorted().is_empty(),
            "{:?}",
            diagnostics.sorted()
        );
        config
    }

    #[test]
    fn it_says_title_and_date_and_names_every_key() {
        let config = read(file());
        assert_eq!(config.title, "A \"harbor\"");
        assert_eq!(config.edition.unwrap().date.as_deref(), Some("2026-01-31"));
        for key in KEYS {
            let line = format!("{} = ", key.name);
            let is_it = |text: &str| text.trim_start_matches("# ").starts_with(&line);
            assert!(file().lines().any(is_it), "{}", key.name);
        }
    }

    #[test]
    fn it_can_be_read_with_every_comment_taken_away_that_holds_a_setting() {
        let settings: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
        let text: Vec<String> = file()
            .lines()
            .map(|line| {
                let bare = line.trim_start_matches("# ");
                let is_setting = bare.starts_with('[') && bare.ends_with(']')
                    || settings
                        .iter()
                        .any(|name| bare.starts_with(&format!("{name} = ")));
                // An item of the menu leads to a page or to another site, not to both.
                let is_other = bare.starts_with("url = ");
                if is_setting && !is_other { bare } else { line }.to_owned()
            })
            .collect();
        let config = read(text.join("\n"));
        assert!(config.base_url.is_some() && config.menu.len() == 1 && config.theme.logo.is_some());
    }
}
