//! Documents whose source has times are offered as WebVTT, by the grammar of the W3C.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::export;
use memcon::site::ExportFile;
use std::collections::BTreeSet;
use support::archive::{archive, built, run_in};
use support::fixtures::{fixtures, only, read};

const SEGMENTS: &str = r#"{"title": "A --> talk", "segments": [
{"speaker": "Ann & Co", "startTime": 1.5, "endTime": 2, "body": "Is 1 < 2? A-->B."},
{"speaker": "Ann & Co", "startTime": 2, "endTime": 4.25, "body": "Yes."},
{"speaker": "Ben", "startTime": 5, "body": "So {\\an8} it is."},
{"speaker": "Ann & Co", "startTime": 3700, "body": "Well."}]}"#;

#[test]
fn a_podcast_as_captions() {
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.json", SEGMENTS),
        (
            "content/documents/plain.txt",
            "Cora: Yes.\n\nDan: No.\n\nCora: So.\n\nDan: So.\n",
        ),
    ]);
    let site = built(folder.path());
    let captions = "\
WEBVTT - A → talk

NOTE memcon
whose record it is: not stated
Each cue is named by the address of its turn (t12) or paragraph (t12p3) in this page, with a number where there are several:
documents/talk.html

t1.1
00:00:01.500 --> 00:00:02.000
<v.ann-co Ann &amp; Co>Is 1 &lt; 2? A--&gt;B.

t1.2
00:00:02.000 --> 00:00:04.250
<v.ann-co Ann &amp; Co>Yes.

t2
00:00:05.000 --> 01:01:40.000
<v.ben Ben>So &#123;\\an8} it is.

t3
01:01:40.000 --> 01:01:41.000
<v.ann-co Ann &amp; Co>Well.
";
    assert_eq!(site.page("documents/talk.vtt"), captions);
    let output = run_in(folder.path(), &["export", "vtt", "talk"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), captions);
    let page = site.page("documents/talk.html");
    assert!(
        page.contains("<link rel=\"alternate\" type=\"text/vtt\""),
        "{page}"
    );
    assert!(!site.files.contains_key("documents/plain.vtt"));
}

#[test]
fn a_speaker_whom_the_editors_alone_name_is_said_to_be_theirs() {
    let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes.\n\n00:02.000 --> 00:03.000\n<v Ben>No.\n\n\
        00:03.000 --> 00:04.000\n<v Ann>So.\n\n00:04.000 --> 00:05.000\nWho knows?\n\n00:05.000 --> 00:06.000\n<v Ann>Not I.\n\n\
        00:06.000 --> 00:07.000\n<v Ann>Really.\n";
    let people = "[[person]]\nid = \"ben-carr\"\nname = \"Ben Carr\"\nlabels = [\"Ben\"]\n";
    let record = "[[attribution]]\nat = \"Who knows?\"\nperson = \"ben-carr\"\nreason = \"It is his word.\"\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/people.toml", people),
        ("content/documents/talk.vtt", captions),
        ("content/documents/talk.toml", record),
    ]);
    let site = built(folder.path());
    let own = site.page("documents/talk.vtt");
    assert!(own.contains("\n<v.ben-carr Ben>No.\n"), "{own}");
    assert!(
        own.contains("\n<v.editors.ben-carr Ben Carr>Who knows?\n"),
        "{own}"
    );
}

/// The grammar, read strictly: <https://www.w3.org/TR/webvtt1/#syntax>.
#[test]
fn every_file_of_captions_is_valid() {
    let mut n = 0;
    for file in ["segment", "records"].into_iter().flat_map(fixtures) {
        let site = memcon::compile(&only(vec![read(&file)]), &mut Diagnostics::new());
        let timed = |one: &&memcon::site::DocumentEntry| !one.document.stated.times.is_empty();
        for entry in site.documents.iter().filter(timed) {
            let bytes = export::render(&site, &ExportFile::DocumentVtt(entry.id.clone()));
            let text = String::from_utf8(bytes).unwrap();
            valid(&text).unwrap_or_else(|fault| panic!("{}: {fault}\n{text}", file.display()));
            n += 1;
        }
    }
    assert!(n > 20, "{n}");
}

fn valid(text: &str) -> Result<(), String> {
    let mut blocks = text.trim_end_matches('\n').split("\n\n");
    let head = blocks.next().unwrap();
    if !head.starts_with("WEBVTT") || head[6..].chars().next().is_some_and(|c| c != ' ') {
        return Err("the signature".to_owned());
    }
    if head.lines().count() != 1 || head.contains("-->") {
        return Err("the line of the signature".to_owned());
    }
    let (mut names, mut last, mut n_cues) = (BTreeSet::new(), 0, 0);
    for block in blocks {
        if block.starts_with("NOTE") {
            if block.contains("-->") {
                return Err(format!("an arrow in a comment: {block}"));
            }
            continue;
        }
        let lines: Vec<&str> = block.split('\n').collect();
        let [name, times, words] = lines.as_slice() else {
            return Err(format!("no cue of three lines: {block:?}"));
        };
        if name.contains("-->") || !names.insert((*name).to_owned()) {
            return Err(format!("the name {name}"));
        }
        let (start, end) = times.split_once(" --> ").ok_or("times")?;
        let (start, end) = (millis(start)?, millis(end)?);
        if start < last || end <= start {
            return Err(format!("times out of order: {times}"));
        }
        last = start;
        cue_text(words)?;
        n_cues += 1;
    }
    if n_cues == 0 {
        return Err("no cue".to_owned());
    }
    Ok(())
}

fn millis(time: &str) -> Result<u64, String> {
    let fault = || format!("the time {time}");
    let (whole, fraction) = time.split_once('.').ok_or_else(fault)?;
    let parts: Vec<&str> = whole.split(':').collect();
    let is_number = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let two = parts
        .iter()
        .skip(1)
        .all(|part| part.len() == 2 && *part < "60");
    if parts.len() != 3 || parts[0].len() < 2 || !two || fraction.len() != 3 {
        return Err(fault());
    }
    if !parts.iter().all(is_number) || !is_number(&fraction) {
        return Err(fault());
    }
    let seconds = parts
        .iter()
        .fold(0, |sum, part| sum * 60 + part.parse::<u64>().unwrap());
    Ok(seconds * 1000 + fraction.parse::<u64>().unwrap())
}

/// Words, references to characters, voices and italics.
fn cue_text(words: &str) -> Result<(), String> {
    if words.is_empty() || words.contains("-->") || words.contains('\0') {
        return Err(format!("the words {words:?}"));
    }
    let mut rest = words;
    let mut is_open = false;
    while let Some(at) = rest.find(['<', '&']) {
        let is_tag = rest[at..].starts_with('<');
        let close = if is_tag { '>' } else { ';' };
        let end = at
            + rest[at..]
                .find(close)
                .ok_or_else(|| format!("open in {words}"))?;
        let inside = &rest[at + 1..end];
        let is_known = if is_tag {
            let was_open = is_open;
            match inside {
                "i" => is_open = true,
                "/i" => is_open = false,
                _ => {}
            }
            let toggles = was_open != is_open;
            let voice = inside
                .strip_prefix('v')
                .and_then(|rest| rest.split_once(' '));
            let is_voice = voice.is_some_and(|(classes, name)| {
                let names = classes.split('.').skip(1);
                at == 0
                    && rest.len() == words.len()
                    && (classes.is_empty() || classes.starts_with('.'))
                    && names.clone().all(|class| !class.is_empty())
                    && !name.trim().is_empty()
                    && !name.contains('<')
            });
            toggles || is_voice
        } else {
            matches!(inside, "amp" | "lt" | "gt" | "#123")
        };
        if !is_known {
            return Err(format!("{inside} in {words}"));
        }
        rest = &rest[end + 1..];
    }
    if is_open || rest.contains('>') {
        return Err(format!("not closed: {words}"));
    }
    Ok(())
}
