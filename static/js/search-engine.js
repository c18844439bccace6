// The index and the texts behind the query language: data that scripts hand over, and which turns a query finds, best first.
//
// elasticlunr gives candidates and how often a word stands in each; phrases and nearness are settled against the texts, which are loaded
// in blocks. The same as `src/query/archive.rs`; a test compares hits and order.
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

  function spelled(key) {
    return key.replace(/[\ue000-\ue7ff][\ue400-\ue7ff]/g, (pair) =>
      String.fromCharCode(pair.charCodeAt(0) - 0x800, pair.charCodeAt(1) - 0x800));
  }

  // The engine of a small archive: {meta, words, postings, texts}. A larger one offers the same from shards.
  search.elasticlunr = function () {
    return Promise.all([search.load("meta"), search.load("index")]).then(([meta, data]) => {
      const index = window.elasticlunr.Index.load(data).index.text;

      // Every word of the index, once it is asked for.
      let dictionary = null;
      function words() {
        if (!dictionary) {
          const found = [];
          for (const first of Object.keys(index.root)) {
            if (first !== "docs" && first !== "df") found.push(...index.expandToken(first));
          }
          dictionary = found.map(spelled);
        }
        return dictionary;
      }

      // Turns that hold a word that fits → how often.
      function postings(pattern) {
        const found = new Map();
        const fitting = search.isWild(pattern) ? words().filter((word) => search.fits(pattern, word)) : [pattern];
        for (const word of fitting) {
          const turns = index.getDocs(key(word));
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

      return { meta: meta, words: words, postings: postings, texts: texts };
    });
  };

  // BM25, with the usual constants.
  const SATURATION = 1.2;
  const LENGTH_WEIGHT = 0.75;
  // Scores that differ by less are the same.
  const FINEST = 1e6;

  function rarity(nTurns, nWith) {
    return Math.log(1 + (nTurns - nWith + 0.5) / (nWith + 0.5));
  }

  // What the filters of a tree let through; the first that means nothing is a mistake: {lets} (by filter) or {mistake}.
  function filtersOf(meta, tree) {
    const lets = new Map();
    for (const part of search.allFilters(tree)) {
      const filter = search.filter(meta, part.field, part.value);
      if (filter.message) return { mistake: { message: filter.message, start: part.start, end: part.end } };
      lets.set(part, filter.lets);
    }
    return { lets: lets };
  }

  // Whether the index alone tells if a turn fits: single words and filters.
  function isDecided(tree) {
    switch (tree.type) {
      case "phrase": return tree.words.length === 1;
      case "filter": return true;
      case "near": return false;
      case "not": return isDecided(tree.part);
      default: return tree.parts.every(isDecided);
    }
  }

  // One query over one index: which turns may fit, which do, and how well.
  function searcher(engine, tree, lets) {
    const phrases = search.allPhrases(tree);
    const positive = search.phrases(tree);
    const together = search.together(tree);
    const postings = new Map(phrases.map((phrase) => [phrase, phrase.words.map(engine.postings)]));
    const lengths = engine.meta.turns.length;
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    const weights = positive.map((phrase) =>
      postings.get(phrase).reduce((sum, turns) => sum + rarity(lengths.length, turns.size), 0));

    const holdsWords = (phrase, turn) => postings.get(phrase).every((turns) => turns.has(turn));

    // Whether a turn may be meant, as far as the index and the filters can tell.
    function mayHold(part, turn) {
      switch (part.type) {
        case "all": return part.parts.every((inner) => mayHold(inner, turn));
        case "any": return part.parts.some((inner) => mayHold(inner, turn));
        case "not": return isDecided(part.part) ? !mayHold(part.part, turn) : true;
        case "near": return part.parts.every((inner) => mayHold(inner, turn));
        case "phrase": return holdsWords(part, turn);
        case "filter": return lets.get(part)(turn);
        default: throw new Error(part.type);
      }
    }

    // How often a phrase stands in a turn; the index knows of single words, the text of the others.
    function count(phrase, turn, words) {
      if (phrase.words.length === 1) return postings.get(phrase)[0].get(turn) || 0;
      return holdsWords(phrase, turn) ? search.occurrences(phrase, words).length : 0;
    }

    function holds(part, turn, words) {
      switch (part.type) {
        case "all": return part.parts.every((inner) => holds(inner, turn, words));
        case "any": return part.parts.some((inner) => holds(inner, turn, words));
        case "not": return !holds(part.part, turn, words);
        case "near": return mayHold(part, turn) && search.near(part, words)[0].length > 0;
        case "phrase": return count(part, turn, words) > 0;
        default: return lets.get(part)(turn);
      }
    }

    function score(turn, words) {
      const damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (lengths[turn] / average));
      const sum = positive.reduce((sum, phrase, index) => {
        const n = count(phrase, turn, words);
        return sum + (weights[index] * n * (SATURATION + 1)) / (n + damping);
      }, 0);
      return Math.round(sum * FINEST) / FINEST;
    }

    function stretch(words) {
      if (together.length < 2) return 0;
      return search.shortest(together.map((phrases) => search.occurrencesOfAny(phrases, words)));
    }

    return {
      candidates: lengths.map((length, turn) => turn).filter((turn) => mayHold(tree, turn)),
      needsTexts: together.length > 1 || !isDecided(tree),
      holds: (turn, words) => holds(tree, turn, words),
      hit: (turn, words) => ({ turn: turn, stretch: stretch(words), score: score(turn, words) }),
    };
  }

  // Which turns a tree finds: {hits: [{turn, stretch, score}]}, in order of time, or {mistake}. A phrase counts as often as it stands in
  // the turn and weighs as much as its words together, so that an index with places gives the same order.
  search.find = function (engine, tree) {
    const filters = filtersOf(engine.meta, tree);
    if (filters.mistake) return Promise.resolve(filters);
    const asked = searcher(engine, tree, filters.lets);
    return (asked.needsTexts ? engine.texts(asked.candidates) : Promise.resolve(new Map())).then((texts) => {
      const hits = [];
      for (const turn of asked.candidates) {
        const words = texts.has(turn) ? search.words(texts.get(turn)) : [];
        if (asked.holds(turn, words)) hits.push(asked.hit(turn, words));
      }
      return { hits: hits };
    });
  };

  // Hits, best first: what is asked for together in the shortest stretch, then by weight, then in order of time.
  search.bestFirst = function (hits) {
    return hits.slice().sort((a, b) => a.stretch - b.stretch || b.score - a.score || a.turn - b.turn);
  };
})((window.memconSearch = window.memconSearch || {}));
