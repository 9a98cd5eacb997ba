// What is searched for: it stands in the page's address, so that a search can be linked to, and the choice of
// municipalities is remembered for the next visit.

const REMEMBERED = "referat.kommuner";
// With more municipalities than this, none is chosen until the reader has chosen: each costs a download.
const ALL_AT_ONCE = 10;

export const FILTERS = ["udvalg", "aar", "udfald", "lukket"];
const ORDERS = ["nyeste", "aeldste"];

// The municipalities that the reader chose at an earlier visit; none where nothing is remembered.
export function remembered() {
  try {
    const slugs = JSON.parse(localStorage.getItem(REMEMBERED));
    return Array.isArray(slugs) ? slugs : [];
  } catch {
    return [];
  }
}

export function remember(places) {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(places));
  } catch {
    // A browser may keep nothing: then the choice is made anew.
  }
}

export function forget() {
  try {
    localStorage.removeItem(REMEMBERED);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

// The state that the address tells of. `known` are the slugs of all municipalities.
export function readState(address, known) {
  const asked = new URL(address).searchParams;
  const candidates = [asked.getAll("kommune"), remembered(), known.length <= ALL_AT_ONCE ? known : []];
  const places = candidates.map((slugs) => known.filter((slug) => slugs.includes(slug)));
  return {
    query: (asked.get("q") ?? "").trim(),
    places: places.find((slugs) => slugs.length > 0) ?? [],
    filters: Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? ""])),
    order: ORDERS.find((order) => order === asked.get("orden")) ?? "",
  };
}

export function addressOf(state, known) {
  const address = new URL(location.pathname, location.href);
  if (state.query) address.searchParams.set("q", state.query);
  if (state.places.length < known.length) {
    for (const place of state.places) address.searchParams.append("kommune", place);
  }
  for (const name of FILTERS) if (state.filters[name]) address.searchParams.set(name, state.filters[name]);
  if (state.order) address.searchParams.set("orden", state.order);
  return address.href;
}
