// Case numbers that may have been meant by one that is none: a digit is wrong, missing or too many, two are exchanged, the
// signs between them are others, or the end is left out.

import { readingsOf } from "./casenumber.js";
import { distance } from "./distance.js";

const MOST = 5;
const SLIP = 1;
// A number that was broken off has at least so many digits after its year, and lacks at most so many.
const SHORTEST_BEGINNING = 3;
const LONGEST_REST = 2;

const CENTURY = /^(?:19|20)(?=\d\d(?:\/|-\d))/;

const bare = (number) => number.toLowerCase().replace(/[^\p{L}\d]/gu, "");
// With and without the century: 24/1187 and 2024/1187 are one number, and 241187 and 20241187 are both it without its sign.
const spellings = (number) => [...new Set([bare(number), bare(number.replace(CENTURY, ""))])];

function farness(typed, candidate) {
  const apart = typed.flatMap((a) => candidate.map((b) => distance(a, b, SLIP)));
  const broken = typed.some((a) =>
    candidate.some((b) => a.length >= SHORTEST_BEGINNING + 2 && b.startsWith(a) && b.length - a.length <= LONGEST_REST),
  );
  return Math.min(...apart, broken ? SLIP + 0.5 : Infinity);
}

// The listed numbers that are likeliest meant, best first.
export function nearNumbers(typed, listed) {
  const canonical = readingsOf(typed).map((reading) => reading.canonical);
  const meant = [...new Set([typed, ...canonical].flatMap(spellings))];
  const rated = listed.map((number) => ({ number, far: farness(meant, spellings(number)) }));
  const near = rated.filter(({ far }) => far < Infinity);
  near.sort((a, b) => a.far - b.far || a.number.localeCompare(b.number));
  return near.slice(0, MOST).map(({ number }) => number);
}
