//! What is wrong with a query, and where.

use super::tree::Filter;
use crate::interface::{Interface, Value};
use std::ops::Range;

/// What is wrong with a query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// Which text of the interface says it.
    pub text: &'static str,
    /// What the text speaks of.
    pub values: Vec<(&'static str, Said)>,
    /// Values near the one that means nothing.
    pub near: Vec<String>,
    /// The bytes of the query that are meant.
    pub place: Range<usize>,
}

/// Something a mistake speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Said {
    /// Words, as they are.
    Words(String),
    /// A number.
    Count(usize),
    /// One of several.
    Either(Vec<String>),
}

impl Mistake {
    pub(super) fn new(text: &'static str, place: Range<usize>) -> Mistake {
        Mistake {
            text,
            values: Vec::new(),
            near: Vec::new(),
            place,
        }
    }

    /// A mistake about what a filter asks for.
    pub(super) fn of(filter: &Filter, text: &'static str) -> Mistake {
        Mistake::new(text, filter.start..filter.end).words("name", &filter.value)
    }

    pub(super) fn words(mut self, name: &'static str, words: &str) -> Mistake {
        self.values.push((name, Said::Words(words.to_owned())));
        self
    }

    pub(super) fn value(mut self, name: &'static str, value: Said) -> Mistake {
        self.values.push((name, value));
        self
    }

    pub(super) fn near(mut self, near: Vec<String>) -> Mistake {
        self.near = near;
        self
    }

    /// The mistake in words, in the language of the site.
    pub fn say(&self, interface: &Interface) -> String {
        let said: Vec<(&str, Result<String, usize>)> = self
            .values
            .iter()
            .map(|(name, value)| match value {
                Said::Words(words) => (*name, Ok(words.clone())),
                Said::Count(n) => (*name, Err(*n)),
                Said::Either(items) => (*name, Ok(either(interface, items))),
            })
            .collect();
        let values: Vec<(&str, Value<'_>)> = said
            .iter()
            .map(|(name, value)| match value {
                Ok(words) => (*name, Value::from(words)),
                Err(n) => (*name, Value::from(*n)),
            })
            .collect();
        let message = interface.say(self.text, &values);
        if self.near.is_empty() {
            return message;
        }
        let choices = either(interface, &self.near);
        interface.say(
            "script-and-near",
            &[
                ("message", (&message).into()),
                ("choices", (&choices).into()),
            ],
        )
    }
}

/// “a”, “a or b”, “a, b or c”.
fn either(interface: &Interface, items: &[String]) -> String {
    let Some((last, first)) = items.split_last() else {
        return String::new();
    };
    if first.is_empty() {
        return last.clone();
    }
    let first = first.join(", ");
    interface.say(
        "script-list-or",
        &[("first", (&first).into()), ("last", last.into())],
    )
}
