//! A query → its [`Tree`], or the first [`Mistake`] with its place.
//!
//! Precedence: NOT, `near/n`, AND (also where nothing stands between), OR. Brackets nest.

use super::lexer::{Kind, Token, tokens};
use super::mistake::{Mistake, Said};
use super::tree::{Near, Tree};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

/// How deep brackets nest.
const DEEPEST: usize = 50;

/// Reads a query.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse(query: &str) -> Result<Tree, Mistake> {
    let mut parser = Parser {
        rest: tokens(query)?.into_iter().peekable(),
    };
    let part = parser.any(0)?;
    match parser.rest.next() {
        Some(token) => Err(Mistake::new("script-unopened-bracket", token.place)),
        None => Ok(part.map_or(Tree::All(Vec::new()), |part| part.tree)),
    }
    .map(|tree| match tree {
        Tree::All(_) => tree,
        Tree::Any(_) | Tree::Not(_) | Tree::Near(_) | Tree::Phrase(_) | Tree::Filter(_) => {
            Tree::All(vec![tree])
        }
    })
}

/// A tree and the bytes it was read from.
struct Part {
    tree: Tree,
    place: Range<usize>,
}

struct Parser {
    rest: Peekable<IntoIter<Token>>,
}

/// Each level gives nothing where none of its tokens stands.
type Read = Result<Option<Part>, Mistake>;

impl Parser {
    fn take(&mut self, kind: &Kind) -> Option<Range<usize>> {
        self.rest
            .next_if(|token| token.kind == *kind)
            .map(|token| token.place)
    }

    fn any(&mut self, depth: usize) -> Read {
        let Some(first) = self.all(depth)? else {
            return match self.take(&Kind::Or) {
                Some(place) => Err(no_operand("OR", place)),
                None => Ok(None),
            };
        };
        let mut parts = vec![first];
        while let Some(place) = self.take(&Kind::Or) {
            let next = self.all(depth)?;
            parts.push(next.ok_or_else(|| no_operand("OR", place))?);
        }
        Ok(join(parts, Tree::Any))
    }

    fn all(&mut self, depth: usize) -> Read {
        let mut parts = Vec::new();
        let mut open: Option<Range<usize>> = None;
        loop {
            if let Some(place) = self.take(&Kind::And) {
                if parts.is_empty() || open.is_some() {
                    return Err(no_operand("AND", place));
                }
                open = Some(place);
            } else if let Some(part) = self.near(depth)? {
                parts.push(part);
                open = None;
            } else {
                break;
            }
        }
        match open {
            Some(place) => Err(no_operand("AND", place)),
            None => Ok(join(parts, Tree::All)),
        }
    }

    fn take_near(&mut self) -> Option<(usize, Range<usize>)> {
        let token = self
            .rest
            .next_if(|token| matches!(token.kind, Kind::Near(_)))?;
        match token.kind {
            Kind::Near(n) => Some((n, token.place)),
            _ => None,
        }
    }

    fn near(&mut self, depth: usize) -> Read {
        let Some(first) = self.not(depth)? else {
            return match self.take_near() {
                Some((n, place)) => Err(no_operand(&format!("near/{n}"), place)),
                None => Ok(None),
            };
        };
        let mut operands = vec![first];
        let mut distances = Vec::new();
        while let Some((n, place)) = self.take_near() {
            let next = self.not(depth)?;
            operands.push(next.ok_or_else(|| no_operand(&format!("near/{n}"), place))?);
            distances.push(n);
        }
        if distances.is_empty() {
            return Ok(operands.pop());
        }
        if let Some(wrong) = operands.iter().find(|part| part.tree.choices().is_none()) {
            return Err(Mistake::new("script-near-operand", wrong.place.clone()));
        }
        let place = whole(&operands);
        let operands = operands.into_iter().map(|part| part.tree).collect();
        Ok(Some(Part {
            tree: Tree::Near(Near {
                operands,
                distances,
            }),
            place,
        }))
    }

    fn not(&mut self, depth: usize) -> Read {
        let mut nots = Vec::new();
        while let Some(place) = self.take(&Kind::Not) {
            nots.push(place);
        }
        let Some(part) = self.unit(depth)? else {
            return match nots.pop() {
                Some(place) => Err(no_operand("NOT", place)),
                None => Ok(None),
            };
        };
        let place = nots.first().unwrap_or(&part.place).start..part.place.end;
        let tree = if nots.len() % 2 == 1 {
            Tree::Not(Box::new(part.tree))
        } else {
            part.tree
        };
        Ok(Some(Part { tree, place }))
    }

    fn unit(&mut self, depth: usize) -> Read {
        let is_unit =
            |token: &Token| matches!(token.kind, Kind::Open | Kind::Phrase(_) | Kind::Filter(_));
        let Some(token) = self.rest.next_if(is_unit) else {
            return Ok(None);
        };
        let tree = match token.kind {
            Kind::Phrase(phrase) => Tree::Phrase(phrase),
            Kind::Filter(filter) => Tree::Filter(filter),
            Kind::Open | Kind::Close | Kind::And | Kind::Or | Kind::Not | Kind::Near(_) => {
                return self.brackets(token.place, depth).map(Some);
            }
        };
        Ok(Some(Part {
            tree,
            place: token.place,
        }))
    }

    fn brackets(&mut self, open: Range<usize>, depth: usize) -> Result<Part, Mistake> {
        if depth == DEEPEST {
            return Err(Mistake::new("script-too-deep", open).value("n", Said::Count(DEEPEST)));
        }
        let inner = self.any(depth + 1)?;
        let Some(close) = self.take(&Kind::Close) else {
            return Err(Mistake::new("script-unclosed-bracket", open));
        };
        let place = open.start..close.end;
        match inner {
            Some(inner) => Ok(Part {
                tree: inner.tree,
                place,
            }),
            None => Err(Mistake::new("script-empty-brackets", place)),
        }
    }
}

fn no_operand(operator: &str, place: Range<usize>) -> Mistake {
    Mistake::new("script-operand", place).words("operator", operator)
}

fn whole(parts: &[Part]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.place.start);
    start..parts.last().map_or(start, |part| part.place.end)
}

/// Several parts as one; brackets that change nothing are gone: `(a b) c` is `a b c`.
fn join(mut parts: Vec<Part>, make: fn(Vec<Tree>) -> Tree) -> Option<Part> {
    if parts.len() < 2 {
        return parts.pop();
    }
    let place = whole(&parts);
    let is_all = matches!(make(Vec::new()), Tree::All(_));
    let mut trees = Vec::new();
    for part in parts {
        match part.tree {
            Tree::All(inner) if is_all => trees.extend(inner),
            Tree::Any(inner) if !is_all => trees.extend(inner),
            tree => trees.push(tree),
        }
    }
    Some(Part {
        tree: make(trees),
        place,
    })
}
