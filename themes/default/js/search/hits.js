// The hits of a query over several municipalities, in order, a page at a time.

import { readHit } from "./engine.js";
import { areShort, weaknessOf } from "./strength.js";
import { answers, engineQuery, tellingTerms, termsOf, wordsOf } from "./words.js";

// Municipalities that are asked at once: each loads files of its own, and the first answers should be shown soon.
const AT_A_TIME = 4;
// Hits that are read and weighed for a query with a short word.
const WEIGHED = 30;

// Whether the hit has every word of the query. Where an index has no word that begins like a term, the engine takes the
// longest beginning that it has: »Århus« finds »år«. It does so for the whole index or not at all, so one hit tells.
function hasWords(hit, terms) {
  const words = wordsOf(hit.text);
  return terms.every((term) => words.some((word) => answers(word, term)));
}

async function searchPlace(engine, place, query, options) {
  const found = await engine.search(place, isExact(query) ? query : engineQuery(query), options);
  const reader = (result) => once(() => readHit(result, engine.nameOf(place)));
  const hits = found.results.map((result) => ({ id: result.id, score: result.score, read: reader(result) }));
  const guessed = hits.length > 0 && !isExact(query) && !hasWords(await hits[0].read(), termsOf(query));
  return guessed ? { place, hits: [], filters: {} } : { place, hits, filters: found.filters };
}

// In quotes the words are one phrase, and taken as they stand.
export const isExact = (query) => /^\s*".+"\s*$/.test(query);

function once(make) {
  let made;
  return () => (made ??= make());
}

function addUp(allCounts) {
  const sum = {};
  for (const [value, count] of allCounts.flatMap((counts) => Object.entries(counts ?? {}))) {
    sum[value] = (sum[value] ?? 0) + count;
  }
  return sum;
}

// The first ones are read to put those that answer short words in earnest before those that only begin like them.
async function takeBest(lists, count, terms) {
  const best = lists.flat().sort((a, b) => b.score - a.score);
  const read = areShort(terms) ? Math.max(count, WEIGHED) : count;
  const hits = await Promise.all(best.slice(0, read).map((hit) => hit.read()));
  const weighed = areShort(terms) ? hits.slice(0, WEIGHED).map((hit) => ({ hit, weakness: weaknessOf(hit, terms) })) : [];
  const ordered = weighed.sort((a, b) => a.weakness - b.weakness).map(({ hit }) => hit);
  return [...ordered, ...hits.slice(ordered.length)].slice(0, count);
}

const BEFORE = { nyeste: (a, b) => a.date > b.date, aeldste: (a, b) => a.date < b.date };

// Each list is in order of date, but what the engine calls the score then is only a place in its own index.
async function takeByDate(lists, count, isBefore) {
  const heads = lists.map(() => 0);
  const taken = [];
  while (taken.length < count) {
    const next = await Promise.all(lists.map((list, i) => list[heads[i]]?.read()));
    const first = next.reduce((best, hit, i) => (hit && (best < 0 || isBefore(hit, next[best])) ? i : best), -1);
    if (first < 0) break;
    taken.push(next[first]);
    heads[first] += 1;
  }
  return taken;
}

// Hits of any of the words, those of most words first. The engine knows only »all of the words«, so each is asked for alone.
async function searchPlaceForAny(engine, place, words, filters) {
  const hits = new Map();
  for (const word of words) {
    const best = await searchPlace(engine, place, word, { filters });
    const top = best.hits[0]?.score || 1;
    for (const { id, score, read } of best.hits) {
      const earlier = hits.get(id)?.score ?? 0;
      // A word counts 1, and how well it is answered less than that, so that more words always come first.
      hits.set(id, { score: earlier + 1 + score / top / (words.length + 1), read });
    }
  }
  return { place, hits: [...hits.values()], counts: {} };
}

// As searchPlaces, for items that have any of the words. The values of the filters are not counted.
export function searchPlacesForAny(engine, places, words, { filters }, show) {
  const chosen = chosenOf(filters);
  const search = (place) => searchPlaceForAny(engine, place, words, chosen);
  return gather(places, search, { names: [], order: "", terms: [] }, show);
}

const chosenOf = (filters) => Object.fromEntries(Object.entries(filters).filter(([, value]) => value));

// Searches the municipalities and calls `show` each time one has answered, with what all of them know so far:
// { count, counts, places, pending, unasked, failed, stop(), take(n) }. `counts` has, for every filter, the hits of each
// value; `pending` municipalities have not answered yet, `unasked` ones will not, because the reader stopped the search.
export function searchPlaces(engine, places, query, { filters, order }, show) {
  const search = (place) => searchWithCounts(engine, place, query, { filters, order });
  const terms = isExact(query) ? [] : tellingTerms(query);
  return gather(places, search, { names: Object.keys(filters), order, terms }, show);
}

// Does the work for each place, a few at a time, until `isStopped`.
async function eachPlace(places, isStopped, work) {
  const waiting = [...places];
  const worker = async () => {
    while (waiting.length > 0 && !isStopped()) await work(waiting.shift());
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

async function gather(places, search, { names, order, terms }, show) {
  const answered = [];
  const failed = [];
  let pending = places.length;
  let stopped = false;
  const report = () => {
    const lists = answered.map(({ hits }) => hits);
    return show({
      count: lists.reduce((sum, list) => sum + list.length, 0),
      counts: Object.fromEntries(names.map((name) => [name, addUp(answered.map(({ counts }) => counts[name]))])),
      places: Object.fromEntries(answered.map(({ place, hits }) => [place, hits.length])),
      pending: stopped ? 0 : pending,
      unasked: stopped ? pending : 0,
      failed,
      stop: () => (stopped = true),
      take: (count) => (BEFORE[order] ? takeByDate(lists, count, BEFORE[order]) : takeBest(lists, count, terms)),
    });
  };
  await eachPlace(places, () => stopped, async (place) => {
    try {
      answered.push(await search(place));
    } catch {
      failed.push(place);
    }
    pending -= 1;
    await report();
  });
  if (places.length === 0 || stopped) await report();
}

// The index names only the items that were closed.
function doorsOf({ hits, filters }) {
  const closed = filters.lukket?.ja ?? 0;
  return { ja: closed, nej: hits.length - closed };
}

// The counts of a filter are those of the hits that all the other filters let through.
async function searchWithCounts(engine, place, query, { filters, order }) {
  const chosen = chosenOf(filters);
  const found = await searchPlace(engine, place, query, { filters: chosen, order });
  const counts = { ...found.filters, lukket: doorsOf(found) };
  for (const name of Object.keys(chosen)) {
    const { [name]: _, ...others } = chosen;
    const wider = await searchPlace(engine, place, query, { filters: others });
    counts[name] = name === "lukket" ? doorsOf(wider) : wider.filters[name];
  }
  return { ...found, counts };
}
