// Words that may have been meant where no item has those of the query, out of the municipalities' own words.

import { distance } from "./distance.js";
import { isMarkedFor, respelled, stem } from "./words.js";

const SHORTEST_PART = 4;
const LONG = 7; // letters: a longer word may have two slips
const MOST_OF_A_WORD = 3;
// What it costs beside the letters that only the stems are alike, and that the first letter is another one: that one is
// seldom wrong.
const OTHER_FORM = 0.3;
const OTHER_START = 0.5;
const LINKS = ["", "s", "e"];

// »teater« where the texts have »sommerteater«.
function compoundsWith(term, listed) {
  if (term.length < SHORTEST_PART) return [];
  return listed.filter((word) => word.length > term.length + 1 && stem(word).endsWith(stem(term)));
}

// Short stems are shared by strangers: »tager« and »taget«.
const isFormOf = (word, part) => word === part || (stem(part).length >= SHORTEST_PART && stem(word) === stem(part));

// »havnesauna« where they have »havn« and »sauna«: the longest first part that leaves a second one.
function partsOf(term, listed) {
  const known = (part) => part.length >= SHORTEST_PART && listed.find((word) => isFormOf(word, part));
  for (let border = term.length - SHORTEST_PART; border >= SHORTEST_PART; border -= 1) {
    const tail = known(term.slice(border));
    if (!tail) continue;
    const head = term.slice(0, border);
    const link = LINKS.find((link) => head.endsWith(link) && known(head.slice(0, head.length - link.length)));
    if (link !== undefined) return [`${known(head.slice(0, head.length - link.length))} ${tail}`];
  }
  return [];
}

// »cykelstig« where they have »cykelsti«. Of words equally far the more telling one stands first in the list.
function spelledLike(term, listed) {
  if (term.length < SHORTEST_PART) return [];
  const most = term.length < LONG ? 1 : 2;
  const root = stem(term);
  const farness = (word) => Math.min(distance(term, word, most), OTHER_FORM + distance(root, stem(word), most));
  const rated = listed.map((word) => ({ word, far: farness(word) + (word[0] === term[0] ? 0 : OTHER_START) }));
  return rated.filter(({ far }) => far <= most).sort((a, b) => a.far - b.far).map(({ word }) => word);
}

// The longest beginning that is a long word, at the very last: »musikskolelærer« where there is only »musikskole«.
function beginningOf(term, listed) {
  const begins = listed.filter((word) => stem(word).length >= LONG && stem(term).startsWith(stem(word)));
  return begins.sort((a, b) => b.length - a.length).slice(0, 1);
}

function meantBy(term, listed) {
  const found = [compoundsWith, partsOf, spelledLike, beginningOf].flatMap((rule) => rule(term, listed));
  return [...new Set(found)].slice(0, MOST_OF_A_WORD);
}

// The query in other words, the likeliest first. Words that the texts have stay as they are.
export function otherQueries(query, listed) {
  const asked = query.split(/\s+/).filter(Boolean);
  const choices = asked.map((typed) => {
    const term = respelled(typed.toLowerCase().normalize("NFC")).replace(/[^\p{L}\p{N}]/gu, "");
    const known = listed.some((word) => isMarkedFor(word, term));
    return known || /\d/.test(term) ? [typed] : meantBy(term, listed);
  });
  if (choices.some((words) => words.length === 0)) return [];
  const most = Math.max(...choices.map((words) => words.length));
  const queries = Array.from({ length: most }, (_, i) => choices.map((words) => words[i] ?? words[0]).join(" "));
  return [...new Set(queries)].filter((other) => other !== query);
}
