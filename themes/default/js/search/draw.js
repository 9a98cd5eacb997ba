// What the search page shows: the answer about a case number, the hits, and the counts beside the filters.

import { say } from "./say.js";
import { wordsOf } from "./words.js";

const LOCALE = { en: "en-GB" }[document.documentElement.lang] ?? document.documentElement.lang;
const LONG_DATE = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The engine marks the words it found, and writes < and > as entities; everything else is text as it stands.
function excerptNodes(excerpt, isMarked) {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    const text = part.replace(/<\/?mark>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return part.startsWith("<mark>") && wordsOf(text).some(isMarked) ? element("mark", {}, text) : text;
  });
}

const badgeNamed = (outcome, badges) => [...badges.content.children].find((badge) => badge.dataset.outcome === outcome);

function badgeOf(outcome, badges) {
  const badge = badgeNamed(outcome, badges);
  return badge ? [badge.firstElementChild.cloneNode(true)] : [];
}

// `where` is the hit's address with the query in it, so that the page it opens can mark the words.
export function drawHit(hit, where, badges, isMarked) {
  const facts = [hit.municipality, hit.body, LONG_DATE.format(new Date(hit.date))];
  if (hit.caseNumber) facts.push(say("case", { number: hit.caseNumber }));
  return element(
    "li",
    { className: "hit" },
    element("h2", {}, element("a", { href: where }, hit.title)),
    element("p", { className: "meta" }, ...badgeOf(hit.closed ? "lukket" : hit.outcome, badges), facts.join(" · ")),
    element("p", { className: "excerpt" }, ...excerptNodes(hit.excerpt, isMarked)),
  );
}

// The cases of a typed number; where there are none, it says so truthfully.
export function drawCases({ typed, meant, document: isDocument }, cases, site) {
  const lead = isDocument ? [element("p", {}, say("looks_like_document", { typed, number: meant }))] : [];
  if (cases.length === 0) {
    const sought = isDocument ? meant : typed;
    return [
      ...lead,
      element("p", { className: "lead" }, say("no_case", { number: sought })),
      element("p", { className: "meta" }, say("no_case_advice")),
    ];
  }
  const links = cases.map(({ url, number, municipality, title }) =>
    element(
      "li",
      {},
      element("a", { className: "go", href: `${site}${url.slice(1)}` }, say("go_to_case", { number })),
      element("span", { className: "meta" }, [municipality, title].filter(Boolean).join(": ")),
    ),
  );
  return [...lead, element("ul", { className: "case-links" }, ...links)];
}

// The values of a filter, each with its number of hits; the chosen one stays, also where it has none.
export function drawOptions(select, counts, badges) {
  const chosen = select.value;
  const any = select.options[0];
  const values = Object.keys(counts).filter((value) => counts[value] > 0 || value === chosen);
  if (chosen && !values.includes(chosen)) values.push(chosen);
  // The index has the outcomes' Danish names; the page has them in its own language.
  const named = (value) => badgeNamed(value, badges)?.textContent ?? value;
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
