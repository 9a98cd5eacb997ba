// The list of hits: shown as they come, a page at a time, without taking the keyboard's focus away.

import { drawGroup } from "./draw.js";
import { takeGroups } from "./groups.js";

const PAGE_LENGTH = 10;

export class Results {
  constructor(list, more) {
    this.list = list;
    this.more = more;
  }

  clear() {
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  // `isCurrent` tells whether the reader has not asked for something else since.
  async show(found, look, isCurrent, length = PAGE_LENGTH) {
    const { groups, more } = await takeGroups(found, length);
    if (!isCurrent()) return;
    const focused = document.activeElement?.closest("#fund a")?.href;
    this.list.replaceChildren(...groups.map((group) => drawGroup(group, look)));
    if (focused) [...this.list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
    this.more.hidden = !more;
    this.more.onclick = async () => {
      const firstNew = this.list.children.length;
      await this.show(found, look, isCurrent, length + PAGE_LENGTH);
      this.list.children[firstNew]?.querySelector("a").focus();
    };
  }
}
