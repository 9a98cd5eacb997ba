// What a meeting's page does for its reader beside being read. All of it can be read, linked to and printed without.

// A page that was opened from a search marks the words that were searched for. Other readers load nothing more.
const query = new URLSearchParams(location.search).get("q");
if (query) import("./search/marking.js").then(({ markWords }) => markWords(query, document.querySelector("main")));

const open = (folds) => folds.forEach((fold) => (fold.open = true));

// A link opens what is folded around its goal, or the folded item that is its goal. A passage that was rewritten since
// has its old address no more: the reader is shown its item.
function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  const goal = document.getElementById(name);
  if (goal) {
    open([...document.querySelectorAll("details")].filter((fold) => fold.contains(goal)));
    open(goal.querySelectorAll(":scope > .text > .fold"));
    if (goal.closest("details")) goal.scrollIntoView();
  } else {
    const item = /^(.+)-[b-t]{7}(?:-\d+)?$/.exec(name)?.[1];
    if (item && document.getElementById(item)?.matches(".item")) location.replace(`#${item}`);
  }
}

addEventListener("hashchange", follow);
document.querySelectorAll(".print").forEach((link) => link.addEventListener("click", () => setTimeout(print)));
addEventListener("beforeprint", () => open(document.querySelectorAll(".fold")));
follow();
