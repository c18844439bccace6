//! The hits of a search: as passages and as a concordance, by document, with the turns around them, as a table, by keyboard.

use crate::archive::SITE;
use crate::csv;
use crate::page::Scheme;
use crate::world::{From, World};
use memcon::{query, search};

const DONE: &str = "document.querySelector('[data-result-state=done]') !== null";

/// Turns found in the archive, and how often the words stand in them.
fn expected(line: &str) -> (usize, usize) {
    let (site, _) = &*SITE;
    let archive = search::archive(site);
    let tree = query::widen(&query::parse(line).unwrap(), &search::also(site)).tree;
    let hits = archive.find(&tree).unwrap();
    let marks = hits
        .iter()
        .map(|hit| query::marks(&tree, archive.text(hit.turn)).len());
    (hits.len(), marks.sum())
}

/// Each occurrence has a line; keywords begin at one place; nothing is cut inside a word, and no line is wider than the window.
fn concordance(from: From, width: u32) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.look(width, 900, Scheme::Light);
    page.open(&world.address(from, "search.html?q=confederation&view=lines"));
    page.until(DONE);
    page.until(
        "[...document.querySelectorAll('.line')].some((line) => line.textContent.length > 20)",
    );
    let (n_turns, n_marks) = expected("confederation");
    assert_eq!(
        page.count("document.querySelectorAll('[data-hit]').length"),
        n_turns.min(20)
    );
    assert!(n_turns <= 20);
    assert_eq!(
        page.count("document.querySelectorAll('.line mark').length"),
        n_marks
    );
    let starts = "new Set([...document.querySelectorAll('.line mark')].map((mark) => Math.round(mark.getBoundingClientRect().left))).size";
    assert_eq!(page.count(starts), 1, "one keyword stands under the other");
    assert!(page.is("document.documentElement.scrollWidth <= innerWidth"));
    // The words of a line stand in the text of its turn as they are, and no letter follows or precedes them there.
    assert!(page.is(
        "(async () => { const engine = await memconSearch.open(); const { meta } = engine; \
           for (const hit of document.querySelectorAll('[data-hit]')) { \
             const [id, anchor] = hit.dataset.turn.split('#'); \
             const turn = meta.turns.anchor.findIndex((known, at) => known === anchor && meta.documents[meta.turns.document[at]].id === id); \
             const text = ' ' + (await engine.texts([turn])).get(turn).replace(/\\s+/g, ' ') + ' '; \
             for (const line of hit.querySelectorAll('.line')) { \
               const words = line.textContent; const at = text.indexOf(words); \
               const isWord = (c) => /[\\p{L}\\p{N}]/u.test(c); \
               if (at < 0 || (isWord(words[0]) && isWord(text[at - 1])) || (isWord(words[words.length - 1]) && isWord(text[at + words.length]))) return false; \
               const box = line.getBoundingClientRect(); \
               for (const part of line.children) if (part.scrollWidth > part.clientWidth + 1) return false; \
             } \
           } return true; })()"
    ));
}

#[test]
fn a_concordance_has_each_occurrence_under_the_other() {
    concordance(From::Server, 1200);
}

#[test]
fn a_concordance_fits_a_phone_from_disk() {
    concordance(From::Disk, 360);
}

#[test]
fn the_switch_is_in_the_address_and_back_leads_back() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=europe"));
    page.until(DONE);
    page.click("input[name=view][value=lines]");
    page.until(
        "location.search.includes('view=lines') && document.querySelector('.line') !== null",
    );
    page.click("input[name=group]");
    page.until("location.search.includes('group=document') && document.querySelector('.hit-group') !== null");
    page.value("history.back()");
    page.until("!location.search.includes('group') && document.querySelector('.hit-group') === null && document.querySelector('.line') !== null");
    assert!(page.is("!document.querySelector('input[name=group]').checked"));
    page.value("history.back()");
    page.until("!location.search.includes('view') && document.querySelector('.line') === null && document.querySelector('.hit-passage') !== null");
    assert!(page.is("document.querySelector('input[name=view]:checked').value === 'passages'"));
}

#[test]
fn by_document_each_has_its_title_and_number_of_turns_once() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let (n_turns, _) = expected("europe*");
    let mut headings: Vec<String> = Vec::new();
    let mut documents: Vec<String> = Vec::new();
    for number in 1..=n_turns.div_ceil(20) {
        let address = format!("search.html?q=europe*&group=document&page={number}");
        page.open(&world.address(From::Server, &address));
        page.until(DONE);
        let texts = |selector: &str, of: &str| -> Vec<String> {
            let found = page.value(&format!(
                "[...document.querySelectorAll('{selector}')].map((one) => {of})"
            ));
            serde_json::from_value(found).unwrap()
        };
        headings.extend(texts(".hit-group", "one.textContent"));
        documents.extend(texts("[data-hit]", "one.dataset.turn.split('#')[0]"));
    }
    assert_eq!(documents.len(), n_turns);
    let mut in_order = documents.clone();
    in_order.dedup();
    let (site, _) = &*SITE;
    assert!(
        in_order.len() > 1 && in_order.len() <= site.documents.len(),
        "{in_order:?}"
    );
    // A document that goes on over the edge of a page is named again.
    headings.dedup();
    let meant: Vec<String> = in_order
        .iter()
        .map(|id| {
            let entry = site
                .documents
                .iter()
                .find(|entry| entry.id.as_str() == id)
                .unwrap();
            let n = documents.iter().filter(|document| *document == id).count();
            format!(
                "{} {n} {}",
                entry.facts.title,
                if n == 1 { "turn" } else { "turns" }
            )
        })
        .collect();
    assert_eq!(headings, meant);
}

#[test]
fn the_turns_around_a_hit_are_shown_where_they_are_asked_for() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=confederation&sort=date"));
    page.until(DONE);
    let turn = page.text("document.querySelector('[data-hit]').dataset.turn");
    let (id, anchor) = turn.split_once('#').unwrap();
    let (site, _) = &*SITE;
    let entry = site
        .documents
        .iter()
        .find(|entry| entry.id.as_str() == id)
        .unwrap();
    let at = (0..entry.turns.len())
        .find(|at| entry.anchors.turn(*at) == anchor)
        .unwrap();
    page.click("[data-hit] .hit-around");
    page.until("document.querySelector('.hit-neighbor') !== null");
    let shown = page.value("[...document.querySelectorAll('.hit-neighbor a')].map((link) => link.getAttribute('href').split('#')[1])");
    let meant: Vec<&str> = [at.checked_sub(1), Some(at + 1)]
        .into_iter()
        .flatten()
        .filter(|at| *at < entry.turns.len())
        .map(|at| entry.anchors.turn(at))
        .collect();
    assert_eq!(shown, serde_json::json!(meant));
    let before = entry.turn(at - 1).paragraphs.last().unwrap().text.text();
    let last: String = before.split_whitespace().next_back().unwrap().to_owned();
    assert!(
        page.text("document.querySelector('.hit-neighbor .hit-passage').textContent")
            .ends_with(&last)
    );
    assert!(page.is("document.activeElement.closest('[data-hit]') !== null"));
}

/// The table that the page hands over, as a reader's spreadsheet gets it.
fn table(from: From) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(from, "search.html?q=gorbachev+OR+europe*&sort=date"));
    page.until(DONE);
    page.value("window.taken = null; URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => { window.taken = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes); }); return '#'; }");
    page.click("[data-search-take]");
    page.until("window.taken !== null");
    let table = page.text("window.taken");
    let head =
        "\u{feff}document,title,turn,part,address,date,speaker,speaker_id,label,n_found,text\r\n";
    assert!(
        table.starts_with(head),
        "{}",
        &table[..200.min(table.len())]
    );
    let (n_turns, n_marks) = expected("gorbachev OR europe*");
    assert!(n_turns > 20, "more than one page");
    assert_eq!(table.matches('«').count(), n_marks);
    let rows = csv::rows(table.trim_start_matches('\u{feff}'));
    assert_eq!(rows.len(), n_turns + 1);
    let (site, _) = &*SITE;
    let archive = search::archive(site);
    let texts: Vec<String> = (0..)
        .map_while(|turn| {
            (turn < archive.catalog().turns.length.len()).then(|| archive.text(turn).to_owned())
        })
        .collect();
    for row in &rows[1..] {
        assert_eq!(row.len(), 11, "{row:?}");
        let text = row[10].replace(['«', '»'], "");
        let text = text.strip_prefix('\'').unwrap_or(&text);
        assert!(
            texts
                .iter()
                .any(|known| known.replace(['«', '»'], "") == text),
            "{text}"
        );
        assert!(
            row[4].ends_with(&format!("documents/{}.html#{}", row[0], row[2])),
            "{}",
            row[4]
        );
    }
}

#[test]
fn all_hits_are_handed_over_as_a_table() {
    table(From::Server);
}

#[test]
fn all_hits_are_handed_over_as_a_table_from_disk() {
    table(From::Disk);
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=europe"));
    page.until(DONE);
    let table = page.text(
        "(async () => { await memconSearch.later('take'); \
           const meta = { documents: [{ id: '=1', title: '+SUM(A1)', path: 'documents/a.html' }], speakers: [{ id: '@x', name: ' -2' }], labels: ['\\t=a'], dates: [{ edtf: '1990' }], paragraphs: {}, \
             turns: { document: [0], anchor: ['t1'], speaker: [0], label: [0], date: [0] } }; \
           const engine = { meta, texts: () => Promise.resolve(new Map([[0, '=cmd() says \"so\",\\nand home']])) }; \
           return memconSearch.table(engine, [0], memconSearch.parse('home').tree); })()",
    );
    let rows = csv::rows(table.trim_start_matches('\u{feff}'));
    let row: Vec<&str> = rows[1].iter().map(String::as_str).collect();
    assert_eq!(
        [row[0], row[1], row[6], row[7], row[8], row[10]],
        [
            "'=1",
            "'+SUM(A1)",
            "' -2",
            "'@x",
            "'\t=a",
            "'=cmd() says \"so\",\nand «home»"
        ]
    );
}

#[test]
fn the_arrows_lead_from_the_field_through_the_hits() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=europe"));
    page.until(DONE);
    page.click("#q");
    for at in 0..3 {
        page.press("ArrowDown");
        assert!(page.is(&format!(
            "document.activeElement === document.querySelectorAll('[data-hit] h3 a')[{at}]"
        )));
    }
    for _ in 0..3 {
        page.press("ArrowUp");
    }
    assert!(page.is("document.activeElement.id === 'q'"));
    page.press("ArrowDown");
    page.press("Enter");
    page.until(
        "location.pathname.includes('/documents/') && document.querySelector('mark') !== null",
    );
}

#[test]
fn narration_and_notes_are_found_where_they_are_asked_for_and_marked_at_their_place() {
    let Some(world) = World::get() else { return };
    let archive = search::archive_with_parts(&SITE.0);
    let catalog = archive.catalog();
    let page = world.page();
    for (from, part, kind) in [
        (From::Server, "narration", "Narration"),
        (From::Disk, "notes", "Note"),
    ] {
        let line = format!("in:{part} gorbatchev");
        let tree = query::widen(&query::parse(&line).unwrap(), &search::also(&SITE.0)).tree;
        let hits = archive.find(&tree).unwrap();
        let name = |hit: &query::Hit| {
            let document = &catalog.documents[catalog.turns.document[hit.turn]].id;
            format!("{document}#{}", catalog.turns.anchor[hit.turn])
        };
        let meant: Vec<String> = hits.iter().take(20).map(name).collect();
        assert!(!meant.is_empty(), "{line}");
        page.open(&world.address(from, &format!("search.html?q=in%3A{part}+gorbatchev")));
        page.until(DONE);
        let found = page
            .value("[...document.querySelectorAll('[data-hit]')].map((hit) => hit.dataset.turn)");
        assert_eq!(found, serde_json::json!(meant), "{line}");
        let told = page.text("document.querySelector('[data-result-count]').textContent");
        assert!(told.contains("text"), "{told}");
        assert_eq!(
            page.text("document.querySelector('[data-hit] h3').textContent"),
            kind
        );
        page.click("[data-hit] h3 a");
        let anchor = meant[0].split_once('#').unwrap().1;
        page.until(&format!(
            "location.hash === '#{anchor}' && document.querySelector('mark') !== null"
        ));
        assert!(page.is(&format!(
            "/gorbachev/i.test(document.getElementById('{anchor}').querySelector('mark').textContent)"
        )));
    }
}

/// Asked from the box of a page: the turns that the search page shows, and those that the program finds.
fn from_box(path: &str, field: &str, line: &str, filter: &str) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, path));
    page.click(field);
    page.type_text(line);
    page.press("Enter");
    page.until("location.pathname.endsWith('/search.html')")
        .until(DONE);
    let found = page.value(
        "[...document.querySelectorAll('[data-hit]')].map((hit) => hit.dataset.turn).sort()",
    );
    let archive = search::archive(&SITE.0);
    let catalog = archive.catalog();
    let tree = query::parse(&format!("({line}) {filter}")).unwrap();
    let hits = archive.find(&tree).unwrap();
    let mut meant: Vec<String> = hits
        .iter()
        .map(|hit| {
            let document = &catalog.documents[catalog.turns.document[hit.turn]].id;
            format!("{document}#{}", catalog.turns.anchor[hit.turn])
        })
        .collect();
    meant.sort();
    assert!(!meant.is_empty() && meant.len() <= 20, "{}", meant.len());
    assert_eq!(found, serde_json::json!(meant), "{line} {filter}");
}

#[test]
fn the_box_of_a_document_asks_its_turns_in_the_same_language() {
    let id = &SITE.0.documents[0].id;
    from_box(
        &format!("documents/{id}.html"),
        "#within-q",
        "europ* near/20 (security OR home) NOT zyxwvut",
        &format!("document:{id}"),
    );
}

#[test]
fn the_box_of_a_speaker_asks_their_turns_only() {
    from_box(
        "speakers/francois-mitterrand.html",
        "#speaker-q",
        "\"european confederation\" OR germ* near/5 unif*",
        "speaker:francois-mitterrand",
    );
}
