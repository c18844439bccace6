// The query language: a line of text → a tree, or a mistake in words with the place where it stands. The same as `src/query/parser.rs`;
// a test compares both.
//
// Tree: {type: "all" | "any" | "near", parts} | {type: "not", part} | {type: "phrase", words, start, end} |
// {type: "filter", field, value, start, end}; "near" also has `distances`, and a phrase with `=` before it `isAsTyped`. A word of a phrase is folded, perhaps with `*` and `?`.
// `start` and `end` are places in the query.
(function (search) {
  "use strict";

  const EXAMPLES = {
    speaker: "speaker:gorbachev", mentions: "mentions:kohl", role: "role:president", date: "date:1990-05", kind: "kind:interview",
    lang: "lang:en", document: "document:1990-05-25-talk", conversation: "conversation:paris-1990", in: "in:notes",
  };
  const FILTERS = Object.keys(EXAMPLES);
  // Which quotation marks close one that is open.
  const CLOSING = { '"': '"”', "“": '”"', "”": '”"', "„": '“”"', "«": "»" };
  const BLANK = /\p{White_Space}/u;
  // How deep brackets nest.
  const DEEPEST = 50;

  function Mistake(message, start, end) {
    this.message = message;
    this.start = start;
    this.end = Math.max(end, start + 1);
  }

  function isBracket(c) {
    return c === "(" || c === ")";
  }

  // The text between quotation marks, the first of which stands at `at`: {start, end, next}.
  function quoted(query, at) {
    const closing = CLOSING[query[at]];
    let end = at + 1;
    while (end < query.length && !closing.includes(query[end])) end += 1;
    if (end === query.length) throw new Mistake(search.say("unclosed"), at, at + 1);
    return { start: at + 1, end: end, next: end + 1 };
  }

  function plain(query, at) {
    let end = at;
    while (end < query.length && !BLANK.test(query[end]) && !isBracket(query[end]) && !(query[end] in CLOSING)) end += 1;
    return { start: at, end: end, next: end };
  }

  // A filter at a place, or null. A word with a colon and a blank behind it is no filter, unless there is one of that name.
  function filter(query, at) {
    const name = /^([\p{Alphabetic}-]+):/u.exec(query.slice(at));
    if (!name) return null;
    const field = name[1].toLowerCase();
    const valueAt = at + name[0].length;
    const hasValue = valueAt < query.length && !BLANK.test(query[valueAt]);
    if (!FILTERS.includes(field)) {
      if (!hasValue) return null;
      throw new Mistake(search.say("no-filter", { name: name[1], filters: search.either(FILTERS.map((known) => known + ":")) }), at, valueAt);
    }
    if (!hasValue || isBracket(query[valueAt])) {
      throw new Mistake(search.say("say-value", { example: EXAMPLES[field] }), at, valueAt);
    }
    const value = query[valueAt] in CLOSING ? quoted(query, valueAt) : plain(query, valueAt);
    return { kind: "filter", field: field, value: query.slice(value.start, value.end), start: at, end: value.next };
  }

  // AND, OR and NOT in capitals, and `near/5`; in small letters they are words, but for `near/`.
  function operator(text, at) {
    if (text === "AND" || text === "OR" || text === "NOT") return { kind: text };
    const number = text === "NEAR" ? ["", ""] : /^(?:NEAR|near)\/([^]*)$/.exec(text);
    if (!number) return null;
    if (!/^(0?[1-9]|[1-9][0-9])$/.test(number[1])) throw new Mistake(search.say("near-number"), at, at + text.length);
    return { kind: "near", n: Number(number[1]) };
  }

  // The words of a token: in order and next to each other, since `U.S.` and `4+2` typed whole are phrases.
  function words(query, text) {
    const found = search.words(query.slice(text.start, text.end), true);
    const touches = (at, other) => other >= 0 && other < found.length && found[Math.min(at, other)].end === found[Math.max(at, other)].start;
    return found.filter((word, at) => {
      if (/[^*?]/.test(word.folded)) return true;
      // Only letters that are words of their own stand beside a sign without a blank: 戈? and *夫 say no more than 戈 and 夫.
      const before = touches(at, at - 1);
      const after = touches(at, at + 1);
      if (word.folded.includes("*") && before === after) throw new Mistake(search.say("star"), text.start + word.start, text.start + word.end);
      // A `?` that touches no letter is a question mark: “Que voulez-vous ?”
      return word.folded === "?" && before && after;
    }).map((word) => word.folded);
  }

  // Whether a `=` at a place belongs to the word or phrase that follows.
  function isEqualsSign(query, at) {
    return query[at] === "=" && at + 1 < query.length && !BLANK.test(query[at + 1]) && !isBracket(query[at + 1]);
  }

  // Cuts the query into tokens {kind, start, end}; what has no words (a dash) is left out.
  function tokens(query) {
    const found = [];
    let at = 0;
    while (at < query.length) {
      if (BLANK.test(query[at])) {
        at += 1;
        continue;
      }
      if (isBracket(query[at])) {
        found.push({ kind: query[at], start: at, end: at + 1 });
        at += 1;
        continue;
      }
      const start = at;
      const known = filter(query, at);
      if (known) {
        found.push(known);
        at = known.end;
        continue;
      }
      const isAsTyped = isEqualsSign(query, at);
      if (isAsTyped) at += 1;
      const isQuoted = query[at] in CLOSING;
      const text = isQuoted ? quoted(query, at) : plain(query, at);
      at = text.next;
      const made = isQuoted || isAsTyped ? null : operator(query.slice(text.start, text.end), start);
      if (made) {
        found.push(Object.assign(made, { start: start, end: at }));
        continue;
      }
      const phrase = words(query, text);
      if (phrase.length > 0) found.push({ kind: "phrase", words: phrase, isAsTyped: isAsTyped, start: start, end: at });
      else if (isQuoted) throw new Mistake(search.say("empty-quotation"), start, at);
    }
    return found;
  }

  // The phrases, where a tree is one or asks for one of several; else null.
  function choices(tree) {
    if (tree.type === "phrase") return [tree];
    if (tree.type !== "any") return null;
    const found = tree.parts.map(choices);
    return found.includes(null) ? null : found.flat();
  }

  // What a tree asks for together: each a choice of phrases.
  search.together = function (tree) {
    return tree.type === "all" ? tree.parts.map(choices).filter(Boolean) : [];
  };

  // Several parts {tree, start, end} as one; brackets that change nothing are gone: `(a b) c` is `a b c`.
  function join(parts, type) {
    if (parts.length < 2) return parts[0] || null;
    const trees = parts.flatMap((part) => (part.tree.type === type ? part.tree.parts : [part.tree]));
    return { tree: { type: type, parts: trees }, start: parts[0].start, end: parts[parts.length - 1].end };
  }

  // Reads tokens. Each level gives null where none of its tokens stands.
  function read(list) {
    let at = 0;

    function take(kind) {
      if (at < list.length && list[at].kind === kind) return list[at++];
      return null;
    }

    function noOperand(name, token) {
      return new Mistake(search.say("operand", { operator: name }), token.start, token.end);
    }

    function any(depth) {
      const first = all(depth);
      if (!first) {
        const wrong = take("OR");
        if (wrong) throw noOperand("OR", wrong);
        return null;
      }
      const parts = [first];
      for (let or = take("OR"); or; or = take("OR")) {
        const next = all(depth);
        if (!next) throw noOperand("OR", or);
        parts.push(next);
      }
      return join(parts, "any");
    }

    function all(depth) {
      const parts = [];
      let open = null;
      for (;;) {
        const and = take("AND");
        if (and) {
          if (parts.length === 0 || open) throw noOperand("AND", and);
          open = and;
          continue;
        }
        const part = near(depth);
        if (!part) break;
        parts.push(part);
        open = null;
      }
      if (open) throw noOperand("AND", open);
      return join(parts, "all");
    }

    function near(depth) {
      const first = not(depth);
      if (!first) {
        const wrong = take("near");
        if (wrong) throw noOperand("near/" + wrong.n, wrong);
        return null;
      }
      const parts = [first];
      const distances = [];
      for (let sign = take("near"); sign; sign = take("near")) {
        const next = not(depth);
        if (!next) throw noOperand("near/" + sign.n, sign);
        parts.push(next);
        distances.push(sign.n);
      }
      if (distances.length === 0) return first;
      const wrong = parts.find((part) => !choices(part.tree));
      if (wrong) throw new Mistake(search.say("near-operand"), wrong.start, wrong.end);
      const tree = { type: "near", parts: parts.map((part) => part.tree), distances: distances };
      return { tree: tree, start: first.start, end: parts[parts.length - 1].end };
    }

    function not(depth) {
      const nots = [];
      for (let sign = take("NOT"); sign; sign = take("NOT")) nots.push(sign);
      const part = unit(depth);
      if (!part && nots.length > 0) throw noOperand("NOT", nots[nots.length - 1]);
      if (nots.length === 0) return part;
      const tree = nots.length % 2 === 1 ? { type: "not", part: part.tree } : part.tree;
      return { tree: tree, start: nots[0].start, end: part.end };
    }

    function unit(depth) {
      const token = take("(") || take("phrase") || take("filter");
      if (!token) return null;
      if (token.kind === "(") return brackets(token, depth);
      const tree = Object.assign({ type: token.kind }, token);
      return { tree: tree, start: token.start, end: token.end };
    }

    function brackets(open, depth) {
      if (depth === DEEPEST) throw new Mistake(search.say("too-deep", { n: DEEPEST }), open.start, open.end);
      const inner = any(depth + 1);
      const close = take(")");
      if (!close) throw new Mistake(search.say("unclosed-bracket"), open.start, open.end);
      if (!inner) throw new Mistake(search.say("empty-brackets"), open.start, close.end);
      return { tree: inner.tree, start: open.start, end: close.end };
    }

    const whole = any(0);
    if (at < list.length) throw new Mistake(search.say("unopened-bracket"), list[at].start, list[at].end);
    if (!whole) return { type: "all", parts: [] };
    return whole.tree.type === "all" ? whole.tree : { type: "all", parts: [whole.tree] };
  }

  // {tree} or {mistake: {message, start, end}}.
  search.parse = function (query) {
    try {
      return { tree: read(tokens(query)) };
    } catch (mistake) {
      if (mistake instanceof Mistake) return { mistake: mistake };
      throw mistake;
    }
  };

  // All parts of a tree of one type, in order; `inside` says which parts are looked into.
  function collect(tree, type, inside) {
    if (tree.type === type) return [tree];
    const parts = tree.parts || (tree.part ? [tree.part] : []);
    return inside(tree) ? parts.flatMap((part) => collect(part, type, inside)) : [];
  }

  // The phrases that a hit may be found for, in order: all but those that must not be there.
  search.phrases = function (tree) {
    return collect(tree, "phrase", (part) => part.type !== "not");
  };

  search.allPhrases = function (tree) {
    return collect(tree, "phrase", () => true);
  };

  search.allFilters = function (tree) {
    return collect(tree, "filter", () => true);
  };
})((window.memconSearch = window.memconSearch || {}));
