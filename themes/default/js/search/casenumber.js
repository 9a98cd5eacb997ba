// Which case numbers a typed text may mean. The same rule as vocabulary/casenumber.py and case_schemes.py, which say why;
// a test runs both over generated spellings and demands the same answers.

const LONGEST = 120;
const KLE = "\\d{2}\\.\\d{2}\\.\\d{2}";
const FACET = "[A-ZÆØÅ]\\d{2}";
const YEAR = "(?:19|20)\\d{2}";

const LABEL =
  /^(?:(?:sagsn(?:umme)?r|sagnr|sagsid|j(?:ournal)?\.? ?nr)[.:]{0,2}|(?:sa[gq] nr\.?|sag(?:en)?|åbent? -):?)\s{0,3}/i;
const KLE_BESIDE = /^\d\d\.\d\d\.\d\d-?[A-ZÆØÅ]\d\d-(?=(?:19|20)\d\d\/)/i;
const CPR_LIKE = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}$/;
const EDGES = /^[ \t.,;:()[\]*#•]+|[ \t.,;:()[\]*#•]+$/g;

const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "i");
const upper = (text) => text.toUpperCase();

function fullYear(digits) {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

const looksLikeYear = (digits) => digits.length === 4 && digits >= "1900" && digits < "2100";

function yearSlash({ year, serial }) {
  if (year.length === 4 && looksLikeYear(serial)) return null;
  return `${fullYear(year)}/${Number(serial)}`;
}

function kleYear({ kle, facet, serial, year }) {
  return `${kle}${facet ? `-${upper(facet)}` : ""}-${Number(serial)}-${year}`;
}

// Name, pattern, and the canonical form of what the pattern matched; the most particular first.
const SCHEMES = [
  ["kle-sbsys", `(?<kle>${KLE})-(?<facet>${FACET})-(?<serial>\\d{1,6})-(?<year>\\d{2})`, kleYear],
  ["kle-nofacet", `(?<kle>${KLE})-(?<serial>\\d{1,6})-(?<year>\\d{2})`, kleYear],
  [
    "kle-glued",
    `(?<kle>${KLE})-?(?<facet>${FACET})-(?<serial>\\d{1,6})`,
    ({ kle, facet, serial }) => `${kle}${upper(facet)}-${String(Number(serial)).padStart(4, "0")}`,
  ],
  [
    "kle-slash",
    `(?<kle>${KLE})[ -]?(?<facet>${FACET})/(?<serial>\\d{1,6})`,
    ({ kle, facet, serial }) => `${kle}-${upper(facet)}/${Number(serial)}`,
  ],
  ["region", "\\d-\\d{2}-\\d{2}-\\d{1,6}-\\d{2}", (_, text) => text],
  [
    "komkode",
    `(?<code>\\d{3})[-_](?<year>${YEAR})[-_](?<serial>\\d{1,7})`,
    ({ code, year, serial }) => `${code}-${year}-${Number(serial)}`,
  ],
  ["alpha", `[A-ZÆØÅ]{3}-${YEAR}-\\d{4,6}`, (_, text) => upper(text)],
  [
    "udv-t",
    "(?<body>[A-ZÆØÅ]{2,4})-(?<serial>\\d{1,4})/(?<year>\\d{2})-(?<type>[A-ZÆØÅ])",
    ({ body, serial, year, type }) => `${upper(body)}-${Number(serial)}/${year}-${upper(type)}`,
  ],
  [
    "br",
    "(?<body>BR|BY|KB|ØK|ØU) ?(?<serial>\\d{1,4})/(?<year>\\d{4}|\\d{2})",
    ({ body, serial, year }) => `${upper(body)} ${fullYear(year)}/${Number(serial)}`,
  ],
  ["n-yyyy", `\\d{6}-${YEAR}`, (_, text) => (CPR_LIKE.test(text) ? null : text)],
  [
    "yyyy-n",
    `(?<year>${YEAR})-(?<serial>\\d{1,7})`,
    ({ year, serial }) => (looksLikeYear(serial) ? null : `${year}-${Number(serial)}`),
  ],
  ["yy-nnnnnn", "\\d{2}-\\d{6}", (_, text) => text],
  ["yy/n", `(?<year>${YEAR}|\\d{2})[/-](?<serial>\\d{1,7})`, yearSlash],
  ["plain", "\\d{5,7}", (_, text) => text.replace(/^0+/, "")],
].map(([name, pattern, read]) => ({ name, pattern: whole(pattern), read }));

const trimmed = (text) => text.replace(EDGES, "");

// The text without its label, with hyphens for all dashes and none of the spaces around separators.
function bareNumber(text) {
  const even = text.replace(/[‐‑–—]/g, "-").split(/\s+/).filter(Boolean).join(" ");
  let bare = trimmed(even);
  const label = LABEL.exec(bare);
  if (label) bare = trimmed(bare.slice(label[0].length));
  bare = bare.replace(/ ?([/-]) ?/g, "$1").replace(/-+$/, "");
  return bare.replace(KLE_BESIDE, "");
}

// All case numbers that a person may mean by the text, the likeliest first: [{ scheme, canonical }].
export function readingsOf(text) {
  if ([...text].length > LONGEST) return [];
  const bare = bareNumber(text);
  const readings = [];
  for (const { name, pattern, read } of SCHEMES) {
    const match = pattern.exec(bare);
    const canonical = match && read(match.groups ?? {}, match[0]);
    if (canonical) readings.push({ scheme: name, canonical });
  }
  return readings;
}
