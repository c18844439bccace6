// All hits of a search as a table: comma-separated values, made in the page. Loaded where a reader asks for it.
(function (search) {
  "use strict";

  // So many turns' texts are read at a time.
  const AT_ONCE = 320;

  // A cell that a spreadsheet would take for a formula begins with an apostrophe.
  function cell(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = /^'*\s*[=+\-@\t\r\n]/.test(text) ? "'" + text : text;
    return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  // The text with « and » around what was found.
  function marked(text, marks) {
    let at = 0;
    let made = "";
    for (const mark of marks) {
      made += text.slice(at, mark.start) + "«" + text.slice(mark.start, mark.end) + "»";
      at = mark.end;
    }
    return made + text.slice(at);
  }

  const COLUMNS = ["document", "title", "turn", "part", "address", "date", "speaker", "speaker_id", "label", "n_found", "text"];

  function row(meta, turn, text, tree) {
    const turns = meta.turns;
    const page = meta.documents[turns.document[turn]];
    const speaker = turns.speaker[turn] === null ? {} : meta.speakers[turns.speaker[turn]];
    const label = turns.label[turn] === null ? null : meta.labels[turns.label[turn]];
    const date = turns.date[turn] === null ? null : meta.dates[turns.date[turn]].edtf;
    const marks = search.marks(tree, search.words(text));
    const address = new URL(search.turnAddress(meta, turn, ""), location.href).href;
    return [page.id, page.title, turns.anchor[turn], search.partOf(meta, turn), address, date, speaker.name, speaker.id, label, marks.length, marked(text, marks)];
  }

  // The table, as text.
  search.table = function (engine, turns, tree) {
    const lines = [COLUMNS];
    const next = (from) => {
      const some = turns.slice(from, from + AT_ONCE);
      if (some.length === 0) return Promise.resolve("\ufeff" + lines.map((cells) => cells.map(cell).join(",") + "\r\n").join(""));
      return engine.texts(some).then((texts) => {
        for (const turn of some.filter((turn) => texts.has(turn))) lines.push(row(engine.meta, turn, texts.get(turn), tree));
        return next(from + AT_ONCE);
      });
    };
    return next(0);
  };

  // Hands the table over as a file.
  search.take = function (engine, turns, tree) {
    return search.table(engine, turns, tree).then((table) => {
      const address = URL.createObjectURL(new Blob([table], { type: "text/csv;charset=utf-8" }));
      const link = search.element("a", { href: address, download: "search.csv" });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
  };
})((window.memconSearch = window.memconSearch || {}));
