"""The words of the town hall that a reader meets and may not know: one list, in the order in which it is explained.

What each means is in the words of the interface (``glossary.indstilling`` of ``words/da.toml``), so that it is said in
the reader's own language. Here is what the words are called in the minutes, and how they are found there.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Term(NamedTuple):
    """A word of the list."""

    slug: str
    """Its name in addresses: ``/ord/#til-efterretning``."""
    word: str
    """As people write it."""
    sign: str
    """Letters that every form of it has in lower case: a text without them need not be searched. Empty: it is not
    looked for in texts, because everybody knows it or the site says it itself."""
    pattern: str = ""
    """Its forms, in lower case. Empty: the sign alone tells."""


class Group(NamedTuple):
    """Words that belong together."""

    name: str
    """``glossary_group.case`` are its words in the interface."""
    terms: tuple[Term, ...]


GROUPS = (
    Group(
        "case",
        (
            Term("dagsorden", "dagsorden", ""),
            Term("punkt", "punkt", ""),
            Term("sag", "sag", ""),
            Term("sagsfremstilling", "sagsfremstilling", "sagsfremstilling"),
            Term("indstilling", "indstilling", "indstilling"),
            Term("bilag", "bilag", ""),
            Term("hoering", "høring", "høring", r"\b(?:partshøring|høringssvar|høringsfrist|(?:i|offentlig) høring)"),
            Term("samlesag", "samlesag", ""),
        ),
    ),
    Group(
        "decision",
        (
            Term("tiltraadt", "tiltrådt", "tiltr", r"\btiltr(?:ådt|ædes|åd|æder)"),
            Term("anbefalet", "anbefalet", "anbefal", r"\banbefal(?:es|et|er|ede|ing)\b"),
            Term("til-efterretning", "til efterretning", "efterretning"),
            Term("droeftet", "drøftet", "drøfte", r"\bdrøfte(?:t|de|s)\b"),
            Term("udsat", "udsat", "uds", r"\b(?:sagen|punktet|behandlingen) (?:blev |er )?uds(?:at|ættes)\b|^udsat\b"),
            Term("hjemvist", "sendt tilbage", "hjemvi", r"\bhjemvis"),
            Term("oversendt", "oversendt", "send", r"\b(?:oversend|fremsend)(?:t|es|er|te)\b"),
            Term("forkastet", "forkastet", "forkast"),
            Term("bortfaldet", "bortfaldet", "bortfald"),
            Term("bemyndiget", "bemyndiget", "bemyndig"),
        ),
    ),
    Group(
        "dissent",
        (
            Term("aendringsforslag", "ændringsforslag", "ændringsforslag"),
            Term("standpunkt", "standpunkt", "standpunkt"),
            Term("forbehold", "forbehold", "forbehold", r"\b(?:tager|tog|taget|tage) forbehold"),
            Term("mindretalsudtalelse", "mindretalsudtalelse", "mindretalsudtalelse"),
            Term("protokolbemaerkning", "protokolbemærkning", "protokol", r"\bprotokol(?:bemærkning|tilførsel|lat)"),
            Term("begaere", "begære en sag i byrådet", "begær", r"\bbegær(?:e|er|ede|et|es)\b"),
            Term("inhabil", "inhabil", "inhabil"),
        ),
    ),
    Group("closed", (Term("lukket-punkt", "lukket punkt", ""),)),
)

_LOOKED_FOR = tuple(term for group in GROUPS for term in group.terms if term.sign)
_PATTERNS = {term.slug: re.compile(term.pattern, re.MULTILINE) for group in GROUPS for term in group.terms}


def terms_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The slugs of the list's words that stand in the texts, in the order of the list."""
    # No word of the list goes over a line's end: so what stands on lines of its own is looked through at once.
    lower = "\n".join(texts).lower()
    found = (term for term in _LOOKED_FOR if term.sign in lower and _PATTERNS[term.slug].search(lower))
    return tuple(term.slug for term in found)
