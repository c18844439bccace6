//! `memcon init`: a new archive, from a folder of transcripts or as a small example. Nothing that exists is ever written over.

mod today;

use super::console::{self, counted};
use super::{Common, Failure, Outcome, people};
use crate::diagnostic::Diagnostics;
use crate::site::Site;
use crate::source;
use crate::starter::{self, Beginning, Intake};
use clap::Args;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many of a list are named at the console; the rest stands in the file that is named with it.
const NAMED: usize = 10;

/// Where people are drafted.
const PEOPLE: &str = "content/people.toml";

/// What only `init` understands.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  memcon init my-archive --from \"Transcripts 1990\"   an archive of the files in that folder
  memcon init example                                a small archive to try things out in")]
pub(super) struct Options {
    /// The folder of the new archive; it is made if it does not exist
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// A folder of transcripts, with the folders in it; its files are copied and stay as they are
    #[arg(long, value_name = "FOLDER")]
    from: Option<PathBuf>,
    /// What the archive is called [default: the name of the folder of transcripts]
    #[arg(long)]
    title: Option<String>,
    /// The day of the first edition, YYYY-MM-DD [default: today]
    #[arg(long)]
    date: Option<String>,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let date = match &options.date {
        Some(date) => match date.parse::<jiff::civil::Date>() {
            Ok(day) => day.to_string(),
            Err(_) => {
                return Err(Failure(format!(
                    "--date {date}: there is no such day; write it as YYYY-MM-DD"
                )));
            }
        },
        None => today::today(),
    };
    let folder = &options.folder;
    if folder.join("site.toml").exists() || folder.join("content/documents").exists() {
        return Err(Failure(format!(
            "{} is an archive already and stays as it is; add transcripts to its folder content/documents, or name another folder",
            folder.display()
        )));
    }
    let Some(from) = &options.from else {
        let title = options.title.clone();
        let beginning = Beginning {
            title: title.unwrap_or_else(|| "The harbor talks".to_owned()),
            date,
        };
        write(folder, &starter::sample(&beginning))?;
        if !common.quiet {
            console::result(&format!(
                "A small archive stands in {}. Its people and talks are invented; every file is there to be changed.\n\n{}",
                folder.display(),
                next(folder, &beginning, false)
            ))?;
        }
        return Ok(Outcome::Done);
    };
    if !from.is_dir() {
        return Err(Failure(format!(
            "there is no folder {}; name the folder of transcripts with --from",
            from.display()
        )));
    }
    let mut intake = starter::intake(source::received(from, folder)?);
    if intake.sources.documents.is_empty() {
        return Err(Failure(format!(
            "no transcript was found in {}: {}; nothing was written",
            from.display(),
            none_read(&intake)
        )));
    }
    let beginning = Beginning {
        title: title(options, from),
        date,
    };
    let site = crate::compile(&intake.sources, &mut Diagnostics::new());
    let mut files = starter::files(&intake, &site, &beginning);
    let counts = format!(
        "{} with {} in {}",
        counted(site.documents.len(), "document", "documents"),
        counted(site.n_turns(), "turn", "turns"),
        folder.display(),
    );
    let told = told(&intake, &site);
    let (draft, is_readable) = people::draft(site, &mut intake.sources);
    // What could not be read again would stop the build.
    if is_readable && !draft.text.is_empty() {
        files.insert(PEOPLE.to_owned(), draft.text.into_bytes());
    }
    write(folder, &files)?;
    if common.quiet {
        return Ok(Outcome::Done);
    }
    let labels = match draft.n_doubtful {
        0 => String::new(),
        n => format!(
            "; {} that several people fit, as comments there",
            counted(n, "label", "labels")
        ),
    };
    let out = format!(
        "{counts}\n{} drafted in {PEOPLE}{labels}\n{told}\n{}",
        counted(draft.n_people, "person", "people"),
        next(folder, &beginning, true)
    );
    console::result(&console::harmless(&out))?;
    Ok(Outcome::Done)
}

/// What the archive is called: as told, else after the folder of transcripts.
fn title(options: &Options, from: &Path) -> String {
    if let Some(title) = &options.title {
        return title.clone();
    }
    let whole = from.canonicalize();
    let name = whole.as_deref().unwrap_or(from).file_name();
    let name = name.unwrap_or_default().to_string_lossy();
    let words: Vec<&str> = name
        .split(['-', '_', ' '])
        .filter(|w| !w.is_empty())
        .collect();
    if words.is_empty() {
        "Archive".to_owned()
    } else {
        words.join(" ")
    }
}

fn none_read(intake: &Intake) -> String {
    match intake.sources.unread.as_slice() {
        [] => "it holds no files".to_owned(),
        [first, ..] => format!(
            "{} cannot be read, the first is {}: {}; {}",
            counted(intake.sources.unread.len(), "file", "files"),
            first.path,
            first.reason,
            first.help
        ),
    }
}

/// What became of the files, where somebody should know.
fn told(intake: &Intake, site: &Site) -> String {
    let mut out = String::new();
    let unread = &intake.sources.unread;
    let mut lines: Vec<String> = unread
        .iter()
        .map(|file| format!("{}: {}; {}", file.path, file.reason, file.help))
        .collect();
    let whether = if unread.len() == 1 { "is" } else { "are" };
    let head = format!(
        "{} could not be read and {whether} not in the archive",
        counted(unread.len(), "file", "files")
    );
    out.push_str(&listed(&head, &lines));
    lines = intake
        .renamed
        .iter()
        .map(|file| {
            let to = file.to.rsplit('/').next().unwrap_or(&file.to);
            format!("{} is {to}: {}", file.from, file.reason)
        })
        .collect();
    let head = format!(
        "{} another name",
        match lines.len() {
            1 => "1 file has".to_owned(),
            n => format!("{} files have", console::number(n)),
        }
    );
    out.push_str(&listed(&head, &lines));
    lines = site
        .documents
        .iter()
        .filter(|entry| entry.turns.is_empty())
        .map(|entry| entry.source.path.clone())
        .collect();
    let head = format!(
        "in {} nobody was found to speak: `memcon parse FILE --explain` tells why",
        counted(lines.len(), "document", "documents")
    );
    out.push_str(&listed(&head, &lines));
    out
}

/// A heading with what it is about; nothing where there is nothing.
fn listed(head: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{head}:\n");
    for line in lines.iter().take(NAMED) {
        out.push_str(&format!("  {line}\n"));
    }
    if let Some(more) = lines.len().checked_sub(NAMED).filter(|more| *more > 0) {
        out.push_str(&format!("  … and {} more; ", console::number(more)));
        out.push_str(&format!("all files are listed in {}\n", starter::RECEIVED));
    }
    out
}

/// What to do next.
fn next(folder: &Path, beginning: &Beginning, is_drafted: bool) -> String {
    let site = match folder.to_str() {
        Some(name) if !name.contains([' ', '"', '\'']) => name.to_owned(),
        _ => format!("\"{}\"", folder.display()),
    };
    let on_its_own = folder == Path::new(".");
    let site = if on_its_own {
        String::new()
    } else {
        format!(" --site {site}")
    };
    let facts = if is_drafted {
        "     titles, dates, places and kinds are proposals, to be corrected"
    } else {
        "     titles, dates, places and kinds of the documents"
    };
    format!(
        "What to do next:
  1. memcon serve{site}
     shows the site on this computer; change a file, and the page changes with it
  2. open content/documents.csv with a spreadsheet
{facts}
  3. open content/people.toml with any text editor
     correct names, make one entry of two that are one person
  4. memcon check{site}
     lists what an editor should look at, what matters most first, with lines to paste
  5. say on content/pages/about.md what the archive is, and look through site.toml;
     the edition is dated {}
  6. memcon build{site}
     writes the site to the folder public: open its index.html, copy it to any web host,
     or push the whole archive to GitHub, where .github/workflows/pages.yml publishes it
",
        beginning.date
    )
}

/// Writes the files of a new archive: all of them, or none where one exists already.
fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let existing: Vec<&str> = files
        .keys()
        .filter(|path| folder.join(path).symlink_metadata().is_ok())
        .map(String::as_str)
        .collect();
    if let [first, more @ ..] = existing.as_slice() {
        let more = match more.len() {
            0 => String::new(),
            n => format!(" and {} more", counted(n, "file", "files")),
        };
        return Err(Failure(format!(
            "{} exists{more} and stays as it is: nothing was written; name another folder",
            folder.join(first).display()
        )));
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        let failure =
            |error: std::io::Error| Failure(format!("cannot write {}: {error}", path.display()));
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(failure)?;
        }
        // A file that came into being in the meantime stays, too.
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(failure)?;
        file.write_all(bytes).map_err(failure)?;
    }
    Ok(())
}
