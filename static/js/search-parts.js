// Notes, narration and headings: texts that are no turns, numbered on from them. Loaded where a query says `in:`. They are few and have no
// index: `search/parts.js` has their texts, and words are looked up in these.
(function (search) {
  "use strict";

  const LISTS = ["speakers", "others", "documents", "conversations", "roles", "dates", "labels", "attributions"];
  const made = new WeakMap();

  // An engine of the turns → one of all texts.
  search.withParts = function (engine) {
    if (!made.has(engine)) {
      made.set(engine, search.load("parts").then((parts) => whole(engine, parts)));
      made.get(engine).catch(() => made.delete(engine));
    }
    return made.get(engine);
  };

  function whole(engine, parts) {
    const nTurns = engine.meta.n;
    const own = parts.turns;
    const spelled = parts.texts.map((text) => search.words(text).map((word) => word.folded));
    const words = engine.meta.words + own.length.reduce((sum, length) => sum + length, 0);
    const meta = Object.assign({}, engine.meta, { n: nTurns + spelled.length, words: words, nTurns: nTurns, parts: own.part, turns: {} });
    const isTurn = (turn) => turn < nTurns;

    // Behind the dates of turns, which are never more than the turns.
    const columns = Object.assign({}, own, { date: own.date.map((date) => (date === null ? null : nTurns + date)) });
    const none = { mentions: () => [], roles: () => [] };

    // What is known of the turns grows; what is known of the others stands behind it. A column that came anew is copied, and of one that
    // was filled in the turns that were.
    const copied = new Map();
    function refresh(turns) {
      for (const list of LISTS) meta[list] = engine.meta[list];
      meta.dates = engine.meta.dates.slice();
      parts.dates.forEach((date, at) => { meta.dates[nTurns + at] = date; });
      for (const [name, known] of Object.entries(engine.meta.turns)) {
        if (copied.get(name) === known) {
          for (const turn of turns) meta.turns[name][turn] = known[turn];
          continue;
        }
        copied.set(name, known);
        const column = known.slice();
        column.length = nTurns;
        meta.turns[name] = column.concat(columns[name] || spelled.map(none[name] || (() => null)));
      }
    }

    function places(pattern) {
      const found = new Map();
      spelled.forEach((words, index) => {
        const at = words.map((word, place) => (search.fits(pattern, word) ? place : -1)).filter((place) => place >= 0);
        if (at.length > 0) found.set(nTurns + index, at);
      });
      return found;
    }

    refresh([]);
    return Object.assign({}, engine, {
      meta: meta,
      need: (fields) => engine.need(fields).then(() => refresh([])),
      postings: (pattern) => {
        const found = new Map(engine.postings(pattern));
        for (const [turn, at] of places(pattern)) found.set(turn, at.length);
        return found;
      },
      places: engine.places && ((patterns, turns) => engine.places(patterns, turns.filter(isTurn)).then((found) =>
        new Map(patterns.map((pattern) => [pattern, new Map([...found.get(pattern), ...places(pattern)])])))),
      words: () => engine.words().then((known) => Array.from(new Set(known.concat(spelled.flat())))),
      texts: (turns) => Promise.all([engine.texts(turns.filter(isTurn)), turns.every(isTurn) ? null : engine.need(["document"])]).then(([texts]) => {
        refresh(turns.filter(isTurn));
        for (const turn of turns) if (!isTurn(turn)) texts.set(turn, parts.texts[turn - nTurns]);
        return texts;
      }),
      lengthOf: (turn) => (isTurn(turn) ? engine.lengthOf(turn) : own.length[turn - nTurns]),
    });
  }
})((window.memconSearch = window.memconSearch || {}));
