// What is near a query that finds nothing: all words but one, near spellings, the words of neighboring turns, no filters. Each is a query
// of its own, with the number of turns it finds, and never mixed with exact hits.
(function (search) {
  "use strict";

  // Longer phrases are not taken apart, and no more offers are shown.
  const MOST_WORDS = 24;
  const MOST_OFFERS = 8;
  const MOST_SPELLINGS = 3;
  // Shorter beginnings say too little.
  const FEWEST_LETTERS = 4;

  function quote(words) {
    return words.length === 1 ? words[0] : '"' + words.join(" ") + '"';
  }

  // The query with another text in place of a part of it.
  function changed(query, part, by) {
    return (query.slice(0, part.start) + by + query.slice(part.end)).replace(/\s+/g, " ").trim();
  }

  // A phrase without one of its words: what stands before and behind it, with one word or none between.
  function butOne(words, at) {
    const before = words.slice(0, at);
    const after = words.slice(at + 1);
    if (before.length === 0 || after.length === 0) return quote(before.concat(after));
    return "(" + quote(before) + " near/2 " + quote(after) + ")";
  }

  function phrasesButOne(query, phrases) {
    return phrases.filter((phrase) => phrase.words.length > 1 && phrase.words.length <= MOST_WORDS).flatMap((phrase) => {
      const printed = query.slice(phrase.start, phrase.end);
      return phrase.words.map((word, at) => ({
        text: search.say("offer-but-one", { phrase: printed, word: word }),
        q: changed(query, phrase, butOne(phrase.words, at)),
      }));
    });
  }

  // All words but one where single words are asked for, and phrases as loose words.
  function looser(query, phrases) {
    const found = [];
    if (phrases.length > 1 && phrases.length <= MOST_WORDS) {
      for (const phrase of phrases) {
        const printed = query.slice(phrase.start, phrase.end);
        found.push({ text: search.say("offer-without", { phrase: printed }), q: changed(query, phrase, "") });
      }
    }
    for (const phrase of phrases.filter((phrase) => phrase.words.length > 1 && phrase.words.length <= MOST_WORDS)) {
      const printed = query.slice(phrase.start, phrase.end);
      found.push({ text: search.say("offer-words", { phrase: printed }), q: changed(query, phrase, phrase.words.join(" ")) });
      if (phrase.words.length < 3) continue;
      phrase.words.forEach((word, at) => found.push({
        text: search.say("offer-loose-but-one", { phrase: printed, word: word }),
        q: changed(query, phrase, phrase.words.filter((other, index) => index !== at).join(" ")),
      }));
    }
    return found;
  }

  // Words of the texts that are spelled nearly like one that is not there: one letter apart, two from eight letters on.
  function spellings(engine, dictionary, word) {
    const length = Array.from(word).length;
    const most = length < 8 ? 1 : 2;
    const near = dictionary.map((known) => ({ word: known, distance: Math.abs(Array.from(known).length - length) }))
      .filter((known) => known.distance <= most)
      .map((known) => ({ word: known.word, distance: search.distance(known.word, word) }))
      .filter((known) => known.distance <= most);
    return engine.load(near.map((known) => known.word)).then(() => {
      const nTurns = (known) => engine.postings(known.word).size;
      near.sort((a, b) => a.distance - b.distance || nTurns(b) - nTurns(a) || (a.word < b.word ? -1 : 1));
      return near.slice(0, MOST_SPELLINGS).map((known) => known.word);
    });
  }

  // The longest beginning of a word that begins words of the texts, where it is most of the word: `negotiat` of “negotiatons”.
  function beginning(dictionary, word) {
    const letters = Array.from(word);
    const least = Math.max(FEWEST_LETTERS, Math.ceil((letters.length * 3) / 5));
    for (let length = letters.length; length >= least; length -= 1) {
      const first = letters.slice(0, length).join("");
      if (dictionary.some((known) => known.startsWith(first))) return first;
    }
    return null;
  }

  function respelled(engine, query, phrases) {
    const words = phrases.flatMap((phrase) => phrase.words.map((word, at) => ({ phrase: phrase, word: word, at: at })));
    return engine.load(words.map((one) => one.word)).then(() => {
      const unknown = words.filter((one) => !search.isWild(one.word) && engine.postings(one.word).size === 0);
      if (unknown.length === 0) return [];
      const offer = (one, word, text) => ({ text: text, q: changed(query, one.phrase, quote(one.phrase.words.map((other, index) => (index === one.at ? word : other)))) });
      return engine.words().then((dictionary) => Promise.all(unknown.map((one) => spellings(engine, dictionary, one.word).then((found) => {
        const spelled = found.map((known) => offer(one, known, search.say("offer-spelling", { word: known, typed: one.word })));
        const first = beginning(dictionary, one.word);
        return first ? spelled.concat(offer(one, first + "*", search.say("offer-beginning", { beginning: first, typed: one.word }))) : spelled;
      })))).then((offers) => offers.flat());
    });
  }

  function asQuestion(query, phrases) {
    if (!phrases.some((phrase) => phrase.words.some((word) => word.endsWith("?")))) return [];
    return [{ text: search.say("offer-question"), q: query.replace(/\?/g, " ").trim() }];
  }

  function withoutFilters(state, tree) {
    const filters = search.allFilters(tree);
    if (filters.length === 0 && !search.hasFilters(state)) return [];
    const q = filters.slice().reverse().reduce((query, filter) => changed(query, filter, ""), state.q);
    return q ? [{ text: search.say("offer-unfiltered"), state: Object.assign(search.withoutFilters(state), { q: q }) }] : [];
  }

  // Pairs of turns of one document that follow each other and hold together what was asked for: an offer that leads to the first.
  function neighbors(engine, state, tree, count) {
    const isAsked = (part) => search.phrases(part).length > 0;
    const asked = tree.parts.filter(isAsked);
    const others = tree.parts.filter((part) => !isAsked(part));
    if (asked.length < 2) return Promise.resolve([]);
    const sets = asked.map((part) => count({ type: "all", parts: [part].concat(others) }));
    return Promise.all([engine.need(["document"])].concat(sets)).then(([, ...found]) => {
      const turns = engine.meta.turns;
      const last = new Map();
      const pairs = [];
      const follow = (before, turn) => {
        if (before !== undefined && found.every((set) => set.has(before) || set.has(turn))) pairs.push(before);
      };
      turns.document.forEach((document, turn) => {
        if (engine.meta.orders[document]) return;
        follow(last.get(document), turn);
        last.set(document, turn);
      });
      for (const own of Object.values(engine.meta.orders)) own.forEach((turn, at) => follow(own[at - 1], turn));
      if (pairs.length === 0) return [];
      return engine.texts(pairs.slice(0, 1)).then(() => pairs);
    }).then((pairs) => {
      if (pairs.length === 0) return [];
      const words = asked.map((part) => search.phrases(part).map((phrase) => quote(phrase.words)).join(" OR ")).join(" OR ");
      return [{ text: search.say("offer-neighbors"), href: search.turnAddress(engine.meta, pairs[0], words), n: pairs.length }];
    });
  }

  // The offers for a query that finds nothing: [{text, href, n, state}], the most exact first. `hitsOf` gives the turns of a state,
  // `setOf` those of a tree.
  search.offers = function (engine, state, tree, hitsOf, setOf) {
    return search.later("filters").then(() => offersOf(engine, state, tree, hitsOf, setOf));
  };

  function offersOf(engine, state, tree, hitsOf, setOf) {
    const phrases = search.phrases(tree);
    const counted = (list) => Promise.all(list.map((offer) => {
      const changed = Object.assign({}, offer.state || Object.assign({}, state, { q: offer.q }), { page: 1 });
      return hitsOf(changed).then((found) => {
        const hits = search.bestFirst(found.hits || []);
        return { text: offer.text, state: changed, href: search.addressOf(changed), n: hits.length, stretch: hits.length > 0 ? hits[0].stretch : 0 };
      });
    })).then((offers) => offers.filter((offer) => offer.n > 0));
    const nearest = (offers) => offers.slice().sort((a, b) => a.stretch - b.stretch || a.n - b.n);
    return Promise.all([
      counted(phrasesButOne(state.q, phrases)).then((found) => found.sort((a, b) => a.n - b.n)),
      respelled(engine, state.q, phrases).then(counted),
      counted(looser(state.q, phrases)).then(nearest),
      counted(asQuestion(state.q, phrases)),
      neighbors(engine, state, tree, setOf),
      counted(withoutFilters(state, tree)),
    ]).then((groups) => {
      const last = groups.slice(3).flat();
      return groups.slice(0, 3).flat().slice(0, MOST_OFFERS - last.length).concat(last);
    });
  }
})((window.memconSearch = window.memconSearch || {}));
