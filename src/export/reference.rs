//! `documents/SLUG.ris`, `.bib`, `.csl.json`: one record of the document for reference managers, in their three formats.
//!
//! The same facts stand in all three; a passage is cited by its turn, which the document's page gives. No format may be broken by what a
//! source prints: line ends in RIS, the signs of LaTeX in BibTeX.

use super::pretty;
use crate::citation::{self, Name, Sort, creators, remarks};
use crate::date::{Edtf, Extent};
use crate::record::LastingKind;
use crate::site::{DocumentEntry, Route, Site, address};

/// CSL-JSON.
pub(super) fn csl_json(site: &Site, document: &DocumentEntry) -> String {
    pretty(&[citation::of_document(site, document).to_value()])
}

/// What RIS and BibTeX have in common.
struct Facts<'a> {
    sort: Sort,
    creators: Vec<Name>,
    /// The archive with its edition.
    container: String,
    /// A lasting address, else that of the page.
    url: Option<String>,
    doi: Option<&'a str>,
    /// Whose record it is and all else that readers must know.
    notes: Vec<String>,
}

fn gather<'a>(site: &'a Site, document: &'a DocumentEntry) -> Facts<'a> {
    let (facts, record) = (&document.facts, &document.record);
    let mut notes = remarks(site, document);
    if let Some(place) = facts.place_editors.as_ref().or(facts.place.as_ref()) {
        notes.push(format!("place: {place}"));
    }
    if let Some(completeness) = &record.provenance.completeness {
        notes.push(format!("completeness: {completeness}"));
    }
    let page = address::absolute(site, &Route::Document(document.id.clone()));
    let (mut doi, mut url) = (None, page.clone());
    if let Some(lasting) = &record.lasting {
        if lasting.kind == LastingKind::Doi {
            doi = Some(lasting.name.as_str());
        } else {
            url = Some(lasting.url());
            notes.extend(page.map(|page| format!("in this archive: {page}")));
        }
    }
    let edition = site.config.edition.as_ref();
    Facts {
        sort: citation::sort(document),
        creators: creators(site, document),
        container: match edition {
            Some(edition) => format!("{}, {}", site.config.title, edition.name),
            None => site.config.title.clone(),
        },
        url,
        doi,
        notes,
    }
}

/// RIS, whose lines end as the format asks.
pub(super) fn ris(site: &Site, document: &DocumentEntry) -> String {
    let all = gather(site, document);
    let (facts, record) = (&document.facts, &document.record);
    let mut out = String::new();
    let mut line = |tag: &str, value: Option<&str>| {
        let words: Vec<&str> = value.unwrap_or_default().split_whitespace().collect();
        if !words.is_empty() {
            out.push_str(&format!("{tag}  - {}\r\n", words.join(" ")));
        }
    };
    line(
        "TY",
        Some(match all.sort {
            Sort::Newspaper => "NEWS",
            Sort::Hearing => "HEAR",
            Sort::Broadcast => "MULTI",
            Sort::Interview | Sort::Speech | Sort::Document => "GEN",
        }),
    );
    line("ID", Some(document.id.as_str()));
    line("TI", Some(&facts.title));
    for name in &all.creators {
        line("AU", Some(&name.family_first()));
    }
    line("A4", record.translator.as_deref());
    if let Some(date) = &facts.date {
        line("PY", Some(&format!("{:04}", date.year())));
        line("DA", Some(&day(date)));
    }
    line("T2", Some(&all.container));
    line("M3", facts.kind.as_deref());
    line("PB", record.publisher.as_deref());
    line("LA", facts.language.as_deref());
    line("DB", record.archive.as_deref());
    line("CN", record.archive_reference.as_deref());
    for subject in &record.subjects {
        line("KW", Some(subject));
    }
    line("AB", record.summary.as_deref());
    for note in &all.notes {
        line("N1", Some(note));
    }
    line("DO", all.doi);
    line("UR", all.url.as_deref());
    out.push_str("ER  - \r\n");
    out
}

/// `1990/05/25/`; what is not known stays empty, and words follow where the date is not one day.
fn day(date: &Edtf) -> String {
    let part = |part: Option<u32>| part.map_or_else(String::new, |part| format!("{part:02}"));
    match date.extent() {
        Extent::One { is_doubtful, .. } => {
            let other = if is_doubtful { "uncertain" } else { "" };
            format!(
                "{:04}/{}/{}/{other}",
                date.year(),
                part(date.month()),
                part(date.day())
            )
        }
        Extent::From(_) | Extent::Span(..) | Extent::Between(..) => {
            format!("{:04}///{}", date.year(), date.english())
        }
    }
}

/// BibTeX, with the fields of BibLaTeX beside it.
pub(super) fn bibtex(site: &Site, document: &DocumentEntry) -> String {
    let all = gather(site, document);
    let (facts, record) = (&document.facts, &document.record);
    let kind = match all.sort {
        Sort::Newspaper if record.publisher.is_some() => "article",
        Sort::Newspaper
        | Sort::Interview
        | Sort::Hearing
        | Sort::Broadcast
        | Sort::Speech
        | Sort::Document => "misc",
    };
    let mut out = format!("@{kind}{{{},\n", key(document.id.as_str()));
    let mut raw = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    // Braces keep the capitals of a title as they are printed.
    raw("title", &format!("{{{}}}", escaped(&facts.title)));
    let names = all.creators.iter().map(bib_name);
    raw("author", &names.collect::<Vec<_>>().join(" and "));
    if let Some(translator) = &record.translator {
        raw("translator", &format!("{{{}}}", escaped(translator)));
    }
    match &facts.date {
        Some(date) => {
            raw("date", date.as_str());
            raw("year", &format!("{:04}", date.year()));
            if let (Extent::One { .. }, Some(month)) = (date.extent(), date.month()) {
                raw("month", &month.to_string());
            }
        }
        None => {
            let edition = site.config.edition.as_ref();
            let day = edition.and_then(|edition| edition.date.as_deref());
            raw(
                "year",
                &match day {
                    Some(day) => format!("n.d., in an edition of {}", &day[..4.min(day.len())]),
                    None => "n.d.".to_owned(),
                },
            );
        }
    }
    let text = |value: Option<&str>| value.map(escaped).unwrap_or_default();
    raw("type", &text(facts.kind.as_deref()));
    let publisher = if kind == "article" {
        "journal"
    } else {
        "publisher"
    };
    raw(publisher, &text(record.publisher.as_deref()));
    let kept = [&record.archive, &record.archive_reference];
    let kept: Vec<&str> = kept.into_iter().flatten().map(String::as_str).collect();
    raw("howpublished", &escaped(&kept.join(", ")));
    raw("booktitle", &escaped(&all.container));
    raw("language", &text(facts.language.as_deref()));
    raw("keywords", &escaped(&record.subjects.join(", ")));
    raw("abstract", &text(record.summary.as_deref()));
    raw("note", &escaped(&all.notes.join("; ")));
    raw("doi", all.doi.unwrap_or_default());
    raw("url", all.url.as_deref().unwrap_or_default());
    out.push_str("}\n");
    out
}

/// A key may hold none of the signs by which BibTeX is read.
fn key(id: &str) -> String {
    id.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
        .collect()
}

fn bib_name(name: &Name) -> String {
    match name {
        Name::Parts(family, given) => format!("{}, {}", escaped(family), escaped(given)),
        // In braces, for it must not be taken apart.
        Name::Whole(name) => format!("{{{}}}", escaped(name)),
    }
}

/// The signs that LaTeX reads as its own, written so that they are printed; line ends folded.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latex_prints_every_sign_and_reads_none() {
        assert_eq!(
            escaped("50% of A&B {x}\n\\par #1 $2 a_b ~ ^"),
            "50\\% of A\\&B \\textbraceleft{}x\\textbraceright{} \\textbackslash{}par \\#1 \\$2 a\\_b \
             \\textasciitilde{} \\textasciicircum{}"
        );
    }

    #[test]
    fn a_date_is_never_shorter_than_it_says() {
        let day = |text| day(&Edtf::parse(text).unwrap());
        assert_eq!(day("1990-05-25"), "1990/05/25/");
        assert_eq!(day("1990-05"), "1990/05//");
        assert_eq!(day("1990-05?"), "1990/05//uncertain");
        assert_eq!(day("1990-05/1990-07"), "1990///May 1990 to July 1990");
    }
}
