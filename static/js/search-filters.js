// Filters: a speaker's name → a speaker; a date or span of dates → first and last day; which turns they let through.
(function (search) {
  "use strict";

  function key(name) {
    return search.words(name).map((word) => word.folded);
  }

  function same(a, b) {
    return a.length === b.length && a.every((word, index) => word === b[index]);
  }

  // Nobody's turns, and those of more than one candidate.
  search.NOBODY = "-";

  // How many near values a mistake names.
  const MOST_NEAR = 3;

  // How many letters must be changed, added or left out to make one word of another.
  search.distance = function (a, b) {
    const from = Array.from(a);
    const to = Array.from(b);
    let row = to.map((c, index) => index + 1);
    from.forEach((c, at) => {
      const next = [];
      to.forEach((other, index) => {
        const diagonal = index === 0 ? at : row[index - 1];
        const left = index === 0 ? at + 1 : next[index - 1];
        next.push(Math.min(diagonal + (c === other ? 0 : 1), left + 1, row[index] + 1));
      });
      row = next;
    });
    return to.length === 0 ? from.length : row[to.length - 1];
  };

  // Those of a list [{name, keys}] that are spelled like a value or hold it, the nearest first.
  function nearest(named, value) {
    const length = Array.from(value).length;
    const most = length < 3 ? 1 : Math.max(2, Math.floor(length / 3));
    const rank = (keys) => Math.min(...keys.map((word) => (length > 1 && word.includes(value) ? 0 : search.distance(word, value))));
    const ranked = named.map((one) => ({ name: one.name, rank: rank(one.keys) })).filter((one) => one.rank <= most);
    ranked.sort((a, b) => a.rank - b.rank);
    return ranked.slice(0, MOST_NEAR).map((one) => one.name);
  }

  // Values of a list near one that is not in it; the first of the list where none is near.
  function some(texts, value) {
    const known = Array.from(new Set(texts.filter((text) => text !== undefined)));
    const near = nearest(known.map((text) => ({ name: text, keys: key(text).concat(text.toLowerCase()) })), value.toLowerCase());
    return near.length > 0 ? near : known.slice(0, MOST_NEAR);
  }

  function wrong(message, near) {
    if (near.length === 0) return { message: message };
    return { message: search.say("and-near", { message: message, choices: search.either(near) }) };
  }

  // Finds who is meant: an identifier, a name as it stands, a surname, or words of a name. {speaker} (a position, null for nobody where
  // the reader asks for that) or {message}.
  function findPerson(people, value, field) {
    if (value === search.NOBODY) return { speaker: null };
    const wanted = key(value);
    const names = (person) => [person.name, person.sort].concat(person.names).map(key);
    const tests = [
      (person) => person.id === value.toLowerCase(),
      (person) => names(person).some((name) => same(name, wanted)),
      (person) => same(key(person.sort.split(",")[0]), wanted),
      (person) => [person.name].concat(person.names).some((name) => wanted.every((word) => key(name).includes(word))),
    ];
    // A value without words is nobody's name.
    for (const test of wanted.length === 0 ? tests.slice(0, 1) : tests) {
      const found = people.map((person, index) => index).filter((index) => test(people[index]));
      if (found.length === 1) return { speaker: found[0] };
      if (found.length > 1) {
        const ids = found.map((index) => field + ":" + people[index].id);
        return { message: search.say("fits-several", { name: value, n: found.length, choices: search.either(ids) }) };
      }
    }
    const message = field === "speaker" ? search.say("nobody-called", { name: value }) : search.say("nobody-mentioned", { name: value });
    const named = people.map((person) => ({ name: person.id, keys: names(person).flat().concat(person.id) }));
    return wrong(message, nearest(named, value.toLowerCase()));
  }

  search.findSpeaker = function (speakers, value) {
    return findPerson(speakers, value, "speaker");
  };

  // Days as numbers: 19900525.
  function day(year, month, dayOfMonth) {
    return year * 10000 + month * 100 + dayOfMonth;
  }

  function exists(year, month, dayOfMonth) {
    const date = new Date(Date.UTC(2000, 0, 1));
    date.setUTCFullYear(year, month - 1, dayOfMonth);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  }

  // One EDTF date → {first, last}, or null: 1990, 199X, 1990-05, 1990-05?, 1990-05-25, 1990-XX.
  function span(text) {
    const parts = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[?~%]?$/.exec(text.trim().toUpperCase());
    if (!parts) return null;
    const firstYear = Number(parts[1].replace(/X/g, "0"));
    const lastYear = Number(parts[1].replace(/X/g, "9"));
    const month = parts[2] && parts[2] !== "XX" ? Number(parts[2]) : 0;
    const dayOfMonth = parts[3] && parts[3] !== "XX" ? Number(parts[3]) : 0;
    // 21 to 24 are seasons: known to the year.
    if (month === 0 || (month >= 21 && month <= 24 && !parts[3])) return { first: day(firstYear, 1, 1), last: day(lastYear, 12, 31) };
    if (month > 12 || firstYear !== lastYear) return null;
    if (dayOfMonth === 0) return { first: day(firstYear, month, 1), last: day(firstYear, month, 31) };
    if (!exists(firstYear, month, dayOfMonth)) return null;
    return { first: day(firstYear, month, dayOfMonth), last: day(firstYear, month, dayOfMonth) };
  }

  // A date, or a span of dates with `..` or `/` between, open where a side is left out → {first, last}, or null.
  search.span = function (text) {
    const sides = text.includes("/") ? text.split("/") : text.split("..");
    if (sides.length === 1) return span(text);
    const isOpen = (side) => side.trim() === "" || side.trim() === "..";
    if (sides.length > 2 || sides.every(isOpen)) return null;
    const [from, to] = sides.map((side) => (isOpen(side) ? { first: 0, last: 99999999 } : span(side)));
    if (!from || !to || from.first > to.last) return null;
    return { first: from.first, last: to.last };
  };

  // For each text of a list, whether it holds all words of the value; kinds of documents first as a whole. Or null.
  function inWords(texts, value, isWhole) {
    const wanted = key(value);
    const keys = texts.map((text) => (text === undefined ? null : key(text)));
    if (wanted.length === 0) return null;
    const whole = keys.map((words) => words !== null && same(words, wanted));
    if (isWhole && whole.includes(true)) return whole;
    const held = keys.map((words) => words !== null && wanted.every((word) => words.includes(word)));
    return held.includes(true) ? held : null;
  }

  function mentions(meta, value) {
    const found = findPerson(meta.speakers.concat(meta.others), value, "mentions");
    if (found.message) return found;
    const all = meta.turns.mentions;
    return { lets: (turn) => (found.speaker === null ? all[turn].length === 0 : all[turn].includes(found.speaker)) };
  }

  function role(meta, value) {
    const fits = inWords(meta.roles, value, false);
    if (!fits) return wrong(search.say("no-role", { name: value }), some(meta.roles, value));
    return { lets: (turn) => meta.turns.roles[turn].some((held) => fits[held]) };
  }

  function date(meta, value) {
    const wanted = search.span(value);
    if (!wanted) return { message: search.say("no-date", { date: value }) };
    const spans = meta.dates.map((known) => search.span(known.edtf));
    return {
      lets: (turn) => {
        const known = meta.turns.date[turn] === null ? null : spans[meta.turns.date[turn]];
        return known !== null && known.first <= wanted.last && known.last >= wanted.first;
      },
    };
  }

  function kind(meta, value) {
    const kinds = meta.documents.map((document) => document.kind);
    const fits = inWords(kinds, value, true);
    if (!fits) return wrong(search.say("no-kind", { name: value }), some(kinds, value));
    return { lets: (turn) => fits[meta.turns.document[turn]] };
  }

  function language(meta, value) {
    const wanted = value.toLowerCase();
    const tags = meta.documents.map((document) => document.tag);
    const fits = tags.map((tag) => tag !== undefined && (tag.toLowerCase() === wanted || tag.toLowerCase().startsWith(wanted + "-")));
    if (!fits.includes(true)) return wrong(search.say("no-language", { name: value }), some(tags, value));
    return { lets: (turn) => fits[meta.turns.document[turn]] };
  }

  function documentFilter(meta, value) {
    const ids = meta.documents.map((document) => document.id);
    const found = ids.indexOf(value.toLowerCase());
    if (found < 0) return wrong(search.say("no-document", { name: value }), some(ids, value));
    return { lets: (turn) => meta.turns.document[turn] === found };
  }

  function conversation(meta, value) {
    const found = meta.conversations.findIndex((id) => id.toLowerCase() === value.toLowerCase());
    if (found < 0) return wrong(search.say("no-conversation", { name: value }), some(meta.conversations, value));
    return { lets: (turn) => meta.turns.conversation[turn] === found };
  }

  // What a text is, as a reader types it; those that are no turns are numbered on from the turns (`search-parts.js`).
  search.partOf = function (meta, turn) {
    return meta.parts && turn >= meta.nTurns ? meta.parts[turn - meta.nTurns] : "turns";
  };

  function within(meta, value) {
    const part = value.toLowerCase() === "speech" ? "turns" : value.toLowerCase();
    if (!["turns", "notes", "narration", "headings"].includes(part)) return { message: search.say("no-part", { name: value }) };
    return { lets: (turn) => search.partOf(meta, turn) === part };
  }

  // A test of turns for one filter: {lets} or {message}. A turn passes a date if it may have been spoken then.
  search.filter = function (meta, field, value) {
    switch (field) {
      case "speaker": {
        const found = search.findSpeaker(meta.speakers, value);
        return found.message ? found : { lets: (turn) => meta.turns.speaker[turn] === found.speaker };
      }
      case "mentions": return mentions(meta, value);
      case "role": return role(meta, value);
      case "date": return date(meta, value);
      case "kind": return kind(meta, value);
      case "lang": return language(meta, value);
      case "document": return documentFilter(meta, value);
      case "conversation": return conversation(meta, value);
      case "in": return within(meta, value);
      default: throw new Error(field);
    }
  };
})((window.memconSearch = window.memconSearch || {}));
