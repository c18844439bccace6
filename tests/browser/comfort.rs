//! What scripts add for readers: links, passages and citations to copy, keys, explanations, colors.

use crate::archive::{SITE, page_like};
use crate::page::{Page, Scheme};
use crate::world::{From, World};
use std::sync::{Mutex, PoisonError};

/// There is one clipboard: the tests that use it take turns.
static CLIPBOARD: Mutex<()> = Mutex::new(());

const BASE: &str = "https://memcon.example/repo/";

fn rambouillet() -> String {
    page_like("documents/1990-10-29")
}

/// Selects from the first of these words to the last of those, in a turn.
fn select(page: &Page, turn: &str, from: &str, to: &str) {
    page.value(&format!(
        "(() => {{ const range = document.createRange(); let open = false; \
           for (const paragraph of document.querySelectorAll('#{turn} [data-words]')) {{ \
             const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT); \
             while (walker.nextNode()) {{ const node = walker.currentNode; \
               const start = node.data.indexOf({from:?}); \
               if (!open && start >= 0) {{ range.setStart(node, start); open = true; }} \
               const end = node.data.indexOf({to:?}); \
               if (open && end >= 0) {{ range.setEnd(node, end + {n}); \
                 const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); return; }} }} }} \
           throw new Error('no such words'); }})()",
        n = to.encode_utf16().count(),
    ));
}

#[test]
fn a_turn_s_link_is_copied_as_its_published_address() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    let path = rambouillet();
    page.open(&world.address(From::Server, &path));
    page.click("#t4 .turn-link");
    page.until("document.querySelector('.copied').textContent !== ''");
    assert_eq!(page.clipboard(), format!("{BASE}{path}#t4"));
    page.click("#t2p3 + .paragraph-link");
    page.until("document.querySelector('.copied').textContent.endsWith('#t2p3')");
    assert_eq!(page.clipboard(), format!("{BASE}{path}#t2p3"));
}

#[test]
fn a_citation_is_copied_in_two_steps() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    for from in [From::Server, From::Disk] {
        page.open(&world.address(from, &rambouillet()));
        page.click("#t4 .cite summary");
        page.until("document.querySelector('#t4 .cite button').checkVisibility()");
        page.click("#t4 .cite button");
        page.until("document.querySelector('.copied').textContent !== ''");
        let (site, _) = &*SITE;
        let document = site
            .documents
            .iter()
            .find(|document| document.id.as_str().starts_with("1990-10-29"))
            .unwrap();
        let citation = memcon::citation::turn(site, document, 3).text;
        assert_eq!(page.clipboard(), citation, "{from:?}");
    }
}

/// What the script fills in is what Rust writes: in every style, for whole turns and paragraphs; and what is copied is what is shown.
#[test]
fn a_citation_in_any_style_is_the_one_the_program_writes() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    let (site, _) = &*SITE;
    let document = site
        .documents
        .iter()
        .find(|document| document.id.as_str().starts_with("1990-10-29"))
        .unwrap();
    let forms = memcon::citation::Forms::of(site, document);
    page.look(1280, 900, Scheme::Light);
    page.open(&world.address(From::Disk, &rambouillet()));
    // t2 has paragraphs, t3 is nobody's, t12 the editors'.
    for index in [1, 2, 11] {
        let turn = format!("#{}", document.anchors.turn(index));
        let shown = format!("document.querySelector('{turn} .citation').textContent");
        page.click(&format!("{turn} .cite summary"));
        page.until(&format!(
            "document.querySelector('{turn} .cite-choices') !== null"
        ));
        let choose = |at: usize| {
            page.value(&format!(
                "(() => {{ const list = document.querySelector('{turn} .cite-choices select'); list.value = '{at}'; list.dispatchEvent(new Event('change')); }})()"
            ));
        };
        let speaker = &forms.speakers[forms.speaker_of[index]];
        for (at, style) in forms.styles.iter().enumerate() {
            choose(at + 1);
            let pattern = if speaker.family.is_some() {
                &style.named
            } else {
                &style.literal
            };
            assert_eq!(page.text(&shown), forms.fill(pattern, document, index));
        }
        page.value("document.querySelector('.copied').textContent = ''");
        assert!(
            page.is(&format!(
                "[...document.querySelectorAll('{turn} .cite *')].every((part) => part.getBoundingClientRect().right <= innerWidth)"
            )),
            "the citation is within the page"
        );
        page.click(&format!("{turn} .cite button"));
        page.until("document.querySelector('.copied').textContent !== ''");
        assert_eq!(page.clipboard(), page.text(&shown));
        choose(0);
        assert_eq!(page.text(&shown), forms.turn(document, index));
    }
    page.value("(() => { const list = document.querySelectorAll('#t2 .cite-choices select')[1]; list.value = '3'; list.dispatchEvent(new Event('change')); })()");
    let cited = page.text("document.querySelector('#t2 .citation').textContent");
    assert!(
        cited.contains("turn 2, par. 3") && cited.ends_with("#t2p3."),
        "{cited}"
    );
    select(&page, "t1", "Permit", "view.");
    page.until("document.querySelector('[data-feature=cite-passage]').checkVisibility()");
    page.click("[data-feature=cite-passage]");
    page.until("document.querySelector('#t1 .cite').open");
    let cited = page.text("document.querySelector('#t1 .citation').textContent");
    assert!(cited.contains("turn 1") && cited.contains("#t1"), "{cited}");
}

#[test]
fn a_report_of_an_error_says_address_words_and_edition() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Disk, &rambouillet()));
    let link = "document.querySelector('#t4 a[data-report]')";
    assert_eq!(
        page.text(&format!("{link}.getAttribute('href')")),
        "mailto:errors@memcon.example"
    );
    // The letter itself is not begun here.
    page.value("document.addEventListener('click', (event) => event.preventDefault())");
    page.value(&format!("{link}.click()"));
    page.value(&format!("{link}.click()"));
    let letter = page.text(&format!("{link}.href"));
    let letter = percent_encoding::percent_decode_str(&letter);
    let letter = letter.decode_utf8().unwrap();
    assert!(
        letter
            .starts_with("mailto:errors@memcon.example?subject=Error in Record of a Conversation"),
        "{letter}"
    );
    assert_eq!(letter.matches("?subject=").count(), 1, "{letter}");
    let address = format!("{BASE}{}#t4", rambouillet());
    let (site, _) = &*SITE;
    let edition = &site.config.edition.as_ref().unwrap().name;
    for told in [address.as_str(), "In turn 4: “", edition] {
        assert!(letter.contains(told), "{told} in {letter}");
    }
}

#[test]
fn copied_speech_is_free_of_note_signs_and_of_the_archive_s_own_words() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    page.open(&world.address(From::Server, &rambouillet()));
    assert!(page.is("document.querySelector('#t1 .note-sign') !== null"));
    select(&page, "t1", "Permit", "view.");
    page.edit("copy");
    assert_eq!(
        page.clipboard(),
        "Permit me to express my satisfaction in regard to the fact that I am receiving you in a different place than the Elysees \
         palace, which will allow you to look at France from a somewhat different point of view."
    );
}

#[test]
fn a_selected_passage_becomes_an_address_that_marks_it() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    let path = rambouillet();
    page.open(&world.address(From::Server, &path));
    let button = "document.querySelector('[data-feature=passage]')";
    assert!(!page.is(&format!("{button}.checkVisibility()")));

    // Words that stand once in the page, cut in the middle of a word: the word is completed.
    select(&page, "t2", "ge of the conflict", "Persian Gulf");
    page.until(&format!("{button}.checkVisibility()"));
    page.click("[data-feature=passage]");
    page.until("document.querySelector('.copied').textContent !== ''");
    let address = page.clipboard();
    assert!(
        address.starts_with(&format!("{BASE}{path}#t2:~:text=")),
        "{address}"
    );
    assert!(
        address.contains("text=stage%20of%20the%20conflict%20in%20the%20Persian%20Gulf"),
        "{address}"
    );

    // Whoever opens it is led to the words, far below the turn's beginning.
    page.open("about:blank");
    let (_, fragment) = address.split_once('#').unwrap();
    page.open(&world.address(From::Server, &format!("{path}#{fragment}")));
    page.until(
        "(() => { const text = [...document.querySelectorAll('#t2 [data-words]')].find((p) => p.textContent.includes('conflict in the Persian Gulf')); \
           const box = text.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; })()",
    );

    // Nothing selected, nothing to link to.
    page.value("getSelection().removeAllRanges()");
    page.until(&format!("!{button}.checkVisibility()"));
}

#[test]
fn a_passage_that_stands_more_than_once_is_known_by_the_words_before_it() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    page.open(&world.address(From::Server, &rambouillet()));
    select(&page, "t1", "France", "France");
    page.until("document.querySelector('[data-feature=passage]').checkVisibility()");
    page.click("[data-feature=passage]");
    page.until("document.querySelector('.copied').textContent !== ''");
    let address = page.clipboard();
    assert!(address.ends_with("#t1:~:text=at-,France"), "{address}");
}

#[test]
fn a_passage_over_a_note_sign_and_several_paragraphs_is_known_by_its_ends() {
    let Some(world) = World::get() else { return };
    let _turn = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    let page = world.page();
    page.open(&world.address(From::Server, &rambouillet()));
    select(&page, "t1", "Permit", "point of view.");
    page.until("document.querySelector('[data-feature=passage]').checkVisibility()");
    page.click("[data-feature=passage]");
    page.until("document.querySelector('.copied').textContent !== ''");
    let address = page.clipboard();
    assert!(
        address.ends_with(
            "#t1:~:text=Permit%20me%20to%20express%20my,somewhat%20different%20point%20of%20view."
        ),
        "{address}"
    );
}

#[test]
fn keys_lead_from_turn_to_turn_and_can_be_switched_off() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, &rambouillet()));
    for (key, hash) in [
        ("n", "#t1"),
        ("j", "#t2"),
        ("n", "#t3"),
        ("p", "#t2"),
        ("k", "#t1"),
    ] {
        page.press(key);
        page.until(&format!("location.hash === '{hash}'"));
        assert!(
            page.is(&format!("document.activeElement.hash === '{hash}'")),
            "{key}"
        );
    }
    // In a field a key is a letter.
    page.press("/");
    page.until("document.activeElement.id === 'within-q'");
    page.press("n");
    assert_eq!(page.text("document.activeElement.value"), "n");
    assert_eq!(page.text("location.hash"), "#t1");

    page.value("document.activeElement.blur()");
    page.press("?");
    page.until("document.querySelector('dialog.keys').open");
    page.click("dialog.keys input");
    page.press("Escape");
    page.until("!document.querySelector('dialog.keys').open");
    page.press("n");
    assert_eq!(page.text("location.hash"), "#t1");
    // The choice is remembered, and the panel can still be opened.
    page.open(&world.address(From::Server, &rambouillet()));
    page.press("n");
    assert_eq!(page.text("location.hash"), "");
    page.click("[data-open=keys]");
    page.until("document.querySelector('dialog.keys').open");
    page.click("dialog.keys input");
    page.click("dialog.keys button");
    page.until("!document.querySelector('dialog.keys').open");
    page.press("p");
    page.until("/^#t/.test(location.hash)");
}

#[test]
fn people_and_abbreviations_are_explained_when_they_are_reached() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, &rambouillet()));
    for (selector, name) in [
        ("#t2 a.mention", "Yevgeny Primakov Sent to Baghdad"),
        ("#t2 a.term", "UN United Nations."),
    ] {
        page.value(&format!("document.querySelector('{selector}').focus()"));
        page.until("!document.querySelector('.explanation').hidden");
        let told = page.text("document.querySelector('.explanation').textContent");
        assert!(told.starts_with(name), "{selector}: {told}");
        assert!(page.is(&format!(
            "document.querySelector('{selector}').getAttribute('aria-describedby') === 'explanation'"
        )));
        page.press("Escape");
        page.until("document.querySelector('.explanation').hidden");
    }
}

#[test]
fn the_chosen_colors_are_remembered() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.look(1280, 900, Scheme::Light);
    let scheme = "getComputedStyle(document.documentElement).colorScheme";
    page.open(&world.address(From::Server, "index.html"));
    assert_eq!(page.text(scheme), "light dark");
    page.click(".scheme input[value=dark]");
    page.until(&format!("{scheme} === 'dark'"));
    // On every page, before anything is drawn.
    page.open(&world.address(From::Server, &rambouillet()));
    assert_eq!(page.text(scheme), "dark");
    assert!(page.is("document.querySelector('.scheme input[value=dark]').checked"));
    assert!(page.is("!document.querySelector('script[src$=\"scheme.js\"]').defer"));
    page.click(".scheme input[value=system]");
    page.until(&format!("{scheme} === 'light dark'"));
}
