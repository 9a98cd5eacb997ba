// A query as a person types it: case numbers, which are looked up, and words, which are searched for.

import { readingsOf } from "./casenumber.js";
import { withDays } from "./days.js";
import { withoutStopWords } from "./stopwords.js";

const QUOTES = /["'»«”“„]/g;
const SPACED_SLASH = /(\d) ?\/ ?(?=\d)/g;
// »sag« before a number names it, as »nr.« may: they are not searched for beside it.
const NAMES_OF_NUMBERS = new Set(
  "sag sagen sager sagerne sagsnr sagsnr. sagsnummer nr nr. journalnr journalnr. dok. dokument".split(" "),
);

// 24/1187-3 is what journals call the third document of case 24/1187; 14/5-24 and 14-05-2024 are days.
const DOCUMENT = /^(.*\d[/-]\d+)-\d{1,3}$/;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])-(?:\d{2}|\d{4})$/;
// 24.1187 and 24_1187 may be case numbers; 24.118 and 14.05 are rather an amount and a day, unless a case is called so.
const ODDLY_PARTED = /^(\d{2}|(?:19|20)\d{2})([._])(\d{1,7})$/;

const isYearAndSerial = ({ scheme }) => scheme === "yy/n";

// The case number that a text means: { typed, meant, document, unsure }, or null where it means none.
function numberOf(typed) {
  const text = typed.replace(QUOTES, "").replace(/[?!,;:]+$/, "").trim();
  const number = { typed: text, meant: text, document: false, unsure: false };
  const readings = readingsOf(text);
  if (readings.length > 0) return { ...number, unsure: readings.every(({ scheme }) => scheme === "plain") };
  const bare = text.replace(/[.)]+$/, "").replace(/^(?:sag(?:en|snr\.?)?:?\s+|\()/i, "");
  const [, before] = DAY.test(bare) ? [] : (DOCUMENT.exec(bare) ?? []);
  if (before && readingsOf(before).some(isYearAndSerial)) return { ...number, meant: before, document: true };
  const [, year, sign, serial] = ODDLY_PARTED.exec(bare) ?? [];
  return year ? { ...number, meant: `${year}/${serial}`, unsure: sign === "." && serial.length < 4 } : null;
}

// The numbers of a query, the words around them, and which of these are days: »cykelsti 24/1187« is a number and a word. A
// bare row of digits is a number only where it stands alone.
export function splitQuery(typedQuery) {
  const { query, days } = isQuoted(typedQuery) ? { query: typedQuery, days: [] } : withDays(typedQuery);
  const alone = days.length === 0 && numberOf(query);
  if (alone) return { numbers: [alone], words: [], days };
  const parts = query.replace(SPACED_SLASH, "$1/").split(/\s+/).filter(Boolean);
  const read = parts.map((typed) => ({ typed, number: days.includes(typed) ? null : numberOf(typed) }));
  const numbers = read.map(({ number }) => number).filter((number) => number && !number.unsure);
  if (numbers.length === 0) return { numbers, words: parts, days };
  const rest = read.filter(({ number }) => !number || number.unsure).map(({ typed }) => typed.replace(QUOTES, ""));
  const words = rest.filter((word) => word && !NAMES_OF_NUMBERS.has(word.toLowerCase()));
  return { numbers: distinct(numbers), words: withoutStopWords(words), days };
}

const isQuoted = (query) => /^\s*".+"\s*$/.test(query);

const distinct = (numbers) => [...new Map(numbers.map((number) => [number.typed, number])).values()];
