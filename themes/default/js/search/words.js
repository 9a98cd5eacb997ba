// Danish words: what a query's words are, and whether a word of a text answers one of them.
//
// The search engine stems words by Snowball's Danish rules. The same rules stand here, because only they tell whether a
// hit really has a word or whether the engine, finding nothing, fell back to its first letters.

import { STOP_WORDS } from "./stopwords.js";

const VOWELS = "aeiouyæøå";
const ENDINGS = (
  "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres " +
  "ens hedens erens ers ets erets et eret"
)
  .split(" ")
  .sort((a, b) => b.length - a.length);
const S_AFTER = "abcdfghjklmnoprtvyzå";

// Where the part begins that endings may be taken from: after the first consonant after a vowel, at the fourth letter at
// the earliest.
function regionStart(word) {
  for (let place = 1; place < word.length; place += 1) {
    if (!VOWELS.includes(word[place]) && VOWELS.includes(word[place - 1])) return Math.max(place + 1, 3);
  }
  return word.length;
}

const endsIn = (word, ending, from) => word.endsWith(ending) && word.length - ending.length >= from;
const without = (word, count) => word.slice(0, word.length - count);

function dropEnding(word, from) {
  const ending = ENDINGS.find((candidate) => endsIn(word, candidate, from));
  if (ending) return without(word, ending.length);
  return endsIn(word, "s", from) && S_AFTER.includes(word.at(-2)) ? without(word, 1) : word;
}

function dropConsonant(word, from) {
  return ["gd", "dt", "gt", "kt"].some((pair) => endsIn(word, pair, from)) ? without(word, 1) : word;
}

function dropDerivation(word, from) {
  const plain = word.endsWith("igst") ? without(word, 2) : word;
  if (endsIn(plain, "løst", from)) return without(plain, 1);
  const ending = ["elig", "els", "lig", "ig"].find((candidate) => endsIn(plain, candidate, from));
  return ending ? dropConsonant(without(plain, ending.length), from) : plain;
}

function dropDouble(word, from) {
  const double = word.length > from && word.at(-1) === word.at(-2) && /[b-z]/.test(word.at(-1));
  return double && !VOWELS.includes(word.at(-1)) ? without(word, 1) : word;
}

// The part of a lower-case word that its inflections share. Snowball's Danish stemmer.
export function stem(word) {
  const from = regionStart(word);
  return [dropEnding, dropConsonant, dropDerivation, dropDouble].reduce((rest, step) => step(rest, from), word);
}

// The words of a text, lower-case, as a reader sees them: a word with a hyphen is one word and each of its parts.
export function wordsOf(text) {
  const words = text.toLowerCase().normalize("NFC").match(/[\p{L}\p{M}\p{N}](?:[-/.,:'’]?[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  return words.flatMap((word) => {
    const parts = word.split(/[-/.,:'’]/);
    return parts.length > 1 && !isNumberPair(word) ? [parts.join(""), ...parts] : parts;
  });
}

const isNumberPair = (word) => /\d/.test(word) && /[-/‐‑–—]/.test(word);

const letters = (word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
const hasMark = (word) => word.normalize("NFD") !== word;
// Aagaard and Ågård are one word: the index has every word with aa with å too (search/words.py).
export const ringed = (word) => (word.length > 2 ? word.replace(/a[aå]/g, "å") : word);

// The query as the engine is asked it. The engine leaves punctuation out, so that 143/2918 would become 1432918 and find
// 14/32918: the two sides of such a pair are asked for as two words. A word with å it compares as it is spelled, so that
// rådene would not find Rådet: it is asked for by its stem, which both begin with.
export function engineQuery(query) {
  const asked = query.split(/\s+/).filter(Boolean).map((word) => {
    if (isNumberPair(word)) return word.replace(/[-/‐‑–—]/g, " ");
    const plain = ringed(word.toLowerCase().normalize("NFC"));
    return hasMark(plain) ? stem(letters(plain)) : word;
  });
  return asked.join(" ");
}

// The words of a query, as the engine takes them: punctuation inside a word is left out, not made a space.
export function termsOf(query) {
  const words = engineQuery(query).toLowerCase().normalize("NFC").split(/\s+/);
  return words.map(letters).filter(Boolean);
}

// Whether the word is what the term asks for: an inflection of it, or longer by letters at its end.
export function answers(word, term) {
  if (word.startsWith(term) || ringed(word).startsWith(term)) return true;
  return !/^\d/.test(term) && stem(ringed(word)).startsWith(stem(ringed(term)));
}

// The terms of a query that say something, or all of them where none does.
export function tellingTerms(query) {
  const all = termsOf(query);
  const telling = all.filter((term) => !STOP_WORDS.has(term));
  return telling.length > 0 ? telling : all;
}

// What a short word may end in, which the stemmer leaves as it is: »stier« is no stem »sti« to it.
const SHORT_ENDINGS = /^(?:e|en|ens|er|ers|erne|ernes|et|ets|s)?$/;

// Whether a word is a form of the term, and not only one that begins like it.
export const isFormOf = (word, term) =>
  stem(ringed(word)) === stem(ringed(term)) || (word.startsWith(term) && SHORT_ENDINGS.test(word.slice(term.length)));

// Whether a word is marked for a term: a short term only as a whole word.
export const isMarkedFor = (word, term) => (term.length < 4 ? isFormOf(word, term) : answers(word, term));

// The test by which a page's words are marked.
export function markerOf(query) {
  const terms = tellingTerms(query);
  return (word) => terms.some((term) => isMarkedFor(word, term));
}

// The query as someone may mean it who has no Danish keyboard.
export const respelled = (query) => query.replace(/ae/gi, "æ").replace(/oe/gi, "ø");
