// The passage of a text that answers a query best, with the words in it that do.

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BEFORE = 90; // characters: about a line and a half on a phone
const LENGTH = 260;

// The words of the text that answer the terms: [{ start, end, term }]. `termOf` gives the number of a word's term, or -1.
export function markedIn(text, termOf) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const term = termOf(word.toLowerCase());
    if (term >= 0) found.push({ start: index, end: index + word.length, term });
  }
  return found;
}

// The first of the marked words from which a passage has most of the terms.
function bestStart(marks) {
  let best = 0;
  let most = 0;
  marks.forEach(({ start }, i) => {
    const within = marks.filter((mark) => mark.start >= start && mark.end <= start + LENGTH - BEFORE);
    const terms = new Set(within.map(({ term }) => term)).size;
    if (terms > most) [best, most] = [i, terms];
  });
  return marks[best]?.start ?? 0;
}

function sentenceStart(text, from, goal) {
  const ends = [...text.slice(from, goal).matchAll(/[.!?] (?=\p{Lu})/gu)];
  if (ends.length > 0) return from + ends.at(-1).index + 2;
  return from === 0 ? 0 : text.indexOf(" ", from) + 1;
}

// The passage in pieces, { text, marked }, with … where the text goes on.
export function passageOf(text, termOf) {
  const marks = markedIn(text, termOf);
  const goal = bestStart(marks);
  const start = sentenceStart(text, Math.max(0, goal - BEFORE), goal);
  const cut = start + LENGTH >= text.length ? text.length : Math.max(goal, text.lastIndexOf(" ", start + LENGTH));
  const pieces = [];
  let at = start;
  for (const mark of marks.filter((mark) => mark.start >= start && mark.end <= cut)) {
    pieces.push({ text: text.slice(at, mark.start) }, { text: text.slice(mark.start, mark.end), marked: true });
    at = mark.end;
  }
  pieces.push({ text: text.slice(at, cut) });
  if (start > 0) pieces.unshift({ text: "… " });
  if (cut < text.length) pieces.push({ text: " …" });
  return pieces.filter((piece) => piece.text);
}
