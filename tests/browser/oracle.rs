//! Search against a plain scan of the exported turns: the same turns for every query, wherever the site stands.

use crate::archive::FILES;
use crate::page::Page;
use crate::world::{From, World};
use caseless::Caseless;
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One line of `data/turns.jsonl`.
struct Exported {
    name: String,
    speaker: Option<String>,
    date: Option<String>,
    text: String,
    words: Vec<String>,
}

fn exported() -> Vec<Exported> {
    let lines = String::from_utf8(FILES["data/turns.jsonl"].clone()).unwrap();
    let turns = lines.lines().map(|line| {
        let turn: Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| turn[name].as_str().map(str::to_owned);
        let text = field("text").unwrap();
        Exported {
            name: format!(
                "{}#{}",
                field("document").unwrap(),
                field("anchor").unwrap()
            ),
            speaker: field("speaker_id"),
            date: field("date"),
            words: folded(&text),
            text,
        }
    });
    turns.collect()
}

/// The rule of DESIGN, written a second time: maximal runs of letters, marks and digits after NFKD, without marks, case folded.
fn folded(text: &str) -> Vec<String> {
    let text: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().default_case_fold().collect())
        .collect()
}

/// What is asked, in parts that the scan understands, and as the reader types it.
#[derive(Clone, Debug, Default)]
struct Asked {
    line: String,
    phrases: Vec<Vec<String>>,
    prefixes: Vec<String>,
    speaker: Option<String>,
    /// First and last month, `1990-05`.
    months: Option<(String, String)>,
    /// Whether speaker and date are filters beside the query, not in it.
    beside: bool,
}

impl Asked {
    fn finds(&self, turn: &Exported) -> bool {
        let holds =
            |phrase: &Vec<String>| turn.words.windows(phrase.len()).any(|run| run == phrase);
        let begins = |prefix: &String| turn.words.iter().any(|word| word.starts_with(prefix));
        let in_time = self.months.as_ref().is_none_or(|(first, last)| {
            // Months compare as text; a date known to the year only passes if the year may hold the month.
            turn.date.as_ref().is_some_and(|date| {
                let n = date.len().min(7);
                date[..n] >= first[..n] && date[..n] <= last[..n]
            })
        });
        self.phrases.iter().all(holds)
            && self.prefixes.iter().all(begins)
            && self
                .speaker
                .as_ref()
                .is_none_or(|id| turn.speaker.as_ref() == Some(id))
            && in_time
    }

    /// The address that asks it.
    fn address(&self) -> String {
        let mut line = self.line.clone();
        let mut beside = String::new();
        if let Some(id) = &self.speaker {
            if self.beside {
                beside.push_str(&format!("&speaker={id}"));
            } else {
                line.push_str(&format!(" speaker:{id}"));
            }
        }
        if let Some((first, last)) = &self.months {
            if self.beside {
                beside.push_str(&format!("&from={first}&to={last}"));
            } else {
                line.push_str(&format!(" date:{first}..{last}"));
            }
        }
        format!("search.html?q={}{beside}", percent(&line))
    }
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The same numbers at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Words, phrases cut from the texts, phrases turned about, prefixes; a third with a speaker, a third with a time.
fn queries(turns: &[Exported]) -> Vec<Asked> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let spoken: Vec<&Exported> = turns.iter().filter(|turn| turn.words.len() > 12).collect();
    let speakers: Vec<String> = turns
        .iter()
        .filter_map(|turn| turn.speaker.clone())
        .collect();
    let dates: Vec<String> = turns
        .iter()
        .filter_map(|turn| turn.date.as_ref())
        .filter(|date| date.len() >= 7)
        .map(|date| date[..7].to_owned())
        .collect();
    let mut queries = Vec::new();
    for round in 0..84 {
        let turn = *dice.one_of(&spoken);
        let mut asked = Asked::default();
        match round % 6 {
            0 => {
                for _ in 0..=dice.below(3) {
                    let word = dice.one_of(&turn.words).clone();
                    asked.line.push_str(&format!("{word} "));
                    asked.phrases.push(vec![word]);
                }
            }
            1 | 2 => {
                // As printed, with its punctuation and line ends, but without marks that mean something in a query.
                let printed: Vec<&str> = turn.text.split_whitespace().collect();
                let length = 2 + dice.below(5);
                let start = dice.below(printed.len().saturating_sub(length));
                let cut = printed[start..(start + length).min(printed.len())].join(" ");
                let cut = cut.replace(['"', '“', '”', '„', '«', '»', '*', '?'], " ");
                if folded(&cut).is_empty() {
                    continue;
                }
                asked.phrases.push(folded(&cut));
                asked.line = format!("\"{cut}\"");
            }
            3 => {
                let start = dice.below(turn.words.len() - 3);
                let mut phrase = turn.words[start..start + 3].to_vec();
                phrase.reverse();
                asked.line = format!("“{}”", phrase.join(" ").to_uppercase());
                asked.phrases.push(folded(&phrase.join(" ").to_uppercase()));
            }
            4 => {
                let word = dice.one_of(&turn.words);
                let length = 1 + dice.below(word.chars().count());
                let prefix: String = word.chars().take(length).collect();
                asked.line = format!("{prefix}*");
                asked.prefixes.push(prefix);
            }
            _ => {}
        }
        if round % 3 == 0 || round % 6 == 5 {
            asked.speaker = speakers.get(dice.below(speakers.len())).cloned();
        }
        if round % 3 == 1 && !dates.is_empty() {
            let mut months = [dice.one_of(&dates).clone(), dice.one_of(&dates).clone()];
            months.sort();
            let [first, last] = months;
            asked.months = Some((first, last));
        }
        asked.beside = round % 2 == 0;
        queries.push(asked);
    }
    queries
}

/// The turns the page shows, over all its pages of results. The page goes to each address as it does when the reader goes back to one.
fn shown(page: &Page, address: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for number in 1.. {
        page.value(&format!(
            "history.pushState(null, '', '{address}&page={number}'); dispatchEvent(new PopStateEvent('popstate'))"
        ));
        page.until(
            "/done|error/.test(document.querySelector('[data-result-state]').dataset.resultState)",
        );
        let found = page.value(
            "(() => { const status = document.querySelector('[data-result-state]'); \
               return [status.dataset.resultState, Number(status.dataset.resultCount), \
                 [...document.querySelectorAll('[data-hit]')].map((hit) => hit.dataset.turn)]; })()",
        );
        assert_eq!(found[0], "done", "{address}");
        let before = names.len();
        for hit in found[2].as_array().unwrap() {
            let is_new = names.insert(hit.as_str().unwrap().to_owned());
            assert!(is_new, "{address} shows {hit} twice");
        }
        if found[1] == names.len() {
            return names;
        }
        assert!(
            names.len() > before,
            "{address} promises {} turns and shows {}",
            found[1],
            names.len()
        );
    }
    names
}

fn compare(from: From, queries: &[Asked], turns: &[Exported]) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(from, "search.html"));
    for asked in queries {
        let expected: BTreeSet<String> = turns
            .iter()
            .filter(|turn| asked.finds(turn))
            .map(|turn| turn.name.clone())
            .collect();
        let found = shown(&page, &asked.address());
        assert_eq!(found, expected, "{asked:?}");
    }
}

#[test]
fn search_finds_what_a_scan_of_the_exported_turns_finds() {
    let turns = exported();
    let queries = queries(&turns);
    assert!(queries.len() >= 60, "{}", queries.len());
    assert!(
        queries
            .iter()
            .any(|asked| !turns.iter().any(|turn| asked.finds(turn)))
    );
    compare(From::Server, &queries, &turns);
}

#[test]
fn search_finds_the_same_from_disk() {
    let turns = exported();
    let queries: Vec<Asked> = queries(&turns).into_iter().step_by(4).collect();
    compare(From::Disk, &queries, &turns);
}

#[test]
fn words_with_marks_inside_are_phrases() {
    let turns = exported();
    let queries: Vec<Asked> = ["U.S.", "Germany's", "don't", "4+2", "Mitterrand’s"]
        .into_iter()
        .map(|line| Asked {
            line: format!("={line}"),
            phrases: vec![folded(line)],
            ..Asked::default()
        })
        .collect();
    compare(From::Server, &queries, &turns);
}

#[test]
fn by_date_turns_come_in_order_of_time() {
    let Some(world) = World::get() else { return };
    let turns = exported();
    let page = world.page();
    for number in 1..=turns.len().div_ceil(20) {
        let address = format!("search.html?from=1900&sort=date&page={number}");
        page.open(&world.address(From::Server, &address));
        page.until("document.querySelector('[data-result-state=done]') !== null");
        let hits = page
            .value("[...document.querySelectorAll('[data-hit]')].map((hit) => hit.dataset.turn)");
        let dates: Vec<&str> = hits
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|hit| turns.iter().find(|turn| turn.name == *hit))
            .filter_map(|turn| turn.date.as_deref())
            .collect();
        assert!(!dates.is_empty() && dates.is_sorted(), "{dates:?}");
    }
}
