// “Report an error” begins a letter or an issue that says where it is: the title, the address, the words of the turn, the edition.
// Needs: [data-feature="reading"] around .turn elements, with data-published where the page has an address and data-edition; in each turn
// a link a[data-report] to where errors are reported. Without scripts the link leads there all the same.
(function (search) {
  "use strict";

  const say = search.say;
  const turns = document.querySelector('[data-feature="reading"]');
  if (!turns || !say) return;

  // As many letters of a turn as fit into the address of a letter.
  const LONGEST = 400;

  function words(turn) {
    const text = [...turn.querySelectorAll("[data-words]")].map((paragraph) => {
      const copy = paragraph.cloneNode(true);
      for (const sign of copy.querySelectorAll(".note-sign")) sign.remove();
      return copy.textContent;
    });
    const all = [...text.join(" ").replace(/\s+/g, " ").trim()];
    return all.length > LONGEST ? `${all.slice(0, LONGEST).join("")}…` : all.join("");
  }

  turns.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-report]");
    if (!link) return;
    const turn = link.closest(".turn");
    const number = turn.id.slice(1);
    const title = document.querySelector("h1").textContent;
    const published = turns.dataset.published;
    const lines = [say("report-question"), "", say("report-words", { number: number, words: words(turn) })];
    lines.push(published ? `${published}#${turn.id}` : `${location.pathname.split("/").pop()}#${turn.id}`);
    if (turns.dataset.edition) lines.push(say("report-edition", { edition: turns.dataset.edition }));
    const subject = say("report-subject", { title: title, number: number });
    if (!link.dataset.report) link.dataset.report = link.href;
    const address = link.dataset.report;
    const isMail = address.startsWith("mailto:");
    const body = encodeURIComponent(lines.join(isMail ? "\r\n" : "\n"));
    link.href = `${address}${address.includes("?") ? "&" : "?"}${isMail ? "subject" : "title"}=${encodeURIComponent(subject)}&body=${body}`;
  });
})(window.memconSearch || {});
