"""Headings that have lost their line break: "SagsfremstillingUdvalget besøger ...", "Beslutningskompetence: ØU"."""

import re
from collections.abc import Iterable

from referat.vocabulary.sections import SectionKind, kind_of, known_headings

_BRIEF = (SectionKind.COMPETENCE, SectionKind.PROCESS, SectionKind.ITEMTYPE)
"""Sections of a word or two: their heading may stand on the same line as they do, with a colon between."""


def _any_of(headings: Iterable[str]) -> str:
    return "|".join(map(re.escape, headings))


_WITH_TEXT = re.compile(
    rf"\s*(?:(?:{_any_of(heading for heading in known_headings() if heading[-1].islower())})"
    rf"(?:(?=[A-ZÆØÅ][a-zæøå])|(?=[-•] ?[A-ZÆØÅ]))"
    rf"|(?:{_any_of(heading for heading in known_headings() if kind_of(heading) in _BRIEF)}):\s(?=\S))"
)

_BEFORE_SENTENCE = re.compile(rf"(?:{_any_of(known_headings())}):? (?=[A-ZÆØÅ])")


def heading_before_text(line: str) -> int | None:
    """Where the heading that begins the line ends, if text follows without a break; None for any other line.

    Glued is what no word of Danish looks like: a small letter right before a capital one.
    """
    match = _WITH_TEXT.match(line)
    return match.end() if match else None


def heading_before_sentence(line: str) -> int | None:
    """Where the heading that begins the line ends, if only a space parts it from a sentence; None for any other line.

    ``Økonomi Der er sat 2 mio. af.`` Ask it only where a document is known to print headings so.
    """
    match = _BEFORE_SENTENCE.match(line)
    return match.end() if match else None
