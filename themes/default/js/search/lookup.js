// A case number is looked up in a small static file, never searched for: the answer is exact, and may be that there is none.

import { readingsOf } from "./casenumber.js";
import { nearNumbers } from "./near.js";
import { splitQuery } from "./query.js";
import { sha256 } from "./sha256.js";

const SHARD_DIGITS = 2;
const SEPARATORS = { "/": "x", "-": "y", ".": "w", " ": "v", _: "u", æ: "ae", ø: "oe", å: "aa" };

// The word by which the search index finds a case's items and nothing else: search/casetoken.py has the same rule.
export function caseToken(canonical) {
  return `sag${canonical.toLowerCase().replace(/[/\-. _æøå]/g, (sign) => SEPARATORS[sign])}z`;
}

async function readShard(folder, canonical) {
  const answer = await fetch(`${folder}${sha256(canonical).slice(0, SHARD_DIGITS)}.json`);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
}

// The cases that a number means, each { url, municipality, number, title, token }.
async function findCases(text, folder) {
  const found = new Map();
  for (const { canonical } of readingsOf(text)) {
    const shard = await readShard(folder, canonical);
    for (const [url, municipality, number, title] of shard[canonical] ?? []) {
      found.set(url, { url, municipality, number, title, token: caseToken(canonical) });
    }
  }
  return [...found.values()];
}

// The cases whose numbers may be meant by one that no case has. `listed` are the numbers to choose from, canonical.
export async function findNear(text, listed, folder) {
  const numbers = nearNumbers(text, listed);
  const found = await Promise.all(numbers.map((number) => findCases(number, folder)));
  return [...new Map(found.flat().map((near) => [near.url, near])).values()];
}

// The query's numbers with their cases, the words that are left for the text search, and the days among them. A number
// that is rather an amount is one of the words, unless a case is called so; `doubtful` are those.
export async function readQuery(query, folder) {
  const { numbers, words, days } = splitQuery(query);
  const found = await Promise.all(numbers.map(({ meant }) => findCases(meant, folder)));
  const asked = numbers.map((number, i) => ({ ...number, cases: found[i] }));
  const isAnswered = ({ cases, unsure }) => cases.length > 0 || !unsure;
  const doubtful = asked.filter((number) => !isAnswered(number));
  return { asked: asked.filter(isAnswered), words: [...doubtful.map(({ typed }) => typed), ...words], days, doubtful };
}
