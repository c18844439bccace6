//! Which column holds what: by its name, else by what stands in it.

use super::super::cues::Time;
use super::rows::{Cell, Table};
use std::collections::BTreeSet;

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    /// How many there are.
    pub(super) n: usize,
    /// Who speaks.
    pub(super) speaker: Option<usize>,
    /// What is said.
    pub(super) words: usize,
    /// When it begins.
    pub(super) start: Option<usize>,
    /// When it ends.
    pub(super) end: Option<usize>,
    /// The day.
    pub(super) date: Option<usize>,
    /// The names in the first row; empty without them.
    pub(super) names: Vec<String>,
    /// The first row that is no name.
    pub(super) first_row: usize,
    /// Whether speaker or words were found by what the columns hold.
    pub(super) is_guessed: bool,
}

/// Names of the column of speakers, folded, the surest first.
const SPEAKER: [&str; 45] = [
    "speaker",
    "speakername",
    "speakerlabel",
    "speakers",
    "who",
    "sprecher",
    "sprecherin",
    "sprecherinnen",
    "redner",
    "rednerin",
    "locuteur",
    "orateur",
    "intervenant",
    "interlocuteur",
    "hablante",
    "orador",
    "ponente",
    "interviniente",
    "locutor",
    "falante",
    "parlante",
    "oratore",
    "spreker",
    "talare",
    "taler",
    "puhuja",
    "mówca",
    "řečník",
    "говорящий",
    "спикер",
    "оратор",
    "выступающий",
    "speakerid",
    "发言人",
    "發言人",
    "講者",
    "讲者",
    "发言者",
    "話者",
    "דובר",
    "المتحدث",
    "participant",
    "nom",
    "name",
    "person",
];

/// Names of the column of words, folded, the surest first.
const WORDS: [&str; 56] = [
    "text",
    "words",
    "speech",
    "transcript",
    "utterance",
    "transcription",
    "spokentext",
    "speechtext",
    "content",
    "contents",
    "body",
    "said",
    "dialogue",
    "dialog",
    "statement",
    "quote",
    "sentence",
    "remarks",
    "message",
    "caption",
    "subtitle",
    "texte",
    "paroles",
    "propos",
    "discours",
    "rede",
    "wortlaut",
    "inhalt",
    "redetext",
    "äußerung",
    "beitrag",
    "texto",
    "palabras",
    "discurso",
    "testo",
    "tekst",
    "tale",
    "text1",
    "teksti",
    "текст",
    "речь",
    "реплика",
    "слова",
    "内容",
    "內容",
    "文本",
    "發言",
    "发言",
    "発言",
    "טקסט",
    "النص",
    "response",
    "answer",
    "comment",
    "passage",
    "line",
];

/// Names of the column of times.
const START: [&str; 22] = [
    "timestamp",
    "start",
    "starttime",
    "time",
    "begin",
    "begintime",
    "timecode",
    "in",
    "tc",
    "timein",
    "from",
    "startsec",
    "startseconds",
    "onset",
    "timespan",
    "zeit",
    "beginn",
    "temps",
    "heure",
    "hora",
    "время",
    "时间",
];

/// Names of the column of times at which speech ends.
const END: [&str; 12] = [
    "end",
    "endtime",
    "stop",
    "stoptime",
    "out",
    "timeout",
    "to",
    "endsec",
    "endseconds",
    "offset",
    "ende",
    "fin",
];

/// Names of the column of days.
const DATE: [&str; 8] = [
    "date", "day", "datum", "tag", "fecha", "data", "дата", "日期",
];

/// How many rows are looked at.
const SAMPLE: usize = 400;

/// A name of a column, folded.
fn fold(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// How many of two things, speaker and words, a row of names names.
pub(super) fn n_known(text: &str, row: &[Cell]) -> usize {
    let names: Vec<String> = row
        .iter()
        .map(|cell| fold(&text[cell.inner.range()]))
        .collect();
    let has = |list: &[&str]| usize::from(names.iter().any(|name| list.contains(&name.as_str())));
    has(&SPEAKER) + has(&WORDS)
}

/// Finds the columns of a table; `None` where none holds running text.
pub(super) fn find(text: &str, table: &Table) -> Option<Columns> {
    let n = table.row(0).len();
    let printed: Vec<String> = table
        .row(0)
        .iter()
        .map(|cell| text[cell.inner.range()].trim().to_owned())
        .collect();
    let names: Vec<String> = printed.iter().map(|name| fold(name)).collect();
    let is_header = n_known(text, table.row(0)) > 0 && names_are_short(&printed);
    let profiles: Vec<Profile> = (0..n)
        .map(|column| Profile::of(text, table, column, usize::from(is_header)))
        .collect();
    let by_name = |list: &[&str], fits: &dyn Fn(usize) -> bool| {
        list.iter().find_map(|known| {
            (0..n).find(|column| is_header && names[*column] == *known && fits(*column))
        })
    };
    let has_words = |column: usize| profiles[column].n_words > 0;
    let named_words = by_name(&WORDS, &has_words);
    let words = named_words.or_else(|| longest(&profiles, is_header, &names))?;
    let apart = |column: usize| column != words;
    let named_speaker = by_name(&SPEAKER, &|column| {
        apart(column) && profiles[column].n_filled > 0
    });
    let start = by_name(&START, &apart)
        .filter(|column| profiles[*column].n_words == 0)
        .or_else(|| (0..n).find(|column| apart(*column) && profiles[*column].is_time()));
    let end = by_name(&END, &apart).filter(|column| profiles[*column].n_words == 0);
    let date = by_name(&DATE, &apart);
    let speaker = named_speaker.or_else(|| {
        let known = [start, end, date];
        let may_be = |column: usize| {
            apart(column)
                && !known.contains(&Some(column))
                && (!is_header || names[column].is_empty() || named_words.is_none())
        };
        recurring(&profiles, words, &may_be)
    });
    let is_guessed = named_words.is_none() || speaker.is_some() && named_speaker.is_none();
    Some(Columns {
        n,
        speaker,
        words,
        start,
        end,
        date,
        names: if is_header { printed } else { Vec::new() },
        first_row: usize::from(is_header),
        is_guessed,
    })
}

fn names_are_short(names: &[String]) -> bool {
    names.iter().all(|name| name.chars().count() <= 40)
}

/// What stands in a column.
#[allow(clippy::struct_field_names, reason = "all of them are counts")]
struct Profile {
    /// Cells with anything in them.
    n_filled: usize,
    /// Cells with a letter.
    n_words: usize,
    /// Cells that are times.
    n_times: usize,
    /// Characters of all cells.
    n_chars: usize,
    /// Different cells.
    n_distinct: usize,
    /// Cells longer than a name.
    n_long: usize,
}

impl Profile {
    fn of(text: &str, table: &Table, column: usize, first_row: usize) -> Profile {
        let mut profile = Profile {
            n_filled: 0,
            n_words: 0,
            n_times: 0,
            n_chars: 0,
            n_distinct: 0,
            n_long: 0,
        };
        let mut distinct = BTreeSet::new();
        for row in first_row..table.n_rows().min(SAMPLE) {
            let Some(cell) = table.row(row).get(column) else {
                continue;
            };
            let words = text[cell.inner.range()].trim();
            if words.is_empty() {
                continue;
            }
            profile.n_filled += 1;
            profile.n_words += usize::from(words.contains(char::is_alphabetic));
            profile.n_times += usize::from(words.contains(':') && Time::parse(words).is_some());
            profile.n_chars += words.len();
            profile.n_long += usize::from(words.chars().take(61).count() > 60);
            distinct.insert(words);
        }
        profile.n_distinct = distinct.len();
        profile
    }

    fn is_time(&self) -> bool {
        self.n_times > 0 && self.n_times == self.n_filled
    }

    fn mean(&self) -> usize {
        self.n_chars / self.n_filled.max(1)
    }
}

/// The column with the longest cells, if they read like speech.
fn longest(profiles: &[Profile], is_header: bool, names: &[String]) -> Option<usize> {
    let is_speaker = |column: usize| is_header && SPEAKER.contains(&names[column].as_str());
    (0..profiles.len())
        .filter(|column| {
            !is_speaker(*column) && profiles[*column].n_words * 2 > profiles[*column].n_filled
        })
        .max_by_key(|column| profiles[*column].mean())
        .filter(|column| profiles[*column].mean() >= 8)
}

/// The column of short cells that come back again and again, nearest before the words.
fn recurring(profiles: &[Profile], words: usize, may_be: &dyn Fn(usize) -> bool) -> Option<usize> {
    let recurs = |column: &usize| {
        let profile = &profiles[*column];
        may_be(*column)
            && profile.n_long == 0
            && profile.n_words == profile.n_filled
            && profile.n_distinct > 1
            && profile.n_distinct * 2 <= profile.n_filled.max(4)
            && profile.mean() * 2 <= profiles[words].mean().max(1) + 20
    };
    (0..words)
        .rev()
        .find(recurs)
        .or_else(|| (words + 1..profiles.len()).find(recurs))
}
