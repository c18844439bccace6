// The query language: a line of text → a tree, or an error in words with the place where it stands.
//
// Tree: {type: "all", parts} | {type: "phrase", words: [{folded, prefix}], start, end} | {type: "filter", field, value, start, end}.
// A single word is a phrase of one. `start` and `end` are places in the query.
(function (search) {
  "use strict";

  const FILTERS = ["speaker", "date"];
  // Which quotation marks close one that is open.
  const CLOSING = { '"': '"”', "“": '”"', "”": '”"', "„": '“”"', "«": "»" };
  const OPERATORS = /^(OR|NOT|NEAR(\/\d+)?|near\/\d+)$/;

  function Mistake(message, start, end) {
    this.message = message;
    this.start = start;
    this.end = Math.max(end, start + 1);
  }

  // Cuts the query into [{kind: "quoted" | "plain" | "filter", text, start, end}]; a filter also has `field`, and its text is the value.
  function tokens(query) {
    const found = [];
    let at = 0;

    function quoted() {
      const start = at;
      const closing = CLOSING[query[at]];
      let end = at + 1;
      while (end < query.length && !closing.includes(query[end])) end += 1;
      if (end === query.length) {
        throw new Mistake(search.say("unclosed"), start, start + 1);
      }
      at = end + 1;
      return { kind: "quoted", text: query.slice(start + 1, end), start: start, end: at, offset: start + 1 };
    }

    function plain() {
      const start = at;
      while (at < query.length && !/\s/.test(query[at]) && !(query[at] in CLOSING)) at += 1;
      return { kind: "plain", text: query.slice(start, at), start: start, end: at, offset: start };
    }

    while (at < query.length) {
      if (/\s/.test(query[at])) {
        at += 1;
        continue;
      }
      const name = /^([\p{L}-]+):/u.exec(query.slice(at));
      if (name && (FILTERS.includes(name[1].toLowerCase()) || /\S/.test(query[at + name[0].length] || ""))) {
        const start = at;
        const field = name[1].toLowerCase();
        at += name[0].length;
        if (!FILTERS.includes(field)) {
          const help = search.say("no-filter", { name: name[1] });
          throw new Mistake(help, start, at);
        }
        if (at === query.length || /\s/.test(query[at])) {
          throw new Mistake(search.say(field === "speaker" ? "say-who" : "say-when"), start, at);
        }
        const value = query[at] in CLOSING ? quoted() : plain();
        found.push({ kind: "filter", field: field, text: value.text, start: start, end: value.end });
      } else {
        found.push(query[at] in CLOSING ? quoted() : plain());
      }
    }
    return found;
  }

  // The words of a token: in order and next to each other, since `U.S.` and `4+2` typed whole are phrases.
  function phrase(token) {
    const words = search.words(token.text);
    for (let at = token.text.indexOf("*"); at >= 0; at = token.text.indexOf("*", at + 1)) {
      if (!words.some((word) => word.end === at) || words.some((word) => word.start === at + 1)) {
        const message = search.say("star");
        throw new Mistake(message, token.offset + at, token.offset + at + 1);
      }
    }
    if (words.length === 0) {
      if (token.kind === "plain") return null;
      throw new Mistake(search.say("empty-quotation"), token.start, token.end);
    }
    return {
      type: "phrase",
      words: words.map((word) => ({ folded: word.folded, prefix: token.text[word.end] === "*" })),
      start: token.start,
      end: token.end,
    };
  }

  function part(token) {
    if (token.kind === "filter") {
      return { type: "filter", field: token.field, value: token.text, start: token.start, end: token.end };
    }
    // All words of a query must be in the turn, so AND says nothing new.
    if (token.kind === "plain" && token.text === "AND") return null;
    if (token.kind === "plain" && OPERATORS.test(token.text)) {
      const message = search.say("operator", { operator: token.text });
      throw new Mistake(message, token.start, token.end);
    }
    return phrase(token);
  }

  // {tree} or {mistake: {message, start, end}}.
  search.parse = function (query) {
    try {
      return { tree: { type: "all", parts: tokens(query).map(part).filter(Boolean) } };
    } catch (mistake) {
      if (mistake instanceof Mistake) return { mistake: mistake };
      throw mistake;
    }
  };

  // The phrases that a hit of the tree contains, each once: what is marked.
  search.phrases = function (tree) {
    return tree.parts.filter((part) => part.type === "phrase");
  };

  function fits(pattern, word) {
    return pattern.prefix ? word.folded.startsWith(pattern.folded) : word.folded === pattern.folded;
  }

  // Where a phrase stands among the words of a text: places of its first words.
  search.occurrences = function (phrase, words) {
    const found = [];
    for (let at = 0; at + phrase.words.length <= words.length; at += 1) {
      if (phrase.words.every((pattern, index) => fits(pattern, words[at + index]))) found.push(at);
    }
    return found;
  };

  // What is marked in a text: [{start, end}], in order and apart from each other.
  search.marks = function (phrases, words) {
    const ranges = [];
    for (const phrase of phrases) {
      for (const at of search.occurrences(phrase, words)) {
        ranges.push({ start: words[at].start, end: words[at + phrase.words.length - 1].end });
      }
    }
    ranges.sort((a, b) => a.start - b.start || a.end - b.end);
    const apart = [];
    for (const range of ranges) {
      const last = apart[apart.length - 1];
      if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
      else apart.push(range);
    }
    return apart;
  };
})((window.memconSearch = window.memconSearch || {}));
