// A date or span of dates → first and last day, and the turns that may have been spoken then. The same as `src/query/date.rs`.
(function (search) {
  "use strict";

  // Days as numbers: 19900525.
  function day(year, month, dayOfMonth) {
    return year * 10000 + month * 100 + dayOfMonth;
  }

  function exists(year, month, dayOfMonth) {
    const date = new Date(Date.UTC(2000, 0, 1));
    date.setUTCFullYear(year, month - 1, dayOfMonth);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  }

  // One EDTF date → {first, last}, or null: 1990, 199X, 1990-05, 1990-05?, 1990-05-25, 1990-XX.
  function span(text) {
    const parts = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[?~%]?$/.exec(text.trim().toUpperCase());
    if (!parts) return null;
    const firstYear = Number(parts[1].replace(/X/g, "0"));
    const lastYear = Number(parts[1].replace(/X/g, "9"));
    const month = parts[2] && parts[2] !== "XX" ? Number(parts[2]) : 0;
    const dayOfMonth = parts[3] && parts[3] !== "XX" ? Number(parts[3]) : 0;
    // 21 to 24 are seasons: known to the year.
    if (month === 0 || (month >= 21 && month <= 24 && !parts[3])) return { first: day(firstYear, 1, 1), last: day(lastYear, 12, 31) };
    if (month > 12 || firstYear !== lastYear) return null;
    if (dayOfMonth === 0) return { first: day(firstYear, month, 1), last: day(firstYear, month, 31) };
    if (!exists(firstYear, month, dayOfMonth)) return null;
    return { first: day(firstYear, month, dayOfMonth), last: day(firstYear, month, dayOfMonth) };
  }

  // A date, or a span of dates with `..` or `/` between, open where a side is left out → {first, last}, or null.
  search.span = function (text) {
    const sides = text.includes("/") ? text.split("/") : text.split("..");
    if (sides.length === 1) return span(text);
    const isOpen = (side) => side.trim() === "" || side.trim() === "..";
    if (sides.length > 2 || sides.every(isOpen)) return null;
    const [from, to] = sides.map((side) => (isOpen(side) ? { first: 0, last: 99999999 } : span(side)));
    if (!from || !to || from.first > to.last) return null;
    return { first: from.first, last: to.last };
  };

  // A test of turns: whether they may have been spoken in a span.
  search.datedIn = function (meta, wanted) {
    const spans = meta.dates.map((known) => search.span(known.edtf));
    return (turn) => {
      const known = meta.turns.date[turn] === null ? null : spans[meta.turns.date[turn]];
      return known !== null && known.first <= wanted.last && known.last >= wanted.first;
    };
  };
})((window.memconSearch = window.memconSearch || {}));
