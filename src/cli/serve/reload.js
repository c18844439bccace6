// Shows the page anew when the archive has changed. Only `memcon serve` adds this script.
const changes = new EventSource("/_memcon/events");
changes.addEventListener("message", () => location.reload());
// Browsers keep few connections to one server; a page that is left gives its own back.
addEventListener("pagehide", () => changes.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
