// The lists that stand beside a municipality's index: its words and its case numbers, one a line. They are read only where
// nothing was found.

// Of many municipalities the first ones have to do: each list is a download.
const MOST_PLACES = 10;

const read = new Map();

async function readList(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.text()).split("\n").filter(Boolean);
}

function once(address) {
  // A list that is missing only means that there is less to suggest.
  if (!read.has(address)) read.set(address, readList(address).catch(() => []));
  return read.get(address);
}

async function readAll(name, places, bundles) {
  const lists = await Promise.all(places.slice(0, MOST_PLACES).map((place) => once(`${bundles}${place}/${name}`)));
  return [...new Set(lists.flat())];
}

// The words of the municipalities' records, lower-case, the telling ones first.
export const listedWords = (places, bundles) => readAll("ord.txt", places, bundles);

// Their case numbers, canonical.
export const listedNumbers = (places, bundles) => readAll("sager.txt", places, bundles);
