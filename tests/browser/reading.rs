//! The documents as a reader meets them: turns by their addresses, on any screen, without scripts, without a word to the console.

use crate::archive::{FILES, SITE, page_like, pages};
use crate::page::Scheme;
use crate::world::{From, World};

#[test]
fn a_turn_s_address_leads_to_the_turn_below_what_sticks() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let document = page_like("documents/1990-05-25");
    for (width, height) in [(1280, 900), (390, 844)] {
        page.look(width, height, Scheme::Light);
        for anchor in ["t2", "t7", "t20"] {
            page.open("about:blank");
            page.open(&world.address(From::Server, &format!("{document}#{anchor}")));
            let found = page.value(&format!(
                "(() => {{ const turn = document.getElementById('{anchor}'); const text = turn.querySelector('p'); \
                   const box = text.getBoundingClientRect(); \
                   const top = document.elementFromPoint(box.x + 5, box.y + 5); \
                   return [box.top >= 0, box.top < innerHeight / 2, turn.contains(top)]; }})()"
            ));
            assert_eq!(
                found,
                serde_json::json!([true, true, true]),
                "{anchor} at {width} pixels"
            );
        }
    }
}

#[test]
fn no_page_scrolls_sideways_on_a_narrow_screen() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    for width in [390, 320] {
        page.look(width, 800, Scheme::Light);
        for path in pages()
            .iter()
            .map(String::as_str)
            .chain(["search.html?q=europe*"])
        {
            page.open(&world.address(From::Server, path));
            if path.contains("?q=") {
                page.until("document.querySelector('[data-result-state=done]') !== null");
            }
            let wide = page.number("document.documentElement.scrollWidth");
            assert!(
                wide <= f64::from(width),
                "{path} is {wide} pixels wide on a screen of {width}"
            );
        }
    }
}

#[test]
fn no_page_scrolls_sideways_with_letters_twice_as_large() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.look(1280, 900, Scheme::Light);
    for path in pages() {
        page.open(&world.address(From::Server, &path));
        page.value("document.documentElement.style.fontSize = '200%'");
        let wide = page.number("document.documentElement.scrollWidth");
        assert!(wide <= 1280.0, "{path} is {wide} pixels wide");
    }
}

#[test]
fn without_scripts_everything_but_search_is_there() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.without_scripts();
    for entry in &SITE.0.documents {
        page.open(&world.address(From::Server, &format!("documents/{}.html", entry.id)));
        let shown = page
            .text("document.querySelector('main').innerText")
            .split_whitespace()
            .collect::<String>();
        for index in 0..entry.turns.len() {
            for paragraph in &entry.turn(index).paragraphs {
                // A few words from the middle: signs of notes may stand between words.
                let words: Vec<&str> = paragraph.text.text().split_whitespace().collect();
                let some = words[words.len() / 2];
                assert!(
                    shown.contains(some),
                    "{}: “{some}” is not to be seen",
                    entry.id
                );
            }
        }
        assert!(
            page.number("document.querySelectorAll('main a[href]').length")
                > entry.turns.len() as f64
        );
    }
    page.open(&world.address(From::Server, "search.html?q=peace"));
    let told = page.text("document.querySelector('main').innerText");
    assert!(told.contains("needs scripts"), "{told}");
    assert!(page.is(
        "['people.html', 'timeline.html'].every((path) => document.querySelector(`main a[href=\"${path}\"]`).checkVisibility())"
    ));
    assert!(!page.is("document.querySelector('[data-feature=search]').checkVisibility()"));
}

#[test]
fn both_schemes_of_color_are_drawn() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let light = |scheme: Scheme| {
        page.look(1280, 900, scheme);
        page.open(&world.address(From::Server, "index.html"));
        page.number(
            "(() => { const context = document.createElement('canvas').getContext('2d'); \
              context.fillStyle = getComputedStyle(document.body).backgroundColor; context.fillRect(0, 0, 1, 1); \
              return context.getImageData(0, 0, 1, 1).data[0]; })()",
        )
    };
    assert!(light(Scheme::Light) > 200.0);
    assert!(light(Scheme::Dark) < 60.0);
}

/// Every page, from a server and from disk: nothing in the console, no violation of the policy, no other host.
fn quiet(from: From) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let searched = [
        "search.html?q=europe*",
        "search.html?q=%22common+european+home%22&speaker=-",
    ];
    for path in pages().iter().map(String::as_str).chain(searched) {
        if from == From::Disk && path == "404.html" {
            // Made for a server that shows it at any address: its links begin with the path of the archive.
            continue;
        }
        page.open(&world.address(from, path));
        if path.starts_with("search.html") {
            page.until("/done|idle/.test(document.querySelector('[data-result-state]').dataset.resultState)");
        }
        let policy =
            page.text("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"),
            "{path}: {policy}"
        );
        // A round through the page's own queue, so that what it still had to say is said.
        page.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
        assert_eq!(page.seen().messages, Vec::<String>::new(), "{path}");
    }
    let base = world.address(from, "");
    for request in &page.seen().requests {
        assert!(
            request.starts_with(&base) || request == "about:blank" || request.starts_with("data:"),
            "asks for {request}"
        );
    }
}

#[test]
fn every_page_is_quiet() {
    quiet(From::Server);
}

#[test]
fn every_page_is_quiet_from_disk() {
    quiet(From::Disk);
}

#[test]
fn an_address_that_does_not_exist_shows_the_way_back() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "no/such/page.html"));
    // Only the missing page itself may be complained of.
    let messages: Vec<String> = page
        .seen()
        .messages
        .iter()
        .filter(|m| !m.contains("no/such/page.html"))
        .cloned()
        .collect();
    assert!(messages.is_empty(), "{messages:?}");
    assert!(
        page.is("getComputedStyle(document.querySelector('main')).maxInlineSize !== 'none'"),
        "the styles are found"
    );
    page.click("a[href='/repo/index.html']");
    page.until("location.pathname === '/repo/index.html'");
}

#[test]
fn everything_a_page_links_to_is_there() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let base = world.address(From::Server, "");
    for path in pages() {
        page.open(&world.address(From::Server, &path));
        let links = page.value(
            "[...document.querySelectorAll('a[href], link[href]:not([rel=canonical]), script[src]')] \
               .map((e) => e.href || e.src).filter((url) => /^http/.test(url)).map((url) => url.split(/[?#]/)[0])",
        );
        for link in links.as_array().unwrap() {
            let link = link.as_str().unwrap();
            let Some(inside) = link.strip_prefix(&base) else {
                continue;
            };
            assert!(FILES.contains_key(inside), "{path} links to {link}");
        }
    }
}

#[test]
fn the_foot_of_the_search_page_stays_where_it_is_when_the_form_appears() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.look(412, 823, Scheme::Light);
    page.open(&world.address(From::Server, "search.html"));
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    // Without the list and without the form, which are never there together: below the window all the same.
    let foot = "document.querySelector('.foot').getBoundingClientRect().top >= innerHeight";
    assert!(page.is(foot));
    page.value("document.querySelector('[data-feature=search]').hidden = true");
    assert!(page.is(foot));
}

#[test]
fn the_masthead_keeps_one_line_in_a_longer_language() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.look(1280, 900, Scheme::Light);
    page.open(&world.address(From::Server, "timeline.html"));
    // German words in the place of the English ones.
    page.value(
        "(() => { const words = ['Dokumente', 'Chronologie', 'Personen', 'Suche', 'Wie man liest', 'Unterricht', 'Über uns']; \
           document.querySelectorAll('.masthead li a').forEach((link, at) => { link.textContent = words[at] ?? link.textContent; }); })()",
    );
    assert!(page.is(
        "(() => { const [menu, field] = ['.masthead ul', '.masthead search'].map((part) => document.querySelector(part).getBoundingClientRect()); \
           return field.left >= menu.right && field.top < menu.bottom; })()"
    ));
}
