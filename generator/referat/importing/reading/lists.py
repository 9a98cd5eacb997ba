"""Marks of list items, and telling them from numbers that happen to begin a line."""

import re

from msgspec import Struct

from referat.vocabulary.dates import MONTHS

_BULLET = re.compile(r"([-•·*▪●◦–])\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})([.)])\s+(?=\S)")
_LETTER = re.compile(r"([a-zæøå])\)\s+(?=\S)")
_MONTH = re.compile(rf"\d{{1,2}}\.\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


class Series(Struct, frozen=True):
    """The numbered list that may go on."""

    last: int = 0


class ListMark(Struct, frozen=True, kw_only=True):
    """How a line begins that is a list item."""

    mark: str
    """As Markdown writes it: ``-`` or ``2.``."""
    text: str
    """The item without the mark. A letter stays: ``a) …``, for the text may refer to it."""
    series: Series


def read_mark(line: str, series: Series) -> ListMark | None:
    """The mark that `line` begins with, or None where it is no list item.

    A number is a mark only where it begins a list (1) or goes on with the one at hand: ``24. september`` and
    ``3. budgetopfølgning`` are text.
    """
    bullet = _BULLET.match(line)
    if bullet:
        return ListMark(mark="-", text=line[bullet.end() :], series=series)
    if _LETTER.match(line):
        return ListMark(mark="-", text=line, series=series)
    number = _NUMBER.match(line)
    if number and not _MONTH.match(line) and int(number[1]) in (1, series.last + 1):
        return ListMark(mark=number[1] + number[2], text=line[number.end() :], series=Series(last=int(number[1])))
    return None
