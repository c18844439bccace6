//! Dates and names of languages, as the language of the interface writes them.

use super::{Interface, Value};
use crate::date::{Day, Edtf, Extent};
use crate::language::primary;

/// How much room there is.
#[derive(Clone, Copy)]
enum Form {
    Long,
    Short,
}

impl Interface {
    /// “25 May 1990”, “January 1991”, “May 1990 (uncertain)”, “May 1990 to July 1990”.
    pub fn date(&self, date: &Edtf) -> String {
        self.extent(date, Form::Long)
    }

    /// The same for narrow places: “29 Oct. 1990”.
    pub fn date_short(&self, date: &Edtf) -> String {
        self.extent(date, Form::Short)
    }

    /// What a date that is not known is called.
    pub fn date_or_none(&self, date: Option<&Edtf>) -> String {
        date.map_or_else(
            || self.text("date-not-stated").to_owned(),
            |date| self.date(date),
        )
    }

    /// “29 October 1990 to 25 May 1991”.
    pub fn span(&self, from: &str, to: &str) -> String {
        self.say("date-span", &[("from", from.into()), ("to", to.into())])
    }

    fn extent(&self, date: &Edtf, form: Form) -> String {
        match date.extent() {
            Extent::One {
                day,
                is_doubtful: false,
            } => self.day(day, form),
            Extent::One {
                day,
                is_doubtful: true,
            } => self.say(
                "date-uncertain",
                &[("date", Value::from(&self.day(day, form)))],
            ),
            Extent::From(day) => {
                self.say("date-from", &[("date", Value::from(&self.day(day, form)))])
            }
            Extent::Between(from, to) => {
                let (from, to) = (self.day(from, form), self.day(to, form));
                self.say(
                    "date-between",
                    &[("from", (&from).into()), ("to", (&to).into())],
                )
            }
            Extent::Span(from, to) => self.span(&self.day(from, form), &self.day(to, form)),
        }
    }

    fn day(&self, day: Day, form: Form) -> String {
        let year = day.year.to_string();
        let year = ("year", Value::from(&year));
        let name = |long: &str, short: &str| match form {
            Form::Long => self.say(long, &[("month", Value::Count(day.month as usize))]),
            Form::Short => self.say(short, &[("month", Value::Count(day.month as usize))]),
        };
        match (day.month, day.day) {
            (0, _) => self.say("date-year", &[year]),
            (_, 0) => {
                let month = name("month-alone", "month-short");
                self.say("date-month", &[("month", Value::from(&month)), year])
            }
            (_, number) => {
                let month = name("month-with-day", "month-short");
                let number = ("day", Value::Count(number as usize));
                self.say("date-day", &[number, ("month", Value::from(&month)), year])
            }
        }
    }

    /// The name of a language, by its BCP 47 tag: “Russian”.
    pub fn language_name(&self, tag: &str) -> String {
        self.of_language("language-name", tag)
    }

    /// “Russian” where it says from which language a text is translated.
    pub fn language_from(&self, tag: &str) -> String {
        self.of_language("language-from", tag)
    }

    /// “English” where it says in which language a text is.
    pub fn language_in(&self, tag: &str) -> String {
        self.of_language("language-in", tag)
    }

    fn of_language(&self, id: &str, tag: &str) -> String {
        let language = primary(tag);
        // The forms of Norwegian share a name; for a language without one its tag says most.
        let language = match language {
            "nb" | "nn" => "no",
            other => other,
        };
        let name = self.say(id, &[("language", language.into())]);
        if name == language {
            tag.to_owned()
        } else {
            name
        }
    }
}
