// How well a hit answers short words. The engine searches by beginnings, and a title weighs much: »sti« would be answered
// first by »Stine«, »hegn« by »Hegnsynet«, »haver« by whatever a person »have« or »havet« is in.

import { answers, isFormOf, stem, wordsOf } from "./words.js";

const SHORT = 5; // letters: what begins like a longer word is nearly always of its kin
const TELLING_STEM = 4;
const LINK = 2; // letters between two parts of a compound

const SURE = 0;
const LIKELY = 1;
const WEAK = 2;

// A form of the word, or a compound that begins or ends with it, as the index has taken it apart.
function isCompoundOf(word, root, parts) {
  return parts.some((part) => {
    if (!word.endsWith(part) || part.length >= word.length) return false;
    const head = word.slice(0, word.length - part.length);
    return stem(part) === root || (head.startsWith(root) && head.length - root.length <= LINK);
  });
}

function strengthOf(word, term, parts) {
  if (word === term) return SURE;
  const root = stem(term);
  if (isFormOf(word, term)) return word.startsWith(term) || root.length >= TELLING_STEM ? SURE : LIKELY;
  if (isCompoundOf(word, root, parts)) return SURE;
  return answers(word, term) ? WEAK : Infinity;
}

export const areShort = (terms) => terms.some((term) => term.length <= SHORT && !/\d/.test(term));

// Smaller is better. Only the short terms count.
export function weaknessOf(hit, terms) {
  const words = [...new Set(wordsOf(hit.text))];
  const short = terms.filter((term) => areShort([term]));
  return Math.max(SURE, ...short.map((term) => Math.min(WEAK, ...words.map((word) => strengthOf(word, term, hit.parts)))));
}
