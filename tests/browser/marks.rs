//! The searched words on a document's page: marked as the search page marks them, also across elements, without a change of the text.

use crate::archive::{SITE, page_like};
use crate::world::{From, World};

#[test]
fn marking_changes_no_letter() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let text = "[...document.querySelectorAll('[data-words]')].map((p) => p.textContent).join('|')";
    for entry in &SITE.0.documents {
        let address = world.address(From::Server, &format!("documents/{}.html", entry.id));
        page.open(&address);
        let before = page.text(text);
        page.open(&format!("{address}?q=e*"));
        let expected = (0..entry.turns.len())
            .flat_map(|index| &entry.turn(index).paragraphs)
            .flat_map(|paragraph| memcon::query::words(paragraph.text.text()))
            .filter(|word| word.folded.starts_with('e'))
            .count();
        let told = page.text("document.querySelector('.marks-bar').textContent");
        assert!(
            told.starts_with(&format!("{expected} places")),
            "{}: {told}",
            entry.id
        );
        assert_eq!(page.text(text), before, "{}", entry.id);
    }
}

#[test]
fn every_word_of_a_turn_can_be_marked_as_one_phrase() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let entry = &SITE.0.documents[0];
    let path = page_like(entry.id.as_str());
    let index = (0..entry.turns.len())
        .find(|index| entry.turn(*index).paragraphs.len() > 1)
        .expect("a turn of several paragraphs");
    let turn = entry.turn(index);
    let text: Vec<&str> = turn
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.text.text())
        .collect();
    let words: Vec<String> = memcon::query::words(&text.join("\n\n"))
        .into_iter()
        .map(|word| word.folded)
        .collect();
    // Across the end of the first paragraph, notes and glosses and all.
    let first = memcon::query::words(text[0]).len();
    let phrase = words[first.saturating_sub(3)..(first + 3).min(words.len())].join("+");
    let anchor = entry.anchors.turn(index);
    page.open(&world.address(From::Server, &format!("{path}?q=%22{phrase}%22#{anchor}")));
    page.until("document.querySelector('mark') !== null");
    let marked = page.text(&format!(
        "[...document.getElementById('{anchor}').querySelectorAll('mark')].map((mark) => mark.textContent).join(' ')"
    ));
    let marked: Vec<String> = memcon::query::words(&marked)
        .into_iter()
        .map(|word| word.folded)
        .collect();
    assert_eq!(marked.join("+"), phrase);
}

#[test]
fn the_way_leads_from_mark_to_mark() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(
        From::Server,
        &format!("{}?q=europe", page_like("documents/1990-05-25")),
    ));
    page.until("document.querySelector('.marks-bar') !== null");
    for n in ["1", "2"] {
        page.click(".marks-bar button:nth-of-type(2)");
        let told = page.text("document.querySelector('.marks-bar').textContent");
        assert!(told.starts_with(&format!("{n} of ")), "{told}");
        assert!(page.is("(() => { const box = document.activeElement.getBoundingClientRect(); return document.activeElement.matches('mark') && box.top >= 0 && box.bottom <= innerHeight; })()"));
    }
    // Keys lead the same ways.
    page.press("m");
    assert!(
        page.text("document.querySelector('.marks-bar').textContent")
            .starts_with("3 of ")
    );
    page.press("M");
    assert!(
        page.text("document.querySelector('.marks-bar').textContent")
            .starts_with("2 of ")
    );
    page.click(".marks-bar a");
    page.until("location.search === '' && document.readyState === 'complete' && document.querySelectorAll('mark').length === 0");
}
