// The other ways to mean a query that nothing answers, the likeliest first. Each is tried only after the one before it.

import { otherQueries } from "./guess.js";
import { listedWords } from "./lists.js";
import { respelled } from "./words.js";

const MOST = 4;

// `typed` is the query before its days became words of the index. The list of words is loaded when it comes to it.
export async function* otherWays({ query, typed }, places, bundles) {
  if (typed !== query) yield typed;
  const other = respelled(query);
  if (other !== query) yield other;
  yield* otherQueries(query, await listedWords(places, bundles)).slice(0, MOST);
}
