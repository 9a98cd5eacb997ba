// Days and months in a query. The index has the day of each meeting as one word, 20240514, which a month begins: 202405.

const MONTHS =
  "januar februar marts april maj juni juli august september oktober november december".split(" ");
const NAMES = MONTHS.map((name) => (name.length > 4 ? `${name}|${name.slice(0, 3)}\\.?` : name)).join("|");
const NAMED = new RegExp(`(?:(?<![\\p{L}\\d])(?:den )?(\\d{1,2})\\.? )?(?<![\\p{L}\\d])(${NAMES}) (\\d{4})(?!\\d)`, "giu");
const ISO = /(?<![\d.-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g;
const FIGURES = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./ -](\d{4})(?![\d/-])/g;

const SHORT = /(?<![\d./-])(\d{1,2})\/(\d{1,2})[ -](\d{2})(?![\d/-])/g; // 14.05.24 would be a subject's number as well

const padded = (number) => String(number).padStart(2, "0");

// The word of the index for a day, or for a month where there is no day; null for what no calendar has.
function wordOf(year, month, day) {
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}${padded(month)}`;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${year}${padded(month)}${padded(day)}` : null;
}

// The query with the words of the index for its days and months, and these: { query, days }.
export function withDays(query) {
  const days = [];
  const replaced = (typed, year, month, day) => {
    const word = wordOf(Number(year), Number(month), day === undefined ? undefined : Number(day));
    if (word) days.push(word);
    return word ?? typed;
  };
  const monthOf = (name) => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;
  const read = query
    .replace(ISO, (typed, year, month, day) => replaced(typed, year, month, day))
    .replace(FIGURES, (typed, day, month, year) => replaced(typed, year, month, day))
    .replace(SHORT, (typed, day, month, year) => replaced(typed, 2000 + Number(year), month, day))
    .replace(NAMED, (typed, day, name, year) => replaced(typed, year, monthOf(name), day));
  return { query: read, days };
}
