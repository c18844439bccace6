// The index and the texts behind the query language: data that scripts hand over, and which turns a query finds, best first.
//
// elasticlunr gives candidates and how often a word stands in each; phrases are settled against the texts, which are loaded in blocks.
(function (search) {
  "use strict";

  const given = new Map();
  const loading = new Map();

  // Called by the data scripts: memconSearch.add("meta", {…}).
  search.add = function (name, data) {
    given.set(name, data);
  };

  // The data of `search/NAME.js`, a script beside the page; works where fetch does not, as from a folder on disk.
  search.load = function (name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = "search/" + name + ".js";
        script.onload = () => (given.has(name) ? resolve(given.get(name)) : script.onerror());
        script.onerror = () => {
          loading.delete(name);
          reject(new Error("search/" + name + ".js"));
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  };

  // The word as the index spells it: letters beyond U+FFFF as two letters of the private use area (see `src/search/elastic.rs`).
  function key(folded) {
    return folded.replace(/[\ud800-\udfff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0x800));
  }

  // The engine of a small archive: {meta, postings, texts}. A larger one offers the same three from shards.
  search.elasticlunr = function () {
    return Promise.all([search.load("meta"), search.load("index")]).then(([meta, data]) => {
      const index = window.elasticlunr.Index.load(data).index.text;

      // Turns that hold a word, or a word that so begins → how often.
      function postings(pattern) {
        const found = new Map();
        for (const word of pattern.prefix ? index.expandToken(key(pattern.folded)) : [key(pattern.folded)]) {
          const turns = index.getDocs(word);
          for (const turn of Object.keys(turns)) {
            const count = Math.round(turns[turn].tf * turns[turn].tf);
            found.set(Number(turn), (found.get(Number(turn)) || 0) + count);
          }
        }
        return found;
      }

      // The texts of some turns, as a map.
      function texts(turns) {
        const blocks = new Set(turns.map((turn) => Math.floor(turn / meta.block)));
        return Promise.all(Array.from(blocks, (block) => search.load("texts-" + block).then((of) => [block, of]))).then((loaded) => {
          const byBlock = new Map(loaded);
          return new Map(turns.map((turn) => [turn, byBlock.get(Math.floor(turn / meta.block))[turn % meta.block]]));
        });
      }

      return { meta: meta, postings: postings, texts: texts };
    });
  };

  // BM25, with the usual constants.
  const SATURATION = 1.2;
  const LENGTH_WEIGHT = 0.75;

  function rarity(nTurns, nWith) {
    return Math.log(1 + (nTurns - nWith + 0.5) / (nWith + 0.5));
  }

  // What the filters of a tree let through; the first that means nothing is a mistake: {lets} (by filter) or {mistake}.
  function filtersOf(meta, tree) {
    const lets = new Map();
    for (const part of tree.parts.filter((part) => part.type === "filter")) {
      const filter = search.filter(meta, part.field, part.value);
      if (filter.message) return { mistake: { message: filter.message, start: part.start, end: part.end } };
      lets.set(part, filter.lets);
    }
    return { lets: lets };
  }

  // Which turns a tree finds: {hits: [{turn, score}]}, in order of time, or {mistake}. A phrase counts as often as it stands in the
  // turn and weighs as much as its words together, so that an index with places gives the same order.
  search.find = function (engine, tree) {
    const meta = engine.meta;
    const filters = filtersOf(meta, tree);
    if (filters.mistake) return Promise.resolve(filters);
    const phrases = search.phrases(tree);
    const postings = new Map(phrases.map((phrase) => [phrase, phrase.words.map(engine.postings)]));

    // Whether a turn may be meant, as far as the index and the filters can tell.
    function mayHold(part, turn) {
      switch (part.type) {
        case "all": return part.parts.every((inner) => mayHold(inner, turn));
        case "phrase": return postings.get(part).every((turns) => turns.has(turn));
        case "filter": return filters.lets.get(part)(turn);
        default: throw new Error(part.type);
      }
    }

    // How often each phrase stands in a turn; the index knows of single words, the text of the others.
    function counts(turn, text) {
      const words = text === undefined ? [] : search.words(text);
      return phrases.map((phrase) =>
        phrase.words.length === 1 ? postings.get(phrase)[0].get(turn) : search.occurrences(phrase, words).length);
    }

    const lengths = meta.turns.length;
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    const weights = phrases.map((phrase) =>
      postings.get(phrase).reduce((sum, turns) => sum + rarity(lengths.length, turns.size), 0));

    function score(turn, counts) {
      const damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (lengths[turn] / average));
      return counts.reduce((sum, count, index) => sum + (weights[index] * count * (SATURATION + 1)) / (count + damping), 0);
    }

    const candidates = lengths.map((length, turn) => turn).filter((turn) => mayHold(tree, turn));
    const needsTexts = phrases.some((phrase) => phrase.words.length > 1);
    return (needsTexts ? engine.texts(candidates) : Promise.resolve(new Map())).then((texts) => {
      const counted = candidates.map((turn) => ({ turn: turn, counts: counts(turn, texts.get(turn)) }));
      const hits = counted.filter((hit) => !hit.counts.includes(0));
      return { hits: hits.map((hit) => ({ turn: hit.turn, score: score(hit.turn, hit.counts) })) };
    });
  };
})((window.memconSearch = window.memconSearch || {}));
