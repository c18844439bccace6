//! Nothing found: what is offered for half-remembered phrases leads to the turn that was meant.

use crate::archive::SITE;
use crate::queries::{Dice, Spoken, spoken};
use crate::world::{From, World};
use memcon::{query, search};
use serde_json::Value;

/// Phrases of seven words that stand in one turn only, one word of each replaced by another of the archive: the line, and the turn meant.
fn misremembered(n: usize) -> Vec<(String, String)> {
    let (site, _) = &*SITE;
    let turns: Vec<Spoken> = spoken(site);
    let archive = search::archive(site);
    let long: Vec<&Spoken> = turns.iter().filter(|turn| turn.words.len() > 20).collect();
    let mut dice = Dice(20);
    let mut found = Vec::new();
    let count = |line: &str| {
        let tree = query::parse(line).unwrap();
        archive.find(&tree).unwrap().len()
    };
    while found.len() < n {
        let turn = *dice.one_of(&long);
        let start = dice.below(turn.words.len() - 7);
        let mut words = turn.words[start..start + 7].to_vec();
        if count(&format!("\"{}\"", words.join(" "))) != 1 {
            continue;
        }
        let wrong = dice.below(7);
        let other = *dice.one_of(&long);
        words[wrong].clone_from(dice.one_of(&other.words));
        // Half of them in quotation marks.
        let line = if found.len() % 2 == 0 {
            format!("\"{}\"", words.join(" "))
        } else {
            words.join(" ")
        };
        if count(&line) == 0 {
            found.push((line, turn.name.clone()));
        }
    }
    found
}

#[test]
fn misremembered_phrases_lead_to_the_turn_that_was_meant() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html"));
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    let asked = misremembered(20);
    let lines: Vec<&str> = asked.iter().map(|(line, _)| line.as_str()).collect();
    let lines = serde_json::to_string(&lines).unwrap();
    // For each line the first turn of each of the first three offers.
    let answers = page.value(&format!(
        "(async () => {{ const search = memconSearch; const engine = await search.open(); await search.later('offers'); const turns = engine.meta.turns; \
           const name = (turn) => engine.meta.documents[turns.document[turn]].id + '#' + turns.anchor[turn]; \
           const find = (tree) => search.find(engine, tree); \
           const answers = []; \
           for (const line of {lines}) {{ \
             const state = search.stateOf(new URLSearchParams({{ q: line }})); \
             const hitsOf = (changed) => {{ const parsed = search.parse(changed.q); return parsed.tree ? find(parsed.tree) : Promise.resolve({{}}); }}; \
             const setOf = (tree) => find(tree).then((found) => new Set(found.hits.map((hit) => hit.turn))); \
             const offers = await search.offers(engine, state, search.parse(line).tree, hitsOf, setOf); \
             const first = []; \
             for (const offer of offers.filter((offer) => offer.state).slice(0, 3)) {{ \
               const found = await hitsOf(offer.state); first.push(name(search.bestFirst(found.hits)[0].turn)); }} \
             answers.push(first); \
           }} return answers; }})()"
    ));
    let Value::Array(answers) = answers else {
        panic!("{answers}")
    };
    for ((line, meant), answer) in asked.iter().zip(&answers) {
        let first: Vec<&str> = answer
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert!(
            first.contains(&meant.as_str()),
            "{line}: {first:?}, not {meant}"
        );
    }
    assert_eq!(answers.len(), 20);
}

#[test]
fn each_kind_of_offer_is_made_with_its_count() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    for (line, told) in [
        ("perestroyka", "“perestroika” in place of “perestroyka”"),
        (
            "confederational",
            "words that begin with “confederation” in place of “confederational”",
        ),
        ("\"common european house\"", "in place of “house”"),
        ("perestroika xylophone", "all but xylophone"),
        (
            "perestroika speaker:- date:1990-05",
            "the same without filters",
        ),
    ] {
        let query = line.replace(' ', "+").replace('"', "%22");
        page.open(&world.address(From::Server, &format!("search.html?q={query}")));
        page.until("document.querySelector('[data-search-offers]:not([hidden])') !== null");
        let offers = page.text("document.querySelector('[data-search-offers]').textContent");
        assert!(offers.contains(told), "{line}: {offers}");
        assert!(
            page.is("document.querySelector('[data-result-count]').dataset.resultCount === '0'")
        );
    }
}

#[test]
fn wider_readings_are_offered_on_demand_beside_what_was_found() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=%22common+european+home%22"));
    page.until("document.querySelector('[data-result-state=done]') !== null");
    let count = "document.querySelector('[data-result-count]').dataset.resultCount";
    let found = page.text(count);
    assert!(page.is("document.querySelector('[data-search-offers]').hidden"));
    page.click("[data-search-wider] button");
    page.until(
        "document.activeElement === document.querySelector('[data-search-offers]:not([hidden])')",
    );
    let offers = page.text("document.querySelector('[data-search-offers]').textContent");
    assert!(
        offers.contains("but “home”, anywhere in a turn"),
        "{offers}"
    );
    assert_eq!(page.text(count), found);
    assert!(page.is("document.querySelector('[data-search-wider]').hidden"));
    // What lists turns only has nothing to widen.
    page.open(&world.address(From::Server, "search.html?q=speaker:mitterrand"));
    page.until("document.querySelector('[data-result-state=done]') !== null");
    assert!(page.is("document.querySelector('[data-search-wider]').hidden"));
}
