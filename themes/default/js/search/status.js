// The line above the hits: how many there are, of what, and what is still being searched.

import { say } from "./say.js";

export const tellAll = (count) => (count > 0 ? say("items", { count }) : say("none_all"));

export function tellSome(count, words) {
  return count === 0 ? say("none_some") : say("some", { count, words: words.join(" ") });
}

// `chosen` is how many municipalities are searched; `told` says of a number of hits what they are.
export function describe({ count, pending, unasked, failed }, told, chosen, nameOf) {
  const parts = [];
  if (chosen === 0) parts.push(say("choose_place"));
  else if (count > 0 || (pending === 0 && unasked === 0 && failed.length < chosen)) parts.push(told(count));
  if (pending > 0) parts.push(say("progress", { count: chosen - pending, all: chosen }));
  if (unasked > 0) parts.push(say("stopped", { count: unasked }));
  if (failed.length > 0) parts.push(say("failed_in", { places: failed.map(nameOf).join(", ") }));
  return parts.join(". ").replace("..", ".");
}
