// Which turns a query finds, and which of them are best. What is known of words and turns comes from an engine (`search-elasticlunr.js`,
// `search-shards.js`). The same as `src/query/archive.rs`; a test compares hits and order.
(function (search) {
  "use strict";

  let opened = null;

  // The engine of this archive, by its size.
  search.open = function () {
    if (!opened) {
      opened = search.load("meta").then((data) => {
        const meta = search.meta(data);
        return meta.engine === "sharded" ? search.later("shards").then(() => search.sharded(meta)) : search.elasticlunr(meta);
      });
      opened.catch(() => { opened = null; });
    }
    return opened;
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

  function patternsOf(phrases) {
    return Array.from(new Set(phrases.flatMap((phrase) => phrase.words)));
  }

  // One query over one index: which turns may fit, which do, and how well.
  function searcher(engine, tree, lets) {
    const phrases = search.allPhrases(tree);
    const positive = search.phrases(tree);
    const together = search.together(tree);
    const byPattern = new Map(patternsOf(phrases).map((pattern) => [pattern, engine.postings(pattern)]));
    const postings = new Map(phrases.map((phrase) => [phrase, phrase.words.map((word) => byPattern.get(word))]));
    const nTurns = engine.meta.n;
    const average = engine.meta.words / Math.max(1, nTurns);
    const weights = positive.map((phrase) => postings.get(phrase).reduce((sum, turns) => sum + rarity(nTurns, turns.size), 0));

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

    // Turns among which are all that may be meant, in order, where words tell; null where any turn may be.
    function among(part) {
      const shortest = (lists) => lists.reduce((best, list) => (list && (!best || list.length < best.length) ? list : best), null);
      switch (part.type) {
        case "all":
        case "near": return shortest(part.parts.map(among));
        case "any": {
          const lists = part.parts.map(among);
          return lists.includes(null) ? null : Array.from(new Set(lists.flat())).sort((a, b) => a - b);
        }
        case "phrase": {
          const rarest = postings.get(part).reduce((best, turns) => (turns.size < best.size ? turns : best));
          return Array.from(rarest.keys()).sort((a, b) => a - b);
        }
        default: return null;
      }
    }

    // How often a phrase stands in a turn; the index knows of single words, the words of the turn of the others.
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
      const damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (engine.lengthOf(turn) / average));
      const sum = positive.reduce((sum, phrase, index) => {
        const n = count(phrase, turn, words);
        return n === 0 ? sum : sum + (weights[index] * n * (SATURATION + 1)) / (n + damping);
      }, 0);
      return Math.round(sum * FINEST) / FINEST;
    }

    const areWords = together.every((phrases) => phrases.length === 1 && phrases[0].words.length === 1);

    function stretch(words) {
      if (together.length < 2) return 0;
      if (areWords && words.places) return search.shortestOfPlaces(together.map(([phrase]) => words.places(phrase.words[0])));
      return search.shortest(together.map((phrases) => search.occurrencesOfAny(phrases, words)));
    }

    const some = among(tree) || Array.from({ length: nTurns }, (_, turn) => turn);
    return {
      candidates: some.filter((turn) => mayHold(tree, turn)),
      patterns: Array.from(byPattern.keys()),
      needsPlaces: together.length > 1 || !isDecided(tree),
      holds: (turn, words) => holds(tree, turn, words),
      hit: (turn, words) => ({ turn: turn, stretch: stretch(words), score: score(turn, words) }),
    };
  }

  // Where words and phrases stand in a turn, by the places of their words: read by `search.occurrences` in place of the words themselves.
  function byPlaces(places, turn) {
    const of = (pattern) => places.get(pattern).get(turn) || [];
    return {
      places: of,
      occurrences: (phrase) => {
        const [first, ...others] = phrase.words.map(of);
        const sets = others.map((list) => new Set(list));
        const starts = first.filter((place) => sets.every((set, index) => set.has(place + index + 1)));
        return starts.map((place) => ({ first: place, last: place + sets.length }));
      },
    };
  }

  // The words of turns as phrases are looked for in them: a promise of turn → words, null for a turn whose words are not known.
  function wordsOf(engine, asked) {
    if (!asked.needsPlaces) return Promise.resolve(() => []);
    if (engine.places) {
      return engine.places(asked.patterns, asked.candidates).then((places) => (turn) => byPlaces(places, turn));
    }
    return engine.texts(asked.candidates).then((texts) => (turn) => (texts.has(turn) ? search.words(texts.get(turn)) : null));
  }

  // Which turns a tree finds: {hits: [{turn, stretch, score}]}, in order of time, or {mistake}. A phrase counts as often as it stands in
  // the turn and weighs as much as its words together.
  search.find = function (engine, tree) {
    const fields = search.allFilters(tree).map((filter) => filter.field);
    return Promise.all([engine.need(fields), fields.length > 0 ? search.later("filters") : null]).then(() => {
      const filters = filtersOf(engine.meta, tree);
      if (filters.mistake) return filters;
      return engine.load(patternsOf(search.allPhrases(tree))).then(() => {
        const asked = searcher(engine, tree, filters.lets);
        return wordsOf(engine, asked).then((wordsIn) => {
          const hits = [];
          for (const turn of asked.candidates) {
            const words = wordsIn(turn);
            if (words && asked.holds(turn, words)) hits.push(asked.hit(turn, words));
          }
          return { hits: hits };
        });
      });
    });
  };

  // Hits, best first: what is asked for together in the shortest stretch, then by weight, then in order of time.
  search.bestFirst = function (hits) {
    return hits.slice().sort((a, b) => a.stretch - b.stretch || b.score - a.score || a.turn - b.turn);
  };
})((window.memconSearch = window.memconSearch || {}));
