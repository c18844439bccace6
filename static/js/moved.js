// At an address that was published and is another's now, goes on to the new one, at the same place.
// Needs: a link [data-feature="moved"]; places with an id that hold a link of their own.
(function () {
  "use strict";

  const link = document.querySelector('[data-feature="moved"]');
  if (!link) return;
  let place = location.hash.slice(1);
  try {
    place = decodeURIComponent(place);
  } catch {
    // A place that is no text is looked for as it is.
  }
  const own = place && document.getElementById(place)?.querySelector("a[href]");
  const url = new URL((own || link).href);
  if (!own) url.hash = location.hash;
  url.search = location.search;
  location.replace(url.href);
})();
