// The search page. It needs `[data-feature=search]` with the form and the places marked `data-search-…` in `templates/search.html`.
(function (search) {
  "use strict";

  const root = document.querySelector("[data-feature=search]");
  const form = root && root.querySelector("form");
  if (!form || !search.showFacets || !search.say) return;
  const element = search.element;
  const place = (name) => document.querySelector("[data-search-" + name + "]");
  const plain = place("plain");
  const status = place("status");
  const problem = place("problem");
  const hitList = place("hits");
  const tools = place("tools");
  const pages = place("pages");
  const offers = place("offers");
  const wider = place("wider");
  const also = place("also");
  const facets = { speakers: place("speakers"), documents: place("documents"), dates: place("dates") };
  const pageTitle = document.title;

  const A_PAGE = 20;

  plain.hidden = true;
  root.hidden = false;

  function fillForm(state) {
    form.elements.q.value = state.q;
    form.elements.from.value = state.from;
    form.elements.to.value = state.to;
    form.elements.sort.value = state.sort;
    form.elements.view.value = state.view;
    form.elements.group.checked = state.group === "document";
  }

  function setStatus(state, count, text) {
    status.dataset.resultState = state;
    status.dataset.resultCount = count;
    status.textContent = text;
  }

  function clear() {
    hitList.replaceChildren();
    pages.hidden = true;
    offers.hidden = true;
    if (wider) wider.hidden = true;
    also.hidden = true;
    tools.hidden = true;
    problem.hidden = true;
    form.elements.q.removeAttribute("aria-invalid");
  }

  // What is wrong with the query, with a mark at the place.
  function showMistake(query, mistake) {
    clear();
    problem.replaceChildren(search.say("mistake", { why: mistake.message }) + " ");
    if (mistake.start !== undefined) {
      problem.append(element("code", {}, query.slice(0, mistake.start),
        element("mark", {}, query.slice(mistake.start, mistake.end)), query.slice(mistake.end)));
      form.elements.q.setAttribute("aria-invalid", "true");
    }
    problem.hidden = false;
    setStatus("error", 0, search.say("mistake-status", { why: mistake.message }));
  }

  // What could not be loaded, so that more may be found than is shown.
  function showMissing(engine) {
    if (engine.missing.size === 0) return;
    problem.replaceChildren(search.say("part-missing", { files: Array.from(engine.missing).join(", ") }));
    problem.hidden = false;
  }

  function showFailure(error) {
    clear();
    setStatus("error", 0, search.say("not-loaded"));
    place("why").textContent = error.message.startsWith("search/")
      ? search.say("file-missing", { file: error.message })
      : search.say("script-missing");
    plain.hidden = false;
  }

  // What was found stays.
  function tellMissing() {
    status.textContent = search.say("script-missing");
  }

  function showPages(state, count) {
    const last = Math.ceil(count / A_PAGE);
    pages.hidden = last < 2;
    pages.replaceChildren();
    const step = (page, text, rel) => element("a", { href: search.addressOf(Object.assign({}, state, { page: page })), rel: rel }, text);
    if (state.page > 1) pages.append(step(state.page - 1, search.say("previous-page"), "prev"));
    pages.append(element("span", {}, search.say("page-of", { page: state.page, last: last })));
    if (state.page < last) pages.append(step(state.page + 1, search.say("next-page"), "next"));
  }

  // What is not needed for the first result: another script, loaded once.
  const later = search.later = function (name) {
    const file = "search-" + name + ".js";
    const address = root.dataset.later.split(" ").find((one) => one.endsWith(file));
    return address ? search.script(address) : Promise.reject(new Error(file));
  };

  // A tree with all forms of its names and terms: a promise. Without the forms that cannot be loaded, which is told.
  function widened(engine, tree) {
    const load = (part) => search.load("also-" + part).catch((error) => {
      engine.missing.add(error.message);
      return {};
    });
    return search.formsFor(engine.meta.also, tree, load).then((groups) => search.widen(tree, groups));
  }

  // What is near a query; where that finds `n` turns, what gives others beside them.
  function showOffers(engine, state, tree, n, isCurrent) {
    const lets = search.filtersOf(engine.meta, state);
    const setOf = (part) => Promise.all([search.engineFor(engine, part), widened(engine, part)])
      .then(([whole, asked]) => search.find(whole, asked.tree))
      .then((found) => new Set((found.hits || []).map((hit) => hit.turn)
        .filter((turn) => lets.speaker(turn) && lets.document(turn) && lets.date(turn))));
    return later("offers").then(() => search.offers(engine, state, tree, (changed) => hitsOf(engine, changed), setOf)).then((found) => {
      const more = found.filter((offer) => !offer.state || offer.n !== n);
      if (!isCurrent() || more.length === 0) return;
      offers.querySelector("ul").replaceChildren(...more.map((offer) =>
        element("li", {}, element("a", { href: offer.href }, offer.text), " ",
          element("span", { class: "count" }, search.turns(offer.n)))));
      offers.hidden = false;
    });
  }

  // On demand, where something was found.
  let widen = null;
  if (wider) {
    wider.addEventListener("click", () => {
      if (!widen) return;
      const asked = widen;
      asked().then(() => {
        if (widen !== asked) return;
        wider.hidden = true;
        if (offers.hidden) status.textContent = search.say("nothing-wider");
        else offers.focus();
      }).catch(() => {
        if (widen === asked) tellMissing();
      });
    });
  }

  // What was shown can be seen: two frames have passed, or a moment where none is drawn, as behind another tab.
  function painted() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 80);
    });
  }

  // The engine that knows the texts a query asks for: the turns, where it says nothing of it (`in:notes`).
  search.engineFor = function (engine, tree) {
    if (!search.allFilters(tree).some((filter) => filter.field === "in")) return Promise.resolve(engine);
    return later("parts").then(() => search.withParts(engine));
  };

  // Turns of query and filters: {engine, typed, tree, added, hits, anySpeaker, anyDocument, anyDate}, the last three without that filter; or
  // {mistake}.
  function hitsOf(engine, state) {
    const parsed = search.parse(state.q);
    if (parsed.mistake) return Promise.resolve(parsed);
    return Promise.all([
      search.engineFor(engine, parsed.tree), widened(engine, parsed.tree), search.hasFilters(state) ? later("filters") : null,
    ]).then(([whole, asked]) => whole.need(search.filterFields(state)).then(() => search.find(whole, asked.tree)).then((found) => {
      if (found.mistake) return found;
      const lets = search.filtersOf(whole.meta, state);
      if (lets.message) return { mistake: lets };
      const passing = (...tests) => found.hits.filter((hit) => tests.every((test) => test(hit.turn)));
      return {
        engine: whole,
        typed: parsed.tree,
        tree: asked.tree,
        added: asked.added,
        hits: passing(lets.speaker, lets.document, lets.date),
        anySpeaker: passing(lets.document, lets.date),
        anyDocument: passing(lets.speaker, lets.date),
        anyDate: passing(lets.speaker, lets.document),
      };
    }));
  }

  // Which other forms of names and terms were looked for, with the way to the words as typed.
  function showAlso(state, added) {
    also.hidden = added.length === 0;
    also.replaceChildren(...added.map((one) => {
      const [first, last] = [one.places[0], one.places[one.places.length - 1]];
      const typed = state.q.slice(first.start, last.end);
      const q = one.places.slice().reverse().reduce((query, place) => query.slice(0, place.start) + "=" + query.slice(place.start), state.q);
      const address = search.addressOf(Object.assign({}, state, { q: q, page: 1 }));
      return element("p", {}, search.say("also", { typed: typed, forms: one.forms.join(", ") }), " ",
        element("a", { href: address }, search.say("as-typed", { typed: typed })));
    }));
  }

  // All hits in the reader's order; grouped, the documents come in the order of their first hits.
  function inOrder(meta, state, hits) {
    const turns = (state.sort === "date" ? hits : search.bestFirst(hits)).map((hit) => hit.turn);
    if (!state.group) return turns;
    const groups = new Map();
    for (const turn of turns) {
      const document = meta.turns.document[turn];
      if (!groups.has(document)) groups.set(document, []);
      groups.get(document).push(turn);
    }
    return Array.from(groups.values()).flat();
  }

  // Above the first hit of each document its title, and how many turns of it were found.
  function showGroups(meta, turns, shown, items) {
    const documentOf = (turn) => meta.turns.document[turn];
    items.forEach((item, at) => {
      const document = documentOf(shown[at]);
      if (at > 0 && documentOf(shown[at - 1]) === document) return;
      const n = turns.filter((turn) => documentOf(turn) === document).length;
      item.prepend(element("p", { class: "hit-group" }, element("b", {}, meta.documents[document].title), " ",
        element("span", { class: "count" }, search.turns(n))));
    });
  }

  // A button for the turns before and after a hit.
  function offerAround(engine, turn, item) {
    const button = element("button", { type: "button", class: "hit-around" }, search.say("around"));
    button.addEventListener("click", () => {
      button.disabled = true;
      later("around").then(() => search.showAround(engine, turn, item.querySelector(".hit-body"))).then(() => {
        item.querySelector("a").focus();
        button.remove();
      }).catch(tellMissing);
    });
    item.querySelector(".hit-head").append(button);
  }

  // The list items of the hits of a page; lines are cut to size once they are shown.
  function showHits(engine, state, found, turns, shown, texts) {
    const { meta } = engine;
    const make = (as) => shown.map((turn) => as(meta, turn, texts.get(turn), found.tree, state.q));
    const lines = state.view === "lines" ? make(search.hitAsLines) : null;
    const items = lines ? lines.map((one) => one.item) : make(search.hit);
    items.forEach((item, at) => offerAround(engine, shown[at], item));
    if (state.group) showGroups(meta, turns, shown, items);
    hitList.replaceChildren(...items);
    hitList.start = (state.page - 1) * A_PAGE + 1;
    if (lines) search.showLines(hitList, lines);
  }

  // The filters of a large archive are filled where the reader opens them: they need to know of every turn.
  function showFilters(engine, state, found, isCurrent) {
    const fill = refill = () => engine.need(["speaker", "document", "date"]).then(() => {
      if (!isCurrent()) return;
      search.showFacets(facets, engine.meta, state, found);
      if (refill === fill) refill = null;
    }).catch(() => {
      if (isCurrent()) tellMissing();
    });
    if (engine.meta.engine !== "sharded" || filters.open) refill();
  }

  let refill = null;
  const filters = place("filters");
  filters.addEventListener("toggle", () => {
    if (filters.open && refill) refill();
  });

  let isOpen = false;

  // The engine; in a wide window the filters of a small archive stand open from the beginning.
  function open() {
    return search.open().then((engine) => {
      if (!isOpen && engine.meta.engine !== "sharded") filters.open = window.matchMedia("(min-width: 62rem)").matches;
      isOpen = true;
      engine.missing.clear();
      return engine;
    });
  }

  // Hands the hits over as a table.
  let take = null;
  let latest = 0;

  function run(state) {
    latest += 1;
    widen = null;
    plain.hidden = true;
    const current = latest;
    const isCurrent = () => current === latest;
    document.title = state.q ? state.q + " · " + pageTitle : pageTitle;
    fillForm(state);
    setStatus("loading", 0, search.say("searching"));
    return open().then((base) => hitsOf(base, state).then((found) => {
      if (!isCurrent()) return undefined;
      if (found.mistake) return showMistake(state.q, found.mistake);
      const { engine } = found;
      showFilters(engine, state, found, isCurrent);
      if (!state.q && !search.hasFilters(state)) {
        clear();
        return setStatus("idle", 0, search.say("can-be-searched", { n: engine.meta.n }));
      }
      state.page = Math.min(state.page, Math.max(1, Math.ceil(found.hits.length / A_PAGE)));
      const lines = state.view === "lines" ? later("lines") : null;
      const documents = state.group ? engine.need(["document"]) : null;
      return Promise.all([lines, documents]).then(() => {
        const turns = inOrder(engine.meta, state, found.hits);
        const shown = turns.slice((state.page - 1) * A_PAGE, state.page * A_PAGE);
        const show = (some) => engine.texts(some).then((texts) => {
          if (!isCurrent()) return;
          clear();
          showHits(engine, state, found, turns, some.filter((turn) => texts.has(turn)), texts);
        });
        // The best hit can be seen before the texts of the others are asked for.
        return show(shown.slice(0, 1)).then(shown.length > 1 ? painted : null).then(() => show(shown)).then(() => turns);
      }).then((turns) => {
        if (!isCurrent()) return undefined;
        showMissing(engine);
        showPages(state, turns.length);
        showAlso(state, found.added);
        tools.hidden = turns.length === 0;
        take = () => later("take").then(() => search.take(engine, turns, found.tree));
        const asked = search.asked(engine.meta, state);
        const n = turns.length;
        setStatus("done", n, n === 0 ? search.say("nothing-found", { asked: asked }) : search.say(engine === base ? "found" : "found-texts", { n: n, asked: asked }));
        const offer = widen = () => showOffers(base, state, found.typed, n, isCurrent);
        // That nothing was found is true without them.
        if (n === 0) return offer().catch(() => {
          if (isCurrent()) tellMissing();
        });
        if (wider) wider.hidden = search.phrases(found.typed).length === 0;
        return undefined;
      });
    })).catch((error) => {
      if (isCurrent()) showFailure(error);
    });
  }

  // Shows a state and puts it into the address; a page opened from disk may refuse that, and is then loaded anew.
  function go(state) {
    const address = search.addressOf(state);
    if (new URL(address, location.href).href !== location.href) {
      try {
        history.pushState(null, "", address);
      } catch (refused) {
        location.assign(address);
        return;
      }
    }
    run(state);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(search.stateOf(new URLSearchParams(new FormData(form))));
  });
  // Also for what stands beside the hits and belongs to the form.
  root.addEventListener("change", (event) => {
    if (event.target.form === form && event.target.name !== "q") go(search.stateOf(new URLSearchParams(new FormData(form))));
  });
  place("take").addEventListener("click", () => take().catch(tellMissing));

  // The arrows lead from the field to the hits, from hit to hit, and back.
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [form.elements.q, ...hitList.querySelectorAll("h3 a")];
    const at = stops.indexOf(event.target);
    const next = at < 0 ? null : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  window.addEventListener("popstate", () => run(search.stateOf(new URLSearchParams(location.search))));
  run(search.stateOf(new URLSearchParams(location.search)));
})((window.memconSearch = window.memconSearch || {}));
