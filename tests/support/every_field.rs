//! An archive that says something in every place where an archive can say something, and the same archive with other words in each of
//! these places.

use super::archive::write;
use std::path::Path;
use tempfile::TempDir;
use toml::{Table, Value};

/// A place of one file where something is said.
#[derive(Clone, Debug)]
pub struct Field {
    /// The file.
    pub file: usize,
    /// The keys and numbers that lead to it: `person.0.name`; of tables, row and column.
    pub path: Vec<String>,
}

/// A file of an archive, taken apart.
#[derive(Clone, Debug)]
enum Form {
    Toml(Table),
    /// Rows of cells.
    Csv(Vec<Vec<String>>),
    /// The head of a page as keys and values, and its text.
    Page(Vec<(String, String)>, String),
    /// Words that are said again wherever `§` stands.
    Text {
        text: String,
        said: String,
    },
}

/// An archive, taken apart.
#[derive(Clone, Debug)]
pub struct Fields {
    files: Vec<(String, Form)>,
}

impl Fields {
    /// Takes the files of an archive apart; a text has one place, wherever `§` stands in it, and says `plain` there.
    pub fn of(files: &[(&str, &str)], plain: &str) -> Fields {
        let form = |path: &str, text: &str| match path.rsplit('.').next().unwrap_or("") {
            "toml" => {
                Form::Toml(toml::from_str(text).unwrap_or_else(|why| panic!("{path}: {why}")))
            }
            "csv" if !path.contains("documents/") => Form::Csv(super::csv::rows(text)),
            "md" if text.starts_with("---\n") => {
                let (head, body) = text[4..].split_once("---\n").unwrap();
                let lines = head.lines().map(|line| line.split_once(": ").unwrap());
                let head = lines.map(|(key, value)| (key.to_owned(), value.to_owned()));
                Form::Page(head.collect(), body.to_owned())
            }
            _ => Form::Text {
                text: text.to_owned(),
                said: plain.to_owned(),
            },
        };
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), form(path, text)));
        Fields {
            files: files.collect(),
        }
    }

    /// Every place.
    pub fn all(&self) -> Vec<Field> {
        let mut all = Vec::new();
        for (file, (_, form)) in self.files.iter().enumerate() {
            let mut add = |path: Vec<String>| all.push(Field { file, path });
            match form {
                Form::Toml(table) => {
                    let mut leaves = Vec::new();
                    strings(&Value::Table(table.clone()), &mut Vec::new(), &mut leaves);
                    leaves.into_iter().for_each(add);
                }
                Form::Csv(rows) => {
                    for row in 1..rows.len() {
                        for column in &rows[0] {
                            add(vec![row.to_string(), column.clone()]);
                        }
                    }
                }
                Form::Page(head, _) => {
                    for (key, _) in head {
                        add(vec![key.clone()]);
                    }
                }
                Form::Text { .. } => add(vec!["text".to_owned()]),
            }
        }
        all
    }

    /// How a place is called: `content/people.toml: person.name`.
    pub fn name(&self, field: &Field) -> String {
        let keys = field
            .path
            .iter()
            .filter(|key| key.parse::<usize>().is_err());
        let keys: Vec<&str> = keys.map(String::as_str).collect();
        format!("{}: {}", self.files[field.file].0, keys.join("."))
    }

    /// The same with other words in one place.
    #[must_use]
    pub fn with(&self, field: &Field, words: &str) -> Fields {
        let mut changed = self.clone();
        match &mut changed.files[field.file].1 {
            Form::Toml(table) => {
                let (first, rest) = field.path.split_first().unwrap();
                let mut at = table.get_mut(first).unwrap();
                for key in rest {
                    at = match at {
                        Value::Array(all) => &mut all[key.parse::<usize>().unwrap()],
                        at => at.get_mut(key).unwrap(),
                    };
                }
                *at = Value::String(words.to_owned());
            }
            Form::Csv(rows) => {
                let [row, column] = field.path.as_slice() else {
                    panic!("{field:?}")
                };
                let column = rows[0].iter().position(|name| name == column).unwrap();
                let row: usize = row.parse().unwrap();
                words.clone_into(&mut rows[row][column]);
            }
            Form::Page(head, _) => {
                let line = head.iter_mut().find(|(key, _)| *key == field.path[0]);
                // A head has one line for each.
                line.unwrap().1 = words.replace(['\n', '\r'], " ");
            }
            Form::Text { said, .. } => words.clone_into(said),
        }
        changed
    }

    /// The archive, in a folder.
    pub fn written(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        self.write(folder.path());
        folder
    }

    /// Writes the archive's files.
    pub fn write(&self, folder: &Path) {
        for (path, form) in &self.files {
            write(folder, path, form.text(path));
        }
    }
}

impl Form {
    fn text(&self, path: &str) -> String {
        match self {
            Form::Toml(table) => toml::to_string(table).unwrap(),
            Form::Csv(rows) => {
                let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
                let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",");
                let rows: Vec<String> = rows.iter().map(row).collect();
                rows.join("\n") + "\n"
            }
            Form::Page(head, body) => {
                let lines = head.iter().map(|(key, value)| format!("{key}: {value}\n"));
                format!("---\n{}---\n{body}", lines.collect::<String>())
            }
            Form::Text { text, said } => text.replace('§', &as_said_in(path, said)),
        }
    }
}

/// Words as a format holds them.
fn as_said_in(path: &str, said: &str) -> String {
    let line = said.replace(['\n', '\r'], " ");
    match path.rsplit('.').next().unwrap_or("") {
        "json" => serde_json::Value::String(said.to_owned()).to_string(),
        "csv" => said.replace('"', "\"\""),
        "html" | "xml" | "vtt" => {
            // Written as words, as a careful program would; what is written as markup is another case.
            line.replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
        }
        "ftl" => line.replace(['{', '}'], ""),
        _ => line,
    }
}

fn strings(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match value {
        Value::String(_) => found.push(path.clone()),
        Value::Array(all) => {
            for (n, one) in all.iter().enumerate() {
                path.push(n.to_string());
                strings(one, path, found);
                path.pop();
            }
        }
        Value::Table(table) => {
            for (key, one) in table {
                path.push(key.clone());
                strings(one, path, found);
                path.pop();
            }
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}
