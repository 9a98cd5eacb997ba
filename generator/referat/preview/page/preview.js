// Added to every page by the preview: reloads the page when it has changed, exchanges its style sheet, and shows what is
// wrong with the site and how old its search is.

const { digest, path, styles } = document.currentScript.dataset;
const own = new URL(".", document.currentScript.src);
const RETRY = 1000; // milliseconds, while the preview is not running
const PLACE = "referat-preview-place"; // where the reader was before a reload

let style = [...document.querySelectorAll("link[rel=stylesheet]")].find(
  (link) => styles && new URL(link.href).pathname === styles,
);

function showProblems(problems) {
  const old = document.getElementById("referat-preview");
  const text = problems.join("\n\n");
  if (old?.querySelector("pre").textContent === text) return;
  old?.remove();
  if (problems.length === 0) return;
  const box = document.createElement("details");
  box.id = "referat-preview";
  box.open = true;
  const summary = document.createElement("summary");
  summary.textContent = problems.length === 1 ? "1 fejl på webstedet" : `${problems.length} fejl på webstedet`;
  const pre = document.createElement("pre");
  pre.textContent = text;
  box.append(summary, pre);
  box.setAttribute("role", "alert");
  document.body.prepend(box);
}

function whenMade(at) {
  const made = new Date(at * 1000);
  const clock = `kl. ${made.toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" })}`;
  if (made.toDateString() === new Date().toDateString()) return clock;
  return `den ${made.toLocaleDateString("da-DK", { day: "numeric", month: "long" })} ${clock}`;
}

// Only where something can be searched: elsewhere nobody is misled by it.
function showSearch({ old, at }) {
  const search = document.getElementById("soegning");
  if (search === null) return;
  let note = document.getElementById("referat-preview-search");
  if (!old) {
    if (note === null || note.dataset.fresh) return;
    note.dataset.fresh = "yes";
    const again = document.createElement("a");
    again.href = "";
    again.textContent = "Hent siden igen";
    note.replaceChildren("Søgningen er fornyet. ", again, ".");
    return;
  }
  if (note === null) {
    note = document.createElement("p");
    note.id = "referat-preview-search";
    note.setAttribute("role", "status");
    search.before(note);
  }
  delete note.dataset.fresh;
  note.textContent =
    at === null
      ? "Søgningen er ved at blive lavet og er her om lidt."
      : `Søgningen er fra ${whenMade(at)}. Den bliver fornyet nu.`;
}

function exchangeStyles(address) {
  if (!style || !address || new URL(style.href).pathname === address) return;
  const fresh = style.cloneNode();
  const old = style;
  fresh.href = address;
  // The old one stays until the new one is there, so that the page is never bare.
  fresh.addEventListener("load", () => old.remove());
  fresh.addEventListener("error", () => location.reload());
  style.after(fresh);
  style = fresh;
}

function addOwnStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("preview.css", own).href;
  document.head.append(link);
}

function reload() {
  sessionStorage.setItem(PLACE, JSON.stringify({ path, x: scrollX, y: scrollY }));
  history.scrollRestoration = "manual";
  location.reload();
}

function returnToPlace() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  history.scrollRestoration = "auto";
  if (place?.path !== path) return;
  const go = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  go();
  // Pictures and fonts may still move what stands below them.
  addEventListener("load", go, { once: true });
}

async function follow() {
  addOwnStyles();
  let known = -1;
  for (;;) {
    const address = new URL("news", own);
    address.search = new URLSearchParams({ path, page: digest, known });
    try {
      const news = await (await fetch(address)).json();
      if (news.reload) return reload();
      known = news.epoch;
      exchangeStyles(news.styles);
      showProblems(news.problems);
      showSearch(news.search);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
}

returnToPlace();
follow();
