// What the search page answers about a case number: the way to the case, or that there is none, and which may be meant.

import { element } from "./draw.js";
import { say } from "./say.js";

// `label` says what a link with a case's number says.
function drawLinks(cases, site, label) {
  const links = cases.map(({ url, number, municipality, title }) =>
    element(
      "li",
      {},
      element("a", { className: "go", href: `${site}${url.slice(1)}` }, label(number)),
      element("span", { className: "meta" }, [municipality, title].filter(Boolean).join(": ")),
    ),
  );
  return element("ul", { className: "case-links" }, ...links);
}

// The cases of a typed number; where there are none, it says so truthfully. `near` are cases that may be meant instead.
export function drawCases({ typed, meant, document: isDocument, cases, near }, site) {
  const lead = isDocument ? [element("p", {}, say("looks_like_document", { typed, number: meant }))] : [];
  if (cases.length > 0) return [...lead, drawLinks(cases, site, (number) => say("go_to_case", { number }))];
  const none = element("p", { className: "lead" }, say("no_case", { number: isDocument ? meant : typed }));
  if (near.length === 0) return [...lead, none, element("p", { className: "meta" }, say("no_case_advice"))];
  const links = drawLinks(near, site, (number) => say("near_case", { number }));
  return [...lead, none, element("p", {}, say("near_cases")), links];
}
