// What a word is: the browser's half of the rule in `src/query.rs`. A test compares both over every character there is.
(function (search) {
  "use strict";

  // Whether a character (after NFKD) belongs to a word; marks are dropped, but do not end one.
  const MARK = /\p{M}/u;
  const LETTER_OR_DIGIT = /[\p{Alphabetic}\p{N}]/u;

  // Letters that are words of their own: Chinese and Japanese, Thai, Lao, Burmese and Khmer put no blanks between words.
  const ALONE = new RegExp("[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3021-\\u3029\\u3038-\\u303c\\u3041-\\u312f\\u31a0-\\u31ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\uf900-\\ufaff\\u{1aff0}-\\u{1b16f}\\u{20000}-\\u{3ffff}]", "u");

  const known = new Map();

  // Full case folding of one character. Lower, upper and lower case again say the same as Unicode's table (ß → SS → ss, ς → Σ → σ),
  // but for the dotless i, which folds to itself, and Cherokee, which folds to its capitals.
  function caseFold(character) {
    const code = character.codePointAt(0);
    if (code === 0x131 || (code >= 0x13a0 && code <= 0x13f5)) return character;
    if (code >= 0x13f8 && code <= 0x13fd) return String.fromCodePoint(code - 8);
    if (code >= 0xab70 && code <= 0xabbf) return String.fromCodePoint(code - 0xab70 + 0x13a0);
    return character.toLowerCase().toUpperCase().toLowerCase();
  }

  // One printed character, as pieces: a folded letter or digit, "" for a mark, null for what ends a word.
  function pieces(printed) {
    const found = known.get(printed);
    if (found) return found;
    const made = Array.from(printed.normalize("NFKD"), (c) => {
      if (MARK.test(c)) return "";
      return LETTER_OR_DIGIT.test(c) ? caseFold(c) : null;
    });
    known.set(printed, made);
    return made;
  }

  // The words of a text: [{folded, start, end}], with their places in the text as printed. In what a reader types, `*` and `?` belong to
  // the words, for any letters and for one.
  search.words = function (text, hasWildcards) {
    const words = [];
    let word = null;
    // Whether `word` is a letter that stands alone.
    let isAlone = false;
    let start = 0;
    for (const printed of text) {
      const end = start + printed.length;
      const isWildcard = hasWildcards && (printed === "*" || printed === "?");
      for (const piece of isWildcard ? [printed] : pieces(printed)) {
        if (piece === null) {
          word = null;
        } else if (piece === "") {
          if (word) word.end = end;
        } else {
          // A `?` behind a letter that is a word stands for another such.
          const standsAlone = isWildcard ? printed === "?" && word !== null && isAlone : piece >= "\u0e00" && ALONE.test(piece);
          if (!word || isAlone || standsAlone) {
            isAlone = standsAlone;
            word = { folded: "", start: start, end: end };
            words.push(word);
          }
          word.folded += piece;
          word.end = end;
        }
      }
      start = end;
    }
    return words;
  };
})((window.memconSearch = window.memconSearch || {}));
