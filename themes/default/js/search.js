// The search page. Without JavaScript the page has lists to find everything by; nothing is fetched before one searches.

import { element, drawOptions, sayDay } from "./search/draw.js";
import { drawCases } from "./search/drawcases.js";
import { Engine } from "./search/engine.js";
import { listenTo as listenToFold, tellActive } from "./search/fold.js";
import { isExact, searchPlaces, searchPlacesForAny } from "./search/hits.js";
import { listenTo as listenToKeySwitch } from "./search/keyswitch.js";
import { listedNumbers } from "./search/lists.js";
import { findNear, readQuery } from "./search/lookup.js";
import { Places } from "./search/places.js";
import { Results } from "./search/results.js";
import { say } from "./search/say.js";
import { FILTERS, addressOf, readState } from "./search/state.js";
import { describe, tellAll, tellSome } from "./search/status.js";
import { tellingWords } from "./search/stopwords.js";
import { otherWays } from "./search/ways.js";

const TYPING_PAUSE = 250; // milliseconds

const byId = (id) => document.getElementById(id);
const [page, input, controls, answer] = ["soegning", "soeg-felt", "filtre", "sagssvar"].map(byId);
const [status, offer, clear, badges, progress] = ["antal", "tilbud", "ryd", "maerker", "fremgang"].map(byId);

const { bundles, lookup, site } = page.dataset;
const places = new Places(byId("kommuner"), () => change());
const results = new Results(byId("fund"), byId("flere"));
const engine = new Engine(bundles, places.all);

let state = readState(location.href, places.known);
let latest = 0; // The number of the search that may still show something: an earlier one that is late may not.

function fillControls() {
  input.value = state.query;
  places.choose(state.places);
  for (const name of FILTERS) {
    const select = controls.elements[name];
    const value = state.filters[name];
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  controls.elements.orden.value = state.order;
}

function readControls() {
  state = {
    query: input.value.trim(),
    places: places.chosen,
    filters: Object.fromEntries(FILTERS.map((name) => [name, controls.elements[name].value])),
    order: controls.elements.orden.value,
  };
}

// Does the work of one search. The page is busy until the latest one has ended; an earlier one must show nothing more.
async function searching(work) {
  latest += 1;
  const current = latest;
  const isCurrent = () => current === latest;
  page.setAttribute("aria-busy", "true");
  let isLeaving = false;
  try {
    isLeaving = await work(isCurrent);
  } catch {
    if (isCurrent()) status.textContent = say("failed");
  }
  if (isCurrent() && !isLeaving) page.setAttribute("aria-busy", "false");
}

function showNothing() {
  results.clear();
  offer.replaceChildren();
  controls.hidden = true;
  progress.hidden = true;
  status.textContent = "";
}

async function showAnswer(isCurrent) {
  const { asked, words, days, doubtful } = await readQuery(state.query, lookup);
  const known = await withNear(asked);
  if (!isCurrent()) return;
  answer.replaceChildren(...known.flatMap((number) => drawCases(number, site)));
  showNothing();
  if (words.length === 0) offerItems(known.filter(({ cases }) => cases.length > 0));
  else if ((await searchWords(words, days, isCurrent)) === 0) await offerNear(doubtful, isCurrent);
}

// Numbers that no case has, with the cases that may be meant.
function withNear(numbers) {
  const near = async ({ cases, meant }) =>
    cases.length > 0 ? [] : findNear(meant, await listedNumbers(state.places, bundles), lookup);
  return Promise.all(numbers.map(async (number) => ({ ...number, near: await near(number) })));
}

async function offerNear(doubtful, isCurrent) {
  const near = (await withNear(doubtful)).filter((number) => number.near.length > 0);
  if (isCurrent()) answer.append(...near.flatMap((number) => drawCases(number, site)));
}

// A found case's items are listed only when asked for: the answer itself needs no search engine.
function offerItems(found) {
  for (const { cases } of found) {
    const [{ token, number }] = cases;
    const label = found.length === 1 ? say("offer_items") : say("offer_items_of", { number });
    answer.append(button(label, (isCurrent) => searchText(`"${token}"`, "", isCurrent)));
  }
}

function button(label, work) {
  const made = element("button", { type: "button", className: "quiet" }, label);
  made.addEventListener("click", () => searching(async (isCurrent) => void (await work(isCurrent))));
  return made;
}

// Searches for the words, and where nothing has them, for what else they may mean. Gives the number of hits.
async function searchWords(words, days, isCurrent) {
  const asked = words.join(" ");
  const query = isExact(asked) ? asked : tellingWords(words).join(" ");
  const shown = days.length === 0 ? query : tellingWords(words.filter((word) => !days.includes(word))).join(" ");
  const count = await searchText(query, shown, isCurrent);
  if (!isCurrent()) return count;
  const notes = [
    ...(query === asked ? [] : [say("shortened", { words: shown }) + (count > 0 ? ": " : ". ")]),
    ...(count > 0 ? days.map((day) => say("of_day", { day: sayDay(day) })) : []),
  ];
  if (count > 0 || isExact(asked)) {
    status.prepend(...notes);
    return count;
  }
  return searchOtherwise({ query, typed: days.length > 0 ? state.query : query }, notes, isCurrent);
}

async function searchOtherwise(meant, notes, isCurrent) {
  for await (const other of otherWays(meant, state.places, bundles)) {
    if (!isCurrent()) return 0;
    const count = await searchText(other, other, isCurrent);
    if (!isCurrent()) return 0;
    if (count > 0) {
      status.prepend(say("respelled", { words: meant.typed, others: other }));
      return count;
    }
  }
  status.prepend(...notes);
  offerSomeWords(meant.query.split(" "));
  return 0;
}

// Never done unasked: a hit that has only some of the words is not what was asked for.
function offerSomeWords(words) {
  if (words.length < 2 || state.places.length === 0) return;
  offer.append(button(say("offer_some"), (isCurrent) => searchSomeWords(words, isCurrent)));
}

async function searchSomeWords(words, isCurrent) {
  offer.replaceChildren();
  const told = (count) => tellSome(count, words);
  const search = (show) => searchPlacesForAny(engine, state.places, words, state, show);
  await showSearch(search, words.join(" "), told, isCurrent);
  status.focus();
}

// Searches the texts for all the words. `marked` are the words for the opened page to mark.
function searchText(query, marked, isCurrent) {
  const search = (show) => searchPlaces(engine, state.places, query, state, show);
  return showSearch(search, marked, tellAll, isCurrent);
}

// Shows what the search finds as it comes, and gives the number of hits. `told` says what the hits have.
async function showSearch(search, marked, told, isCurrent) {
  controls.hidden = false;
  status.textContent = say("searching");
  let count = 0;
  await search(async (found) => {
    if (!isCurrent()) {
      found.stop();
      return;
    }
    count = found.count;
    await results.show(found, { query: marked, site, badges }, isCurrent);
    if (isCurrent()) showState(found, told);
  });
  return count;
}

function showState(found, told) {
  tellActive(byId("afgraens"), state, places.known);
  for (const name of FILTERS) if (found.counts[name]) drawOptions(controls.elements[name], found.counts[name], badges);
  places.showCounts(found.places);
  clear.hidden = FILTERS.every((name) => !state.filters[name]);
  status.textContent = describe(found, told, state.places.length, (place) => engine.nameOf(place));
  progress.hidden = found.pending === 0;
  progress.firstElementChild.max = state.places.length;
  progress.firstElementChild.value = state.places.length - found.pending;
  progress.lastElementChild.onclick = found.stop;
  offer.replaceChildren(...(found.failed.length > 0 && found.pending === 0 ? [button(say("again"), showAnswer)] : []));
}

// A query that is the number of one case, and nothing else, needs no list to choose from.
async function onlyCase() {
  const { asked, words } = await readQuery(state.query, lookup);
  if (words.length > 0 || asked.length !== 1 || asked[0].document || asked[0].cases.length !== 1) return null;
  return `${site}${asked[0].cases[0].url.slice(1)}`;
}

async function submit(isCurrent) {
  readControls();
  const goal = await onlyCase();
  if (goal) location.assign(goal);
  else {
    keepAddress("pushState");
    await showAnswer(isCurrent);
  }
  return Boolean(goal);
}

function keepAddress(how) {
  const address = addressOf(state, places.known);
  if (address !== location.href) history[how](null, "", address);
}

// The reader has changed what is searched for. A choice can be taken back with the browser's own button; letters that are
// being typed cannot, one by one.
function change(how = "pushState") {
  readControls();
  keepAddress(how);
  searching(showAnswer);
}

function listen() {
  let typing;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change("replaceState"), TYPING_PAUSE);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    searching(submit);
  });
  for (const select of controls.querySelectorAll("select")) select.addEventListener("change", () => change());
  controls.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    for (const name of FILTERS) controls.elements[name].value = "";
    change();
    input.focus();
  });
  addEventListener("popstate", () => {
    state = readState(location.href, places.known);
    fillControls();
    searching(showAnswer);
  });
}

async function openAddress(isCurrent) {
  const goal = await onlyCase();
  if (goal) location.replace(goal);
  else await showAnswer(isCurrent);
  return Boolean(goal);
}

fillControls();
listenToKeySwitch(byId("tast-til"));
listenToFold(byId("afgraens"));
byId("tast").hidden = false;
page.hidden = false;
listen();
if (state.query) searching(openAddress);
