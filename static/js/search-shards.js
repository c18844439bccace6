// The engine of a large archive: an index in shards, of which only those are loaded that a query needs. Loaded where the index is one; the same as
// `src/search/sharded.rs`, which says what is in them.
(function (search) {
  "use strict";

  // From how often on the number is told apart from the length.
  const MANY = 4;
  // Up to how many shards are loaded without asking the dictionary which of them hold a word that fits.
  const FEW = 2;

  // What each kind of filter needs to know of all turns.
  const FILES = {
    speaker: ["speakers"], mentions: ["speakers", "mentions"], role: ["roles"], date: ["dates"], kind: ["documents"], lang: ["documents"],
    document: ["documents"], conversation: ["conversations"],
  };

  search.sharded = function (meta) {
    const beginnings = meta.shards.beginnings === "" ? [] : meta.shards.beginnings.split(" ");
    const missing = new Set();
    // The steps of the lengths of turns that a word was found in.
    const steps = new Uint8Array(meta.n);

    const shardOf = (word) => search.lastBefore(beginnings, word);

    // The data of a file as `read` gives them, once; null where it is missing or damaged, which is told in `missing`.
    const read = new Map();
    function file(name, reader) {
      if (!read.has(name)) {
        read.set(name, search.load(name).then(reader).catch((error) => {
          read.delete(name);
          missing.add(error.message.startsWith("search/") ? error.message : "search/" + name + ".js");
          return null;
        }));
      }
      return read.get(name);
    }

    function shard(number) {
      return file("words-" + number, (data) => {
        const found = { number: number, words: data.words.split(" "), turns: data.turns.split(" ") };
        if (found.words.length !== found.turns.length) throw new Error("damaged");
        return found;
      });
    }

    // The turns of one word: {turns, counts}.
    function decode(letters) {
      const numbers = search.numbers(letters);
      const found = { turns: [], counts: [] };
      let turn = 0;
      for (let at = 0; at < numbers.length; at += 1) {
        turn += numbers[at];
        at += 1;
        const step = Math.floor(numbers[at] / MANY);
        let count = (numbers[at] % MANY) + 1;
        if (count === MANY) {
          at += 1;
          count += numbers[at];
        }
        if (turn >= meta.n) throw new Error("damaged");
        steps[turn] = step;
        found.turns.push(turn);
        found.counts.push(count);
      }
      return found;
    }

    // The shards that may hold words that fit a pattern: a promise of their numbers.
    function shardsOf(pattern) {
      if (!search.isWild(pattern)) return Promise.resolve([shardOf(pattern)]);
      const beginning = /^[^*?]*/.exec(pattern)[0];
      const from = Math.max(0, shardOf(beginning));
      const to = shardOf(beginning + "\u{10ffff}");
      const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      if (all.length <= FEW) return Promise.resolve(all);
      return dictionary(from, to).then((lists) => all.filter((number) => {
        const words = lists.get(number);
        return !words || words.some((word) => search.fits(pattern, word));
      }));
    }

    // The words of some shards, as a map; without those that cannot be loaded.
    function dictionary(from, to) {
      const found = new Map();
      const loaded = [];
      let first = 0;
      meta.shards.parts.forEach((n, part) => {
        const start = first;
        first += n;
        if (start > to || start + n <= from) return;
        loaded.push(file("dictionary-" + part, (lists) => lists.map((words) => words.split(" "))).then((lists) => {
          if (lists) lists.forEach((words, index) => found.set(start + index, words));
        }));
      });
      return Promise.all(loaded).then(() => found);
    }

    // Patterns that were looked up: {words, counts}. `words` are those that fit, each with its turns and its place in a shard.
    const known = new Map();

    function lookUp(pattern) {
      if (!known.has(pattern)) {
        const before = missing.size;
        known.set(pattern, shardsOf(pattern)
          .then((numbers) => Promise.all(numbers.filter((number) => number >= 0).map(shard)))
          .then((shards) => {
            const words = [];
            for (const one of shards.filter(Boolean)) {
              one.words.forEach((word, index) => {
                if (search.fits(pattern, word)) words.push(Object.assign({ shard: one.number, index: index }, decodeOrMiss(one, index)));
              });
            }
            // What is missing now may be there when it is asked for again.
            if (missing.size > before) known.delete(pattern);
            return { words: words, counts: countsOf(words) };
          }));
      }
      return known.get(pattern).then((found) => [pattern, found]);
    }

    function decodeOrMiss(one, index) {
      try {
        return decode(one.turns[index]);
      } catch (damaged) {
        missing.add("search/words-" + one.number + ".js");
        return { turns: [], counts: [] };
      }
    }

    // Turns → how often one of some words stands in each.
    function countsOf(words) {
      const counts = new Map();
      for (const word of words) {
        word.turns.forEach((turn, index) => counts.set(turn, (counts.get(turn) || 0) + word.counts[index]));
      }
      return counts;
    }

    const found = new Map();

    function load(patterns) {
      return Promise.all(patterns.map(lookUp)).then((pairs) => {
        for (const [pattern, one] of pairs) found.set(pattern, one);
      });
    }

    // At which places words that fit stand in some turns: a promise of pattern → turn → places in order.
    function places(patterns, turns) {
      const wanted = new Set(turns);
      const all = patterns.map((pattern) => {
        const words = found.get(pattern).words.filter((word) => word.turns.some((turn) => wanted.has(turn)));
        return Promise.all(words.map((word) => placesOf(word, wanted))).then((lists) => [pattern, joined(lists)]);
      });
      return Promise.all(all).then((pairs) => new Map(pairs));
    }

    // The places of one word in the turns that are wanted: [[turn, places]].
    function placesOf(word, wanted) {
      return file("places-" + word.shard, (data) => data.turns.split(" ")).then((lists) => {
        if (!lists || lists[word.index] === undefined) return [];
        const numbers = search.numbers(lists[word.index]);
        const pairs = [];
        let at = 0;
        word.turns.forEach((turn, index) => {
          const end = at + word.counts[index];
          if (wanted.has(turn)) {
            const found = new Array(end - at);
            let place = 0;
            for (let step = at; step < end; step += 1) {
              place += numbers[step];
              found[step - at] = place;
            }
            pairs.push([turn, found]);
          }
          at = end;
        });
        return pairs;
      });
    }

    function joined(lists) {
      const byTurn = new Map();
      for (const [turn, more] of lists.flat()) {
        const before = byTurn.get(turn);
        byTurn.set(turn, before ? before.concat(more) : more);
      }
      if (lists.length > 1) for (const list of byTurn.values()) list.sort((a, b) => a - b);
      return byTurn;
    }

    return {
      meta: meta, need: search.needOf(meta, FILES), load: load, places: places, missing: missing, texts: search.textsOf(meta, missing),
      postings: (pattern) => found.get(pattern).counts,
      words: () => dictionary(0, beginnings.length).then((lists) => Array.from(lists.values()).flat()),
      lengthOf: (turn) => search.lengthOf(steps[turn]),
    };
  };
})((window.memconSearch = window.memconSearch || {}));
