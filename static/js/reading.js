// Comforts for reading a document: links and citations are copied, the turn in view is marked in the drawing.
// Published as one file with `interface-texts.js`, the texts it says, and the other `reading-*.js`.
// Needs: [data-feature="reading"] around the turns, with data-published where the page has an address and data-citing, the script of citations; in it .turn elements with ids,
// a[data-copy="link"], and .cite with .citation and button[data-copy="citation"]. Without any of these it does nothing.
(function (search) {
  "use strict";

  const say = search.say;
  const turns = document.querySelector('[data-feature="reading"]');
  if (!turns || !say) return;

  const status = document.createElement("p");
  status.className = "copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  let timer = 0;

  function tell(words) {
    status.textContent = words;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      status.textContent = "";
    }, 4000);
  }

  function copy(text, done) {
    if (!navigator.clipboard) {
      tell(say("copy-impossible"));
      return;
    }
    navigator.clipboard.writeText(text).then(
      () => tell(done),
      () => tell(say("copy-refused")),
    );
  }

  // The published address, never one of a disk.
  function address(hash) {
    if (turns.dataset.published) return turns.dataset.published + hash;
    if (location.protocol === "file:") return "";
    return location.href.split("#")[0] + hash;
  }

  // Copies the address of a place in the document, and says so.
  search.copyAddress = function (hash, said) {
    const published = address(hash);
    if (published) {
      copy(published, say(said, { address: published }));
    } else {
      tell(say("no-address"));
    }
  };

  turns.addEventListener("click", (event) => {
    const link = event.target.closest('a[data-copy="link"]');
    if (link) search.copyAddress(link.hash, "address-copied");
  });

  // What makes citations in other styles is loaded when somebody cites.
  function loadCiting() {
    const address = turns.dataset.citing;
    if (!address) return;
    delete turns.dataset.citing;
    const script = document.createElement("script");
    script.src = address;
    document.head.append(script);
  }
  turns.addEventListener("toggle", (event) => {
    if (event.target.matches(".cite")) loadCiting();
  }, true);
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.isCollapsed && turns.contains(selection.anchorNode)) loadCiting();
  });

  // The button for copying appears with the citation it copies.
  if (navigator.clipboard) {
    turns.addEventListener("toggle", (event) => {
      const button = event.target.querySelector('button[data-copy="citation"]');
      if (button) button.hidden = false;
    }, true);
    turns.addEventListener("click", (event) => {
      const button = event.target.closest('button[data-copy="citation"]');
      const citation = button?.closest(".cite")?.querySelector(".citation");
      if (citation) copy(citation.textContent, say("citation-copied"));
    });
  }

  // The turn at the top of the view is marked in the drawing.
  const places = new Map();
  for (const mark of document.querySelectorAll(".score a, .strip a")) {
    const id = mark.getAttribute("href").slice(1);
    places.set(id, [...(places.get(id) ?? []), mark]);
  }
  let current = [];
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.find((one) => one.isIntersecting);
      if (!entry) return;
      for (const mark of current) delete mark.dataset.current;
      current = places.get(entry.target.id) ?? [];
      for (const mark of current) mark.dataset.current = "";
    },
    { rootMargin: "-12% 0px -87% 0px" },
  );
  for (const turn of turns.querySelectorAll(".turn")) observer.observe(turn);

  // The words searched for are marked, by scripts that are loaded only where there are such words.
  const marks = (turns.dataset.marks || "").split(" ").filter(Boolean);
  if (new URLSearchParams(location.search).get("q")) {
    search.given = {};
    search.add = (name, data) => {
      search.given[name] = data;
    };
    for (const address of marks) {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.append(script);
    }
  }
})(window.memconSearch || {});
