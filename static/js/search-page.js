// The search page. It needs `[data-feature=search]` with the form and the places marked `data-search-…` in `templates/search.html`.
// The address holds the state: q, speaker (several), from, to, sort, page.
(function (search) {
  "use strict";

  const root = document.querySelector("[data-feature=search]");
  const form = root && root.querySelector("form");
  if (!form || !search.element) return;
  const element = search.element;
  const place = (name) => document.querySelector("[data-search-" + name + "]");
  const plain = place("plain");
  const status = place("status");
  const problem = place("problem");
  const hitList = place("hits");
  const pages = place("pages");
  const offers = place("offers");
  const speakerList = place("speakers").querySelector("ul");
  const dateList = place("dates");
  const pageTitle = document.title;

  const A_PAGE = 20;
  const NO_FILTERS = { speakers: [], from: "", to: "" };

  plain.hidden = true;
  root.hidden = false;
  place("filters").open = window.matchMedia("(min-width: 62rem)").matches;

  // ----- state and address

  function stateOf(parameters) {
    return {
      q: (parameters.get("q") || "").trim(),
      speakers: parameters.getAll("speaker"),
      from: (parameters.get("from") || "").trim(),
      to: (parameters.get("to") || "").trim(),
      sort: parameters.get("sort") === "date" ? "date" : "relevance",
      page: Math.max(1, parseInt(parameters.get("page"), 10) || 1),
    };
  }

  function addressOf(state) {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set("q", state.q);
    for (const speaker of state.speakers) parameters.append("speaker", speaker);
    if (state.from) parameters.set("from", state.from);
    if (state.to) parameters.set("to", state.to);
    if (state.sort !== "relevance") parameters.set("sort", state.sort);
    if (state.page > 1) parameters.set("page", state.page);
    const query = parameters.toString();
    return form.getAttribute("action") + (query ? "?" + query : "");
  }

  function fillForm(state) {
    form.elements.q.value = state.q;
    form.elements.from.value = state.from;
    form.elements.to.value = state.to;
    form.elements.sort.value = state.sort;
  }

  function isEmpty(state) {
    return !state.q && state.speakers.length === 0 && !state.from && !state.to;
  }

  // ----- words for numbers

  function turns(n) {
    return n === 1 ? "1 turn" : n.toLocaleString("en") + " turns";
  }

  function list(items) {
    return items.length < 2 ? items.join("") : items.slice(0, -1).join(", ") + " or " + items[items.length - 1];
  }

  function speakerName(meta, value) {
    if (value === search.NOBODY) return "nobody in particular";
    const found = search.findSpeaker(meta.speakers, value);
    return found.message ? value : meta.speakers[found.speaker].name;
  }

  // “for “home”, spoken by A or B, from 1990 to 1991”
  function asked(meta, state) {
    const parts = [];
    if (state.q) parts.push("for " + state.q);
    if (state.speakers.length > 0) parts.push("spoken by " + list(state.speakers.map((value) => speakerName(meta, value))));
    if (state.from && state.from === state.to) parts.push("dated " + state.from);
    else if (state.from && state.to) parts.push("dated " + state.from + " to " + state.to);
    else if (state.from) parts.push("dated " + state.from + " or later");
    else if (state.to) parts.push("dated " + state.to + " or earlier");
    return parts.join(", ");
  }

  // ----- the filters beside the query

  // Tests of turns: {speaker, date}, or {message}.
  function filtersOf(meta, state) {
    const speakers = [];
    for (const value of state.speakers) {
      const filter = search.filter(meta, "speaker", value);
      if (filter.message) return filter;
      speakers.push(filter.lets);
    }
    let date = () => true;
    if (state.from || state.to) {
      for (const side of [state.from, state.to]) {
        if (side && !search.span(side)) return search.filter(meta, "date", side);
      }
      const filter = search.filter(meta, "date", state.from + ".." + state.to);
      if (filter.message) return { message: "the span of dates ends before it begins" };
      date = filter.lets;
    }
    return { speaker: (turn) => speakers.length === 0 || speakers.some((lets) => lets(turn)), date: date };
  }

  function showSpeakers(meta, state, found) {
    const focused = document.activeElement && document.activeElement.name === "speaker" ? document.activeElement.value : null;
    const counts = new Map();
    for (const hit of found) {
      const speaker = meta.turns.speaker[hit.turn];
      counts.set(speaker, (counts.get(speaker) || 0) + 1);
    }
    const chosen = new Set(state.speakers.map((value) => search.findSpeaker(meta.speakers, value).speaker));
    const rows = meta.speakers.map((speaker, index) => ({ index: index, value: speaker.id, name: speaker.name, glyph: "glyph speaker-" + speaker.slot }));
    if (meta.turns.speaker.includes(null)) rows.push({ index: null, value: search.NOBODY, name: "not marked", glyph: "glyph glyph-none" });
    speakerList.replaceChildren();
    for (const row of rows) {
      const count = counts.get(row.index) || 0;
      const box = element("input", { type: "checkbox", name: "speaker", value: row.value });
      box.checked = chosen.has(row.index);
      box.disabled = count === 0 && !box.checked;
      speakerList.append(element("li", {},
        element("label", {}, box, " ", element("span", {}, element("span", { class: row.glyph }), " ", row.name), " ",
          element("span", { class: "count" }, count.toLocaleString("en")))));
      if (row.value === focused) box.focus({ preventScroll: true });
    }
  }

  // Months while they are few, else years; each with the number of turns that the link shows.
  function showDates(meta, state, found) {
    const months = new Set();
    for (const hit of found) {
      const date = meta.turns.date[hit.turn];
      const known = date === null ? null : /^\d{4}(-(0\d|1[0-2]))?/.exec(meta.dates[date].edtf);
      if (known) months.add(known[0]);
    }
    const years = new Set(Array.from(months, (month) => month.slice(0, 4)));
    const buckets = Array.from(months.size > 12 ? years : months).sort();
    dateList.replaceChildren();
    const inWords = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
    for (const bucket of buckets) {
      const lets = search.filter(meta, "date", bucket).lets;
      const isChosen = state.from === bucket && state.to === bucket;
      const target = Object.assign({}, state, isChosen ? { from: "", to: "" } : { from: bucket, to: bucket }, { page: 1 });
      const name = bucket.length > 4 ? inWords.format(new Date(bucket + "-01T00:00:00Z")) : bucket;
      dateList.append(element("li", {},
        element("a", { href: addressOf(target), "aria-current": isChosen ? "true" : null }, isChosen ? name + ": all dates again" : name), " ",
        element("span", { class: "count" }, found.filter((hit) => lets(hit.turn)).length.toLocaleString("en"))));
    }
  }

  // ----- results

  function setStatus(state, count, text) {
    status.dataset.resultState = state;
    status.dataset.resultCount = count;
    status.textContent = text;
  }

  function clear() {
    hitList.replaceChildren();
    pages.hidden = true;
    offers.hidden = true;
    problem.hidden = true;
    form.elements.q.removeAttribute("aria-invalid");
  }

  // What is wrong with the query, with a mark at the place.
  function showMistake(query, mistake) {
    clear();
    problem.replaceChildren("This cannot be searched: " + mistake.message + ". ");
    if (mistake.start !== undefined) {
      problem.append(element("code", {}, query.slice(0, mistake.start),
        element("mark", {}, query.slice(mistake.start, mistake.end)), query.slice(mistake.end)));
      form.elements.q.setAttribute("aria-invalid", "true");
    }
    problem.hidden = false;
    setStatus("error", 0, "The search cannot be read: " + mistake.message + ".");
  }

  function showFailure(error) {
    clear();
    setStatus("error", 0, "The search could not be loaded.");
    const what = error.message.startsWith("search/") ? "the file " + error.message + " is missing or damaged" : "a script of this page is missing or damaged";
    place("why").textContent = "The search could not be loaded: " + what + ".";
    plain.hidden = false;
  }

  function showPages(state, count) {
    const last = Math.ceil(count / A_PAGE);
    pages.hidden = last < 2;
    pages.replaceChildren();
    const step = (page, text, rel) => element("a", { href: addressOf(Object.assign({}, state, { page: page })), rel: rel }, text);
    if (state.page > 1) pages.append(step(state.page - 1, "Previous page", "prev"));
    pages.append(element("span", {}, "Page " + state.page + " of " + last));
    if (state.page < last) pages.append(step(state.page + 1, "Next page", "next"));
  }

  // Queries near one that finds nothing: [{text, state}].
  function near(state, tree) {
    const found = [];
    const phrases = search.phrases(tree);
    const change = (start, end, by) => (state.q.slice(0, start) + by + state.q.slice(end)).replace(/\s+/g, " ").trim();
    for (const phrase of phrases) {
      const printed = state.q.slice(phrase.start, phrase.end);
      if (phrase.words.length > 1) {
        const loose = phrase.words.map((word) => word.folded + (word.prefix ? "*" : "")).join(" ");
        found.push({ text: "the words of " + printed + " anywhere in a turn", state: Object.assign({}, state, { q: change(phrase.start, phrase.end, loose) }) });
      }
      if (phrases.length > 1) {
        found.push({ text: "all but " + printed, state: Object.assign({}, state, { q: change(phrase.start, phrase.end, "") }) });
      }
    }
    if (state.q && (state.speakers.length > 0 || state.from || state.to)) {
      found.push({ text: "the same, any speaker and date", state: Object.assign({}, state, NO_FILTERS) });
    }
    return found;
  }

  function showOffers(engine, state, tree, isCurrent) {
    const rows = near(state, tree).map((offer) =>
      hitsOf(engine, offer.state).then((found) => Object.assign(offer, { count: found.hits ? found.hits.length : 0 })));
    return Promise.all(rows).then((found) => {
      const useful = found.filter((offer) => offer.count > 0);
      if (!isCurrent() || useful.length === 0) return;
      offers.querySelector("ul").replaceChildren(...useful.map((offer) =>
        element("li", {}, element("a", { href: addressOf(Object.assign(offer.state, { page: 1 })) }, offer.text), " ",
          element("span", { class: "count" }, turns(offer.count)))));
      offers.hidden = false;
    });
  }

  // Turns of query and filters: {hits, tree, bySpeaker, byDate}, the last two without their own filter; or {mistake}.
  function hitsOf(engine, state) {
    const parsed = search.parse(state.q);
    if (parsed.mistake) return Promise.resolve(parsed);
    const filters = filtersOf(engine.meta, state);
    if (filters.message) return Promise.resolve({ mistake: filters });
    return search.find(engine, parsed.tree).then((found) => {
      if (found.mistake) return found;
      const bySpeaker = found.hits.filter((hit) => filters.date(hit.turn));
      return {
        tree: parsed.tree,
        hits: bySpeaker.filter((hit) => filters.speaker(hit.turn)),
        bySpeaker: bySpeaker,
        byDate: found.hits.filter((hit) => filters.speaker(hit.turn)),
      };
    });
  }

  // The hits of one page, in the reader's order.
  function shownOf(state, hits) {
    const inOrder = state.sort === "date" ? hits : hits.slice().sort((a, b) => b.score - a.score || a.turn - b.turn);
    return inOrder.slice((state.page - 1) * A_PAGE, state.page * A_PAGE).map((hit) => hit.turn);
  }

  let latest = 0;

  function run(state) {
    latest += 1;
    plain.hidden = true;
    const current = latest;
    const isCurrent = () => current === latest;
    document.title = state.q ? state.q + " · " + pageTitle : pageTitle;
    fillForm(state);
    setStatus("loading", 0, "Searching …");
    return search.elasticlunr().then((engine) => hitsOf(engine, state).then((found) => {
      if (!isCurrent()) return undefined;
      if (found.mistake) return showMistake(state.q, found.mistake);
      showSpeakers(engine.meta, state, found.bySpeaker);
      showDates(engine.meta, state, found.byDate);
      if (isEmpty(state)) {
        clear();
        return setStatus("idle", 0, turns(engine.meta.turns.length.length) + " can be searched.");
      }
      state.page = Math.min(state.page, Math.max(1, Math.ceil(found.hits.length / A_PAGE)));
      const shown = shownOf(state, found.hits);
      return engine.texts(shown).then((texts) => {
        if (!isCurrent()) return undefined;
        clear();
        const phrases = search.phrases(found.tree);
        hitList.replaceChildren(...shown.map((turn) => search.hit(engine.meta, turn, texts.get(turn), phrases, state.q)));
        hitList.start = (state.page - 1) * A_PAGE + 1;
        showPages(state, found.hits.length);
        const what = asked(engine.meta, state);
        setStatus("done", found.hits.length, found.hits.length === 0 ? "Nothing found " + what + "." : turns(found.hits.length) + " found " + what + ".");
        return found.hits.length === 0 ? showOffers(engine, state, found.tree, isCurrent) : undefined;
      });
    })).catch((error) => {
      if (isCurrent()) showFailure(error);
    });
  }

  // Shows a state and puts it into the address; a page opened from disk may refuse that, and is then loaded anew.
  function go(state) {
    const address = addressOf(state);
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
    go(stateOf(new URLSearchParams(new FormData(form))));
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "q") go(stateOf(new URLSearchParams(new FormData(form))));
  });
  window.addEventListener("popstate", () => run(stateOf(new URLSearchParams(location.search))));
  run(stateOf(new URLSearchParams(location.search)));
})((window.memconSearch = window.memconSearch || {}));
