//! The order of time: conversations, and the publication of documents that report them, year by year.

use super::Site;
use crate::date::Edtf;

/// How many events one page of the timeline shows; of more, each year has a page of its own.
const MOST_ON_A_PAGE: usize = 1000;

/// Conversations and publications, year by year.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Timeline {
    /// The years in order; what has no date comes last.
    pub years: Vec<Year>,
    /// Whether each year has a page of its own.
    pub is_split: bool,
}

/// One year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Year {
    /// Which; `None` for what has no date.
    pub year: Option<i32>,
    /// What happened, in order of time.
    pub events: Vec<Event>,
}

/// Something in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// A conversation, by its position in [`Site::conversations`].
    Conversation(usize),
    /// The date of a document that is itself no record of one conversation, by its position in [`Site::documents`].
    Document(usize),
}

impl Event {
    /// When it was.
    pub fn date(self, site: &Site) -> Option<&Edtf> {
        match self {
            Event::Conversation(index) => site.conversations[index].date(),
            Event::Document(index) => site.documents[index].facts.date.as_ref(),
        }
    }
}

impl Timeline {
    /// The timeline of an archive whose documents and conversations stand in order.
    pub(super) fn new(site: &Site) -> Timeline {
        let conversations = (0..site.conversations.len()).map(Event::Conversation);
        let documents = site.documents.iter().enumerate();
        let documents = documents
            .filter(|(_, document)| document.conversation.is_none())
            .map(|(index, _)| Event::Document(index));
        let mut events: Vec<Event> = conversations.chain(documents).collect();
        // A stable order decides among equals.
        events.sort_by(|a, b| match (a.date(site), b.date(site)) {
            (Some(x), Some(y)) => x.cmp(y),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => std::cmp::Ordering::Equal,
        });
        let is_split = events.len() > MOST_ON_A_PAGE;
        let mut years: Vec<Year> = Vec::new();
        for event in events {
            let year = event.date(site).map(Edtf::year);
            match years.last_mut() {
                Some(last) if last.year == year => last.events.push(event),
                _ => years.push(Year {
                    year,
                    events: vec![event],
                }),
            }
        }
        Timeline { years, is_split }
    }
}
