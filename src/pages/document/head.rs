//! The head of a document's page: whose record it is first, then when, where, who.

use super::super::html::Html;
use super::super::links::{Links, conversation_anchor};
use super::super::rows;
use super::super::table::Table;
use super::super::words;
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::language;
use crate::record::Nature;
use crate::site::{ConversationEntry, DocumentEntry, Site, Tally};
use serde::Serialize;

/// A fact with its name.
#[derive(Serialize)]
pub(super) struct Fact {
    name: &'static str,
    value_html: Html,
}

impl Fact {
    fn new(name: &'static str, value_html: Html) -> Fact {
        Fact { name, value_html }
    }

    /// What no source says is said to be not stated.
    fn stated(name: &'static str, value: Option<&str>) -> Fact {
        Fact::new(name, value.map_or_else(|| quiet("not stated"), Html::text))
    }
}

fn quiet(text: &str) -> Html {
    let mut html = Html::new();
    html.element("span", &[("class", "quiet")], text);
    html
}

/// “Record of conversation · English translation from Russian”.
pub(super) fn kicker(document: &DocumentEntry) -> String {
    let facts = &document.facts;
    let kind = facts.kind.as_deref().unwrap_or("document");
    let mut chars = kind.chars();
    let mut kicker: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    match (
        facts.language.as_deref(),
        facts.original_language.as_deref(),
    ) {
        (Some(text), Some(original)) if text != original => kicker.push_str(&format!(
            " · {} translation from {}",
            language::name(text),
            language::name(original)
        )),
        (Some(text), _) => kicker.push_str(&format!(" · in {}", language::name(text))),
        (None, Some(original)) => {
            kicker.push_str(&format!(" · translated from {}", language::name(original)));
        }
        (None, None) => {}
    }
    kicker
}

/// Whose record it is, and how it came to us.
pub(super) fn provenance(document: &DocumentEntry) -> Vec<Fact> {
    let record = &document.record;
    let provenance = &record.provenance;
    let facts = &document.facts;
    let language = |tag: &Option<String>| tag.as_deref().map(language::name).map(str::to_owned);
    let mut out = vec![
        Fact::stated("Recorded by", provenance.recorded_by.as_deref()),
        Fact::stated("Note-taker", provenance.note_taker.as_deref()),
        Fact::stated("How made", provenance.nature.map(Nature::describe)),
        // That a text is in English does not tell in which language it was first written down.
        Fact::stated(
            "Original language",
            language(&facts.original_language).as_deref(),
        ),
        Fact::stated("Language here", language(&facts.language).as_deref()),
        Fact::stated("Translator", record.translator.as_deref()),
        Fact::stated("Completeness", provenance.completeness.as_deref()),
    ];
    if provenance.chain.is_empty() {
        out.push(Fact::stated("Copies", None));
    } else {
        let mut html = Html::new();
        html.open("ol", &[("class", "chain")]);
        for copy in &provenance.chain {
            html.element("li", &[], copy);
        }
        html.close("ol");
        out.push(Fact::new("Copies, oldest first", html));
    }
    out
}

/// When, where, who is only present, where it is kept, what may be done with it.
pub(super) fn facts(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Vec<Fact> {
    let facts = &document.facts;
    let record = &document.record;
    let name = if document.conversations.is_empty() {
        "Date"
    } else {
        "Published"
    };
    let mut out = vec![Fact::new(
        name,
        date(facts.date.as_ref(), facts.date_printed.as_deref()),
    )];
    if document.conversations.is_empty() || facts.place.is_some() || facts.place_editors.is_some() {
        out.push(Fact::new(
            "Place",
            place(facts.place.as_deref(), facts.place_editors.as_deref()),
        ));
    }
    if !document.silent.is_empty() {
        let mut html = Html::new();
        html.open("ul", &[]);
        for presence in &document.silent {
            html.open("li", &[]);
            person(&mut html, site, links, &presence.person);
            let mut about = Vec::new();
            if let Some(printed) = &presence.printed {
                about.push(format!("printed “{printed}”"));
            }
            about.extend(presence.role.clone());
            if !about.is_empty() {
                html.push_text(" ");
                html.element("span", &[("class", "quiet")], &about.join("; "));
            }
            html.close("li");
        }
        html.close("ul");
        out.push(Fact::new("Present, says nothing", html));
    }
    let further = [
        ("Author", &record.author),
        ("Publisher", &record.publisher),
        ("Archive", &record.archive),
        ("Reference", &record.archive_reference),
        ("Rights", &record.rights),
    ];
    for (name, value) in further {
        if let Some(value) = value {
            out.push(Fact::stated(name, Some(value)));
        }
    }
    out
}

/// The date as printed; ours beside it where nothing is printed.
fn date(date: Option<&Edtf>, printed: Option<&str>) -> Html {
    let mut html = Html::new();
    match (date, printed) {
        (Some(date), Some(printed)) => time(&mut html, date, printed),
        (Some(date), None) => {
            time(&mut html, date, &date.english());
            html.push_text(" ");
            html.element("span", &[("class", "quiet")], "from the editors’ record");
        }
        (None, Some(printed)) => html.push_text(printed),
        (None, None) => html = quiet("not stated"),
    }
    html
}

/// A date that machines can read too.
fn time(html: &mut Html, date: &Edtf, words: &str) {
    match date.html_datetime() {
        Some(datetime) => html.element("time", &[("datetime", &datetime)], words),
        None => html.push_text(words),
    }
}

/// The place as printed, the editors' reading beside it and marked as theirs.
fn place(printed: Option<&str>, editors: Option<&str>) -> Html {
    let mut html = match printed {
        Some(printed) => Html::text(printed),
        None => quiet("not stated"),
    };
    if let Some(editors) = editors.filter(|editors| Some(*editors) != printed) {
        html.push_text(" ");
        html.element(
            "span",
            &[("class", "quiet")],
            &format!("(the editors: {editors})"),
        );
    }
    html
}

/// A person with color and shape, leading to them.
fn person(html: &mut Html, site: &Site, links: &Links<'_>, id: &PersonId) {
    let Some(person) = site.people.get(id) else {
        html.push_text(id.as_str());
        return;
    };
    if person.slot > 0 {
        let class = format!("glyph {}", words::slot_class(person.slot));
        html.element("span", &[("class", &class)], "");
    }
    match links.person(id) {
        Some(url) => html.element("a", &[("href", &url)], &person.name),
        None => html.push_text(&person.name),
    }
}

/// Who speaks, by the one counting rule; columns for the editors' and nobody's words only where there are any.
pub(super) fn speakers(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Table {
    let by_editors = document
        .shares
        .iter()
        .any(|share| share.by_editors.n_turns > 0);
    let nobody = document.unmarked.n_turns > 0;
    let plain = !by_editors && !nobody;
    let mut heads = vec!["Speaker"];
    if plain {
        heads.extend(["Turns", "Words"]);
    } else {
        heads.push("By label or quotation");
        if by_editors {
            heads.push("Assigned by the editors");
        }
        if nobody {
            heads.push("Nobody’s");
        }
    }
    heads.push("Share");
    let whole = document.tally.n_words;
    let mut table = Table::new("Who speaks", &heads);
    for share in &document.shares {
        let Some(person) = site.people.get(&share.person) else {
            continue;
        };
        let mut row = table.row(&person.name, links.person(&person.id));
        row.glyph(words::slot_class(person.slot));
        if plain {
            row.number(share.printed.n_turns);
            row.number(share.printed.n_words);
        } else {
            row.figure(&in_turns(share.printed));
            if by_editors {
                row.figure(&in_turns(share.by_editors));
            }
            if nobody {
                row.figure("");
            }
        }
        row.figure(&words::percent(share.total().n_words, whole));
    }
    if nobody {
        let mut row = table.row("Speaker not marked", None);
        row.glyph("nobody");
        row.figure("");
        if by_editors {
            row.figure("");
        }
        row.figure(&in_turns(document.unmarked));
        row.figure(&words::percent(document.unmarked.n_words, whole));
    }
    if document.shares.len() + usize::from(nobody) > 1 {
        let mut row = table.row("All", None);
        if plain {
            row.number(document.tally.n_turns);
            row.number(document.tally.n_words);
        } else {
            let sum = |pick: fn(&crate::site::Share) -> Tally| {
                document
                    .shares
                    .iter()
                    .map(pick)
                    .fold(Tally::default(), |a, b| a + b)
            };
            row.figure(&in_turns(sum(|share| share.printed)));
            if by_editors {
                row.figure(&in_turns(sum(|share| share.by_editors)));
            }
            if nobody {
                row.figure(&in_turns(document.unmarked));
            }
        }
        row.figure("100%");
    }
    table
}

/// “1,051 words, 7 turns”; nothing for nothing.
fn in_turns(tally: Tally) -> String {
    if tally.n_turns == 0 {
        return String::new();
    }
    format!(
        "{}, {}",
        words::words(tally.n_words),
        words::turns(tally.n_turns)
    )
}

/// How much is said, and why some of it is nobody's.
pub(super) fn speakers_note(document: &DocumentEntry) -> String {
    let all = format!(
        "{} in {}.",
        words::words(document.tally.n_words),
        words::turns(document.tally.n_turns)
    );
    match document.unmarked.n_turns {
        0 => all,
        1 => format!(
            "{all} One turn stands without the name of who speaks; it is counted for nobody."
        ),
        n => format!(
            "{all} {} stand without the name of who speaks; they are counted for nobody.",
            words::turns(n)
        ),
    }
}

/// A conversation that the document reports.
#[derive(Serialize)]
pub(super) struct ConversationView {
    letter: String,
    title: String,
    url: String,
    date_html: Html,
    place: Option<String>,
    participants_html: Html,
    quoted: String,
}

/// “Three conversations are reported here”.
pub(super) fn conversations_title(document: &DocumentEntry) -> String {
    match document.conversations.len() {
        1 => "One conversation is reported here".to_owned(),
        2 => "Two conversations are reported here".to_owned(),
        3 => "Three conversations are reported here".to_owned(),
        n => format!("{n} conversations are reported here"),
    }
}

/// The conversations, in the order of the record.
pub(super) fn conversations(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
) -> Vec<ConversationView> {
    document
        .conversations
        .iter()
        .enumerate()
        .map(|(index, conversation)| {
            let turns = document
                .turns
                .iter()
                .filter(|turn| turn.conversation == Some(index));
            let (n_turns, n_words) = turns.fold((0, 0), |(t, w), turn| (t + 1, w + turn.n_words));
            let mut participants_html = Html::new();
            for (at, id) in conversation.participants.iter().enumerate() {
                if at > 0 {
                    participants_html.push_text(", ");
                }
                person(&mut participants_html, site, links, id);
            }
            ConversationView {
                letter: letter(index),
                title: conversation.title.clone(),
                url: format!("#{}", conversation_anchor(conversation)),
                date_html: conversation_date(conversation),
                place: conversation.place.clone(),
                participants_html,
                quoted: if n_turns == 0 {
                    "told, not quoted".to_owned()
                } else {
                    format!(
                        "{}, {} quoted",
                        words::turns(n_turns),
                        words::words(n_words)
                    )
                },
            }
        })
        .collect()
}

/// A, B, C ... by which a conversation's mark in the text is known.
pub(super) fn letter(index: usize) -> String {
    u8::try_from(index)
        .ok()
        .filter(|index| *index < 26)
        .map_or_else(
            || (index + 1).to_string(),
            |index| char::from(b'A' + index).to_string(),
        )
}

fn conversation_date(conversation: &ConversationEntry) -> Html {
    let mut html = Html::new();
    match (&conversation.date, &conversation.date_printed) {
        (Some(date), printed) => {
            time(&mut html, date, &date.english());
            if let Some(printed) = printed {
                html.push_text(" ");
                let printed = format!("printed “{printed}”");
                html.element("span", &[("class", "quiet")], &printed);
            }
        }
        (None, Some(printed)) => html.push_text(&format!("printed “{printed}”")),
        (None, None) => html = quiet("date not stated"),
    }
    html
}

/// When a document's talk was, in words.
pub(super) fn date_in_words(document: &DocumentEntry) -> String {
    rows::dates(document, Edtf::english).unwrap_or_else(|| "date not stated".to_owned())
}
