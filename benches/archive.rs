//! How long it takes to read a transcript, to understand the founding archive, and to render its site: `cargo bench`.

use divan::Bencher;
use divan::counter::BytesCount;
use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::output::Files;
use memcon::pages::Theme;
use memcon::source::{self, Sources};
use std::path::Path;

fn main() {
    divan::main();
}

fn founding_archive() -> Sources {
    source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is an archive")
}

/// How turns are written in one kind of file: its extension, what stands before and after all turns, and a turn.
struct Kind {
    name: &'static str,
    extension: &'static str,
    around: [&'static str; 2],
    turn: fn(usize, &str, &str) -> String,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

static KINDS: [Kind; 14] = [
    Kind {
        name: "name, colon, blocks",
        extension: "txt",
        around: ["RECORD OF A CONVERSATION\n1 January 1990\n\n", ""],
        turn: |_, name, words| format!("Ms. {name}: {words}\n\n"),
    },
    Kind {
        name: "name, colon, lines",
        extension: "txt",
        around: ["", ""],
        turn: |_, name, words| format!("{name}: {words}\n"),
    },
    Kind {
        name: "name, period, hard-wrapped",
        extension: "txt",
        around: ["", ""],
        turn: |_, name, words| wrapped(&format!("    Mr. {name}. {words}")),
    },
    Kind {
        name: "line numbers",
        extension: "txt",
        around: ["", ""],
        turn: |index, name, words| {
            numbered(
                index,
                &wrapped(&format!("MR. {}: {words}", name.to_uppercase())),
            )
        },
    },
    Kind {
        name: "capitals, no line ends",
        extension: "txt",
        around: ["", ""],
        turn: |_, name, words| format!("MR. {}. {words}", name.to_uppercase()),
    },
    Kind {
        name: "bold names",
        extension: "md",
        around: ["# A talk\n\n", ""],
        turn: |_, name, words| format!("**{name}:** {words}\n\n"),
    },
    Kind {
        name: "headings",
        extension: "md",
        around: ["# A talk\n\n", ""],
        turn: |_, name, words| format!("### {name}:\n\n{words}\n\n"),
    },
    Kind {
        name: "name and time in brackets",
        extension: "txt",
        around: ["", ""],
        turn: |index, name, words| {
            format!(
                "[{name}] [{:02}:{:02}] {words}\n",
                index / 60 % 60,
                index % 60
            )
        },
    },
    Kind {
        name: "chat",
        extension: "log",
        around: ["", ""],
        turn: |index, name, words| {
            format!(
                "10:{:02}:{:02} <{name}> {words}\n",
                index / 60 % 60,
                index % 60
            )
        },
    },
    Kind {
        name: "WebVTT",
        extension: "vtt",
        around: ["WEBVTT\n\n", ""],
        turn: |index, name, words| {
            let (hour, minute, second) = (index / 3600, index / 60 % 60, index % 60);
            let time = format!("{hour:02}:{minute:02}:{second:02}");
            format!("{time}.000 --> {time}.900\n<v {name}>{words}\n\n")
        },
    },
    Kind {
        name: "table",
        extension: "csv",
        around: ["time,speaker,words\n", ""],
        turn: |index, name, words| format!("{index},{name},\"{words}\"\n"),
    },
    Kind {
        name: "podcast",
        extension: "json",
        around: [
            "{\"version\": \"1.0.0\", \"segments\": [",
            "{\"speaker\": \"Z\", \"body\": \"end\"}]}",
        ],
        turn: |_, name, words| format!("{{\"speaker\": \"{name}\", \"body\": \"{words}\"}},\n"),
    },
    Kind {
        name: "TEI",
        extension: "xml",
        around: ["<TEI><text><body>\n", "</body></text></TEI>"],
        turn: |_, name, words| format!("<u who=\"#{name}\"><seg>{words}</seg></u>\n"),
    },
    Kind {
        name: "web page",
        extension: "html",
        around: [
            "<html><head><title>A talk</title></head><body><h1>A talk</h1>\n",
            "</body></html>",
        ],
        turn: |_, name, words| format!("<p><b>{name}:</b> {words}</p>\n"),
    },
];

const NAMES: [&str; 5] = ["Green", "Brown", "Black", "White", "Gray"];
const WORDS: [&str; 6] = [
    "I thank you for the question.",
    "We have three points on the agenda, and the second of them is the one on which the delegations could not agree last year.",
    "Yes.",
    "That is what Mr. Black told the Council in Vienna: no decision without a draft.",
    "When we spoke of it in the morning (the minutes will show it) nobody objected. [He sits down.]",
    "It will take time, and it will take patience, on this side of the table and on the other.",
];

fn wrapped(words: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in words.split_inclusive(' ') {
        if width + word.len() > 72 {
            out.truncate(out.trim_end().len());
            out.push('\n');
            width = 0;
        }
        out.push_str(word);
        width += word.len();
    }
    out + "\n"
}

fn numbered(index: usize, lines: &str) -> String {
    let number = |(n, line): (usize, &str)| format!("{:2} {line}\n", (index * 6 + n) % 25 + 1);
    lines.lines().enumerate().map(number).collect()
}

/// A file of about a megabyte.
fn talk(kind: &Kind) -> Vec<u8> {
    let mut text = kind.around[0].to_owned();
    let mut index = 0;
    while text.len() < 1_000_000 {
        let words: Vec<&str> = (0..=index % 5)
            .map(|n| WORDS[(index + n * n) % WORDS.len()])
            .collect();
        text.push_str(&(kind.turn)(
            index,
            NAMES[index % NAMES.len()],
            &words.join(" "),
        ));
        index += 1;
    }
    text.push_str(kind.around[1]);
    text.into_bytes()
}

/// From the bytes of a file to its turns, in each convention: bytes a second.
#[divan::bench(args = &KINDS, sample_count = 10)]
fn read_a_megabyte(bencher: Bencher<'_, '_>, kind: &Kind) {
    read(bencher, kind, &talk(kind));
}

/// The same text in three lengths: reading stays linear.
#[divan::bench(args = [1, 4, 16], sample_count = 5)]
fn read_more_megabytes(bencher: Bencher<'_, '_>, n: usize) {
    let kind = &KINDS[0];
    read(bencher, kind, &talk(kind).repeat(n));
}

fn read(bencher: Bencher<'_, '_>, kind: &Kind, bytes: &[u8]) {
    let path = format!("talk.{}", kind.extension);
    let authority = Authority::default();
    bencher
        .counter(BytesCount::new(bytes.len()))
        .with_inputs(|| bytes.to_vec())
        .bench_values(|bytes| {
            let file = source::document_bytes(&path, bytes).expect("the file can be read");
            memcon::draft(&file, &authority, &mut Diagnostics::new())
        });
}

#[divan::bench]
fn understand_the_founding_archive(bencher: Bencher<'_, '_>) {
    let sources = founding_archive();
    bencher.bench(|| memcon::compile(&sources, &mut Diagnostics::new()));
}

#[divan::bench]
fn render_the_founding_archive(bencher: Bencher<'_, '_>) {
    let sources = founding_archive();
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&sources, &mut diagnostics);
    let theme = Theme::new(&sources.templates, &site.interface, &mut diagnostics)
        .expect("the theme can be used");
    let files = Files::new(&site).expect("no two files have one path");
    bencher.bench(|| {
        for route in files.all(&site).into_values() {
            divan::black_box(
                files
                    .render(&site, &theme, route)
                    .expect("the page renders"),
            );
        }
    });
}
