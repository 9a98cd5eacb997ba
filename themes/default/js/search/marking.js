// Marks the words of a query in a page that a search has led to, and shows the passage that answers it best. The page's own
// elements stay as they are, so anchors and links work as before.

import { isMarkedFor, tellingTerms } from "./words.js";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PASSAGES = "p, li, td, th, caption, blockquote, dd, h2, h3, h4, h5, h6";

function* textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
}

// Every marked word: its place, and which of the terms it answers.
function* marksIn(root, terms) {
  for (const node of textNodes(root)) {
    for (const { 0: word, index } of node.data.matchAll(WORD)) {
      const term = terms.findIndex((term) => isMarkedFor(word.toLowerCase(), term));
      if (term < 0) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      yield { range, term };
    }
  }
}

// The item, or other part of the page, that the address names.
function partAsked() {
  const goal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return goal ? (goal.closest("section") ?? goal) : null;
}

// The passage of the part with most of the terms; the first of those that have as many.
function bestPassage(part, marks) {
  const found = new Map();
  for (const { range, term } of marks) {
    const passage = range.startContainer.parentElement.closest(PASSAGES);
    if (passage && part.contains(passage)) found.set(passage, (found.get(passage) ?? new Set()).add(term));
  }
  const order = [...found].sort(([, a], [, b]) => b.size - a.size);
  return order[0]?.[0];
}

// What is folded opens, and the passage comes into view. A heading already is where the address led to.
function showPassage(passage) {
  for (let fold = passage.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (!passage.matches("h2")) passage.scrollIntoView({ block: "center" });
}

function wrap(ranges) {
  // From the last to the first: a wrapped word splits its text node, which only moves what stands after it.
  for (const range of ranges.reverse()) range.surroundContents(document.createElement("mark"));
}

export function markWords(query, root) {
  const marks = [...marksIn(root, tellingTerms(query))];
  const ranges = marks.map(({ range }) => range);
  const part = partAsked();
  const passage = part && bestPassage(part, marks);
  if (globalThis.Highlight && CSS.highlights) CSS.highlights.set("fund", new Highlight(...ranges));
  else wrap(ranges);
  if (passage) showPassage(passage);
}
