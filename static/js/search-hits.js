// One hit → its list item: who, when, where, and the passages with the words marked. A concordance (`search-lines.js`) fills it with lines.
(function (search) {
  "use strict";

  // How much of a paragraph is shown on each side of a marked word, and how many passages of a turn.
  const AROUND = 160;
  const MOST_PASSAGES = 3;
  const OPENING = 280;

  // An element with attributes and children; text becomes text, never markup.
  search.element = function (name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) element.setAttribute(attribute, value);
    }
    element.append(...children);
    return element;
  };
  const element = search.element;

  // The paragraphs of an exported text: [{start, end}].
  const paragraphs = search.paragraphs = function (text) {
    const found = [];
    let start = 0;
    for (const part of text.split("\n\n")) {
      found.push({ start: start, end: start + part.length });
      start += part.length + 2;
    }
    return found;
  };

  // The nearest blank before `at` (from `from` on), or after it.
  function wordStart(text, at, from) {
    while (at > from && !/\s/.test(text[at - 1])) at -= 1;
    return at;
  }
  function wordEnd(text, at, to) {
    while (at < to && !/\s/.test(text[at])) at += 1;
    return at;
  }

  // Passages around the marks, none beyond its paragraph unless a mark is: [{start, end, marks, paragraph}].
  function passages(text, marks, parts) {
    const found = [];
    for (const mark of marks) {
      const first = parts.findIndex((part) => mark.start < part.end);
      const last = parts.findIndex((part) => mark.end <= part.end);
      const start = wordStart(text, Math.max(parts[first].start, mark.start - AROUND), parts[first].start);
      const end = wordEnd(text, Math.min(parts[last].end, mark.end + AROUND), parts[last].end);
      const before = found[found.length - 1];
      if (before && start <= before.end) {
        before.end = Math.max(before.end, end);
        before.marks.push(mark);
      } else {
        found.push({ start: start, end: end, marks: [mark], paragraph: first });
      }
    }
    return found;
  }

  // The passages that say most of what was asked: those with most different words marked, in their order in the text.
  function best(text, found) {
    const different = (one) => new Set(one.marks.map((mark) => text.slice(mark.start, mark.end).toLowerCase())).size;
    const ranked = found.slice().sort((a, b) => different(b) - different(a) || a.start - b.start);
    return { first: ranked[0], shown: ranked.slice(0, MOST_PASSAGES).sort((a, b) => a.start - b.start), others: ranked.slice(MOST_PASSAGES) };
  }

  function passage(text, shown, parts, language) {
    const line = element("p", { class: "hit-passage", lang: language, dir: language ? "auto" : null });
    let at = shown.start;
    if (!parts.some((part) => part.start === at)) line.append("… ");
    for (const mark of shown.marks) {
      line.append(text.slice(at, mark.start), element("mark", {}, text.slice(mark.start, mark.end)));
      at = mark.end;
    }
    line.append(text.slice(at, shown.end));
    if (!parts.some((part) => part.end === shown.end)) line.append(" …");
    return line;
  }

  // What is said of a turn's speaker beside the printed label.
  function speakerNote(attribution, label) {
    switch (attribution) {
      case "record": return search.say("by-editors");
      case "ambiguous": return search.say("ambiguous");
      case "authority":
      case "provisional": return label === null ? search.say("by-narration") : null;
      default: return null;
    }
  }

  // The address of a turn on its document's page, where the same words are marked.
  function address(meta, turn, paragraph, parts, query) {
    const isTurn = search.partOf(meta, turn) === "turns";
    let anchor = meta.turns.anchor[turn];
    const own = meta.paragraphs[turn];
    if (isTurn && paragraph !== null) {
      if (own) anchor = own[paragraph] || anchor;
      else if (parts.length > 1) anchor += "p" + (paragraph + 1);
    }
    const path = meta.documents[meta.turns.document[turn]].path;
    return path + (query ? "?q=" + encodeURIComponent(query) : "") + "#" + anchor;
  }

  search.turnAddress = function (meta, turn, query) {
    return address(meta, turn, null, [], query);
  };

  // Who a turn is given to: the label as printed, else the speaker.
  search.titleOf = function (meta, turn) {
    const part = search.partOf(meta, turn);
    if (part !== "turns") return search.say("part-name", { part: part });
    const speaker = meta.turns.speaker[turn];
    if (meta.turns.label[turn] !== null) return meta.labels[meta.turns.label[turn]];
    return speaker === null ? search.say("not-marked") : meta.speakers[speaker].name;
  };

  // The list item of a hit with its head and an empty body. `query` is the reader's line, handed on to the document's page if there is
  // anything to mark; `paragraph` is that of the first passage.
  search.hitFrame = function (meta, turn, text, paragraph, query) {
    const page = meta.documents[meta.turns.document[turn]];
    const speaker = meta.turns.speaker[turn] === null ? null : meta.speakers[meta.turns.speaker[turn]];
    const label = meta.turns.label[turn] === null ? null : meta.labels[meta.turns.label[turn]];
    const note = speakerNote(meta.attributions[meta.turns.attribution[turn]], label);
    const anchor = meta.turns.anchor[turn];
    const isTurn = search.partOf(meta, turn) === "turns";
    const number = isTurn ? [" ", element("span", { class: "hit-turn" }, search.say("turn-number", { number: anchor.slice(1) }))] : [];
    const title = search.titleOf(meta, turn);
    const where = [];
    if (speaker && speaker.name !== title) where.push(speaker.name);
    if (note) where.push(note);
    if (meta.turns.date[turn] !== null) where.push(meta.dates[meta.turns.date[turn]].words);
    where.push(page.title);
    const link = address(meta, turn, paragraph, paragraphs(text), paragraph === null ? "" : query);
    return element("li", { class: "hit", "data-hit": "", "data-turn": page.id + "#" + anchor },
      element("div", { class: "hit-head" },
        element("h3", {},
          element("span", { class: speaker ? "glyph speaker-" + speaker.slot : "glyph nobody" }),
          element("a", { href: link }, element("bdi", { lang: label ? page.language : null }, title), ...number)),
        element("p", { class: "hit-where" }, where.join(" · "))),
      element("div", { class: "hit-body" }));
  };

  // The beginning of a turn of which nothing is marked.
  search.opening = function (meta, turn, text) {
    const parts = paragraphs(text);
    const end = wordEnd(text, Math.min(OPENING, parts[0].end), parts[0].end);
    return passage(text, { start: 0, end: end, marks: [] }, parts, meta.documents[meta.turns.document[turn]].language);
  };

  // The list item of a hit, with passages.
  search.hit = function (meta, turn, text, tree, query) {
    const parts = paragraphs(text);
    const marks = search.marks(tree, search.words(text));
    const { first, shown, others } = best(text, passages(text, marks, parts));
    const item = search.hitFrame(meta, turn, text, first ? first.paragraph : null, query);
    const body = item.lastChild;
    if (shown.length === 0) body.append(search.opening(meta, turn, text));
    for (const one of shown) body.append(passage(text, one, parts, meta.documents[meta.turns.document[turn]].language));
    if (others.length > 0) {
      const more = others.reduce((sum, one) => sum + one.marks.length, 0);
      body.append(element("p", { class: "hit-more" }, search.say("marked-more", { n: more })));
    }
    return item;
  };
})((window.memconSearch = window.memconSearch || {}));
