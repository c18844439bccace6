// The engine of a small archive: an index of elasticlunr gives the turns of a word and how often it stands in each; phrases and nearness
// are settled against the texts. An engine is {meta, need, load, postings, words, texts, lengthOf, missing}; a larger archive has that of
// `search-shards.js`, which also has `places`.
(function (search) {
  "use strict";

  // What each kind of filter needs to know of all turns beside what is there from the beginning.
  const FILES = { mentions: ["mentions"], role: ["roles"], conversation: ["conversations"] };

  // The word as the index spells it: letters beyond U+FFFF as two letters of the private use area (see `src/search/elastic.rs`).
  function key(folded) {
    return folded.replace(/[\ud800-\udfff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0x800));
  }

  function spelled(key) {
    return key.replace(/[\ue000-\ue7ff][\ue400-\ue7ff]/g, (pair) =>
      String.fromCharCode(pair.charCodeAt(0) - 0x800, pair.charCodeAt(1) - 0x800));
  }

  // The texts of some turns, as a map; those of a file that cannot be loaded are left out, and the file is told in `missing`.
  search.textsOf = function (meta, missing) {
    return function (turns) {
      const blocks = Array.from(new Set(turns.map((turn) => Math.floor(turn / meta.block))));
      const loaded = blocks.map((block) => search.block(meta, block).then((texts) => [block, texts], (error) => {
        missing.add(error.message);
        return [block, []];
      }));
      return Promise.all(loaded).then((pairs) => {
        const byBlock = new Map(pairs);
        const texts = turns.map((turn) => [turn, byBlock.get(Math.floor(turn / meta.block))[turn % meta.block]]);
        return new Map(texts.filter((pair) => pair[1] !== undefined));
      });
    };
  };

  search.elasticlunr = function (meta) {
    return Promise.all([search.load("index"), search.script("assets/js/vendor/elasticlunr.js")]).then(([data]) => {
      const index = window.elasticlunr.Index.load(data).index.text;
      const missing = new Set();

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

      return {
        meta: meta, postings: postings, texts: search.textsOf(meta, missing), missing: missing,
        need: search.needOf(meta, FILES), load: () => Promise.resolve(), words: () => Promise.resolve(words()),
        lengthOf: (turn) => meta.turns.length[turn],
      };
    });
  };
})((window.memconSearch = window.memconSearch || {}));
