// The turns before and after a hit, in its document. Loaded where a reader asks for them.
(function (search) {
  "use strict";

  const element = search.element;
  // Of a long turn the end before a hit, the beginning after it.
  const MOST = 900;

  // The turns of the same document that stand next to one: [before, after], `null` where there is none.
  function neighbors(meta, turn) {
    if (search.partOf(meta, turn) !== "turns") return [null, null];
    const { document } = meta.turns;
    const own = meta.orders[document[turn]];
    if (own) {
      const at = own.indexOf(turn);
      return [own[at - 1], own[at + 1]].map((one) => (one === undefined ? null : one));
    }
    const nTurns = meta.nTurns || meta.n;
    const find = (step) => {
      let at = turn + step;
      while (at >= 0 && at < nTurns && document[at] !== document[turn]) at += step;
      return at >= 0 && at < nTurns ? at : null;
    };
    return [find(-1), find(1)];
  }

  function cut(text, isEnd) {
    const flat = text.replace(/\s+/g, " ");
    if (flat.length <= MOST) return flat;
    return isEnd ? "… " + flat.slice(-MOST).replace(/^\S*\s/, "") : flat.slice(0, MOST).replace(/\s\S*$/, "") + " …";
  }

  function shown(meta, turn, text, isEnd) {
    const page = meta.documents[meta.turns.document[turn]];
    return element("div", { class: "hit-neighbor" },
      element("p", { class: "hit-where" }, element("a", { href: search.turnAddress(meta, turn, "") }, search.titleOf(meta, turn))),
      element("p", { class: "hit-passage", lang: page.language, dir: page.language ? "auto" : null }, cut(text, isEnd)));
  }

  // Puts the turns before and after around the body of a hit.
  search.showAround = function (engine, turn, body) {
    return engine.need(["document"]).then(() => {
      const [before, after] = neighbors(engine.meta, turn);
      const wanted = [before, after].filter((one) => one !== null);
      return engine.texts(wanted).then((texts) => {
        if (texts.has(before)) body.prepend(shown(engine.meta, before, texts.get(before), true));
        if (texts.has(after)) body.append(shown(engine.meta, after, texts.get(after), false));
        if (wanted.length === 0) body.append(element("p", { class: "hit-more" }, search.say("nothing-around")));
      });
    });
  };
})((window.memconSearch = window.memconSearch || {}));
