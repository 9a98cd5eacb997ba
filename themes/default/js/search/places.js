// The choice of municipalities: which are searched, what is remembered of it, and how to forget that.

import { forget, remember, remembered } from "./state.js";

export class Places {
  // `box` holds the choice; `onChange` is told when the reader has made another one.
  constructor(box, onChange) {
    this.boxes = [...box.querySelectorAll("input[name=kommune]")];
    this.all = this.boxes.map(({ value, dataset }) => ({ slug: value, name: dataset.name }));
    this.known = this.all.map(({ slug }) => slug);
    this.box = box;
    this.memory = box.querySelector("#husket");
    this.onChange = onChange;
    this.listen();
    this.tell();
  }

  get chosen() {
    return this.boxes.filter(({ checked }) => checked).map(({ value }) => value);
  }

  // Shows a choice that was made elsewhere: in the address, or at an earlier visit.
  choose(slugs) {
    for (const box of this.boxes) box.checked = slugs.includes(box.value);
    this.tell();
  }

  // `perPlace` are the hits of the municipalities that have answered.
  showCounts(perPlace) {
    const told = ({ value }) => (value in perPlace ? ` (${perPlace[value]})` : "");
    for (const box of this.boxes) box.nextElementSibling.textContent = told(box);
  }

  decide(slugs) {
    this.choose(slugs);
    remember(slugs);
    this.tell();
    this.onChange();
  }

  tell() {
    this.memory.hidden = remembered().length === 0;
    this.box.querySelector("#valgte").textContent = `${this.chosen.length} / ${this.known.length}`;
  }

  listen() {
    for (const box of this.boxes) box.addEventListener("change", () => this.decide(this.chosen));
    // A site of few municipalities has no such buttons.
    this.box.querySelector("#alle")?.addEventListener("click", () => this.decide(this.known));
    this.box.querySelector("#ingen")?.addEventListener("click", () => this.decide([]));
    this.box.querySelector("#glem").addEventListener("click", () => {
      forget();
      this.tell();
      this.box.querySelector("summary").focus();
    });
  }
}
