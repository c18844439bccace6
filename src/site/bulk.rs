//! All turns for a search engine that takes them in by the file, in files none of which is too large for it.

use super::{DocumentEntry, Site};
use crate::document::Label;

/// A file for a search engine.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BulkFile {
    /// `README.md`: what to do with the others.
    Instructions,
    /// `mapping.json`: what the fields are.
    Mapping,
    /// `turns-1.ndjson`: some of the turns; from 0.
    Turns(usize),
}

impl BulkFile {
    pub(super) fn path(self) -> String {
        let name = match self {
            BulkFile::Instructions => "README.md".to_owned(),
            BulkFile::Mapping => "mapping.json".to_owned(),
            BulkFile::Turns(part) => format!("turns-{}.ndjson", part + 1),
        };
        format!("data/opensearch/{name}")
    }

    /// The text of the interface that says what is in it.
    pub(super) fn about(self) -> &'static str {
        match self {
            BulkFile::Instructions => "data-bulk-about",
            BulkFile::Mapping => "data-bulk-mapping-about",
            BulkFile::Turns(_) => "data-bulk-turns-about",
        }
    }
}

/// No file is larger, in bytes: servers take 100 MB at once.
pub const LARGEST_BULK: usize = 90_000_000;

/// What the names of the fields and all that is no word take, at the most.
const FRAME: usize = 1_000;

impl Site {
    /// The turns of each file, by the positions of their documents and their own: parted when first asked for.
    pub fn bulk_parts(&self) -> &[Vec<(usize, usize)>] {
        let parts = || self.bulk_parts_of(LARGEST_BULK);
        self.bulk.get_or_init(parts)
    }

    fn bulk_parts_of(&self, largest: usize) -> Vec<Vec<(usize, usize)>> {
        let mut parts: Vec<Vec<(usize, usize)>> = Vec::new();
        let mut size = 0;
        for (document, entry) in self.documents.iter().enumerate() {
            let about = self.about_size(entry);
            for turn in 0..entry.turns.len() {
                let own = about + self.turn_size(entry, turn);
                size += own;
                match parts.last_mut() {
                    Some(part) if size <= largest => part.push((document, turn)),
                    Some(_) | None => {
                        parts.push(vec![(document, turn)]);
                        size = own;
                    }
                }
            }
        }
        parts
    }

    /// The most bytes that the lines of a turn take.
    pub fn bulk_size(&self, entry: &DocumentEntry, turn: usize) -> usize {
        self.about_size(entry) + self.turn_size(entry, turn)
    }

    /// What is said of its document in the lines of each turn.
    fn about_size(&self, entry: &DocumentEntry) -> usize {
        let (facts, record) = (&entry.facts, &entry.record);
        let base = self
            .config
            .base_url
            .as_ref()
            .map_or(0, |base| base.join("").len());
        let texts = [
            Some(&facts.title),
            facts.kind.as_ref(),
            facts.language.as_ref(),
            record.archive_reference.as_ref(),
            record.translator.as_ref(),
        ];
        let texts = texts.into_iter().flatten().map(|text| escaped(text));
        // In addresses each byte may be written by three; the name is in three places.
        FRAME + base + 8 * entry.id.as_str().len() + texts.sum::<usize>()
    }

    fn turn_size(&self, entry: &DocumentEntry, index: usize) -> usize {
        let turn = entry.turn(index);
        let paragraphs = turn
            .paragraphs
            .iter()
            .map(|one| escaped(one.text.text()) + 4);
        let label = turn
            .label
            .as_ref()
            .map_or(0, |label| escaped(Label::name(label)));
        let person = entry.turns[index].attribution.person();
        let person = person.and_then(|id| self.people.get(id));
        let person = person.map_or(0, |one| escaped(&one.name) + escaped(one.id.as_str()));
        let own = &entry.turns[index];
        let conversation = own.conversation.map(|at| &entry.conversations[at]);
        let conversation = conversation.map_or(0, |one| escaped(&one.id));
        paragraphs.sum::<usize>() + label + person + conversation
    }
}

/// How long a text is in JSON, at the most.
fn escaped(text: &str) -> usize {
    let more = |byte: u8| match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' => 1,
        0..=31 | 127 => 5,
        _ => 0,
    };
    text.len() + text.bytes().map(more).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::source::{self, Sources};

    #[test]
    fn turns_are_divided_in_order_and_none_is_lost() {
        let talk = "Ann: Yes.\n\nBen: No.\n\nAnn: So.\n\nBen: So, so.\n";
        let document = |name: &str| source::document_bytes(name, talk.into());
        let sources = Sources {
            documents: ["a.txt", "b.txt"]
                .map(|name| document(name).unwrap())
                .into(),
            ..Sources::default()
        };
        let site = crate::compile(&sources, &mut Diagnostics::new());
        let all = site.bulk_parts();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].len(), 8);
        let weight =
            |(document, turn): &(usize, usize)| site.bulk_size(&site.documents[*document], *turn);
        let three = 3 * all[0].iter().map(weight).max().unwrap();
        let parts = site.bulk_parts_of(three);
        assert_eq!(parts.len(), 3);
        assert_eq!(parts.concat(), all[0]);
        for part in &parts {
            assert!(part.iter().map(weight).sum::<usize>() <= three);
        }
        // One that is too large by itself stands alone.
        assert_eq!(site.bulk_parts_of(1).len(), 8);
    }
}
