//! Every report there is, raised by the smallest archive that shows it: through the program, as its owner meets it.
//!
//! A new kind of report does not compile here until it has its archive.

mod support;

use memcon::diagnostic::{Code, Severity};
use support::archive::{archive, run, run_in};

const TALK: &str = "Ann: Good morning.\n\nBen: Good morning.\n\nAnn: Let us begin.\n";
const TALK_AT: &str = "content/documents/talk.txt";
/// A document that was published once.
const GONE_AT: &str = "content/documents/gone.txt";
const RECORD_AT: &str = "content/documents/talk.toml";

/// The files of an archive.
type Archive = Vec<(String, Vec<u8>)>;

fn with(files: &[(&str, &str)]) -> Archive {
    let mut all = vec![("content/documents/talk.txt".to_owned(), TALK.into())];
    for (path, text) in files {
        all.retain(|(other, _)| other != path);
        all.push(((*path).to_owned(), (*text).into()));
    }
    if !all.iter().any(|(path, _)| path == "site.toml") {
        all.push(("site.toml".to_owned(), "title = \"A\"\n".into()));
    }
    all
}

fn said(text: &str) -> Archive {
    with(&[(TALK_AT, text)])
}

fn recorded(record: &str) -> Archive {
    with(&[(RECORD_AT, record)])
}

fn set(settings: &str) -> Archive {
    with(&[("site.toml", settings)])
}

fn page(markdown: &str) -> Archive {
    with(&[("content/pages/a.md", markdown)])
}

/// The archive that raises a report; `None` where no archive can.
fn raising(code: Code) -> Option<Archive> {
    let turns = |n: usize| {
        let turn = |n: usize| format!("{}: So it is.\n\n", ["Ann", "Ben"][n % 2]);
        (0..n).map(turn).collect::<String>()
    };
    Some(match code {
        Code::BadToml => set("title = \"A\n"),
        Code::UnknownKey => set("titel = \"A\"\n"),
        Code::BadDate => recorded("date = \"soon\"\n"),
        Code::BadTable => with(&[("content/documents.csv", "id,title\ntalk,\"A\n")]),
        Code::UnknownDocument => with(&[("content/documents.csv", "id,title\nother,A\n")]),
        Code::BadValue => recorded("status = \"hidden\"\n"),
        Code::DuplicateId => with(&[(
            "content/people.toml",
            "[[person]]\nname = \"Ann\"\n[[person]]\nname = \"Ann\"\n",
        )]),
        Code::UnknownPerson => {
            recorded("[[attribution]]\nat = \"Let us\"\nperson = \"zoe\"\nreason = \"hers\"\n")
        }
        Code::AnchorNotFound => recorded("[[note]]\nat = \"No such words\"\ntext = \"A note\"\n"),
        Code::AnchorAmbiguous => recorded("[[note]]\nat = \"Good morning\"\ntext = \"A note\"\n"),
        Code::BadLock => with(&[("content/anchors/talk.lock", "no lock\n")]),
        Code::LostAddress => with(&[(
            GONE_AT,
            "Zoe: Other words.\n\nMax: They are.\n\nZoe: Yes.\n",
        )]),
        Code::WithheldWords => recorded("title = \"Let us\"\n[[withhold]]\nfrom = \"Let us\"\n"),
        Code::BadTemplate => with(&[("templates/home.html", "{% if %}")]),
        Code::UnknownAddress => page("# A\n\n{{turn talk#t99}}\n"),
        Code::BadQuotation => page("# A\n\nAs {{turn talk#t1}} says\n"),
        Code::UnmatchedSpeaker | Code::NoDate | Code::NoBaseUrl => said(TALK),
        Code::AmbiguousSpeaker => with(&[(
            "content/people.toml",
            "[[person]]\nid = \"a\"\nname = \"Ann Green\"\nlabels = [\"Ann\"]\n[[person]]\nid = \"b\"\nname = \"Ann Brown\"\nlabels = [\"Ann\"]\n",
        )]),
        Code::UnmarkedSpeaker => said(&format!(
            "{}[Three pages omitted.]\n\nAnd so we agreed on all of it.\n\n{TALK}",
            turns(6)
        )),
        Code::UnreadFile => said(""),
        Code::NoTurns => said("A letter without anybody who speaks.\n"),
        Code::UnalignedTurns => with(&[
            (TALK_AT, &turns(6)),
            (RECORD_AT, "conversation = \"bridge\"\n"),
            (
                "content/documents/other.txt",
                &format!(
                    "{}Ann: {}\n",
                    turns(6),
                    "Nobody else has these words of mine. ".repeat(9)
                ),
            ),
            (
                "content/documents/other.toml",
                "conversation = \"bridge\"\n",
            ),
        ]),
        Code::FollowedLink => with(&[]),
        Code::DetectedEncoding => {
            let mut files = with(&[]);
            let text = b"Ann: D\xe9j\xe0 vu, d\xe9j\xe0 entendu, tr\xe8s cher ami.\n\nBen: Oui, c'est \xe9t\xe9.\n\nAnn: Oui.\n";
            files[0].1 = text.to_vec();
            files
        }
        Code::BrokenFormat => with(&[(
            "content/documents/film.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes.\n\n00:xx --> \n<v Ben>No.\n",
        )]),
        Code::OddRows => with(&[(
            "content/documents/table.csv",
            "speaker,text\nAnn,Yes.\nBen,No.,more,and more\nAnn,Well.\n",
        )]),
        Code::GuessedColumns => with(&[(
            "content/documents/table.csv",
            "x,y\nAnn,Good morning to all of you here.\nBen,Good morning to you as well.\nAnn,Let us begin with the first point.\nBen,Yes let us begin with it.\n",
        )]),
        Code::CueOrder => with(&[(
            "content/documents/film.vtt",
            "WEBVTT\n\n00:05.000 --> 00:06.000\n<v Ann>Yes.\n\n00:01.000 --> 00:02.000\n<v Ben>No.\n",
        )]),
        Code::BrokenMarkup => with(&[(
            "content/documents/markup.xml",
            "<TEI><text><body><u who=\"#a\">Yes.</x></u><u who=\"#b\">No.</body></text></TEI>",
        )]),
        Code::SpreadsheetDate => with(&[("content/documents.csv", "id,date\ntalk,25-May-90\n")]),
        Code::Contradiction => with(&[
            ("content/documents.csv", "id,title\ntalk,One\n"),
            (RECORD_AT, "title = \"Another\"\n"),
        ]),
        Code::OneOffLabel => said(&format!("{}Bem: So it is.\n\n{}", turns(12), turns(12))),
        Code::LongTurn => said(&format!(
            "{}Ann: {}\n\n{}",
            turns(12),
            "so it is ".repeat(2_000),
            turns(2)
        )),
        Code::SmallLetter => said(&format!(
            "{}Ann: We said that it\n\nBen: is as it is.\n\n{TALK}",
            turns(4)
        )),
        Code::NoSuchDate => said(&format!("A talk\n30 February 1990\n\n{TALK}")),
        Code::Duplicate => {
            let words = |n: usize| {
                format!(
                    "Ann: Point {n} of the list is about the harbor and its crane number {n}.\n\nBen: I read point {n}.\n\n"
                )
            };
            let long: String = (1..40).map(words).collect();
            with(&[(TALK_AT, &long), ("content/documents/again.txt", &long)])
        }
        Code::MissingLetters => said(&format!("{TALK}\nBen: Caf\u{fffd}.\n")),
        Code::GarbledLetters => said(&format!("{TALK}\nBen: Le cafÃ© de l’Ã©tÃ©.\n")),
        Code::HiddenSigns => said(&format!(
            "{TALK}\nBen: The \u{202e}drow\u{202c} is pass\u{200b}word.\n"
        )),
        Code::MuchLeftOut => {
            let page = |n: usize| {
                format!(
                    "THE HARBOR COMMISSION OF THE CITY OF KIEL - CONFIDENTIAL RECORD\n\nAnn: Word {n}.\n\nBen: Yes.\n\n{n}\n\u{c}"
                )
            };
            said(&(1..40).map(page).collect::<String>())
        }
        Code::LowContrast => set("[theme]\nink = \"#cccccc\"\n"),
        Code::UntranslatedText => with(&[
            ("site.toml", "language = \"xx\"\n"),
            (
                "templates/i18n/xx.ftl",
                "list-and = { $first } et { $last }\n",
            ),
        ]),
        // A fault of memcon, which only a fault of memcon raises.
        Code::LostText => return None,
    })
}

#[test]
fn every_report_is_raised_by_an_archive_and_says_what_to_do() {
    let mut missing = Vec::new();
    for code in Code::ALL {
        let Some(files) = raising(*code) else {
            continue;
        };
        let folder = archive(&files);
        #[cfg(unix)]
        if *code == Code::FollowedLink {
            let link = folder.path().join("content/documents/link.txt");
            std::os::unix::fs::symlink("talk.txt", link).unwrap();
        }
        if *code == Code::LostAddress {
            let published = run_in(folder.path(), &["build"]);
            assert_eq!(published.status.code(), Some(0), "{published:?}");
            std::fs::remove_file(folder.path().join(GONE_AT)).unwrap();
        }
        let output = run_in(folder.path(), &["-v", "build"]);
        let told = String::from_utf8(output.stderr).unwrap();
        let (kind, exit) = match code.severity() {
            Severity::Error => ("error", 1),
            Severity::Warning => ("warning", 0),
        };
        let head = format!("{kind}[{}]: ", code.name());
        let Some((_, rest)) = told.split_once(&head) else {
            missing.push(code.name());
            continue;
        };
        assert_eq!(output.status.code(), Some(exit), "{}: {told}", code.name());
        // One sentence, the place, and what to do.
        let report = rest.split("\n\n").next().unwrap();
        assert!(report.contains("--> "), "{head}{report}");
        assert!(report.contains("= help: "), "{head}{report}");
    }
    assert_eq!(missing, [""; 0], "reports that were not raised");
}

#[test]
fn every_report_is_explained() {
    for code in Code::ALL {
        let output = run(&["explain", code.name()]);
        let told = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0));
        for line in code.explanation().lines() {
            let first = line.split_whitespace().next().unwrap_or("");
            assert!(told.contains(first), "{}: {told}", code.name());
        }
    }
    assert_eq!(run(&["explain", "no-such-report"]).status.code(), Some(2));
}
