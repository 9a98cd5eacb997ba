// A case number is looked up in a small static file, never searched for: the answer is exact, and may be that there is none.

import { readingsOf } from "./casenumber.js";
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

// The cases that a typed number means, each { url, municipality, number, title, token }. Null where the text is no case number, or
// only a bare row of digits that is none here.
export async function findCases(text, folder) {
  const readings = readingsOf(text);
  if (readings.length === 0) return null;
  const found = new Map();
  for (const { canonical } of readings) {
    const shard = await readShard(folder, canonical);
    for (const [url, municipality, number, title] of shard[canonical] ?? []) {
      found.set(url, { url, municipality, number, title, token: caseToken(canonical) });
    }
  }
  const unsure = readings.every(({ scheme }) => scheme === "plain");
  return found.size === 0 && unsure ? null : [...found.values()];
}
