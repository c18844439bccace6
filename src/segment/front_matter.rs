//! Front matter: a block of YAML between `---` lines, or of TOML between `+++` lines, at the head of a text.

use super::rows::trim;
use crate::date::Edtf;
use crate::document::{
    Block, DropReason, Dropped, Header, HeaderBlock, HeaderKind, Paragraph, PrintedDate,
    SpannedText,
};
use crate::source::Span;

/// The front matter of a text.
pub(super) struct FrontMatter {
    /// What it states.
    pub(super) header: Header,
    /// Its lines, as they stand.
    pub(super) blocks: Vec<Block>,
    /// The lines that open and close it.
    pub(super) dropped: Vec<Dropped>,
    /// All of it.
    pub(super) span: Span,
}

/// Reads front matter. Only top-level `key: value` and `key = value` lines are taken as facts; everything is kept as printed.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let body = text.trim_start_matches('\u{feff}');
    let start = text.len() - body.len();
    let fence = if body.starts_with("---") {
        "---"
    } else {
        "+++"
    };
    let first_end = body.find('\n')?;
    if body[..first_end].trim_end() != fence {
        return None;
    }
    let mut at = start + first_end + 1;
    let mut front = FrontMatter {
        header: Header::default(),
        blocks: Vec::new(),
        dropped: vec![markup(text, start, at)],
        span: Span::new(start, at),
    };
    for line in text[at..].split_inclusive('\n') {
        let span = trim(text, Span::new(at, at + line.len()));
        at += line.len();
        if line.trim_end() == fence {
            front.dropped.push(markup(text, span.start, span.end));
            front.span = Span::new(start, at);
            // Without a single key it is a rule drawn above and below something else.
            return (!front.header.fields.is_empty()).then_some(front);
        }
        if span.is_empty() {
            continue;
        }
        if !line.starts_with([' ', '\t', '-', '#']) {
            front.take(line, if fence == "---" { ':' } else { '=' });
        }
        let paragraph = Paragraph {
            text: SpannedText::copied(text, span),
            marks: Vec::new(),
        };
        front.blocks.push(Block::Header(HeaderBlock {
            kind: HeaderKind::FieldText,
            text: paragraph,
        }));
        // A rule in a text is followed by prose soon; front matter is not.
        if front.blocks.len() > 200 {
            return None;
        }
    }
    None
}

impl FrontMatter {
    fn take(&mut self, line: &str, sign: char) {
        let Some((key, value)) = line.split_once(sign) else {
            return;
        };
        let key = key.trim().to_lowercase();
        if key.is_empty() || key.contains(char::is_whitespace) {
            return;
        }
        let value = value.trim();
        let value = value
            .strip_prefix('"')
            .and_then(|v| v.strip_suffix('"'))
            .unwrap_or(value);
        let value = value
            .strip_prefix('\'')
            .and_then(|v| v.strip_suffix('\''))
            .unwrap_or(value)
            .trim();
        match key.as_str() {
            "title" if !value.is_empty() => self.header.title = Some(value.to_owned()),
            "place" | "location" if !value.is_empty() => self.header.place = Some(value.to_owned()),
            "date" => {
                let day = value.get(..10).unwrap_or(value);
                if let Some(date) = Edtf::parse(day) {
                    self.header.date = Some(PrintedDate {
                        printed: value.to_owned(),
                        edtf: date.as_str().to_owned(),
                    });
                }
            }
            _ => {}
        }
        self.header.fields.push((key, value.to_owned()));
    }
}

fn markup(text: &str, start: usize, end: usize) -> Dropped {
    Dropped {
        span: trim(text, Span::new(start, end)),
        reason: DropReason::Markup,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_state_facts() {
        let front =
            read("---\ntitle: \"A talk\"\ntags:\n  - x\ndate: 2020-01-28\n---\nA: yes\n").unwrap();
        assert_eq!(front.header.title.as_deref(), Some("A talk"));
        assert_eq!(front.header.date.unwrap().edtf, "2020-01-28");
        assert_eq!(front.blocks.len(), 4);
        assert_eq!(
            read("+++\ntitle = 'T'\n+++\n")
                .unwrap()
                .header
                .title
                .as_deref(),
            Some("T")
        );
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        assert!(read("---\nA: yes\n").is_none());
        assert!(read("---\nprose\n---\n").is_none());
        assert!(read("A: yes\n---\n").is_none());
    }
}
