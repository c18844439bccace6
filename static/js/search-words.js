// What a word is: the browser's half of the rule in `src/query.rs`. A test compares both over every character there is.
(function (search) {
  "use strict";

  // Whether a character (after NFKD) belongs to a word; marks do not end one, and accents are dropped (`src/fold.rs`).
  const MARK = /\p{M}/u;
  const ACCENT =
    /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f\u0483-\u0489\u2de0-\u2dff\ua66f-\ua69f\u0591-\u05c7\ufb1e\u0610-\u061a\u064b-\u0670\u06d6-\u06ed\u0711-\u074a\u0890-\u08ff]/u;
  const LETTER_OR_DIGIT = /[\p{Alphabetic}\p{N}]/u;

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

  // One printed character, as pieces: null for what ends a word, else its folded text and whether it begins a word by itself.
  function pieces(printed) {
    const found = known.get(printed);
    if (found) return found;
    const made = Array.from(printed.normalize("NFKD"), (c) => {
      if (MARK.test(c)) return { text: ACCENT.test(c) ? "" : c, begins: false };
      return LETTER_OR_DIGIT.test(c) ? { text: caseFold(c), begins: true } : null;
    });
    known.set(printed, made);
    return made;
  }

  // The words of a text: [{folded, start, end}], with their places in the text as printed.
  search.words = function (text) {
    const words = [];
    let word = null;
    let start = 0;
    for (const printed of text) {
      const end = start + printed.length;
      for (const piece of pieces(printed)) {
        if (piece === null) {
          word = null;
        } else if (word || piece.begins) {
          if (!word) {
            word = { folded: "", start: start, end: end };
            words.push(word);
          }
          word.folded += piece.text;
          word.end = end;
        }
      }
      start = end;
    }
    return words;
  };
})((window.memconSearch = window.memconSearch || {}));
