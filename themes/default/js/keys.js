// »/« leads to the search field of any page. A reader who speaks to the computer, or whose keyboard sends such keys by
// itself, can switch it off on the search page (WCAG 2.1.4).

const SWITCHED_OFF = "referat.tast";

const isOff = () => {
  try {
    return localStorage.getItem(SWITCHED_OFF) === "fra";
  } catch {
    return false;
  }
};

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isOff()) return;
  const field = document.querySelector("input[type=search][name=q]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
