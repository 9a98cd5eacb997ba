// Added to every page by the preview: reloads the page when it has changed, and shows what is wrong with the site.

const { epoch, path } = document.currentScript.dataset;
const own = new URL(".", document.currentScript.src);
const RETRY = 1000; // milliseconds, while the preview is not running

function showProblems(problems) {
  document.getElementById("referat-preview")?.remove();
  if (problems.length === 0) return;
  const box = document.createElement("details");
  box.id = "referat-preview";
  box.open = true;
  const summary = document.createElement("summary");
  summary.textContent = problems.length === 1 ? "1 fejl på webstedet" : `${problems.length} fejl på webstedet`;
  const text = document.createElement("pre");
  text.textContent = problems.join("\n\n");
  box.append(summary, text);
  box.setAttribute("role", "alert");
  document.body.prepend(box);
}

function addStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("preview.css", own).href;
  document.head.append(link);
}

async function follow() {
  addStyles();
  let known = -1;
  for (;;) {
    const address = new URL("news", own);
    address.search = new URLSearchParams({ path, page: epoch, known });
    try {
      const news = await (await fetch(address)).json();
      if (news.reload || news.epoch < known) return location.reload();
      known = news.epoch;
      showProblems(news.problems);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
}

follow();
