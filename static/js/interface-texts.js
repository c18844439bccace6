// The words that scripts say, in the language of the site: `memconSearch.say("found", {n: 3})`.
//
// The texts are data, made from `templates/i18n`: lists of words, of values (`["n"]`) and of choices by a number or
// word (`["n", {"one": […]}, […]]`, the last for all other cases). A text that is missing is said by its name. A page has only the texts
// that its scripts say.
(function (search) {
  "use strict";

  if (!search.interface) return;
  const plurals = window.Intl && Intl.PluralRules ? new Intl.PluralRules(search.interface.language) : { select: () => "other" };
  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

  // A number in groups of three digits, as on the pages.
  search.number = function (n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, search.interface.separator);
  };

  function choose(variants, value, other) {
    const keys = typeof value === "number" ? [String(value), plurals.select(value)] : [String(value)];
    const key = keys.find((key) => has(variants, key));
    return key === undefined ? other : variants[key];
  }

  function write(parts, values) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      const value = has(values, part[0]) ? values[part[0]] : "";
      if (part.length > 1) return write(choose(part[1], value, part[2]), values);
      return typeof value === "number" ? search.number(value) : value;
    }).join("");
  }

  search.say = function (id, values) {
    const { texts } = search.interface;
    return has(texts, id) ? write(texts[id], values || {}) : id;
  };

  // “a”, “a or b”, “a, b or c”.
  search.either = function (items) {
    if (items.length < 2) return items.join("");
    return search.say("list-or", { first: items.slice(0, -1).join(", "), last: items[items.length - 1] });
  };

  // The name of a month, as `1990-05`, or of a year.
  search.month = function (text) {
    const month = Number(text.slice(5, 7));
    return month ? search.say("month", { month: month, year: text.slice(0, 4) }) : search.say("year", { year: text });
  };
})((window.memconSearch = window.memconSearch || {}));
