// Marks the words of a query in a text. The page's own elements stay as they are, so anchors and links work as before.

import { markerOf } from "./words.js";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function* textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
}

function* rangesOf(root, isMarked) {
  for (const node of textNodes(root)) {
    for (const { 0: word, index } of node.data.matchAll(WORD)) {
      if (!isMarked(word.toLowerCase())) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      yield range;
    }
  }
}

// A folded text opens where a marked word is in it and the reader was sent there.
function unfold(ranges) {
  const goal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const near = goal?.closest("section") ?? goal;
  for (const range of ranges) {
    const fold = range.startContainer.parentElement.closest("details");
    if (fold && near?.contains(fold)) fold.open = true;
  }
}

function wrap(ranges) {
  // From the last to the first: a wrapped word splits its text node, which only moves what stands after it.
  for (const range of ranges.reverse()) range.surroundContents(document.createElement("mark"));
}

export function markWords(query, root) {
  const ranges = [...rangesOf(root, markerOf(query))];
  unfold(ranges);
  if (globalThis.Highlight && CSS.highlights) CSS.highlights.set("fund", new Highlight(...ranges));
  else wrap(ranges);
}
