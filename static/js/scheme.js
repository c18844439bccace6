// The reader's choice of light or dark colors, remembered in this browser. It stands in the head and is not deferred, so that no page
// flashes in the wrong colors.
// Needs: [data-feature="scheme"] with radio buttons named "scheme" of the values "system", "light", "dark". Where nothing can be
// remembered, the choice holds for the page.
(function () {
  "use strict";

  const root = document.documentElement;
  const key = "memcon-scheme";

  function remembered() {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function show(scheme) {
    if (scheme === "light" || scheme === "dark") {
      root.dataset.scheme = scheme;
    } else {
      delete root.dataset.scheme;
    }
  }

  show(remembered());
  document.addEventListener("DOMContentLoaded", () => {
    const control = document.querySelector('[data-feature="scheme"]');
    if (!control) return;
    const choose = (scheme) => {
      const radio = control.querySelector(`input[value="${scheme}"]`);
      if (radio) radio.checked = true;
    };
    choose(root.dataset.scheme || "system");
    control.hidden = false;
    control.addEventListener("change", (event) => {
      show(event.target.value);
      try {
        window.localStorage.setItem(key, event.target.value);
      } catch {
        // The choice holds for this page.
      }
    });
    // Another page of the archive, open at the same time.
    window.addEventListener("storage", (event) => {
      if (event.key !== key) return;
      show(event.newValue);
      choose(root.dataset.scheme || "system");
    });
  });
})();
