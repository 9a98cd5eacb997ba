// A page that was opened from a search marks the words that were searched for. Other readers load nothing more.

const query = new URLSearchParams(location.search).get("q");
if (query) import("./search/marking.js").then(({ markWords }) => markWords(query, document.querySelector("main")));
