//! How long it takes to read a transcript, to understand the founding archive, and to render its site: `cargo bench`.

use divan::Bencher;
use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::output;
use memcon::pages::Theme;
use memcon::source::{self, DocumentSource, Sources};
use std::path::Path;

fn main() {
    divan::main();
}

fn founding_archive() -> Sources {
    source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is an archive")
}

/// A talk of this many turns, long enough to show whether reading stays linear.
fn long_talk(n_turns: usize) -> DocumentSource {
    let mut text = String::from("RECORD OF A CONVERSATION\n1 January 1990\n\n");
    for index in 0..n_turns {
        let label = if index % 2 == 0 {
            "Ms. GREEN"
        } else {
            "Mr. BROWN"
        };
        text.push_str(&format!(
            "{label}: This is what I say on point {index} of our agenda. It runs over more\nthan one line, \
             and names Mr. Black. [He sits down.]\n\nAnd it has a second paragraph.\n\n"
        ));
    }
    let folder = tempfile::tempdir().expect("there is room for a file");
    let path = folder.path().join("long-talk.txt");
    std::fs::write(&path, text).expect("there is room for a file");
    let mut sources = source::one(None, &path).expect("the file can be read");
    sources.documents.remove(0)
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 10)]
fn read_a_talk(bencher: Bencher<'_, '_>, n_turns: usize) {
    let talk = long_talk(n_turns);
    let authority = Authority::default();
    bencher.bench(|| memcon::draft(&talk, &authority, &mut Diagnostics::new()));
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
    let files = output::files(&site).expect("no two files have one path");
    bencher.bench(|| {
        for route in files.values() {
            divan::black_box(output::render(&site, &theme, route).expect("the page renders"));
        }
    });
}
