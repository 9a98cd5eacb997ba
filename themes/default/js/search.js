// The search page. Without JavaScript the page has lists to find everything by; nothing is fetched before one searches.

import { drawCases, drawHit, drawOptions, element } from "./search/draw.js";
import { Engine } from "./search/engine.js";
import { isExact, searchPlaces, searchPlacesForAny } from "./search/hits.js";
import { readQuery } from "./search/lookup.js";
import { say } from "./search/say.js";
import { FILTERS, addressOf, readState, remember } from "./search/state.js";
import { describe, tellAll, tellSome } from "./search/status.js";
import { tellingWords } from "./search/stopwords.js";
import { markerOf, respelled } from "./search/words.js";

const PAGE_LENGTH = 10;
const TYPING_PAUSE = 250; // milliseconds

const page = document.getElementById("soegning");
const input = document.getElementById("soeg-felt");
const controls = document.getElementById("filtre");
const answer = document.getElementById("sagssvar");
const status = document.getElementById("antal");
const offer = document.getElementById("tilbud");
const list = document.getElementById("fund");
const more = document.getElementById("flere");
const clear = document.getElementById("ryd");
const badges = document.getElementById("maerker");

const { bundles, lookup, site } = page.dataset;
const boxes = [...controls.querySelectorAll("input[name=kommune]")];
const places = boxes.map((box) => ({ slug: box.value, name: box.dataset.name }));
const known = places.map(({ slug }) => slug);
const engine = new Engine(bundles, places);

let state = readState(location.href, known);
let latest = 0; // The number of the search that may still show something: an earlier one that is late may not.

function fillControls() {
  input.value = state.query;
  for (const box of boxes) box.checked = state.places.includes(box.value);
  for (const name of FILTERS) {
    const select = controls.elements[name];
    const value = state.filters[name];
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  controls.elements.orden.value = state.newestFirst ? "nyeste" : "";
}

function readControls() {
  state = {
    query: input.value.trim(),
    places: boxes.filter((box) => box.checked).map((box) => box.value),
    filters: Object.fromEntries(FILTERS.map((name) => [name, controls.elements[name].value])),
    newestFirst: controls.elements.orden.value === "nyeste",
  };
}

// Does the work of one search. The page is busy until the latest one has ended; an earlier one must show nothing more.
async function searching(work) {
  latest += 1;
  const current = latest;
  const isCurrent = () => current === latest;
  page.setAttribute("aria-busy", "true");
  try {
    await work(isCurrent);
  } catch {
    if (isCurrent()) status.textContent = say("failed");
  }
  if (isCurrent()) page.setAttribute("aria-busy", "false");
}

async function showAnswer(isCurrent) {
  const { asked, words } = await readQuery(state.query, lookup);
  if (!isCurrent()) return;
  answer.replaceChildren(...asked.flatMap((number) => drawCases(number, number.cases, site)));
  showNothing();
  if (words.length > 0) await searchWords(words, isCurrent);
  else offerItems(asked.filter(({ cases }) => cases.length > 0));
}

function showNothing() {
  list.replaceChildren();
  offer.replaceChildren();
  more.hidden = true;
  controls.hidden = true;
  status.textContent = "";
}

// A found case's items are listed only when asked for: the answer itself needs no search engine.
function offerItems(found) {
  for (const { cases } of found) {
    const [{ token, number }] = cases;
    const label = found.length === 1 ? say("offer_items") : say("offer_items_of", { number });
    const button = element("button", { type: "button", className: "quiet" }, label);
    button.addEventListener("click", () => searching((isCurrent) => searchText(`"${token}"`, "", isCurrent)));
    answer.append(button);
  }
}

async function searchWords(words, isCurrent) {
  const asked = words.join(" ");
  const telling = isExact(asked) ? asked : tellingWords(words).join(" ");
  const shortened = telling === asked ? "" : say("shortened", { words: telling });
  const count = await searchText(telling, telling, isCurrent);
  if (!isCurrent()) return;
  if (count > 0) {
    if (shortened) status.prepend(`${shortened}: `);
    return;
  }
  const other = respelled(telling);
  const respelledCount = other === telling ? 0 : await searchText(other, other, isCurrent);
  if (!isCurrent()) return;
  if (respelledCount > 0) {
    status.prepend(say("respelled", { words: telling, others: other }));
    return;
  }
  if (shortened) status.prepend(`${shortened}. `);
  if (!isExact(asked)) offerSomeWords(telling.split(" "));
}

// Never done unasked: a hit that has only some of the words is not what was asked for.
function offerSomeWords(words) {
  if (words.length < 2 || state.places.length === 0) return;
  const button = element("button", { type: "button", className: "quiet" }, say("offer_some"));
  button.addEventListener("click", () => searching((isCurrent) => searchSomeWords(words, isCurrent)));
  offer.replaceChildren(button);
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
    if (!isCurrent()) return;
    count = found.count;
    await showHits(found, PAGE_LENGTH, marked, isCurrent);
    if (!isCurrent()) return;
    showCounts(found);
    status.textContent = describe(found, told, state.places.length, (place) => engine.nameOf(place));
  });
  return count;
}

async function showHits(found, length, marked, isCurrent) {
  const hits = await found.take(length);
  if (!isCurrent()) return;
  const isMarked = markerOf(marked);
  list.replaceChildren(...hits.map((hit) => drawHit(hit, withWords(hit.url, marked), badges, isMarked)));
  more.hidden = found.count <= length;
  more.onclick = async () => {
    const firstNew = list.children.length;
    await showHits(found, length + PAGE_LENGTH, marked, isCurrent);
    list.children[firstNew]?.querySelector("a").focus();
  };
}

function showCounts({ counts, places: perPlace }) {
  for (const name of FILTERS) if (counts[name]) drawOptions(controls.elements[name], counts[name], badges);
  for (const box of boxes) box.nextElementSibling.textContent = box.value in perPlace ? ` (${perPlace[box.value]})` : "";
  clear.hidden = FILTERS.every((name) => !state.filters[name]);
}

function withWords(url, words) {
  const [where, anchor] = url.split("#");
  return `${where}${words ? `?q=${encodeURIComponent(words)}` : ""}#${anchor}`;
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
  if (goal) {
    location.assign(goal);
    return;
  }
  history.pushState(null, "", addressOf(state, known));
  await showAnswer(isCurrent);
}

function change() {
  readControls();
  history.replaceState(null, "", addressOf(state, known));
  searching(showAnswer);
}

function listen() {
  let typing;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(change, TYPING_PAUSE);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    searching(submit);
  });
  controls.addEventListener("change", (event) => {
    if (boxes.includes(event.target)) remember(boxes.filter((box) => box.checked).map((box) => box.value));
    change();
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    for (const name of FILTERS) controls.elements[name].value = "";
    change();
    input.focus();
  });
  addEventListener("popstate", () => {
    state = readState(location.href, known);
    fillControls();
    searching(showAnswer);
  });
}

async function openAddress(isCurrent) {
  const goal = await onlyCase();
  if (goal) location.replace(goal);
  else await showAnswer(isCurrent);
}

fillControls();
page.hidden = false;
listen();
if (state.query) searching(openAddress);
