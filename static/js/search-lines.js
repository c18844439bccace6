// Hits as a concordance: each occurrence on a line of its own with the words around it, keyword under keyword. Loaded where a reader asks
// for it. Lines are cut between words, as many as fit; a window of another width cuts them anew.
(function (search) {
  "use strict";

  const element = search.element;
  // More words than any line holds.
  const MOST = 240;

  const ruler = document.createElement("canvas").getContext("2d");

  // Words with the blank beside them; letters of scripts without blanks one by one.
  const LETTER = "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3000-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]";
  const BEFORE = new RegExp(LETTER + " ?|(?:(?!" + LETTER + ")\\S)+ ?| ", "gu");
  const AFTER = new RegExp(" ?" + LETTER + "| ?(?:(?!" + LETTER + ")\\S)+| ", "gu");

  // The words at the end (or the beginning) of a text that fit into a width, of the font set on the ruler.
  function fitting(text, width, isEnd) {
    const words = text.match(isEnd ? BEFORE : AFTER) || [];
    let shown = "";
    while (words.length > 0) {
      const longer = isEnd ? words.pop() + shown : shown + words.shift();
      if (ruler.measureText(longer).width > width) break;
      shown = longer;
    }
    return shown;
  }

  function line(text, mark, parts, language) {
    const first = parts.findIndex((part) => mark.start < part.end);
    const last = parts.findIndex((part) => mark.end <= part.end);
    const flat = (from, to) => text.slice(from, to).replace(/\s+/g, " ");
    const before = flat(Math.max(parts[first].start, mark.start - MOST), mark.start);
    const after = flat(mark.end, Math.min(parts[last].end, mark.end + MOST));
    const made = element("p", { class: "line", lang: language, dir: language ? "auto" : null },
      element("span", { class: "line-before" }), element("span", { class: "line-from" }, element("mark", {}, flat(mark.start, mark.end)), element("span", { class: "line-after" })));
    return { element: made, before: before, after: after };
  }

  // Writes the words around the keyword, as many as fit.
  function fit(lines) {
    if (lines.length === 0) return;
    const style = getComputedStyle(lines[0].element);
    ruler.font = [style.fontStyle, style.fontWeight, style.fontSize, style.fontFamily].join(" ");
    const widths = lines.map((one) => {
      const [before, from] = one.element.children;
      return { before: before.clientWidth, after: from.clientWidth - from.firstChild.offsetWidth };
    });
    lines.forEach((one, index) => {
      const [before, from] = one.element.children;
      before.textContent = fitting(one.before, widths[index].before, true);
      from.lastChild.textContent = fitting(one.after, widths[index].after, false);
    });
  }

  let shown = [];
  let width = 0;
  const observer = new ResizeObserver((entries) => {
    const now = entries[0].contentRect.width;
    if (Math.abs(now - width) < 1) return;
    width = now;
    fit(shown);
  });

  // The list item of a hit, as lines: {item, lines}.
  search.hitAsLines = function (meta, turn, text, tree, query) {
    const parts = search.paragraphs(text);
    const marks = search.marks(tree, search.words(text));
    const language = meta.documents[meta.turns.document[turn]].language;
    const lines = marks.map((mark) => line(text, mark, parts, language));
    const first = marks.length > 0 ? parts.findIndex((part) => marks[0].start < part.end) : null;
    const item = search.hitFrame(meta, turn, text, first, query);
    item.classList.add("hit-lines");
    item.lastChild.append(...lines.map((one) => one.element));
    if (lines.length === 0) item.lastChild.append(search.opening(meta, turn, text));
    return { item: item, lines: lines };
  };

  // Shows hits as lines in a list.
  search.showLines = function (list, made) {
    shown = made.flatMap((one) => one.lines);
    observer.disconnect();
    width = 0;
    observer.observe(list);
  };
})((window.memconSearch = window.memconSearch || {}));
