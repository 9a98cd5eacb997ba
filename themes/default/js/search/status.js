// The line above the hits: how many there are, of what, and what is still being searched.

const items = (count) => `${count} ${count === 1 ? "punkt" : "punkter"}`;

export const tellAll = (count) => (count > 0 ? items(count) : "Ingen punkter har alle ordene.");

export function tellSome(count, words) {
  if (count === 0) return "Ingen punkter har nogen af ordene.";
  return `${items(count)} har nogle af ordene »${words.join(" ")}«, dem med flest først`;
}

// `chosen` is how many municipalities are searched; `told` says of a number of hits what they are.
export function describe({ count, pending, failed }, told, chosen, nameOf) {
  const parts = [];
  if (chosen === 0) parts.push("Vælg mindst én kommune at søge i.");
  else if (count > 0 || (pending === 0 && failed.length < chosen)) parts.push(told(count));
  if (pending > 0) parts.push(`Søger stadig i ${pending} ${pending === 1 ? "kommune" : "kommuner"} …`);
  if (failed.length > 0) parts.push(`Der kan ikke søges i ${failed.map(nameOf).join(", ")} lige nu.`);
  return parts.join(". ").replace("..", ".");
}
