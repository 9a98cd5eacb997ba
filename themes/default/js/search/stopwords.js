// Danish words that tell nothing of what is looked for. The engine demands every word of a query, so a question that is
// typed as one would ask to someone would find nothing.

const listed = (text) => new Set(text.split(" "));

// Words that hold a sentence together.
export const STOP_WORDS = listed(
  "ad af alle alt at da de deres det den dem der dette denne disse dog du eller en end er et et for fordi fra ham han " +
    "har havde have hun i ind jeg kan kunne man med mig min mit mod må måtte nogen noget nogle nu når og også om op os på " +
    "se sig sin sit skal skulle som så til ud under var ved vi vil ville være været blev blive bliver blevet jer jeres mon",
);
// Words that make a question of it. Beside one of them, what is asked of the councillors is no word of the minutes either.
const ASKING = listed("hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorledes hvornår hvorvidt");
const ASKED = listed(
  "besluttet besluttede beslutter bestemt bestemte vedtaget vedtog stemte stemt stemmer sagde siger sagt mente mener " +
    "sker skete sket gik går mange meget endte ender",
);

const bare = (word) => word.toLowerCase().normalize("NFC").replace(/^\p{P}+|\p{P}+$/gu, "");

// The words that tell something; none where there is none.
export function withoutStopWords(words) {
  const bares = words.map(bare);
  const isQuestion = bares.some((word) => ASKING.has(word));
  return words.filter((_, i) => {
    const word = bares[i];
    return word && !STOP_WORDS.has(word) && !(isQuestion && (ASKING.has(word) || ASKED.has(word)));
  });
}

// The words to search for: those that tell something, or else all of them.
export function tellingWords(words) {
  const telling = withoutStopWords(words);
  return telling.length > 0 ? telling : words;
}
