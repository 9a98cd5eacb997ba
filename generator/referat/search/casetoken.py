"""A case number as one word that a full-text index can neither take apart nor take for another number."""

_SEPARATORS = str.maketrans({"/": "x", "-": "y", ".": "w", " ": "v", "_": "u", "æ": "ae", "ø": "oe", "å": "aa"})


def case_token(canonical: str) -> str:
    """``2014/32918`` is ``sag2014x32918z``.

    Only lower-case letters and digits, so that it is never split; letters before the number, so that no other number
    begins like it; a letter for each separator, so that 14/32918 is not 143/2918; and an end, so that it is not the
    beginning of a longer one. ``js/search/lookup.js`` has the same rule.
    """
    return f"sag{canonical.lower().translate(_SEPARATORS)}z"
