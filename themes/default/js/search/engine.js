// The full-text engine: Pagefind, started when it is first asked, with the index of each municipality as it is needed.

// Municipalities in one instance of the engine: it asks all its indexes at every search, so large sites use several.
const GROUP_SIZE = 8;

// docs/adr/ tells why: å is not a, and long minutes must not win by their length.
const OPTIONS = {
  exactDiacritics: true,
  ranking: {
    pageLength: 0.1,
    termFrequency: 0.3,
    termSaturation: 2,
    termSimilarity: 9,
    metaWeights: {
      title: 5,
      titeldele: 5,
      stavet: 2,
      dele: 0.2,
      afgjort: 0.5,
      sted: 0.5,
      sag: 0.5,
      samlesag: 0.1,
      sagsid: 10,
      dato: 0.1,
      siden: 0,
    },
  },
};

const SORTS = { nyeste: { dato: "desc" }, aeldste: { dato: "asc" } };

export class Engine {
  // `bundles` is the address of the folder that the indexes lie in; `places` are all municipalities, { slug, name }.
  constructor(bundles, places) {
    this.bundles = bundles;
    this.places = places;
    this.groups = [];
    this.merging = new Map();
  }

  // Every hit of one municipality: { results, filters }. The results' data are loaded one at a time, by `readHit`.
  async search(place, query, { filters = {}, order = "" } = {}) {
    const { lukket, ...others } = filters;
    const doors = lukket === "nej" ? { not: { lukket: "ja" } } : lukket && { lukket };
    const options = { filters: { ...others, ...doors, kommune: place }, sort: SORTS[order] ?? {} };
    try {
      return await (await this.withIndex(place)).search(query, options);
    } catch {
      // An index that could not be loaded spoils the whole instance, for the municipalities beside it too.
      this.giveUp(place);
      return (await this.withIndex(place, { alone: true })).search(query, options);
    }
  }

  giveUp(place) {
    this.merging.delete(place);
    this.groups = [];
  }

  nameOf(place) {
    return this.places.find(({ slug }) => slug === place).name;
  }

  // The instance that holds the municipality's index, loaded once.
  withIndex(place, { alone = false } = {}) {
    if (!this.merging.has(place)) {
      const group = alone ? this.newGroup() : this.groupWithRoom();
      group.size += 1;
      const loading = group.instance.then(async (instance) => {
        await instance.mergeIndex(`${this.bundles}${place}/`, { ...OPTIONS, language: "da", mergeFilter: { kommune: place } });
        // The counts beside the filters are there only after their files are loaded.
        await instance.filters();
        return instance;
      });
      loading.catch(() => this.merging.delete(place));
      this.merging.set(place, loading);
    }
    return this.merging.get(place);
  }

  groupWithRoom() {
    const last = this.groups.at(-1);
    if (last && last.size < GROUP_SIZE) return last;
    const group = this.newGroup();
    this.groups.push(group);
    return group;
  }

  newGroup() {
    const engine = `${this.bundles}engine.d/`;
    const instance = import(`${engine}pagefind.js`).then(({ createInstance }) =>
      createInstance({ basePath: engine, ...OPTIONS }),
    );
    return { size: 0, instance };
  }
}

// What came of the case after the hit, { date, outcome }; undefined where nothing did.
function laterOf(siden) {
  const [, year, month, day, outcome] = siden?.match(/^zz(\d{4})(\d\d)(\d\d)(\w+)$/) ?? [];
  return outcome && { date: `${year}-${month}-${day}`, outcome };
}

// A hit as it is shown. The engine gives < and > of the text as entities. Its `url` is relative to the site: the record's
// path, which has the item's anchor as the file's name (search/pages.py). `parts` are what its compounds end in.
export async function readHit(result, municipality) {
  const data = await result.data();
  const value = (name) => data.filters[name]?.[0] ?? "";
  return {
    url: data.raw_url.replace(/([^/]+)\.html$/, "#$1").replace(/^\//, ""),
    title: data.meta.title,
    date: data.meta.dato.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3"),
    municipality,
    body: value("udvalg"),
    outcome: value("udfald"),
    closed: value("lukket") === "ja",
    caseNumber: data.meta.sag ?? data.meta.samlesag ?? "",
    container: "samlesag" in data.meta,
    later: laterOf(data.meta.siden),
    content: data.content.replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
    parts: `${data.meta.titeldele ?? ""} ${data.meta.dele ?? ""}`.split(" ").filter(Boolean),
    text: [data.content, ...Object.values(data.meta)].join(" "),
    score: result.score,
  };
}
