// How far two words are apart: slips of the finger, and Danish letters that sound alike.

const ALIKE = ["eæ", "oå", "øo", "øy", "iy", "ck", "kg", "td", "pb", "vf", "vw", "sz", "ij", "uy", "aæ", "ei"];
const alike = new Set(ALIKE.flatMap(([a, b]) => [a + b, b + a]));

const SLIP = 1;
const SOUND = 0.6; // Also a letter too many or too few beside its like: soler, soller.

const replacing = (a, b) => (a === b ? 0 : alike.has(a + b) ? SOUND : SLIP);
// What it costs to leave out the letter at a place; some are often silent.
const dropping = (word, place) => (word[place] === word[place - 1] || /[dghr]/.test(word[place]) ? SOUND : SLIP);

// The least that turns one word into the other: letters replaced, left out, put in, or two beside each other exchanged.
// More than `most` is told as Infinity.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) * SOUND > most) return Infinity;
  let before = [];
  let last = [0];
  for (let j = 1; j <= b.length; j += 1) last[j] = last[j - 1] + dropping(b, j - 1);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [last[0] + dropping(a, i - 1)];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1] + replacing(a[i - 1], b[j - 1]);
      row[j] = Math.min(replaced, last[j] + dropping(a, i - 1), row[j - 1] + dropping(b, j - 1));
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (exchanged) row[j] = Math.min(row[j], before[j - 2] + SLIP);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length] <= most ? last[b.length] : Infinity;
}
