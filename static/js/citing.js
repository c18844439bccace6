// Loaded when a citation is opened or words are selected for the first time (`reading.js`).
// Citations in the reader's style, of a turn, of its paragraphs, or of what is selected. The page holds each style once, with places left
// open for speaker, place and anchor; this fills them in as `src/citation/slots.rs` does.
// Needs: [data-feature="reading"] with .turn elements whose paragraphs are [data-words] and whose .cite holds .citation and data-speaker;
// [data-feature="citing"] with data-pattern, data-speakers and, for each style, .citation with data-named and data-literal.
// `button[data-feature="cite-passage"]` is shown while words of turns are selected. Without any of these it does nothing.
(function (search) {
  "use strict";

  const say = search.say;
  const turns = document.querySelector('[data-feature="reading"]');
  const citing = document.querySelector('[data-feature="citing"]');
  if (!say || !turns || !citing) return;

  const speakers = JSON.parse(citing.dataset.speakers);
  const conversations = JSON.parse(citing.dataset.conversations || "[]");
  const own = JSON.parse(citing.dataset.pattern);
  const styles = [...citing.querySelectorAll(".citation[data-named]")].map((element) => ({
    title: element.dataset.title,
    named: JSON.parse(element.dataset.named),
    literal: JSON.parse(element.dataset.literal),
  }));
  let style = -1;

  const paragraphsOf = (turn) => [...turn.querySelectorAll("[data-words]")];
  const number = (turn) => turn.id.slice(1);

  // A passage: its first and last turn, and paragraphs of them, counted from 0.
  function whole(turn) {
    return { first: turn, from: 0, last: turn, to: paragraphsOf(turn).length - 1 };
  }

  function isWhole(passage) {
    return passage.from === 0 && passage.to + 1 >= paragraphsOf(passage.last).length;
  }

  function turnsOf(passage) {
    const all = [...turns.querySelectorAll(".turn")];
    return all.slice(all.indexOf(passage.first), all.indexOf(passage.last) + 1);
  }

  function place(passage) {
    const [first, last] = [number(passage.first), number(passage.last)];
    const [from, to] = [passage.from + 1, passage.to + 1];
    const isOne = passage.first === passage.last;
    let words = `turn ${first}, par. ${from}, to turn ${last}, par. ${to}`;
    if (isWhole(passage)) {
      words = isOne ? `turn ${first}` : `turns ${first}–${last}`;
    } else if (isOne) {
      words = from === to ? `turn ${first}, par. ${from}` : `turn ${first}, pars. ${from}–${to}`;
    }
    const told = [];
    for (const turn of turnsOf(passage)) {
      const at = turn.querySelector(".cite").dataset.conversation;
      if (at !== undefined && told[told.length - 1] !== conversations[at]) told.push(conversations[at]);
    }
    return told.length > 0 ? `${words} (${told.join("; ")})` : words;
  }

  function speakerOf(passage) {
    const found = [];
    for (const turn of turnsOf(passage)) {
      const speaker = speakers[turn.querySelector(".cite").dataset.speaker];
      if (!found.includes(speaker)) found.push(speaker);
    }
    if (found.length === 1) return found[0];
    const names = found.map((speaker) => speaker.speaker);
    return { speaker: `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}` };
  }

  function anchor(passage) {
    const paragraph = paragraphsOf(passage.first)[passage.from];
    return isWhole(passage) || !paragraph.id ? passage.first.id : paragraph.id;
  }

  const initials = (given, between) =>
    given
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => name.split("-").filter(Boolean).map((part) => [...part][0]).join(`${between.trimEnd()}-`))
      .join(between);

  function fill(passage) {
    const speaker = speakerOf(passage);
    const chosen = styles[style];
    const pattern = chosen ? (speaker.family ? chosen.named : chosen.literal) : own;
    const values = { ...speaker, place: place(passage), anchor: anchor(passage) };
    return pattern
      .map((piece) => {
        if (typeof piece === "string") return piece;
        if (piece[0] === "initials") return initials(speaker.given || "", piece[1]);
        return values[piece[0]] || "";
      })
      .join("");
  }

  function select(label, options, chosen) {
    const field = document.createElement("label");
    field.append(`${label} `);
    const list = document.createElement("select");
    options.forEach((words, at) => list.add(new Option(words, String(at), false, at === chosen)));
    field.append(list);
    return [field, list];
  }

  // The choices stand above the citation, made when it is opened for the first time.
  function equip(cite) {
    if (cite.querySelector(".cite-choices")) return;
    const turn = cite.closest(".turn");
    const citation = cite.querySelector(".citation");
    const choices = document.createElement("p");
    choices.className = "cite-choices";
    cite.passage = whole(turn);
    cite.show = function () {
      citation.textContent = fill(cite.passage);
    };
    const [styleField, styleList] = select(say("cite-style"), [say("cite-own"), ...styles.map((one) => one.title)], style + 1);
    styleList.addEventListener("change", () => {
      style = Number(styleList.value) - 1;
      cite.show();
    });
    if (styles.length > 0) choices.append(styleField);
    const n = paragraphsOf(turn).length;
    if (n > 1) {
      const parts = [say("cite-whole")];
      for (let at = 1; at <= n; at += 1) parts.push(say("cite-paragraph", { n: at }));
      const [partField, partList] = select(say("cite-part"), parts, 0);
      partList.addEventListener("change", () => {
        const at = Number(partList.value) - 1;
        cite.passage = at < 0 ? whole(turn) : { first: turn, from: at, last: turn, to: at };
        cite.show();
      });
      choices.append(" ", partField);
    }
    if (choices.childNodes.length > 0) citation.before(choices);
    cite.styleList = styleList;
  }

  function open(cite) {
    if (!cite.matches || !cite.matches(".cite") || !cite.open) return;
    equip(cite);
    cite.styleList.value = String(style + 1);
    cite.show();
  }

  turns.addEventListener("toggle", (event) => open(event.target), true);
  turns.querySelectorAll(".cite[open]").forEach(open);

  // What is selected, from paragraph to paragraph.
  const button = document.querySelector('[data-feature="cite-passage"]');
  if (!button) return;

  function selected() {
    const selection = document.getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!turns.contains(range.commonAncestorContainer)) return null;
    const met = [...turns.querySelectorAll(".turn [data-words]")].filter((paragraph) => {
      if (!range.intersectsNode(paragraph)) return false;
      const part = range.cloneRange();
      const all = document.createRange();
      all.selectNodeContents(paragraph);
      if (part.compareBoundaryPoints(Range.START_TO_START, all) < 0) part.setStart(all.startContainer, all.startOffset);
      if (part.compareBoundaryPoints(Range.END_TO_END, all) > 0) part.setEnd(all.endContainer, all.endOffset);
      return part.toString().trim() !== "";
    });
    if (met.length === 0) return null;
    const end = (paragraph) => {
      const turn = paragraph.closest(".turn");
      return [turn, paragraphsOf(turn).indexOf(paragraph)];
    };
    const [first, from] = end(met[0]);
    const [last, to] = end(met[met.length - 1]);
    return { first, from, last, to };
  }

  const offer = () => {
    button.hidden = !selected();
  };
  document.addEventListener("selectionchange", offer);
  offer();
  // The selection stays while the button is pressed.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const passage = selected();
    if (!passage) return;
    const cite = passage.first.querySelector(".cite");
    equip(cite);
    cite.passage = passage;
    cite.show();
    cite.styleList.value = String(style + 1);
    cite.open = true;
    cite.querySelector("summary").focus();
    cite.scrollIntoView({ block: "nearest" });
  });
})(window.memconSearch || {});
