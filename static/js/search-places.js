// Where phrases stand in a text: words with `*` and `?`, occurrences, those near each other, the shortest stretch with one of each, and
// what is marked. The same as `src/query/pattern.rs` and `src/query/places.rs`.
(function (search) {
  "use strict";

  search.isWild = function (pattern) {
    return /[*?]/.test(pattern);
  };

  // Whether a folded word fits: `*` stands for any letters, none too, and `?` for one.
  search.fits = function (pattern, word) {
    if (!search.isWild(pattern)) return pattern === word;
    const wanted = Array.from(pattern);
    const letters = Array.from(word);
    let p = 0;
    let w = 0;
    // Where the last star stands, and up to where it was taken to reach.
    let star = -1;
    let reach = 0;
    while (w < letters.length) {
      if (wanted[p] === "*") {
        star = p;
        reach = w;
        p += 1;
      } else if (p < wanted.length && (wanted[p] === "?" || wanted[p] === letters[w])) {
        p += 1;
        w += 1;
      } else if (star >= 0) {
        reach += 1;
        p = star + 1;
        w = reach;
      } else {
        return false;
      }
    }
    return wanted.slice(p).every((c) => c === "*");
  };

  // Where a phrase stands among the words of a text: [{first, last}], in order. An index with places tells it without the words.
  search.occurrences = function (phrase, words) {
    if (words.occurrences) return words.occurrences(phrase);
    const found = [];
    const n = phrase.words.length;
    for (let at = 0; at + n <= words.length; at += 1) {
      if (phrase.words.every((pattern, index) => search.fits(pattern, words[at + index].folded))) found.push({ first: at, last: at + n - 1 });
    }
    return found;
  };

  // Where one of several phrases stands.
  search.occurrencesOfAny = function (phrases, words) {
    const found = phrases.flatMap((phrase) => search.occurrences(phrase, words));
    found.sort((a, b) => a.first - b.first || a.last - b.last);
    return found.filter((one, at) => at === 0 || one.first !== found[at - 1].first || one.last !== found[at - 1].last);
  };

  // Whether two do not overlap and the later begins at most `distance` words after the earlier ends.
  function isNear(a, b, distance) {
    const [earlier, later] = a.first < b.first ? [a, b] : [b, a];
    return later.first > earlier.last && later.first - earlier.last <= distance;
  }

  function nearSome(list, others, distance) {
    const longest = others.reduce((most, other) => Math.max(most, other.last - other.first), 0);
    let from = 0;
    return list.filter((one) => {
      while (from < others.length && others[from].first + distance + longest < one.first) from += 1;
      for (let at = from; at < others.length && others[at].first <= one.last + distance; at += 1) {
        if (isNear(one, others[at], distance)) return true;
      }
      return false;
    });
  }

  // The occurrences that take part, by operand: each has one of the next operand near it, which again has one of the one behind.
  search.near = function (tree, words) {
    const found = tree.parts.map((part) => search.occurrencesOfAny(search.phrases(part), words));
    for (let at = 1; at < found.length; at += 1) found[at] = nearSome(found[at], found[at - 1], tree.distances[at - 1]);
    for (let at = found.length - 1; at > 0; at -= 1) found[at - 1] = nearSome(found[at - 1], found[at], tree.distances[at - 1]);
    return found;
  };

  // Without those that hold another: then each begins and ends after the one before.
  function innermost(list) {
    const kept = [];
    for (const one of list.slice().reverse()) {
      if (kept.length === 0 || one.last < kept[kept.length - 1].last) kept.push(one);
    }
    return kept.reverse();
  }

  // How many words the shortest stretch has that holds an occurrence of each list; 0 if one is empty.
  search.shortest = function (lists) {
    const inner = lists.map(innermost);
    const at = lists.map(() => 0);
    let best = 0;
    while (inner.every((list, index) => at[index] < list.length)) {
      const now = inner.map((list, index) => list[at[index]]);
      const first = Math.min(...now.map((one) => one.first));
      const length = Math.max(...now.map((one) => one.last)) - first + 1;
      if (best === 0 || length < best) best = length;
      at[now.findIndex((one) => one.first === first)] += 1;
    }
    return best;
  };

  // The same for single words, each by its places in order.
  search.shortestOfPlaces = function (lists) {
    const at = new Array(lists.length).fill(0);
    let best = 0;
    for (;;) {
      let first = Infinity;
      let last = -1;
      let next = 0;
      for (let index = 0; index < lists.length; index += 1) {
        if (at[index] >= lists[index].length) return best;
        const place = lists[index][at[index]];
        if (place < first) {
          first = place;
          next = index;
        }
        if (place > last) last = place;
      }
      if (best === 0 || last - first + 1 < best) best = last - first + 1;
      at[next] += 1;
    }
  };

  function marked(tree, words) {
    switch (tree.type) {
      case "all":
      case "any": return tree.parts.flatMap((part) => marked(part, words));
      case "near": return search.near(tree, words).flat();
      case "phrase": return search.occurrences(tree, words);
      default: return [];
    }
  }

  // What is marked in a text: [{start, end}], in order and apart from each other. Of what must be near each other, only that which is.
  search.marks = function (tree, words) {
    const ranges = marked(tree, words).map((one) => ({ start: words[one.first].start, end: words[one.last].end }));
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
