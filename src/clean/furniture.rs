//! What a page prints around its text: line numbers, page numbers, running heads. Found by their regularity, told from words, kept as
//! furniture: nothing of it is lost, and none of it reaches a turn.

use super::{Line, ends_sentence};
use crate::source::Span;
use rustc_hash::{FxBuildHasher, FxHasher};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::Hasher;

/// Words before a page's number, folded.
const PAGE_WORDS: [&str; 8] = [
    "página", "pagina", "page", "seite", "strona", "p.", "s.", "стр.",
];

/// Words between a page's number and how many pages there are, folded.
const OF_WORDS: [&str; 8] = ["of", "von", "sur", "de", "di", "van", "z", "из"];

/// Takes line numbers off lines that have them: most lines begin with a number, each one more than the last, or 1 again.
pub(super) fn line_numbers(text: &str, lines: &mut Vec<Line>, furniture: &mut Vec<Span>) {
    let numbers: Vec<Option<(usize, usize)>> = lines
        .iter()
        .map(|line| leading_number(&text[line.span.range()]))
        .collect();
    let mut last = 0;
    let mut in_order = Vec::with_capacity(lines.len());
    let mut n_in_order = 0;
    for (at, number) in numbers.iter().enumerate() {
        // A line or two may be missing, where the numbers go on behind them.
        let goes_on = |n: usize| {
            n > last
                && n <= last + 3
                && matches!(numbers.get(at + 1), Some(Some((next, _))) if *next == n + 1)
        };
        let fits = number.is_some_and(|(n, _)| n == last + 1 || n == 1 || goes_on(n));
        if let (true, Some((n, _))) = (fits, number) {
            last = *n;
            n_in_order += 1;
        }
        in_order.push(fits);
    }
    // Lists and outlines number some lines; a numbered page numbers nearly all.
    let is_numbered = n_in_order >= 20 && n_in_order * 10 >= lines.len() * 6;
    if !is_numbered && !is_short_page(text, lines, &numbers, &in_order) {
        return;
    }
    let mut blanks = 0;
    let mut ends_page = false;
    let mut kept = Vec::with_capacity(lines.len());
    for (at, (line, number)) in lines.iter().zip(&numbers).enumerate() {
        let mut line = *line;
        let fits = in_order[at];
        // The page's own number stands above its first line.
        let begins_next = || matches!(numbers.get(at + 1), Some(Some((1, _))));
        if !fits && page_number(&text[line.span.range()]).is_some() && begins_next() {
            furniture.push(line.span);
            blanks = blanks.max(line.blanks_before);
            ends_page = true;
            continue;
        }
        line.page_break_before |= std::mem::take(&mut ends_page);
        if let (true, Some((_, len))) = (fits, number) {
            furniture.push(Span::new(line.span.start, line.span.start + len));
            let words = &text[line.span.start + len..line.span.end];
            let lead = words.len() - words.trim_start().len();
            line.span = Span::new(line.span.start + len + lead, line.span.end);
            line.indent += len + lead;
        }
        if line.span.is_empty() {
            blanks += line.blanks_before + 1;
            continue;
        }
        line.blanks_before += blanks;
        blanks = 0;
        kept.push(line);
    }
    *lines = kept;
}

/// Whether a few lines are those of a numbered page: nearly all have a number, two blanks or more after it, and begin in more than one
/// column. In a table they all begin in one.
fn is_short_page(
    text: &str,
    lines: &[Line],
    numbers: &[Option<(usize, usize)>],
    in_order: &[bool],
) -> bool {
    let gaps = lines.iter().zip(numbers).zip(in_order);
    let gaps: Vec<(usize, usize)> = gaps
        .filter(|(_, in_order)| **in_order)
        .filter_map(|((line, number), _)| {
            let (_, len) = (*number)?;
            let words = &text[line.span.start + len..line.span.end];
            Some((words.len() - words.trim_start().len(), len))
        })
        .collect();
    let wide = || gaps.iter().filter(|(gap, _)| *gap >= 2);
    // A number of two digits leaves less room before the same column.
    let columns: BTreeSet<usize> = wide().map(|(gap, len)| gap + len).collect();
    gaps.len() >= 8
        && gaps.len() * 10 >= lines.len() * 8
        && wide().count() * 10 >= gaps.len() * 9
        && columns.len() > 1
}

/// Takes away page numbers and the running heads beside them; the line after them begins a page.
pub(super) fn pages(text: &str, lines: &mut Vec<Line>, furniture: &mut Vec<Span>) {
    let mut is_furniture = page_numbers(text, lines);
    if !is_furniture.contains(&true) && !lines.iter().any(|line| line.page_break_before) {
        return;
    }
    // A running head stands beside a page number, a page's end or another running head, page after page.
    let mut prints = Vec::new();
    for _ in 0..3 {
        let heads = running_heads(text, lines, &is_furniture, &mut prints);
        if heads.is_empty() {
            break;
        }
        for at in heads {
            is_furniture[at] = true;
        }
    }
    if !is_furniture.contains(&true) {
        return;
    }
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut carried: Option<(usize, bool)> = None;
    for (line, is_furniture) in lines.iter().zip(is_furniture) {
        let mut line = *line;
        if is_furniture {
            furniture.push(line.span);
            let (blanks, page) = carried.unwrap_or((0, false));
            carried = Some((
                blanks.max(line.blanks_before),
                page || line.page_break_before,
            ));
            continue;
        }
        if let Some((blanks, _)) = carried.take() {
            line.page_break_before = true;
            // How far apart the lines stood without the page's end between them is not known: a sentence goes on.
            let goes_on = kept
                .last()
                .is_some_and(|before| !ends_sentence(&text[before.span.range()]));
            line.blanks_before = if goes_on {
                0
            } else {
                line.blanks_before.max(blanks)
            };
        }
        kept.push(line);
    }
    *lines = kept;
}

/// Lines that hold nothing but a number, in a sequence that grows by one.
fn page_numbers(text: &str, lines: &[Line]) -> Vec<bool> {
    let numbers: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| page_number(&text[line.span.range()]).map(|number| (at, number)))
        .collect();
    let mut found = vec![false; lines.len()];
    // The longest run in which each number is one more than the one before, others between them left aside.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, (_, number)) in numbers.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|n| ends.get(&n)).copied();
        let length = before.map_or(1, |before| best[before].0 + 1);
        best.push((length, before));
        if ends
            .get(number)
            .is_none_or(|other| best[*other].0 <= length)
        {
            ends.insert(*number, index);
        }
    }
    let Some((longest, (length, _))) = best
        .iter()
        .enumerate()
        .max_by_key(|(_, (length, _))| *length)
    else {
        return found;
    };
    certain_numbers(text, lines, &numbers, &mut found);
    if *length < 3 {
        return found;
    }
    let mut at = Some(longest);
    while let Some(index) = at {
        found[numbers[index].0] = true;
        at = best[index].1;
    }
    found
}

/// Page numbers that are known without a sequence, as in a document of two pages: stamps, `Page 1 of 2`, and a page's own number at
/// its end.
fn certain_numbers(text: &str, lines: &[Line], numbers: &[(usize, usize)], found: &mut [bool]) {
    let mut page = 1;
    let mut numbers = numbers.iter().peekable();
    let n_breaks = lines.iter().filter(|line| line.page_break_before).count();
    for (at, line) in lines.iter().enumerate() {
        page += usize::from(line.page_break_before);
        let Some((_, number)) = numbers.next_if(|(place, _)| *place == at) else {
            continue;
        };
        let words = &text[line.span.range()];
        let is_stamp = words.starts_with("[[") && words.ends_with("]]");
        let ends_page = lines.get(at + 1).is_none_or(|next| next.page_break_before);
        if is_stamp || is_one_of(words) || n_breaks > 0 && ends_page && *number == page {
            found[at] = true;
        }
    }
}

/// `Page 1 of 2`, `Seite 1 von 2`.
fn is_one_of(words: &str) -> bool {
    let parts: Vec<&str> = words
        .trim_matches(['-', '–', '—', '[', ']', '(', ')', '|', ' '])
        .split_whitespace()
        .collect();
    let &[word, number, of, all] = parts.as_slice() else {
        return false;
    };
    let is_word = PAGE_WORDS.contains(&word.to_lowercase().as_str());
    let is_of = OF_WORDS.contains(&of.to_lowercase().as_str());
    let fits = || Some(number.parse::<usize>().ok()? <= all.parse::<usize>().ok()?);
    is_word && is_of && fits().unwrap_or(false)
}

/// `12`, `- 12 -`, `[12]`, `Page 12`, `Page 12 of 30`, `[[Page S12]]`.
fn page_number(words: &str) -> Option<usize> {
    if words.len() > 96 || !words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    if words.chars().count() > 24 {
        return None;
    }
    let bare = words.trim_matches(|c: char| {
        matches!(c, '-' | '–' | '—' | '[' | ']' | '(' | ')' | '|' | '.' | ' ')
    });
    let lower = bare.to_lowercase();
    let rest = PAGE_WORDS
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .unwrap_or(&lower)
        .trim();
    let first = rest.split([' ', '/']).next()?;
    let digits = first.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let tail = rest[first.len()..].trim();
    let of = tail.split_whitespace().next().unwrap_or("");
    let is_tail = tail.is_empty() || tail.starts_with('/') || OF_WORDS.contains(&of);
    let short_prefix =
        first.len() - digits.len() <= 1 && (first.len() == digits.len() || lower != rest);
    if !is_tail || !short_prefix || digits.is_empty() || digits.len() > 5 {
        return None;
    }
    digits.parse().ok()
}

/// Lines whose text, digits aside, comes again beside furniture page after page. `prints` are the prints of the forms of all lines,
/// made when they are first asked for.
fn running_heads(
    text: &str,
    lines: &[Line],
    is_furniture: &[bool],
    prints: &mut Vec<u64>,
) -> BTreeSet<usize> {
    let beside = |at: usize| {
        let near = |other: usize| is_furniture.get(other).copied().unwrap_or(false);
        let begins_page = lines[at].page_break_before
            || lines.get(at + 1).is_some_and(|next| next.page_break_before);
        begins_page || near(at + 1) || at > 0 && near(at - 1)
    };
    let may_be_head = |at: &usize| {
        let words = &text[lines[*at].span.range()];
        !is_furniture[*at]
            && words.len() <= 400
            && !words.ends_with([':', '：'])
            && words.chars().count() <= 100
    };
    // Only what stands beside furniture at least once can be a running head; the other places of its words count against it.
    let mut by_form: BTreeMap<String, Vec<usize>> = (0..lines.len())
        .filter(|at| beside(*at))
        .filter(may_be_head)
        .map(|at| (form(&text[lines[at].span.range()]), Vec::new()))
        .collect();
    if by_form.is_empty() {
        return BTreeSet::new();
    }
    if prints.is_empty() {
        let print = |line: &Line| print(&text[line.span.range()]);
        prints.extend(lines.iter().map(print));
    }
    let sought: HashSet<u64, FxBuildHasher> = (0..lines.len())
        .filter(|at| beside(*at))
        .map(|at| prints[at])
        .collect();
    let mut words = String::new();
    for at in (0..lines.len())
        .filter(|at| sought.contains(&prints[*at]))
        .filter(may_be_head)
    {
        words.clear();
        write_form(&text[lines[at].span.range()], &mut words);
        if let Some(places) = by_form.get_mut(&words) {
            places.push(at);
        }
    }
    // Twice is enough for a line that is no sentence and stands nowhere else: the second page's head, and the first's or the title.
    let is_head_of_two = |places: &[usize]| {
        let words = &text[lines[places[0]].span.range()];
        places.len() == 2
            && !ends_sentence(words)
            && words.split_whitespace().count() >= 2
            && beside(places[1])
            && (places[0] == 0 || beside(places[0]))
    };
    by_form
        .into_values()
        .filter(|places| places.len() >= 3 || is_head_of_two(places))
        .filter(|places| {
            let n_beside = places.iter().filter(|at| beside(**at)).count();
            places.len() == 2 || n_beside * 10 >= places.len() * 7
        })
        .flat_map(|places| {
            // The title above may read like the head of the second page.
            let is_many = places.len() >= 3;
            places
                .into_iter()
                .filter(move |at| beside(*at) || *at == 0 && is_many)
        })
        .collect()
}

/// A line's text with digits and blanks made alike.
fn form(words: &str) -> String {
    let mut out = String::new();
    write_form(words, &mut out);
    out
}

/// A number made of a line's form: lines of one form have the same, so that most lines are told from others without writing it.
fn print(words: &str) -> u64 {
    let mut print = FxHasher::default();
    let mut after_digit = false;
    for c in words.chars().filter(|c| !c.is_whitespace()) {
        let is_digit = c.is_ascii_digit();
        if !(is_digit && after_digit) {
            print.write_u32(if is_digit { '0' } else { c }.into());
        }
        after_digit = is_digit;
    }
    print.finish()
}

fn write_form(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            c if c.is_whitespace() => {}
            c if c.is_ascii_digit() => {
                if !out.ends_with('0') {
                    out.push('0');
                }
            }
            c => out.push(c),
        }
    }
}

/// The number a line begins with and its length in bytes, if a blank or the line's end follows.
fn leading_number(words: &str) -> Option<(usize, usize)> {
    let len = words.bytes().take_while(u8::is_ascii_digit).count();
    let follows = words[len..].chars().next().is_none_or(char::is_whitespace);
    if !(1..=3).contains(&len) || !follows {
        return None;
    }
    words[..len].parse().ok().map(|number| (number, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_form_have_one_print() {
        let lines = [
            "Page 1 of 20",
            "Page 12 of 3",
            "Page1 of 20",
            "Page of 20",
            "12 May",
            "1 2 May",
            "May",
            "Élan 7",
            "Élan 75",
        ];
        for a in lines {
            for b in lines {
                assert_eq!(form(a) == form(b), print(a) == print(b), "{a}, {b}");
            }
        }
    }

    #[test]
    fn page_numbers_are_known_in_their_usual_forms() {
        for (words, number) in [
            ("12", 12),
            ("- 12 -", 12),
            ("[12]", 12),
            ("Page 12 of 30", 12),
            ("[[Page S12]]", 12),
            ("Seite 3", 3),
            ("Página 3 de 4", 3),
            ("Pagina 3 van 12", 3),
        ] {
            assert_eq!(page_number(words), Some(number), "{words}");
        }
        for words in ["12 men", "S12", "Paris", "1990-91", "12, 13"] {
            assert_eq!(page_number(words), None, "{words}");
        }
    }
}
