// Names and terms that mean the same: a tree → a tree that finds all forms of the authority file and the glossary. The same as
// `src/query/also.rs`; a test compares both. The forms come in groups: those that stand in the texts, then those that only lead there. Where
// they are many, they come in parts by the first words of forms (`src/search/also.rs`).
(function (search) {
  "use strict";

  // Whether a word sorts before another: by code points. Units of letters beyond U+FFFF are less than some of letters that are not.
  function isBefore(a, b) {
    const length = Math.min(a.length, b.length);
    let at = 0;
    while (at < length && a[at] === b[at]) at += 1;
    if (at === length) return a.length < b.length;
    const weight = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
    return weight(a.charCodeAt(at)) < weight(b.charCodeAt(at));
  }

  // The last of some beginnings that is a word or stands before it; -1 for a word before all.
  search.lastBefore = function (beginnings, word) {
    let from = 0;
    let to = beginnings.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore(word, beginnings[middle])) to = middle;
      else from = middle + 1;
    }
    return from - 1;
  };

  // The groups that may widen a tree: a promise. All of them, or those of the parts that `load` gives by their numbers.
  search.formsFor = function (known, tree, load) {
    if (Array.isArray(known)) return Promise.resolve(known);
    const beginnings = known.beginnings.split(" ");
    const typed = search.allPhrases(tree).filter((phrase) => !phrase.isAsTyped && !search.isWild(phrase.words[0]));
    const parts = new Set(typed.map((phrase) => search.lastBefore(beginnings, phrase.words[0])));
    parts.delete(-1);
    // A group that is in several parts has one number; by these they come in their order.
    return Promise.all(Array.from(parts, load)).then((lists) => Object.values(Object.assign({}, ...lists)));
  };

  const key = (words) => words.join(" ");
  const read = new WeakMap();

  // The forms that stand in the texts, by each form of their groups: [{text, words}].
  function byForm(groups) {
    if (read.has(groups)) return read.get(groups);
    const found = new Map();
    const form = (text) => ({ text: text, words: search.words(text).map((word) => word.folded) });
    for (const [standing, leading] of groups) {
      const forms = standing.map(form);
      const keys = new Set(forms.concat(leading.map(form)).map((one) => key(one.words)));
      for (const typed of keys) {
        const known = found.get(typed) || [];
        const others = forms.filter((one) => key(one.words) !== typed && !known.some((other) => key(other.words) === key(one.words)));
        found.set(typed, known.concat(others));
      }
    }
    read.set(groups, found);
    return found;
  }

  // Of words and phrases typed side by side the most that are a form together. `Warsaw Pact` becomes `(Warsaw OR WTO) (Pact OR WTO)`,
  // which is both words or the other form.
  function sideBySide(parts, forms, added) {
    const found = [];
    let at = 0;
    while (at < parts.length) {
      const from = parts.slice(at);
      const closed = from.findIndex((part) => part.type !== "phrase" || part.isAsTyped);
      let typed = closed < 0 ? from : from.slice(0, closed);
      const others = () => forms.get(key(typed.flatMap((phrase) => phrase.words))) || [];
      while (typed.length > 0 && others().length === 0) typed = typed.slice(0, -1);
      if (typed.length === 0) {
        found.push(parts[at].type === "phrase" ? parts[at] : widened(parts[at], forms, added));
        at += 1;
        continue;
      }
      const place = { start: typed[0].start, end: typed[typed.length - 1].end };
      const choices = others().map((form) => Object.assign({ type: "phrase", words: form.words, isAsTyped: false }, place));
      for (const phrase of typed) found.push({ type: "any", parts: [phrase].concat(choices) });
      added.push({ places: typed.map((phrase) => ({ start: phrase.start, end: phrase.end })), forms: others().map((form) => form.text) });
      at += typed.length;
    }
    return found;
  }

  function widened(tree, forms, added) {
    switch (tree.type) {
      case "all": return { type: "all", parts: sideBySide(tree.parts, forms, added) };
      case "phrase": return sideBySide([tree], forms, added)[0];
      case "not": return { type: "not", part: widened(tree.part, forms, added) };
      case "any":
      case "near": return Object.assign({}, tree, { parts: tree.parts.map((part) => widened(part, forms, added)) });
      default: return tree;
    }
  }

  // {tree, added}: what is looked for, and what was added to what was typed: [{places, forms}].
  search.widen = function (tree, groups) {
    const added = [];
    return { tree: widened(tree, byForm(groups), added), added: added };
  };
})((window.memconSearch = window.memconSearch || {}));
