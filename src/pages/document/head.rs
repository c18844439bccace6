//! The head of a document's page: whose record it is first, then when, where, who.

use super::super::html::Html;
use super::super::links::{Links, conversation_anchor};
use super::super::rows;
use super::super::words;
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::interface::Interface;
use crate::record::Nature;
use crate::site::{ConversationEntry, DocumentEntry, Route, Site};
use serde::Serialize;

/// A fact with its name.
#[derive(Serialize)]
pub(super) struct Fact {
    name: String,
    value_html: Html,
}

impl Fact {
    /// A fact; its name is a text of the interface.
    fn new(say: &Interface, name: &str, value_html: Html) -> Fact {
        Fact {
            name: say.text(name).to_owned(),
            value_html,
        }
    }
}

fn quiet(text: &str) -> Html {
    let mut html = Html::new();
    html.element("span", &[("class", "quiet")], text);
    html
}

/// “Record of conversation · English translation from Russian”.
pub(super) fn kicker(say: &Interface, document: &DocumentEntry) -> String {
    let facts = &document.facts;
    let kind = facts.kind.as_deref().unwrap_or(say.text("kicker-plain"));
    let mut chars = kind.chars();
    let kicker: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    let kind = ("kind", (&kicker).into());
    let language = |language: &str| say.language_in(language);
    let from = |language: &str| say.language_from(language);
    match (
        facts.language.as_deref(),
        facts.original_language.as_deref(),
    ) {
        (Some(text), Some(original)) if text != original => say.say(
            "kicker-translation",
            &[
                kind,
                ("to", (&language(text)).into()),
                ("from", (&from(original)).into()),
            ],
        ),
        (Some(text), _) => say.say("kicker-in", &[kind, ("language", (&language(text)).into())]),
        (None, Some(original)) => say.say(
            "kicker-from",
            &[kind, ("language", (&from(original)).into())],
        ),
        (None, None) => kicker,
    }
}

fn nature_id(nature: Nature) -> &'static str {
    match nature {
        Nature::Verbatim => "nature-verbatim",
        Nature::Notes => "nature-notes",
        Nature::WrittenUpAfterwards => "nature-written-up-afterwards",
        Nature::QuotedInPrint => "nature-quoted-in-print",
    }
}

/// What is not stated is named together, in one line at the end.
fn gathered(say: &Interface, facts: Vec<(&str, Option<Html>)>) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut missing = Vec::new();
    for (name, value) in facts {
        match value {
            Some(value) => out.push(Fact::new(say, name, value)),
            None => missing.push(say.text(name)),
        }
    }
    if !missing.is_empty() {
        let missing = quiet(&missing.join(" · "));
        out.push(Fact::new(say, "fact-not-stated", missing));
    }
    out
}

/// Whose record it is, and how it came to us.
pub(super) fn provenance(say: &Interface, document: &DocumentEntry) -> Vec<Fact> {
    let record = &document.record;
    let provenance = &record.provenance;
    let facts = &document.facts;
    let language = |tag: &Option<String>| tag.as_deref().map(|tag| say.language_name(tag));
    let text = |value: Option<&str>| value.map(Html::text);
    let chain = (!provenance.chain.is_empty()).then(|| {
        let mut html = Html::new();
        html.open("ol", &[("class", "chain")]);
        for copy in &provenance.chain {
            html.element("li", &[], copy);
        }
        html.close("ol");
        html
    });
    let copies = if chain.is_some() {
        "fact-copies-oldest"
    } else {
        "fact-copies"
    };
    let nature = provenance.nature.map(|nature| say.text(nature_id(nature)));
    let spoken: Vec<String> = provenance
        .spoken
        .iter()
        .map(|tag| say.language_name(tag))
        .collect();
    let spoken = (!spoken.is_empty()).then(|| say.list(&spoken));
    // Who interpreted is asked of talks across languages; a classification and a machine are told where there are any.
    let is_translated = facts.original_language.is_some() || record.translator.is_some();
    let asked = |name, value: Option<&str>, is_asked| {
        (is_asked || value.is_some()).then(|| (name, text(value)))
    };
    let interpreter = provenance.interpreter.as_deref();
    let further = [
        asked("fact-spoken", spoken.as_deref(), is_translated),
        asked("fact-interpreter", interpreter, is_translated),
        asked(
            "fact-classification",
            provenance.classification.as_deref(),
            false,
        ),
        asked(
            "fact-machine-read",
            provenance.machine_read.as_deref(),
            false,
        ),
    ];
    let mut known = vec![
        ("fact-recorded-by", text(provenance.recorded_by.as_deref())),
        ("fact-note-taker", text(provenance.note_taker.as_deref())),
        ("fact-nature", text(nature)),
        // That a text is in English does not tell in which language it was first written down.
        (
            "fact-original-language",
            text(language(&facts.original_language).as_deref()),
        ),
        ("fact-language", text(language(&facts.language).as_deref())),
        ("fact-translator", text(record.translator.as_deref())),
        (
            "fact-completeness",
            text(provenance.completeness.as_deref()),
        ),
        (copies, chain),
    ];
    let last = known.pop();
    known.extend(further.into_iter().flatten());
    known.extend(last);
    gathered(say, known)
}

/// When, where, who is only present, where it is kept, what may be done with it.
pub(super) fn facts(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Vec<Fact> {
    let facts = &document.facts;
    let record = &document.record;
    let say = &site.interface;
    let name = if document.conversations.is_empty() {
        "fact-date"
    } else {
        "fact-published"
    };
    let mut out = vec![Fact::new(
        say,
        name,
        date(say, facts.date.as_ref(), facts.date_printed.as_deref()),
    )];
    if document.conversations.is_empty() || facts.place.is_some() || facts.place_editors.is_some() {
        out.push(Fact::new(
            say,
            "fact-place",
            place(say, facts.place.as_deref(), facts.place_editors.as_deref()),
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
                about.push(say.say("fact-printed", &[("words", printed.into())]));
            }
            about.extend(presence.role.clone());
            if !about.is_empty() {
                html.push_text(" ");
                html.element("span", &[("class", "quiet")], &about.join("; "));
            }
            html.close("li");
        }
        html.close("ul");
        out.push(Fact::new(say, "present-silent", html));
    }
    if let Some(index) = document.conversation {
        let url = links.to(&Route::Conversation(index));
        let n = site.conversations[index].tellings.len();
        let mut html = Html::new();
        let words = say.say("conversation-records-n", &[("n", n.into())]);
        html.element("a", &[("href", &url)], &words);
        out.push(Fact::new(say, "conversation-kicker", html));
    }
    let further = [
        ("fact-author", &record.author),
        ("fact-publisher", &record.publisher),
        ("fact-archive", &record.archive),
        ("fact-reference", &record.archive_reference),
        ("fact-rights", &record.rights),
    ];
    for (name, value) in further {
        if let Some(value) = value {
            out.push(Fact::new(say, name, Html::text(value)));
        }
    }
    if let Some(lasting) = &record.lasting {
        let address = lasting.url();
        let mut html = Html::new();
        html.element("a", &[("href", &address)], &address);
        out.push(Fact::new(say, "fact-lasting", html));
    }
    out
}

/// The date as printed; ours beside it where nothing is printed.
fn date(say: &Interface, date: Option<&Edtf>, printed: Option<&str>) -> Html {
    let mut html = Html::new();
    match (date, printed) {
        (Some(date), Some(printed)) => time(&mut html, date, printed),
        (Some(date), None) => {
            time(&mut html, date, &say.date(date));
            html.push_text(" ");
            html.element("span", &[("class", "quiet")], say.text("fact-from-record"));
        }
        (None, Some(printed)) => html.push_text(printed),
        (None, None) => html = quiet(say.text("not-stated")),
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
fn place(say: &Interface, printed: Option<&str>, editors: Option<&str>) -> Html {
    let mut html = match printed {
        Some(printed) => Html::text(printed),
        None => quiet(say.text("not-stated")),
    };
    if let Some(editors) = editors.filter(|editors| Some(*editors) != printed) {
        html.push_text(" ");
        html.element(
            "span",
            &[("class", "quiet")],
            &say.say("fact-place-editors", &[("place", editors.into())]),
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

/// A conversation that the document reports.
#[derive(Serialize)]
pub(super) struct ConversationView {
    letter: String,
    title: String,
    url: String,
    /// Its own page.
    page_url: String,
    /// “all that is known of it, from one record”.
    records: String,
    date_html: Html,
    place: Option<String>,
    participants_html: Html,
    quoted: String,
}

/// “Three conversations are reported here”.
pub(super) fn conversations_title(say: &Interface, document: &DocumentEntry) -> String {
    let n = document.conversations.len();
    say.say("conversations-title", &[("n", n.into())])
}

/// The conversations, in the order of the record.
pub(super) fn conversations(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
) -> Vec<ConversationView> {
    let say = &site.interface;
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
                page_url: links.to(&Route::Conversation(conversation.conversation)),
                records: say.say(
                    "conversation-records-n",
                    &[(
                        "n",
                        site.conversations[conversation.conversation]
                            .tellings
                            .len()
                            .into(),
                    )],
                ),
                date_html: conversation_date(say, conversation),
                place: conversation.place.clone(),
                participants_html,
                quoted: if n_turns == 0 {
                    say.text("conversation-told").to_owned()
                } else {
                    let counts = [("turns", n_turns.into()), ("words", n_words.into())];
                    say.say("conversation-quoted", &counts)
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

fn conversation_date(say: &Interface, conversation: &ConversationEntry) -> Html {
    let mut html = Html::new();
    match (&conversation.date, &conversation.date_printed) {
        (Some(date), printed) => {
            time(&mut html, date, &say.date(date));
            if let Some(printed) = printed {
                html.push_text(" ");
                let printed = say.say("fact-printed", &[("words", printed.into())]);
                html.element("span", &[("class", "quiet")], &printed);
            }
        }
        (None, Some(printed)) => {
            html.push_text(&say.say("fact-printed", &[("words", printed.into())]));
        }
        (None, None) => html = quiet(say.text("date-not-stated")),
    }
    html
}

/// When a document's talk was, in words.
pub(super) fn date_in_words(say: &Interface, document: &DocumentEntry) -> String {
    rows::dates(say, document, Interface::date)
        .unwrap_or_else(|| say.text("date-not-stated").to_owned())
}
