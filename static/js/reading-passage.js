// A selected passage becomes an address that marks it for whoever opens it: `…html#t12:~:text=words`. A browser that does not know text
// fragments goes to the turn.
// Needs: [data-feature="reading"] with .turn elements whose words stand in [data-words]; button[data-feature="passage"], hidden while
// nothing is selected; `reading.js` for copying.
(function (search) {
  "use strict";

  const turns = document.querySelector('[data-feature="reading"]');
  const button = document.querySelector('[data-feature="passage"]');
  if (!turns || !button || !search.copyAddress) return;

  // The longest passage that is quoted whole in the address; of a longer one, its first and last words are.
  const LONGEST = 120;
  const ENDS = 5;
  // Words before or after, by which one of several like passages is known.
  const CONTEXT = 8;
  const squeeze = (text) => text.replace(/\s+/g, " ");
  const words = (text) => text.trim().split(" ");

  // What the selection holds, in stretches that nothing interrupts: no note sign, no end of a paragraph. Each knows the text around it.
  function stretches(range) {
    const found = [];
    for (const paragraph of turns.querySelectorAll(".turn [data-words]")) {
      if (!range.intersectsNode(paragraph)) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let open = null;
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(".note-sign")) {
          open = null;
          continue;
        }
        if (!open) {
          open = { turn: paragraph.closest(".turn"), text: "", start: -1, end: -1 };
          found.push(open);
        }
        if (range.intersectsNode(node)) {
          const start = node === range.startContainer ? range.startOffset : 0;
          const end = node === range.endContainer ? range.endOffset : node.data.length;
          if (start < end) {
            if (open.start < 0) open.start = open.text.length + start;
            open.end = open.text.length + end;
          }
        }
        open.text += node.data;
      }
    }
    return found.filter((one) => one.start >= 0 && one.text.slice(one.start, one.end).trim());
  }

  // Text fragments begin and end with whole words.
  function whole(stretch) {
    const { text } = stretch;
    let { start, end } = stretch;
    while (start < end && /\s/.test(text[start])) start += 1;
    while (end > start && /\s/.test(text[end - 1])) end -= 1;
    const segments = window.Intl && Intl.Segmenter ? [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)] : [];
    for (const { index, segment } of segments) {
      if (index < start && start < index + segment.length) start = index;
      if (index < end && end < index + segment.length) end = index + segment.length;
    }
    return {
      turn: stretch.turn,
      before: squeeze(text.slice(0, start)),
      text: squeeze(text.slice(start, end)),
      after: squeeze(text.slice(end)),
    };
  }

  function count(text, part) {
    let n = 0;
    for (let at = text.indexOf(part); at >= 0 && n < 2; at = text.indexOf(part, at + 1)) n += 1;
    return n;
  }

  const encode = (text) => encodeURIComponent(text.trim()).replace(/-/g, "%2D");

  function fragment(parts) {
    const all = squeeze(document.body.textContent).toLowerCase();
    const first = parts[0];
    const last = parts[parts.length - 1];
    const isWhole = parts.length === 1 && first.text.length <= LONGEST;
    const start = isWhole ? first.text : words(first.text).slice(0, ENDS).join(" ");
    const end = isWhole ? "" : words(last.text).slice(-ENDS).join(" ");
    const isAlone = (text) => count(all, text.toLowerCase()) < 2;
    let prefix = "";
    let suffix = "";
    if (!isAlone(start)) {
      const before = words(first.before);
      for (let n = 1; n <= Math.min(CONTEXT, before.length) && before[0]; n += 1) {
        prefix = before.slice(-n).join(" ");
        if (isAlone(first.before.endsWith(" ") ? `${prefix} ${start}` : prefix + start)) break;
      }
      const after = words(last.after);
      if (isWhole && !prefix && after[0]) suffix = after.slice(0, CONTEXT).join(" ");
    }
    return `${prefix && `${encode(prefix)}-,`}${encode(start)}${end && `,${encode(end)}`}${suffix && `,-${encode(suffix)}`}`;
  }

  let range = null;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null;
    if (range && !turns.contains(range.commonAncestorContainer)) range = null;
    button.hidden = !range || stretches(range).length === 0;
  });
  // The selection stays while the button is pressed.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const parts = range ? stretches(range).map(whole) : [];
    if (parts.length > 0) search.copyAddress(`#${parts[0].turn.id}:~:text=${fragment(parts)}`, "passage-copied");
  });
})(window.memconSearch || {});
