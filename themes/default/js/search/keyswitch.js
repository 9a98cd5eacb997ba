// The switch for the key that leads to the search field (keys.js).

const SWITCHED_OFF = "referat.tast";

export function listenTo(box) {
  try {
    box.checked = localStorage.getItem(SWITCHED_OFF) !== "fra";
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem(SWITCHED_OFF);
      else localStorage.setItem(SWITCHED_OFF, "fra");
    });
  } catch {
    // A browser that keeps nothing cannot keep this: the key stays on.
    box.disabled = true;
  }
}
