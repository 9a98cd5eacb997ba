// The page's own words, in its language: they stand in the page, so that no script has words of its own.

const words = JSON.parse(document.querySelector("[data-words]").dataset.words);

// The words with that name, and the values in them. »count« also chooses between one and many.
export function say(name, values = {}) {
  const word = words[name];
  const text = typeof word === "string" ? word : values.count === 1 ? word.one : word.other;
  return text.replace(/\{(\w+)\}/g, (_, place) => values[place]);
}
