// What a person loses on the open page, as [how, what]: text that is cut, beyond the window's edge, or over other text.
() => {
  const lost = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const overflow = (element) => getComputedStyle(element).overflowX;
  const scrolls = (element) => element && (["auto", "scroll"].includes(overflow(element)) || scrolls(element.parentElement));
  const isAside = (element) => element.closest(".unseen, .skip, input, select, noscript, svg");

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) lost.push(["wider than the window", `${scrollWidth} of ${clientWidth}`]);

  for (const element of document.body.querySelectorAll("*")) {
    if (!["hidden", "clip"].includes(overflow(element)) || isAside(element) || !seen(element)) continue;
    if (element.scrollWidth > element.clientWidth + 1) lost.push(["cut", element.outerHTML.slice(0, 90)]);
  }

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const holder = text.parentElement;
    if (!text.data.trim() || isAside(holder) || !seen(holder) || scrolls(holder)) continue;
    const range = new Range();
    range.selectNodeContents(text);
    for (const { left, right, top, height } of range.getClientRects()) {
      if (right > innerWidth + 1) lost.push(["beyond the edge", text.data.slice(0, 60)]);
      // Lines may share the air above and below their letters.
      lines.push({ words: text.data, left, right, top: top + height * 0.3, bottom: top + height * 0.7 });
    }
  }

  lines.sort((a, b) => a.top - b.top);
  for (const [place, line] of lines.entries()) {
    for (const other of lines.slice(place + 1, place + 40)) {
      if (other.top >= line.bottom) break;
      const shared = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (shared > 2) lost.push(["over each other", `${line.words.slice(0, 60)} / ${other.words.slice(0, 60)}`]);
    }
  }
  return lost;
}
