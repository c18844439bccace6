//! The explanation for people: aligned, most important first, with the lines to paste.

use super::Extent;
use super::view::{About, ConventionView, ExplanationView, LabelView, PasteView, WhoView};
use crate::editorial::counted;
use unicode_width::UnicodeWidthStr;

/// How many entries of a list are shown where not all are asked for.
const LISTED: usize = 30;
/// The widest a label is shown in a table.
const WIDEST: usize = 48;
/// A label that begins at most so many turns is worth a second look.
const FEW: usize = 2;

pub(super) fn render(view: &ExplanationView, path: &str, n_turns: usize, extent: Extent) -> String {
    let mut out = format!("{path}\n{}\n", summary(view, n_turns));
    if !view.said_by.is_empty() {
        heading(&mut out, "What in the file says who speaks", None);
        for said in &view.said_by {
            out.push_str(&format!("  {said}\n"));
        }
    }
    if !view.conventions.is_empty() {
        heading(&mut out, "Conventions tried", None);
        conventions(&mut out, &view.conventions);
    }
    let (taken, mut refused): (Vec<&LabelView>, Vec<&LabelView>) =
        view.labels.iter().partition(|label| label.taken);
    if !taken.is_empty() {
        heading(&mut out, "Labels taken", Some(taken.len()));
        labels(&mut out, &taken, taken.len());
        footer(&mut out, &taken);
    }
    if !refused.is_empty() {
        // What recurs is the likelier label.
        refused.sort_by_key(|label| std::cmp::Reverse(label.times));
        heading(&mut out, "Look-alikes refused", Some(refused.len()));
        labels(&mut out, &refused, extent.of(refused.len()));
    }
    if !view.near.is_empty() {
        heading(&mut out, "Lines close to a label", Some(view.near.len()));
        near(&mut out, view, extent.of(view.near.len()));
    }
    if !view.unlabeled.is_empty() {
        heading(
            &mut out,
            "Turns without a label",
            Some(view.unlabeled.len()),
        );
        unlabeled(&mut out, view, extent.of(view.unlabeled.len()));
    }
    out
}

impl Extent {
    fn of(self, n: usize) -> usize {
        match self {
            Extent::Short => n.min(LISTED),
            Extent::Whole => n,
        }
    }
}

fn summary(view: &ExplanationView, n_turns: usize) -> String {
    let turns = counted(n_turns, "turn", "turns");
    match (
        view.convention,
        view.conventions.iter().find(|one| one.chosen),
    ) {
        (Some(name), Some(chosen)) => {
            let added = view.conventions.iter().find(|one| one.added);
            let added = added.map(|added| format!(" and “{}” ({})", added.example, added.name));
            format!(
                "{turns}; labels like “{}” ({name}){}, because {}",
                chosen.example,
                added.unwrap_or_default(),
                view.because
            )
        }
        (Some(name), None) => format!("{turns}; {name}: {}", view.because),
        (None, _) => format!("{turns}: {}", view.because),
    }
}

fn conventions(out: &mut String, all: &[ConventionView]) {
    let name = widest(all.iter().map(|one| one.name));
    let example = widest(all.iter().map(|one| one.example));
    let turns: Vec<String> = all
        .iter()
        .map(|one| counted(one.turns, "turn", "turns"))
        .collect();
    let number = widest(turns.iter().map(String::as_str));
    for (one, turns) in all.iter().zip(turns) {
        let chosen = match (one.chosen, one.added) {
            (true, _) => "chosen: ",
            (false, true) => "added: ",
            (false, false) => "",
        };
        let taken = match one.takes.as_slice() {
            [] => String::new(),
            few if few.len() <= 3 => format!(": {}", few.join(", ")),
            [first, second, rest @ ..] => format!(": {first}, {second} and {} more", rest.len()),
            [_] => String::new(),
        };
        out.push_str(&format!(
            "  {}  {}  {}  {chosen}{}{taken}\n",
            padded(one.name, name),
            padded(one.example, example),
            right(&turns, number),
            one.because,
        ));
    }
}

fn labels(out: &mut String, all: &[&LabelView], n_shown: usize) {
    let shown = &all[..n_shown];
    let names: Vec<String> = shown.iter().map(|label| shortened(&label.label)).collect();
    let places: Vec<String> = shown.iter().map(|label| place(label)).collect();
    let name = widest(names.iter().map(String::as_str)).max("label".len());
    let first = widest(places.iter().map(String::as_str)).max("first".len());
    let form = widest(shown.iter().map(|label| label.form.unwrap_or(""))).max("form".len());
    let has_reasons = shown.iter().any(|label| label.because.is_some());
    let more = if has_reasons {
        format!("  {}  why", padded("form", form))
    } else {
        String::new()
    };
    out.push_str(&format!(
        "  {}  times  turns  {}{more}\n",
        padded("label", name),
        padded("first", first)
    ));
    for ((label, printed), place) in shown.iter().zip(&names).zip(&places) {
        let why = label.because.map(|because| {
            let form = padded(label.form.unwrap_or(""), form);
            format!("  {form}  {because}")
        });
        let line = format!(
            "  {}  {:>5}  {:>5}  {}{}",
            padded(printed, name),
            label.times,
            label.turns,
            padded(place, first),
            why.unwrap_or_default()
        );
        out.push_str(line.trim_end());
        out.push('\n');
        if *printed != label.label {
            out.push_str(&format!("      in full: {}\n", label.label));
        }
        details(out, label);
    }
    rest(out, all.len() - n_shown);
}

fn details(out: &mut String, label: &LabelView) {
    let stands: Vec<String> = label
        .stands
        .iter()
        .map(|stands| format!("{} {}", stands.times, stands.place))
        .collect();
    if !stands.is_empty() {
        out.push_str(&format!("      stands: {}\n", stands.join(", ")));
    }
    for who in &label.who {
        let share = if label.who.len() > 1 {
            format!(" ({})", counted(who.turns, "turn", "turns"))
        } else {
            String::new()
        };
        out.push_str(&format!("      speaker: {}{share}\n", speaker(who)));
    }
    // What recurs needs no second look, and what concerns every label is said once, below the list.
    let is_frequent = label.taken && label.turns > FEW;
    let shown = |paste: &&PasteView| match paste.about {
        About::Label => !is_frequent,
        About::Choice => true,
        About::Entry => false,
    };
    for paste in label.paste.iter().filter(shown) {
        out.push_str(&format!(
            "      {} {}: {}\n",
            paste.when, paste.file, paste.text
        ));
    }
}

/// What holds for every label of the list.
fn footer(out: &mut String, taken: &[&LabelView]) {
    let first = |about: About| {
        let mut lines = taken.iter().flat_map(|label| &label.paste);
        lines.find(|paste| paste.about == about)
    };
    if let Some(paste) = first(About::Label) {
        out.push_str(&format!(
            "  To refuse a label, add it to {} like this: {}\n",
            paste.file, paste.text
        ));
    }
    if let Some(paste) = first(About::Entry) {
        out.push_str(&format!(
            "  `memcon people` drafts entries for provisional people; where somebody has one in {}, add the label there: {}\n",
            paste.file, paste.text
        ));
    }
}

fn near(out: &mut String, view: &ExplanationView, n_shown: usize) {
    let shown = &view.near[..n_shown];
    let places: Vec<String> = shown
        .iter()
        .map(|near| format!("{}:{}", near.line, near.column))
        .collect();
    let first = widest(places.iter().map(String::as_str));
    for (near, place) in shown.iter().zip(places) {
        out.push_str(&format!(
            "  {}  “{}”\n  {}  {}\n",
            padded(&place, first),
            near.text,
            padded("", first),
            near.because
        ));
    }
    rest(out, view.near.len() - n_shown);
}

fn unlabeled(out: &mut String, view: &ExplanationView, n_shown: usize) {
    let shown = &view.unlabeled[..n_shown];
    let anchor = widest(shown.iter().map(|turn| turn.anchor.as_str()));
    for turn in shown {
        out.push_str(&format!(
            "  {}  {}:{}  {}; speaker: {}\n",
            padded(&turn.anchor, anchor),
            turn.line,
            turn.column,
            turn.because,
            speaker(&turn.who)
        ));
    }
    rest(out, view.unlabeled.len() - n_shown);
}

fn speaker(who: &WhoView) -> String {
    match who.how {
        "authority" | "record" => format!(
            "{} ({}: {})",
            who.person.as_deref().unwrap_or(""),
            who.how,
            who.evidence
        ),
        "provisional" => format!(
            "{} (provisional: nobody of the authority file fits)",
            who.person.as_deref().unwrap_or("")
        ),
        "ambiguous" => format!("ambiguous: {}", who.candidates.join(", ")),
        "collective" => "a group, nobody in particular".to_owned(),
        "unidentified" => "somebody the source does not name".to_owned(),
        _ => "nobody is named".to_owned(),
    }
}

fn heading(out: &mut String, title: &str, n: Option<usize>) {
    let n = n.map(|n| format!(" ({n})")).unwrap_or_default();
    out.push_str(&format!("\n{title}{n}\n"));
}

fn rest(out: &mut String, n: usize) {
    if n > 0 {
        out.push_str(&format!("  … and {n} more; -v lists all\n"));
    }
}

fn place(label: &LabelView) -> String {
    format!("{}:{}", label.line, label.column)
}

/// A label on one line and not too wide.
fn shortened(label: &str) -> String {
    let mut out = String::new();
    for c in label
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        if out.width() >= WIDEST {
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}

fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(UnicodeWidthStr::width).max().unwrap_or(0)
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}
