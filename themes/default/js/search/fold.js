// The filters: on a narrow screen they are folded, so that the first hit stands on it, and the fold tells how many are on.

import { say } from "./say.js";

// As wide as in css/59-search.css, which leaves the fold's line out above it.
const WIDE = matchMedia("(min-width: 40rem)");

export function listenTo(filters) {
  const fit = () => {
    filters.open = WIDE.matches;
  };
  WIDE.addEventListener("change", fit);
  fit();
}

// What is on: the values that were chosen, and a choice of some municipalities. It is open while there is none to search in.
export function tellActive(filters, state, known) {
  const some = state.places.length < known.length ? 1 : 0;
  const count = Object.values(state.filters).filter(Boolean).length + some;
  filters.querySelector("#tilvalgt").textContent = count === 0 ? "" : say("filters_on", { count });
  if (state.places.length === 0) filters.open = true;
}
