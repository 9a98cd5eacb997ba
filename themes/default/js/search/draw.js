// What the search page shows: the hits, and the counts beside the filters.

import { passageOf } from "./passage.js";
import { say } from "./say.js";
import { isMarkedFor, tellingTerms } from "./words.js";

const LOCALE = { en: "en-GB" }[document.documentElement.lang] ?? document.documentElement.lang;
const LONG_DATE = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });

// The minutes are Danish, also where the page is not.
const DANISH = document.documentElement.lang === "da" ? {} : { lang: "da" };

// Beside its best hit a case has so many unfolded.
const SHOWN_OF_A_CASE = 3;

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// 20240514, or 202405, as it is read.
export function sayDay(word) {
  const [year, month, day] = [word.slice(0, 4), word.slice(4, 6), word.slice(6)];
  return day ? LONG_DATE.format(new Date(`${year}-${month}-${day}`)) : MONTH.format(new Date(`${year}-${month}-01`));
}

const badgeNamed = (outcome, badges) => [...badges.content.children].find((badge) => badge.dataset.outcome === outcome);

function badgeOf(hit, badges) {
  const badge = badgeNamed(hit.closed ? "lukket" : hit.outcome, badges);
  return badge ? [badge.firstElementChild.cloneNode(true)] : [];
}

// Which of the terms a word of the hit answers, or -1. A compound answers by what it ends in, where the index knows it.
function termFinder(hit, terms) {
  const ends = (word, term) =>
    hit.parts.some((part) => word.length > part.length && word.endsWith(part) && isMarkedFor(part, term));
  return (word) => terms.findIndex((term) => isMarkedFor(word, term) || ends(word, term));
}

// The words that the page of the hit is to mark: those of the query, and the compounds that answer it.
function wordsToMark(query, hit, termOf) {
  const terms = tellingTerms(query);
  const words = new Set(`${hit.title} ${hit.content}`.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
  const compounds = [...words].filter((word) => termOf(word) >= 0 && !terms.some((term) => isMarkedFor(word, term)));
  return [query, ...compounds].join(" ");
}

function linkTo(hit, { query, site }, termOf) {
  const [page, anchor] = hit.url.split("#");
  const words = query && `?q=${encodeURIComponent(wordsToMark(query, hit, termOf))}`;
  return `${site}${page}${words}#${anchor}`;
}

const passageNodes = (hit, termOf) =>
  passageOf(hit.content, termOf).map(({ text, marked }) => (marked ? element("mark", {}, text) : text));

// Where the case's page lies is not in the index: asked for by its number, the search leads there.
function caseOf({ caseNumber }) {
  if (!caseNumber) return [];
  const href = `?q=${encodeURIComponent(caseNumber)}`;
  return [" · ", element("a", { href }, say("case", { number: caseNumber }))];
}

// What came of the case later: the item alone may tell of an outcome that is no longer so.
function drawLater({ later }, badges) {
  const badge = later && [...badges.content.children].find((one) => one.dataset.value === later.outcome);
  if (!badge) return [];
  const told = [say("later"), " ", badge.firstElementChild.cloneNode(true), " ", LONG_DATE.format(new Date(later.date))];
  return [element("p", { className: "meta" }, ...told)];
}

function drawBest(hit, look) {
  const termOf = termFinder(hit, tellingTerms(look.query));
  const facts = [hit.municipality, hit.body, LONG_DATE.format(new Date(hit.date))].join(" · ");
  return [
    element("h2", {}, element("a", { href: linkTo(hit, look, termOf), ...DANISH }, hit.title)),
    element("p", { className: "meta" }, ...badgeOf(hit, look.badges), " ", facts, ...caseOf(hit)),
    ...drawLater(hit, look.badges),
    element("p", { className: "excerpt", ...DANISH }, ...passageNodes(hit, termOf)),
  ];
}

function drawLine(hit, look) {
  const termOf = termFinder(hit, tellingTerms(look.query));
  const name = `${hit.body}, ${LONG_DATE.format(new Date(hit.date))}`;
  const link = element("a", { href: linkTo(hit, look, termOf) }, name);
  return element("li", {}, link, " ", ...badgeOf(hit, look.badges));
}

function drawOthers(others, best, look) {
  const told = say("same_case", { count: others.length + 1, number: best.caseNumber });
  const lines = others.map((hit) => drawLine(hit, look));
  return element(
    "details",
    { className: "same-case", open: others.length <= SHOWN_OF_A_CASE },
    element("summary", {}, told),
    element("ul", {}, ...lines),
  );
}

// The hits of one case, best first. `look` is { query, site, badges }: the words to mark, the address of the site's pages
// in this language, and the page's outcomes.
export function drawGroup([best, ...others], look) {
  const more = others.length > 0 ? [drawOthers(others, best, look)] : [];
  return element("li", { className: "hit" }, ...drawBest(best, look), ...more);
}

// The values of a filter, each with its number of hits; the chosen one stays, also where it has none.
export function drawOptions(select, counts, badges) {
  const chosen = select.value;
  const any = select.options[0];
  const values = Object.keys(counts).filter((value) => counts[value] > 0 || value === chosen);
  if (chosen && !values.includes(chosen)) values.push(chosen);
  // The index has the outcomes' Danish names; the page has them in its own language.
  const doors = select.name === "lukket" ? { ja: say("closed_ja"), nej: say("closed_nej") } : {};
  const named = (value) => doors[value] ?? badgeNamed(value, badges)?.textContent ?? value;
  const labels = new Map(values.map((value) => [value, named(value)]));
  values.sort((a, b) =>
    select.name === "aar" ? b.localeCompare(a) : labels.get(a).localeCompare(labels.get(b), document.documentElement.lang),
  );
  const options = values.map(
    (value) => new Option(`${labels.get(value)} (${counts[value] ?? 0})`, value, false, value === chosen),
  );
  select.replaceChildren(any, ...options);
  select.value = chosen;
}
