//! The line a report is about, cut to what a reader can take in.

use super::Place;

/// Characters shown before the marked words, where the line is long.
const BEFORE: usize = 40;
/// Characters marked at most.
const MARKED: usize = 80;
/// Characters shown after the marked words.
const AFTER: usize = 60;

/// A line with a mark in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Excerpt {
    /// What stands before the mark.
    pub before: String,
    /// The marked words.
    pub marked: String,
    /// What stands after them.
    pub after: String,
}

impl Excerpt {
    /// The line of a place in the text of its file; `None` where the file as a whole is meant or the text is not the file's.
    ///
    /// A line may be as long as a book: only the surroundings are looked at.
    pub fn of(place: &Place, text: &str) -> Option<Excerpt> {
        let span = place.span?;
        if span.end > text.len()
            || !text.is_char_boundary(span.start)
            || !text.is_char_boundary(span.end)
        {
            return None;
        }
        let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{c}' | '\u{2028}');
        let lead: Vec<char> = text[..span.start]
            .chars()
            .rev()
            .take_while(|c| !is_end(*c))
            .take(BEFORE + 1)
            .collect();
        let mut before: String = lead.iter().rev().take(lead.len()).collect();
        if lead.len() > BEFORE {
            before = format!("…{}", before.chars().skip(1).collect::<String>());
        }
        let line = |from: usize, most: usize| {
            let mut out: String = text[from..]
                .chars()
                .take_while(|c| !is_end(*c))
                .take(most + 1)
                .collect();
            let is_cut = out.chars().count() > most;
            if is_cut {
                out.pop();
            }
            (out, is_cut)
        };
        let whole = &text[span.range()];
        let (mut marked, is_cut) = line(span.start, MARKED);
        if marked.len() >= whole.len() {
            marked.truncate(whole.len());
        }
        let ends_here = span.start + marked.len();
        let (mut after, after_is_cut) = if is_cut && marked.len() < whole.len() {
            (String::new(), true)
        } else {
            line(ends_here, AFTER)
        };
        if after_is_cut {
            after.push('…');
        }
        Some(Excerpt {
            before: before.trim_start().to_owned(),
            marked,
            after: after.trim_end().to_owned(),
        })
    }

    /// The line as shown.
    pub fn line(&self) -> String {
        [&*self.before, &self.marked, &self.after].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn cut(text: &str, start: usize, end: usize) -> [String; 3] {
        let place = Place::at("a.txt", text, Span::new(start, end));
        let excerpt = Excerpt::of(&place, text).unwrap();
        [excerpt.before, excerpt.marked, excerpt.after]
    }

    #[test]
    fn the_line_is_shown_with_its_mark() {
        assert_eq!(cut("one\n two three\nfour", 5, 8), ["", "two", " three"]);
        // A mark over several lines ends with the first.
        assert_eq!(cut("one two\nthree", 4, 13), ["one ", "two", ""]);
        assert_eq!(cut("é", 0, 2), ["", "é", ""]);
    }

    #[test]
    fn a_line_as_long_as_a_book_is_cut() {
        let text = "word ".repeat(100_000);
        let [before, marked, after] = cut(&text, 250_000, 250_004);
        assert_eq!(marked, "word");
        assert!(before.starts_with('…') && after.ends_with('…'));
        assert!(before.chars().count() <= BEFORE + 1 && after.chars().count() <= AFTER + 1);
        let [_, marked, after] = cut(&text, 0, 400_000);
        assert_eq!((marked.chars().count(), after.as_str()), (MARKED, "…"));
    }
}
