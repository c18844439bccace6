// Marks the words a reader searched for (`?q=` in the address) in the turns of a document, and leads from one to the next.
// It needs `[data-feature=reading]` with turns (`[data-turn]`) whose words stand in `[data-words]`, and other texts in `[data-part]`, which
// are marked where the reader asks for them (`in:notes`); signs of notes are no words.
(function (search) {
  "use strict";

  const query = new URLSearchParams(location.search).get("q");
  const text = document.querySelector("[data-feature=reading]");
  if (!query || !text || !search.parse || !search.marks || !search.widen || !search.say) return;
  const typed = search.parse(query).tree;
  if (!typed || search.phrases(typed).length === 0) return;

  // A part of the forms of names and terms, where they are many; without one that cannot be loaded its words are marked as typed.
  function formsOf(part) {
    const all = (text.dataset.marks || "").split(" ")[0];
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = all.replace(/\.js$/, "-" + part + ".js");
      script.onload = () => resolve(search.given["also-" + part] || {});
      script.onerror = () => resolve({});
      document.head.append(script);
    });
  }

  // The text nodes of a turn's paragraphs, and where each begins in the turn's text as exported.
  function pieces(paragraphs) {
    const found = [];
    let at = 0;
    for (const paragraph of paragraphs) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(".note-sign")) continue;
        found.push({ node: node, start: at, end: at + node.data.length });
        at += node.data.length;
      }
      at += 2;
    }
    return found;
  }

  function textOf(pieces) {
    let text = "";
    for (const piece of pieces) text = text.padEnd(piece.start, "\n") + piece.node.data;
    return text;
  }

  // Puts a part of a text node into a mark; what stands after it becomes a node of its own.
  function wrap(node, start, end) {
    const marked = node.splitText(start);
    marked.splitText(end - start);
    const mark = document.createElement("mark");
    marked.replaceWith(mark);
    mark.append(marked);
    return mark;
  }

  // Marks a turn or another text; a mark that runs over elements has several parts, and its first is where it begins.
  function markText(tree, paragraphs) {
    const nodes = pieces(paragraphs);
    const ranges = search.marks(tree, search.words(textOf(nodes)));
    const firsts = [];
    // From the end, so that places before a mark stay what they are.
    for (const range of ranges.reverse()) {
      let first = null;
      for (const piece of nodes.filter((piece) => piece.start < range.end && piece.end > range.start).reverse()) {
        first = wrap(piece.node, Math.max(0, range.start - piece.start), Math.min(range.end, piece.end) - piece.start);
      }
      if (first) firsts.unshift(first);
    }
    return firsts;
  }

  // Marks what a tree finds, and offers the way from one mark to the next.
  function markAll(tree) {
    const saysIn = search.allFilters(tree).some((filter) => filter.field === "in");
    const texts = Array.from(text.querySelectorAll(saysIn ? "[data-turn], [data-part]" : "[data-turn]"));
    const marks = texts.flatMap((one) => markText(tree, one.matches("[data-part]") ? [one] : one.querySelectorAll("[data-words]")));
    if (marks.length === 0) return;

    function show(mark) {
      const box = mark.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight) mark.scrollIntoView({ block: "center", behavior: "instant" });
    }

    // Lands on the turn of the address again, since marks may have moved the lines, and on its first mark if that is further down.
    const target = document.querySelector(":target");
    if (target) {
      target.scrollIntoView({ behavior: "instant" });
      const inTarget = marks.find((mark) => target.contains(mark));
      if (inTarget) show(inTarget);
    }

    // The way from one mark to the next.
    let at = target ? marks.findIndex((mark) => target.contains(mark)) : -1;
    const count = document.createElement("span");
    const say = () => {
      count.textContent = at < 0
        ? search.say("marked-places", { n: marks.length, query: query })
        : search.say("marked-place", { at: at + 1, n: marks.length, query: query });
    };
    const step = (by) => {
      at = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
      marks[at].tabIndex = -1;
      marks[at].focus({ preventScroll: true });
      marks[at].scrollIntoView({ block: "center" });
      say();
    };
    const button = (name, by) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = name;
      made.addEventListener("click", () => step(by));
      return made;
    };
    // The keys of reading, where they are on.
    const keys = document.querySelector('dialog[data-feature="keys"] input[type="checkbox"]');
    document.addEventListener("keydown", (event) => {
      if (!keys || !keys.checked || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.key.toLowerCase() !== "m" || event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
      event.preventDefault();
      step(event.key === "M" ? -1 : 1);
    });
    const away = document.createElement("a");
    away.href = location.pathname.split("/").pop() + location.hash;
    away.textContent = search.say("without-marks");
    const bar = document.createElement("nav");
    bar.className = "marks-bar";
    bar.setAttribute("aria-label", search.say("marked-words"));
    bar.append(count, button(search.say("previous"), -1), button(search.say("next"), 1), away);
    text.append(bar);
    say();
  }

  search.formsFor((search.given && search.given.also) || [], typed, formsOf).then((groups) => markAll(search.widen(typed, groups).tree));
})((window.memconSearch = window.memconSearch || {}));
