//! One text of the interface, ready to be written: words, values, and choices by number or by word.
//!
//! The part of Fluent that an archive's texts need. Other texts of the file (`{ name }`) are put in when the text is read.

use super::{Plurals, Text, Value};
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use intl_pluralrules::PluralCategory;
use std::collections::{BTreeMap, BTreeSet};

/// A text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pattern(pub(super) Vec<Part>);

/// A piece of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Words(String),
    /// A value, by name.
    Value(String),
    Choice(Box<Choice>),
}

/// One of several texts, by what a value is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Choice {
    pub(super) name: String,
    pub(super) variants: Vec<(Key, Pattern)>,
    /// What is said in all other cases.
    pub(super) other: Pattern,
}

/// When a text of a choice is meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Number(usize),
    /// A word, or how a number counts: `one`, `few`.
    Word(String),
}

/// The texts that a text may put in.
pub(super) struct Known<'a> {
    /// Those of the same file.
    pub(super) messages: &'a BTreeMap<&'a str, &'a ast::Pattern<&'a str>>,
    /// Those read before.
    pub(super) earlier: &'a BTreeMap<String, Text>,
}

/// How deep texts may stand in texts; more means that one holds itself.
const DEEPEST: usize = 8;

impl Pattern {
    /// Reads a text.
    pub(super) fn read(pattern: &ast::Pattern<&str>, known: &Known<'_>) -> Result<Self, String> {
        let mut parts = Vec::new();
        read_into(&mut parts, pattern, known, 0)?;
        Ok(Pattern(parts))
    }

    /// The text, if it is always the same.
    pub(super) fn fixed(&self) -> Option<String> {
        self.0
            .iter()
            .map(|part| match part {
                Part::Words(words) => Some(words.as_str()),
                Part::Value(_) | Part::Choice(_) => None,
            })
            .collect()
    }

    /// The values it asks for.
    pub(super) fn variables(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        for part in &self.0 {
            match part {
                Part::Words(_) => {}
                Part::Value(name) => {
                    names.insert(name.as_str());
                }
                Part::Choice(choice) => {
                    names.insert(choice.name.as_str());
                    for (_, pattern) in &choice.variants {
                        names.extend(pattern.variables());
                    }
                    names.extend(choice.other.variables());
                }
            }
        }
        names
    }

    /// Writes the text.
    pub(super) fn write(
        &self,
        values: &[(&str, Value<'_>)],
        plurals: &Plurals,
        separator: &str,
    ) -> String {
        let mut out = String::new();
        self.write_into(&mut out, values, plurals, separator);
        out
    }

    fn write_into(
        &self,
        out: &mut String,
        values: &[(&str, Value<'_>)],
        plurals: &Plurals,
        separator: &str,
    ) {
        let value = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
        for part in &self.0 {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Value(name) => match value(name) {
                    Some(Value::Words(words)) => out.push_str(words),
                    Some(Value::Count(n)) => out.push_str(&grouped(n, separator)),
                    None => {}
                },
                Part::Choice(choice) => choice
                    .pattern(value(&choice.name), plurals)
                    .write_into(out, values, plurals, separator),
            }
        }
    }
}

impl Choice {
    fn pattern(&self, value: Option<Value<'_>>, plurals: &Plurals) -> &Pattern {
        let is_number = |n: usize| {
            let by_number = self.variants.iter().find(|(key, _)| *key == Key::Number(n));
            by_number.or_else(|| self.by_word(plurals.category(n)))
        };
        let found = match value {
            Some(Value::Words(words)) => self.by_word(words),
            Some(Value::Count(n)) => is_number(n),
            None => None,
        };
        found.map_or(&self.other, |(_, pattern)| pattern)
    }

    fn by_word(&self, word: &str) -> Option<&(Key, Pattern)> {
        self.variants
            .iter()
            .find(|(key, _)| matches!(key, Key::Word(own) if own == word))
    }
}

impl Plurals {
    /// How a number counts in the language.
    fn category(&self, n: usize) -> &'static str {
        let category = self.0.as_ref().and_then(|rules| rules.select(n).ok());
        match category.unwrap_or(PluralCategory::OTHER) {
            PluralCategory::ZERO => "zero",
            PluralCategory::ONE => "one",
            PluralCategory::TWO => "two",
            PluralCategory::FEW => "few",
            PluralCategory::MANY => "many",
            PluralCategory::OTHER => "other",
        }
    }
}

/// A number in groups of three digits.
pub fn grouped(n: usize, separator: &str) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

fn read_into(
    parts: &mut Vec<Part>,
    pattern: &ast::Pattern<&str>,
    known: &Known<'_>,
    depth: usize,
) -> Result<(), String> {
    if depth > DEEPEST {
        return Err("it holds itself".to_owned());
    }
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push_words(parts, value),
            PatternElement::Placeable { expression } => {
                read_expression(parts, expression, known, depth)?;
            }
        }
    }
    Ok(())
}

fn read_expression(
    parts: &mut Vec<Part>,
    expression: &Expression<&str>,
    known: &Known<'_>,
    depth: usize,
) -> Result<(), String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            push_words(parts, &unescape_unicode_to_string(value));
            Ok(())
        }
        Expression::Inline(InlineExpression::NumberLiteral { value }) => {
            push_words(parts, value);
            Ok(())
        }
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            parts.push(Part::Value(id.name.to_owned()));
            Ok(())
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            read_expression(parts, expression, known, depth + 1)
        }
        Expression::Inline(InlineExpression::MessageReference {
            id,
            attribute: None,
        }) => match (known.messages.get(id.name), known.earlier.get(id.name)) {
            (Some(pattern), _) => read_into(parts, pattern, known, depth + 1),
            (None, Some(text)) => {
                parts.extend(text.pattern.0.iter().cloned());
                Ok(())
            }
            (None, None) => Err(format!("there is no text called `{}`", id.name)),
        },
        Expression::Inline(
            InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. }
            | InlineExpression::FunctionReference { .. },
        ) => Err("it uses terms, attributes or functions, which memcon does not know".to_owned()),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("only a value can choose, as in { $n -> … }".to_owned());
            };
            let mut choice = Choice {
                name: id.name.to_owned(),
                variants: Vec::new(),
                other: Pattern(Vec::new()),
            };
            for variant in variants {
                let mut inner = Vec::new();
                read_into(&mut inner, &variant.value, known, depth + 1)?;
                let key = match &variant.key {
                    VariantKey::Identifier { name } => Key::Word((*name).to_owned()),
                    VariantKey::NumberLiteral { value } => Key::Number(
                        value
                            .parse()
                            .map_err(|_| format!("[{value}] is no whole number"))?,
                    ),
                };
                if variant.default {
                    choice.other = Pattern(inner.clone());
                }
                choice.variants.push((key, Pattern(inner)));
            }
            parts.push(Part::Choice(Box::new(choice)));
            Ok(())
        }
    }
}

fn push_words(parts: &mut Vec<Part>, words: &str) {
    match parts.last_mut() {
        Some(Part::Words(before)) => before.push_str(words),
        _ => parts.push(Part::Words(words.to_owned())),
    }
}
