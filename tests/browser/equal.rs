//! The page and the program find the same turns in the same order, and see the same mistakes.

use crate::archive::SITE;
use crate::queries::{queries, spoken};
use crate::server::IN_SHARDS;
use crate::world::{From, World};
use memcon::query;
use memcon::search;
use serde_json::{Value, json};

/// Queries that each side might read in its own way.
const HARD: [&str; 90] = [
    "",
    "-",
    "home",
    "=home",
    "=\"common home\"",
    "=",
    "don't U.S. 4+2",
    "h?me",
    "*o*e*",
    "?",
    "what ?",
    "*",
    "a * b",
    "\"* b\"",
    "“a b”",
    "„a b“",
    "«a b»",
    "\"a b",
    "a)",
    "(a",
    "()",
    "( )",
    "a OR",
    "OR a",
    "a AND",
    "AND",
    "NOT",
    "NOT NOT home",
    "NOT NOT NOT home",
    "home NOT",
    "near",
    "NEAR",
    "near/",
    "near/0",
    "near/05",
    "near/100",
    "home near/5",
    "near/5 home",
    "home near/9 common",
    "home near/9 (a b)",
    "(home OR house) near/9 (common OR \"in common\")",
    "NOT home near/3 a",
    "home near/3 speaker:gorbachev",
    "speaker:",
    "speaker: a",
    "speaker:(a)",
    "who:a",
    "Note: home",
    "speaker:gorbatchev",
    "speaker:mitterand",
    "speaker:nobody-at-all",
    "speaker:-",
    "mentions:kohl",
    "mentions:xx",
    "role:president home",
    "role:king",
    "date:1990",
    "date:1990-1",
    "date:..1990-06",
    "kind:record",
    "kind:poem",
    "lang:en",
    "lang:xx",
    "document:1990",
    "conversation:x",
    "in:notes OR in:turns OR in:x",
    "in:notes",
    "in:headings OR in:narration",
    "in:speech europe",
    "in:turns",
    "in:narration gorbatchev near/20 mitterrand",
    "in:notes date:1990 *e*",
    "NOT in:turns europe*",
    "\"soviet union\" (in:turns OR in:notes)",
    "gorbatchev",
    "Горбачёв mitterrand",
    "=gorbatchev",
    "миттеран near/30 europe",
    "Warsaw Pact",
    "NOT \"warsaw pact\" OR nato",
    "the Warsaw Treaty Organization of Europe",
    "=\"WTO\" OR =warsaw pact",
    "United States of America",
    "Mikhail Gorbachev's",
    "a =\"b",
    "共同?的家*",
    "共*的",
    "家?gorb*",
    "=",
    "==home",
];

/// What the page says of each query: the hits in order, or the mistake with its place.
fn by_page(page: &str, lines: &[String]) -> Option<Value> {
    let world = World::get()?;
    let address = world.address(From::Server, page);
    let page = world.page();
    page.open(&address);
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    let lines = serde_json::to_string(lines).unwrap();
    Some(page.value(&format!(
        "(async () => {{ const search = memconSearch; const engine = await search.open(); const also = await search.load('also'); \
           const answers = []; \
           for (const line of {lines}) {{ \
             const parsed = search.parse(line); \
             const asked = parsed.mistake ? null : search.widen(parsed.tree, also); \
             const found = parsed.mistake ? parsed : await search.find(await search.engineFor(engine, asked.tree), asked.tree); \
             if (found.mistake) {{ const {{ message, start, end }} = found.mistake; answers.push([message, line.slice(start, end)]); continue; }} \
             const hits = search.bestFirst(found.hits).slice(0, 60); \
             const whole = await search.engineFor(engine, asked.tree); const {{ meta }} = whole; \
             const texts = await whole.texts(hits.map((hit) => hit.turn)); \
             const marked = (text) => search.marks(asked.tree, search.words(text)).map((mark) => text.slice(mark.start, mark.end)); \
             answers.push({{ n: found.hits.length, also: asked.added.map((one) => one.forms), \
               hits: hits.map((hit) => meta.documents[meta.turns.document[hit.turn]].id + '#' + meta.turns.anchor[hit.turn] + ' ' + hit.stretch), \
               marks: hits.slice(0, 3).map((hit) => marked(texts.get(hit.turn))) }}); \
           }} return answers; }})()"
    )))
}

#[test]
fn the_page_finds_what_the_program_finds_in_the_same_order() {
    compare("search.html");
}

#[test]
fn an_index_in_shards_finds_what_the_program_finds_in_the_same_order() {
    compare(&format!("{IN_SHARDS}search.html"));
}

fn compare(page: &str) {
    let (site, _) = &*SITE;
    let generated = queries(&spoken(site), 500);
    let lines: Vec<String> = HARD
        .iter()
        .map(|line| (*line).to_owned())
        .chain(generated.iter().map(crate::queries::Ask::line))
        .collect();
    let Some(Value::Array(answers)) = by_page(page, &lines) else {
        return;
    };
    assert_eq!(answers.len(), lines.len());
    let archives = (search::archive(site), search::archive_with_parts(site));
    let also = search::also(site);
    for (line, answer) in lines.iter().zip(answers) {
        let found = query::parse(line).and_then(|tree| {
            let asked = query::widen(&tree, &also);
            let archive = if asked.tree.says_in() {
                &archives.1
            } else {
                &archives.0
            };
            Ok((archive.find(&asked.tree)?, archive, asked))
        });
        let expected = match found {
            Err(mistake) => json!([mistake.say(&site.interface), &line[mistake.place]]),
            Ok((hits, archive, asked)) => {
                let catalog = archive.catalog();
                let shown = &hits[..hits.len().min(60)];
                let name = |hit: &query::Hit| {
                    let document = &catalog.documents[catalog.turns.document[hit.turn]].id;
                    format!(
                        "{document}#{} {}",
                        catalog.turns.anchor[hit.turn], hit.stretch
                    )
                };
                let marked = |hit: &query::Hit| -> Vec<&str> {
                    let text = archive.text(hit.turn);
                    let marks = query::marks(&asked.tree, text).into_iter();
                    marks.map(|range| &text[range]).collect()
                };
                let added = asked.added.iter().map(|one| &one.forms);
                json!({ "n": hits.len(), "also": added.collect::<Vec<_>>(), "hits": shown.iter().map(name).collect::<Vec<String>>(),
                    "marks": shown.iter().take(3).map(marked).collect::<Vec<Vec<&str>>>() })
            }
        };
        assert_eq!(answer, expected, "{line}");
    }
}
