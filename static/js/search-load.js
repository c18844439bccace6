// The data of search: scripts that hand it over, and what stands in them. The same as `src/search/lean.rs` and `src/search/code.rs`.
(function (search) {
  "use strict";

  const given = new Map();
  const loading = new Map();

  // Called by the data scripts: memconSearch.add("meta", {…}).
  search.add = function (name, data) {
    given.set(name, data);
  };

  // Loads a script; works where fetch does not, as from a folder on disk. What failed is tried again when it is asked for again.
  search.script = function (address) {
    if (!loading.has(address)) {
      loading.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(address);
          reject(new Error(address));
        };
        document.head.append(script);
      }));
    }
    return loading.get(address);
  };

  // The data of `search/NAME.js`.
  search.load = function (name) {
    const address = "search/" + name + ".js";
    return search.script(address).then(() => {
      if (given.has(name)) return given.get(name);
      loading.delete(address);
      throw new Error(address);
    });
  };

  // Letters of numbers: the first 63 end one, the others say that it goes on.
  const ENDING = 63;
  const GOING_ON = 28;
  const LETTERS = "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_\u0060abcdefghijklmnopqrstuvwxyz{|}~";
  const DIGITS = new Uint8Array(128);
  Array.from(LETTERS).forEach((letter, digit) => {
    DIGITS[letter.charCodeAt(0)] = digit;
  });

  // The numbers of a list of letters.
  search.numbers = function (letters) {
    const found = new Uint32Array(letters.length);
    let n = 0;
    let number = 0;
    let scale = 1;
    for (let at = 0; at < letters.length; at += 1) {
      const digit = DIGITS[letters.charCodeAt(at)];
      number += digit * scale;
      if (digit < ENDING) {
        found[n] = number;
        n += 1;
        number = 0;
        scale = 1;
      } else {
        scale *= GOING_ON;
      }
    }
    return found.subarray(0, n);
  };

  // The length of a turn for ranking, by its step: 1, 2, 3, 4, 6, 8, 12, 16 …
  search.lengthOf = function (step) {
    if (step < 2) return step;
    return step % 2 === 0 ? 2 ** (step / 2) : 3 * 2 ** ((step - 3) / 2);
  };

  const positions = (letters) => Array.from(search.numbers(letters));
  const places = (letters) => Array.from(search.numbers(letters), (at) => (at === 0 ? null : at - 1));

  // How many, and then each.
  function lists(letters) {
    const numbers = search.numbers(letters);
    const found = [];
    for (let at = 0; at < numbers.length; at += numbers[at] + 1) found.push(Array.from(numbers.subarray(at + 1, at + 1 + numbers[at])));
    return found;
  }

  // Anchors; an empty one is the next after that of the turn before.
  function anchors(text) {
    if (text === "") return [];
    let before = "";
    return text.split(" ").map((anchor) => {
      before = anchor || "t" + (Number(before.slice(1)) + 1);
      return before;
    });
  }

  const COLUMNS = {
    document: positions, anchor: anchors, speaker: places, mentions: lists, roles: lists, conversation: places,
    attribution: positions, label: places, date: places, length: (letters) => positions(letters).map(search.lengthOf),
  };

  function person(lean) {
    return Object.assign({ sort: lean.name, slot: 0, names: [] }, lean);
  }

  // Adds what a script says of people, documents and turns to what is known. Without `first` it says it of all turns, else of those from
  // there on; values of a list may then come with their positions.
  search.learn = function (meta, data, first) {
    for (const name of ["speakers", "others", "documents", "conversations", "roles", "dates", "labels", "attributions"]) {
      if (!data[name]) continue;
      const isPeople = name === "speakers" || name === "others";
      const values = isPeople ? (value) => person(value) : (value) => value;
      if (Array.isArray(data[name])) {
        meta[name] = data[name].map(values);
      } else {
        for (const [at, value] of Object.entries(data[name])) meta[name][at] = values(value);
      }
    }
    Object.assign(meta.paragraphs, data.paragraphs);
    for (const [document, turns] of Object.entries(data.orders || {})) meta.orders[document] = positions(turns);
    for (const [name, letters] of Object.entries(data.turns)) {
      const column = COLUMNS[name](letters);
      if (first === undefined) meta.turns[name] = column;
      else column.forEach((value, index) => { meta.turns[name][first + index] = value; });
    }
    return meta;
  };

  // Loads what filters by some fields need to know of all turns, by the files that tell it; what is read stays read. Without it they would
  // let the wrong turns through, so a missing file is a failure.
  search.needOf = function (meta, files) {
    const read = new Map();
    return (fields) => Promise.all(Array.from(new Set(fields.flatMap((field) => files[field] || [])), (name) => {
      if (!read.has(name)) {
        read.set(name, search.load(name).then((data) => search.learn(meta, data)));
        read.get(name).catch(() => read.delete(name));
      }
      return read.get(name);
    }));
  };

  // What is known of an archive at first: nothing of its turns, or what hits show of all where the archive is small.
  search.meta = function (data) {
    const meta = {
      engine: data.engine, n: data.n, words: data.words, block: data.block, shards: data.shards, also: data.also, turns: {}, paragraphs: {}, orders: {},
      speakers: [], others: [], documents: [], conversations: [], roles: [], dates: [], labels: [], attributions: [],
    };
    for (const name of Object.keys(COLUMNS)) meta.turns[name] = [];
    return search.learn(meta, data);
  };

  // What a text is, as a reader types it; those that are no turns are numbered on from the turns (`search-parts.js`).
  search.partOf = function (meta, turn) {
    return meta.parts && turn >= meta.nTurns ? meta.parts[turn - meta.nTurns] : "turns";
  };

  // The texts of a block of turns; those of a large archive come with what hits show of them.
  search.block = function (meta, number) {
    return search.load("texts-" + number).then((data) => {
      if (Array.isArray(data)) return data;
      search.learn(meta, data, number * meta.block);
      return data.texts;
    });
  };
})((window.memconSearch = window.memconSearch || {}));
