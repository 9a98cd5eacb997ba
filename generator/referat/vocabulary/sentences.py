"""Danish sentences: where they end, and which words none of them ends with."""

import re

_END = re.compile(
    # It starts with white space, which the search can skip to, and only then looks back.
    r"[ \t\u00a0\n](?:(?<=[.!?][ \t\u00a0])[ \t\u00a0]{0,3}(?=[A-ZÆØÅ0-9(\"”»])"
    r"|(?<=[ \t])[ \t]{0,3}\n\s{0,8}|(?<=\n)\s{0,8})"
)
_NEVER_AN_END = re.compile(
    r"(?:^|(?<!\w)(?:ad|pkt|punkt|nr)\.? ?)\d{1,2}\.$"
    r"|(?<!\w)(?:[A-ZÆØÅ]|ad|bl\.a|ca|dr|evt|f\.eks|fr|hr|inkl|jf|kgl|kgs|kl|mio|nr|pkt|sct|skt|st|stk|vedr)\.$"
    r"|(?-i:[A-ZÆØÅ]\w{1,14} (?:Aa|Chr|Fr|Joh|Jr|Kr|Th)\.$)",
    re.IGNORECASE,
)

_CONJUNCTIONS = ("og", "eller", "samt", "men", "at", "om", "som", "hvis", "når", "fordi", "idet", "hvor", "hvilke")
_PREPOSITIONS = (
    *("i", "på", "til", "fra", "af", "for", "med", "ved", "mod", "hos", "over", "under", "mellem", "blandt"),
    *("efter", "før", "uden", "gennem", "omkring", "ifølge"),
)
_DETERMINERS = ("en", "et", "den", "det", "de", "denne", "dette", "disse", "deres", "vores", "sin", "sit", "sine")
_NEVER_LAST = frozenset((*_CONJUNCTIONS, *_PREPOSITIONS, *_DETERMINERS))


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, word for word, without the white space between them; a new line is a new sentence.

    ``Kgs. Strandby``, ``den 3. maj`` and ``Ad. 1.`` do not end one.
    """
    sentences, start = [], 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - 20) : match.start()]
        if "\n" in match[0] or not _NEVER_AN_END.search(before):
            sentences.append(text[start : match.start()].strip())
            start = match.end()
    return tuple(sentence for sentence in [*sentences, text[start:].strip()] if sentence)


def cannot_end_with(word: str) -> bool:
    """Whether a long written sentence hardly ever ends with `word`: a conjunction, a preposition, a determiner."""
    return word.casefold() in _NEVER_LAST
