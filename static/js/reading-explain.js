// A mentioned person or an abbreviation is explained when it is reached by keyboard, pointed at or tapped. What is said stands in the
// lists at the foot of the document, to which the links lead without scripts.
// Needs: [data-feature="reading"] with a.mention and a.term; [data-feature="explanations"] lists whose dt hold a link to the same page or
// have the id that the term leads to, each followed by its dd.
(function () {
  "use strict";

  const turns = document.querySelector('[data-feature="reading"]');
  const told = new Map();
  for (const name of document.querySelectorAll('[data-feature="explanations"] dt')) {
    const link = name.querySelector("a");
    const about = name.nextElementSibling;
    if (about && (link || name.id)) {
      told.set(link ? link.getAttribute("href") : `#${name.id}`, { name: name.textContent.trim(), about: about.textContent.trim() });
    }
  }
  if (!turns || told.size === 0) return;

  const box = document.createElement("div");
  box.className = "explanation";
  box.id = "explanation";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let shown = null;

  function hide() {
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  function show(link) {
    const found = told.get(link.getAttribute("href"));
    if (!found || link === shown) return Boolean(found);
    hide();
    const name = document.createElement("b");
    name.textContent = found.name;
    box.replaceChildren(name, ` ${found.about}`);
    box.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", "explanation");
    return true;
  }

  const explained = (event) => (event.target.closest ? event.target.closest("a.mention, a.term") : null);
  turns.addEventListener("focusin", (event) => {
    const link = explained(event);
    if (link) show(link);
    else hide();
  });
  turns.addEventListener("focusout", hide);
  turns.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = explained(event);
    if (link) show(link);
    else hide();
  });
  turns.addEventListener("pointerleave", hide);
  // The first tap explains, the second follows the link.
  let tapped = null;
  turns.addEventListener("pointerdown", (event) => {
    const link = explained(event);
    tapped = event.pointerType === "mouse" || !link || link === shown ? null : link;
    if (!link) hide();
  });
  turns.addEventListener("click", (event) => {
    const link = explained(event);
    if (link && link === tapped && show(link)) event.preventDefault();
    tapped = null;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
