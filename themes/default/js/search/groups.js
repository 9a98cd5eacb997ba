// Hits of one case are shown together: the best one in full, the others as lines below it.

// Of so many times the hits that are wanted are read to have enough groups: a case may have dozens.
const MOST_READ = 3;

const caseOf = (hit) => (hit.caseNumber && !hit.container ? `${hit.municipality} ${hit.caseNumber}` : hit.url);

export function groupHits(hits) {
  const groups = new Map();
  for (const hit of hits) groups.set(caseOf(hit), [...(groups.get(caseOf(hit)) ?? []), hit]);
  return [...groups.values()];
}

// The first `count` groups of what is found, each with its hits in order: { groups, more }. A group has what was read of it.
export async function takeGroups(found, count) {
  const most = Math.min(found.count, count * MOST_READ);
  let hits = [];
  for (let asked = count; ; asked += count) {
    hits = await found.take(Math.min(asked, most));
    const groups = groupHits(hits);
    if (groups.length > count) return { groups: groupHits(firstOf(hits, groups[count][0])), more: true };
    if (asked >= most) return { groups, more: found.count > hits.length };
  }
}

const firstOf = (hits, stranger) => hits.slice(0, hits.indexOf(stranger));
