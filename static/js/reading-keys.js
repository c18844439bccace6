// Keys for reading: to the next and the previous turn, to the search, and a panel that explains them and switches them off.
// Needs: dialog[data-feature="keys"] with a checkbox; button[data-open="keys"] that opens it, hidden until then; .turn elements with ids
// and .turn-place links in [data-feature="reading"]; .bar, below which a turn is read; the field #within-q.
(function () {
  "use strict";

  const turns = document.querySelector('[data-feature="reading"]');
  const panel = document.querySelector('dialog[data-feature="keys"]');
  const opener = document.querySelector('button[data-open="keys"]');
  const box = panel && panel.querySelector('input[type="checkbox"]');
  if (!turns || !box || !panel.showModal) return;

  const key = "memcon-keys";
  try {
    box.checked = window.localStorage.getItem(key) !== "off";
  } catch {
    // Nothing can be remembered here.
  }
  box.addEventListener("change", () => {
    try {
      window.localStorage.setItem(key, box.checked ? "on" : "off");
    } catch {
      // The choice holds for this page.
    }
  });

  const all = Array.from(turns.querySelectorAll(".turn"));
  const bar = document.querySelector(".bar");

  // The turn being read: the last that begins above the line just under the bar.
  function current() {
    const line = (bar ? bar.getBoundingClientRect().height : 0) + 32;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle].getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // Where “previous” leads: to the beginning of a turn one is in the midst of, else to the turn before.
  function previous() {
    const at = current();
    const top = at < 0 ? 0 : all[at].getBoundingClientRect().top;
    return top < 0 ? at : Math.max(0, at - 1);
  }

  function go(index) {
    const turn = all[index];
    if (!turn) return;
    // The address leads to the turn, without a new entry in the history.
    window.location.replace(`#${turn.id}`);
    turn.querySelector(".turn-place a")?.focus({ preventScroll: true });
  }

  function search() {
    const field = document.getElementById("within-q");
    const seen = field && field.checkVisibility && field.checkVisibility() ? field : document.getElementById("masthead-q");
    if (seen) seen.focus();
  }

  const actions = {
    j: () => go(current() + 1),
    n: () => go(current() + 1),
    k: () => go(previous()),
    p: () => go(previous()),
    "/": search,
    "?": () => panel.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    if (!box.checked || panel.open) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const action = Object.prototype.hasOwnProperty.call(actions, event.key) ? actions[event.key] : null;
    if (!action) return;
    event.preventDefault();
    action();
  });

  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => panel.showModal());
  }
})();
