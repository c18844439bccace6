// The state of a search, which is its address: q, speaker (several), document (several), from, to, sort, view, group, page.
(function (search) {
  "use strict";

  // Nobody's turns, and those of more than one candidate.
  search.NOBODY = "-";

  search.stateOf = function (parameters) {
    return {
      q: (parameters.get("q") || "").trim(),
      speakers: parameters.getAll("speaker"),
      documents: parameters.getAll("document"),
      from: (parameters.get("from") || "").trim(),
      to: (parameters.get("to") || "").trim(),
      sort: parameters.get("sort") === "date" ? "date" : "relevance",
      view: parameters.get("view") === "lines" ? "lines" : "passages",
      group: parameters.get("group") === "document" ? "document" : "",
      page: Math.max(1, parseInt(parameters.get("page"), 10) || 1),
    };
  };

  search.addressOf = function (state) {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set("q", state.q);
    for (const speaker of state.speakers) parameters.append("speaker", speaker);
    for (const document of state.documents) parameters.append("document", document);
    if (state.from) parameters.set("from", state.from);
    if (state.to) parameters.set("to", state.to);
    if (state.sort !== "relevance") parameters.set("sort", state.sort);
    if (state.view !== "passages") parameters.set("view", state.view);
    if (state.group) parameters.set("group", state.group);
    if (state.page > 1) parameters.set("page", state.page);
    const query = parameters.toString();
    return "search.html" + (query ? "?" + query : "");
  };

  search.hasFilters = function (state) {
    return state.speakers.length > 0 || state.documents.length > 0 || Boolean(state.from || state.to);
  };

  // Which filters beside the query there are, by their names in it.
  search.filterFields = function (state) {
    const fields = { speaker: state.speakers.length > 0, document: state.documents.length > 0, date: Boolean(state.from || state.to) };
    return Object.keys(fields).filter((field) => fields[field]);
  };

  search.withoutFilters = function (state) {
    return Object.assign({}, state, { speakers: [], documents: [], from: "", to: "", page: 1 });
  };

  // The filters beside the query as tests of turns: {speaker, document, date}, or {message}.
  search.filtersOf = function (meta, state) {
    const tests = {};
    for (const [field, values] of [["speaker", state.speakers], ["document", state.documents]]) {
      const filters = values.map((value) => search.filter(meta, field, value));
      const wrong = filters.find((filter) => filter.message);
      if (wrong) return wrong;
      tests[field] = (turn) => filters.length === 0 || filters.some((filter) => filter.lets(turn));
    }
    tests.date = () => true;
    if (state.from || state.to) {
      for (const side of [state.from, state.to]) {
        if (side && !search.span(side)) return search.filter(meta, "date", side);
      }
      const filter = search.filter(meta, "date", state.from + ".." + state.to);
      if (filter.message) return { message: search.say("span-reversed") };
      tests.date = filter.lets;
    }
    return tests;
  };

  search.turns = function (n) {
    return search.say("turns-n", { n: n });
  };

  // “spoken by A or B”
  function spokenBy(meta, values) {
    const names = values.filter((value) => value !== search.NOBODY).map((value) => {
      const found = search.findSpeaker(meta.speakers, value);
      return found.message ? value : meta.speakers[found.speaker].name;
    });
    const parts = names.length > 0 ? [search.say("asked-speakers", { names: search.either(names) })] : [];
    if (names.length < values.length) parts.push(search.say("asked-nobody"));
    return search.either(parts);
  }

  function documentName(meta, value) {
    const found = meta.documents.find((document) => document.id === value);
    return found ? search.say("asked-title", { title: found.title }) : value;
  }

  function dated(state) {
    const from = state.from;
    const to = state.to;
    if (from && from === to) return search.say("asked-dated", { date: from });
    if (from && to) return search.say("asked-span", { from: from, to: to });
    if (from) return search.say("asked-later", { from: from });
    return search.say("asked-earlier", { to: to });
  }

  // What is asked, as the end of a sentence: “ for "common home", spoken by A or B, dated 1990 to 1991”.
  search.asked = function (meta, state) {
    const filters = [];
    if (state.speakers.length > 0) filters.push(spokenBy(meta, state.speakers));
    if (state.documents.length > 0) {
      const titles = state.documents.map((value) => documentName(meta, value));
      filters.push(search.say("asked-documents", { titles: search.either(titles) }));
    }
    if (state.from || state.to) filters.push(dated(state));
    const words = state.q ? search.say("asked-words", { asked: "", query: state.q }) : "";
    return filters.reduce((asked, filter) => search.say("asked-filter", { asked: asked, filter: filter }), words);
  };
})((window.memconSearch = window.memconSearch || {}));
