// The filters beside the query, each with the number of turns it would show: speakers, documents, months or years.
(function (search) {
  "use strict";

  const element = search.element;

  // So many documents are listed at most, those with most turns found.
  const MOST_DOCUMENTS = 100;

  function count(n) {
    return element("span", { class: "count" }, search.number(n));
  }

  // Check boxes in `list`: rows of {value, name, glyph, n, isChosen}. The focus stays where the reader left it.
  function boxes(list, name, rows) {
    const active = document.activeElement;
    const focused = active && active.name === name ? active.value : null;
    list.replaceChildren();
    for (const row of rows) {
      const box = element("input", { type: "checkbox", name: name, value: row.value });
      box.checked = row.isChosen;
      box.disabled = row.n === 0 && !row.isChosen;
      const words = element("span", {}, row.name);
      if (row.glyph) words.prepend(element("span", { class: "glyph " + row.glyph }));
      list.append(element("li", {}, element("label", {}, box, " ", words, " ", count(row.n))));
      if (row.value === focused) box.focus({ preventScroll: true });
    }
  }

  function tally(found, column) {
    const counts = new Map();
    for (const hit of found) counts.set(column[hit.turn], (counts.get(column[hit.turn]) || 0) + 1);
    return counts;
  }

  function showSpeakers(list, meta, state, found) {
    const counts = tally(found, meta.turns.speaker);
    const chosen = new Set(state.speakers.map((value) => search.findSpeaker(meta.speakers, value).speaker));
    const rows = meta.speakers.map((speaker, index) =>
      ({ value: speaker.id, name: speaker.name, glyph: "speaker-" + speaker.slot, n: counts.get(index) || 0, isChosen: chosen.has(index) }));
    if (meta.turns.speaker.includes(null)) {
      rows.push({ value: search.NOBODY, name: search.say("not-known"), glyph: "nobody", n: counts.get(null) || 0, isChosen: chosen.has(null) });
    }
    boxes(list, "speaker", rows);
  }

  function showDocuments(list, meta, state, found) {
    const counts = tally(found, meta.turns.document);
    const rows = meta.documents.map((page, index) =>
      ({ value: page.id, name: page.short, n: counts.get(index) || 0, isChosen: state.documents.includes(page.id), at: index }));
    const most = rows.slice().sort((a, b) => b.isChosen - a.isChosen || b.n - a.n).slice(0, MOST_DOCUMENTS);
    boxes(list, "document", most.sort((a, b) => a.at - b.at));
  }

  // Months while they are few, else years, as links.
  function showDates(list, meta, state, found) {
    const months = new Set();
    for (const hit of found) {
      const date = meta.turns.date[hit.turn];
      const known = date === null ? null : /^\d{4}(-(0\d|1[0-2]))?/.exec(meta.dates[date].edtf);
      if (known) months.add(known[0]);
    }
    const years = new Set(Array.from(months, (month) => month.slice(0, 4)));
    const buckets = Array.from(months.size > 12 ? years : months).sort();
    list.replaceChildren();
    for (const bucket of buckets) {
      const lets = search.datedIn(meta, search.span(bucket));
      const isChosen = state.from === bucket && state.to === bucket;
      const span = isChosen ? { from: "", to: "", page: 1 } : { from: bucket, to: bucket, page: 1 };
      const name = search.month(bucket);
      list.append(element("li", {},
        element("a", { href: search.addressOf(Object.assign({}, state, span)), "aria-current": isChosen ? "true" : null },
          isChosen ? search.say("all-dates", { date: name }) : name), " ",
        count(found.filter((hit) => lets(hit.turn)).length)));
    }
  }

  // Fills the lists; `found` has the turns for each filter without that filter itself.
  search.showFacets = function (lists, meta, state, found) {
    showSpeakers(lists.speakers, meta, state, found.anySpeaker);
    showDocuments(lists.documents, meta, state, found.anyDocument);
    showDates(lists.dates, meta, state, found.anyDate);
  };
})((window.memconSearch = window.memconSearch || {}));
