"""How Danish sentences go on: what helps to see that a paragraph was cut in two."""

_CONJUNCTIONS = ("og", "eller", "samt", "men", "at", "om", "som", "hvis", "når", "fordi", "idet", "hvor", "hvilke")
_PREPOSITIONS = (
    *("i", "på", "til", "fra", "af", "for", "med", "ved", "mod", "hos", "over", "under", "mellem", "blandt"),
    *("efter", "før", "uden", "gennem", "omkring", "ifølge"),
)
_DETERMINERS = ("en", "et", "den", "det", "de", "denne", "dette", "disse", "deres", "vores", "sin", "sit", "sine")
_NEVER_LAST = frozenset((*_CONJUNCTIONS, *_PREPOSITIONS, *_DETERMINERS))


def cannot_end_with(word: str) -> bool:
    """Whether a long written sentence hardly ever ends with `word`: a conjunction, a preposition, a determiner."""
    return word.casefold() in _NEVER_LAST
