// Filters: a speaker's name → a speaker; which turns a filter lets through. Loaded where a reader asks for one. The same as
// `src/query/filter.rs`.
(function (search) {
  "use strict";

  function key(name) {
    return search.words(name).map((word) => word.folded);
  }

  function same(a, b) {
    return a.length === b.length && a.every((word, index) => word === b[index]);
  }

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
    return { lets: search.datedIn(meta, wanted) };
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
