"""Where a line names a body: ``Teknik- og Miljøudvalget``, ``Udvalget for Børn og Unge``, ``Byrådet``."""

import re

from msgspec import Struct

_COLLEGE = r"(?:udvalget|udvalg|rådet|råd|bestyrelsen|bestyrelse|direktionen|nævnet|magistraten|repræsentationen)"
_NO_PART = rf"(?!(?:Referat|Dagsorden|Protokol|Udvalg|Møde\w*|\w*{_COLLEGE})\b)"
"""Words that begin a line before a body's name and are no part of it."""
_BODY = re.compile(
    r"(?<![\w-])(?:"
    r"Udvalget for [A-ZÆØÅa-zæøå][\w-]*(?:(?:,| og|,? samt)? (?!den |d\. |kl)[A-ZÆØÅa-zæøå][\w-]*){0,6}"
    rf"|(?:{_NO_PART}[A-ZÆØÅ]\w*-?,? (?:(?:og|&) )?){{0,4}}[A-ZÆØÅ]\w*-?{_COLLEGE}"
    rf"|(?:{_NO_PART}[A-ZÆØÅ]\w*-,? (?:(?:og|&) )?){{1,4}}\w*{_COLLEGE}"
    r"|Direktionen|Magistraten|Rådet|Byråd|Kommunalbestyrelsen|Borgerrepræsentationen)(?=s?(?![\w-]))"
)


class BodyMention(Struct, frozen=True):
    """The characters from `start` to before `end`, and the name they are."""

    start: int
    end: int
    name: str


def find_body(line: str) -> BodyMention | None:
    """The first body that the line names with a capital; None where it names none."""
    match = _BODY.search(line[:400])
    return BodyMention(match.start(), match.end(), match[0]) if match else None
