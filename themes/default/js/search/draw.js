// What the search page shows: the answer about a case number, the hits, and the counts beside the filters.

import { wordsOf } from "./words.js";

const LONG_DATE = new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

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

function badgeOf(outcome, badges) {
  const badge = [...badges.content.children].find((candidate) => candidate.dataset.outcome === outcome);
  return badge ? [badge.firstElementChild.cloneNode(true)] : [];
}

// `where` is the hit's address with the query in it, so that the page it opens can mark the words.
export function drawHit(hit, where, badges, isMarked) {
  const facts = [hit.municipality, hit.body, LONG_DATE.format(new Date(hit.date))];
  if (hit.caseNumber) facts.push(`Sag ${hit.caseNumber}`);
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
  const lead = isDocument ? [element("p", {}, `»${typed}« ligner et dokument i sag ${meant}.`)] : [];
  if (cases.length === 0) {
    const sought = isDocument ? meant : typed;
    return [
      ...lead,
      element("p", { className: "lead" }, `Der er ingen sag »${sought}« på dette websted.`),
      element("p", { className: "meta" }, "Sagsnumre slås op nøjagtigt. Se efter, om tallet er skrevet rigtigt."),
    ];
  }
  const links = cases.map(({ url, number, municipality, title }) =>
    element(
      "li",
      {},
      element("a", { className: "go", href: `${site}${url.slice(1)}` }, `Gå til sag ${number}`),
      element("span", { className: "meta" }, [municipality, title].filter(Boolean).join(": ")),
    ),
  );
  return [...lead, element("ul", { className: "case-links" }, ...links)];
}

// The values of a filter, each with its number of hits; the chosen one stays, also where it has none.
export function drawOptions(select, counts) {
  const chosen = select.value;
  const any = select.options[0];
  const values = Object.keys(counts).filter((value) => counts[value] > 0 || value === chosen);
  if (chosen && !values.includes(chosen)) values.push(chosen);
  values.sort((a, b) => (select.name === "aar" ? b.localeCompare(a) : a.localeCompare(b, "da")));
  const options = values.map((value) => new Option(`${value} (${counts[value] ?? 0})`, value, false, value === chosen));
  select.replaceChildren(any, ...options);
  select.value = chosen;
}
