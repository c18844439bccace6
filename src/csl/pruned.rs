//! A style → the same style for works of one type, without what only other types would ask for.
//!
//! A style tests at each step which of forty types a work has and which of a hundred facts are known, again and again, since every group
//! asks its children first whether they will print. The archive's works are of two types, and of few facts: those tests are decided once.

use super::TOLD;
use hayagriva::citationberg::taxonomy::{Kind, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, ElseBranch, IndependentStyle, LayoutRenderingElement,
    NamesChild, SortKey, TextTarget,
};
use std::collections::BTreeSet;

/// The rules as they are for works of this type. What they print of such a work is the same.
pub(super) fn pruned(rules: &IndependentStyle, kind: Kind) -> IndependentStyle {
    let mut rules = rules.clone();
    let own = [&mut rules.citation.layout].into_iter();
    let listed = rules.bibliography.as_mut().map(|list| &mut list.layout);
    for layout in own.chain(listed) {
        prune(&mut layout.elements, kind);
    }
    for one in &mut rules.macros {
        prune(&mut one.children, kind);
    }
    let called = called(&rules);
    rules.macros.retain(|one| called.contains(&one.name));
    rules
}

fn prune(elements: &mut Vec<LayoutRenderingElement>, kind: Kind) {
    for element in elements {
        match element {
            LayoutRenderingElement::Choose(choose) => decide(choose, kind),
            LayoutRenderingElement::Group(group) => prune(&mut group.children, kind),
            LayoutRenderingElement::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(instead) = child {
                        prune(&mut instead.children, kind);
                    }
                }
            }
            LayoutRenderingElement::Text(_)
            | LayoutRenderingElement::Date(_)
            | LayoutRenderingElement::Number(_)
            | LayoutRenderingElement::Label(_) => {}
        }
    }
}

/// What is known of a branch once the type is.
enum Branch {
    Always(Vec<LayoutRenderingElement>),
    Perhaps(ChooseBranch),
    Never,
}

/// Keeps the branches that can still be taken.
fn decide(choose: &mut Choose, kind: Kind) {
    let first = std::mem::replace(&mut choose.if_, never());
    let mut left = Vec::new();
    for branch in std::iter::once(first).chain(choose.else_if.drain(..)) {
        match decided(branch, kind) {
            Branch::Never => {}
            Branch::Perhaps(branch) => left.push(branch),
            Branch::Always(children) => {
                choose.otherwise = Some(ElseBranch { children });
                break;
            }
        }
    }
    let mut left = left.into_iter();
    if let Some(first) = left.next() {
        choose.if_ = first;
    }
    choose.else_if = left.collect();
    for branch in std::iter::once(&mut choose.if_).chain(&mut choose.else_if) {
        prune(&mut branch.children, kind);
    }
    if let Some(otherwise) = &mut choose.otherwise {
        prune(&mut otherwise.children, kind);
    }
}

/// What is known of a branch whose tests are settled as far as type and facts settle them.
fn decided(mut branch: ChooseBranch, kind: Kind) -> Branch {
    let mut known: Vec<bool> = Vec::new();
    for one in branch.type_.take().into_iter().flatten() {
        known.push(one == kind);
    }
    for tests in [&mut branch.variable, &mut branch.is_numeric] {
        let Some(asked) = tests else {
            continue;
        };
        let n_asked = asked.len();
        asked.retain(|variable| may_be_told(*variable));
        known.extend((asked.len()..n_asked).map(|_| false));
        if asked.is_empty() {
            *tests = None;
        }
    }
    let is_settled = branch.disambiguate.is_none()
        && branch.is_numeric.is_none()
        && branch.is_uncertain_date.is_none()
        && branch.locator.is_none()
        && branch.position.is_none()
        && branch.variable.is_none();
    let (is_any, is_all) = (known.contains(&true), !known.contains(&false));
    match branch.match_ {
        ChooseMatch::All if !is_all => Branch::Never,
        ChooseMatch::Any if is_any => Branch::Always(branch.children),
        ChooseMatch::None if is_any => Branch::Never,
        ChooseMatch::All | ChooseMatch::None if is_settled => Branch::Always(branch.children),
        ChooseMatch::Any if is_settled => Branch::Never,
        _ => Branch::Perhaps(branch),
    }
}

/// Whether a work, or the place where it is cited, may have this fact.
fn may_be_told(variable: Variable) -> bool {
    const BY_PLACE: [&str; 6] = [
        "citation-label",
        "citation-number",
        "first-reference-note-number",
        "locator",
        "page-first",
        "year-suffix",
    ];
    let name = variable.to_string();
    TOLD.contains(&name.as_str()) || BY_PLACE.contains(&name.as_str())
}

/// A branch that is not taken: any of no tests.
fn never() -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: ChooseMatch::Any,
        children: Vec::new(),
    }
}

/// The macros that are still called.
fn called(rules: &IndependentStyle) -> BTreeSet<String> {
    let listed = rules.bibliography.as_ref();
    let mut open: Vec<&str> = Vec::new();
    calls(&rules.citation.layout.elements, &mut open);
    if let Some(listed) = listed {
        calls(&listed.layout.elements, &mut open);
    }
    let sorts = [
        rules.citation.sort.as_ref(),
        listed.and_then(|l| l.sort.as_ref()),
    ];
    for key in sorts.into_iter().flatten().flat_map(|sort| &sort.keys) {
        if let SortKey::MacroName { name, .. } = key {
            open.push(name);
        }
    }
    let mut called = BTreeSet::new();
    while let Some(name) = open.pop() {
        if !called.insert(name.to_owned()) {
            continue;
        }
        if let Some(one) = rules.macros.iter().find(|one| one.name == name) {
            calls(&one.children, &mut open);
        }
    }
    called
}

fn calls<'a>(elements: &'a [LayoutRenderingElement], names: &mut Vec<&'a str>) {
    for element in elements {
        match element {
            LayoutRenderingElement::Text(text) => {
                if let TextTarget::Macro { name } = &text.target {
                    names.push(name);
                }
            }
            LayoutRenderingElement::Choose(choose) => {
                for branch in choose.branches() {
                    calls(&branch.children, names);
                }
                if let Some(otherwise) = &choose.otherwise {
                    calls(&otherwise.children, names);
                }
            }
            LayoutRenderingElement::Group(group) => calls(&group.children, names),
            LayoutRenderingElement::Names(of) => {
                for child in &of.children {
                    if let NamesChild::Substitute(instead) = child {
                        calls(&instead.children, names);
                    }
                }
            }
            LayoutRenderingElement::Date(_)
            | LayoutRenderingElement::Number(_)
            | LayoutRenderingElement::Label(_) => {}
        }
    }
}
