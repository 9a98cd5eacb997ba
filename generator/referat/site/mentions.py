"""The words of a text that become links: mentions of cases and of earlier treatments that the site has.

Only what the same municipality has is known: the same number in another municipality is another case.
"""

import datetime as dt
import re
from collections.abc import Mapping

from msgspec import Struct

from referat.site.nodes import MeetingNode, MunicipalityNode
from referat.vocabulary import casenumber, citations
from referat.vocabulary.bodies import body_key

_DIGITS = re.compile(r"\d\d")
"""Every case number and every date has two digits in a row, and most decisions have none."""


class LinkedText(Struct, frozen=True):
    """A Markdown text and the words in it that are links.

    A page that shows a text depends on the text and on these links alone, so that a new case elsewhere changes only the
    pages that mention it.
    """

    markdown: str
    links: tuple[tuple[str, str], ...] = ()
    """Words as the text has them, and the address each goes to, in order of the words."""
    anchors: tuple[tuple[int, str], ...] = ()
    """The line that each passage begins on, counted from 0, and the passage's id on the page. Empty where the text
    stands on another page than its own: a passage has one address.
    """

    def __bool__(self) -> bool:
        return bool(self.markdown)


class Word(Struct, frozen=True):
    """Words of a text, from `start` to before `end`, that may be a mention."""

    start: int
    end: int
    text: str
    meant: casenumber.CaseNumber | citations.Citation


class LinkIndex(Struct, frozen=True):
    """What the texts of one municipality can mention."""

    cases: Mapping[str, str]
    """The address of each case by its canonical number."""
    meetings: Mapping[tuple[str, dt.date], str]
    """The address of a body's meeting: of its first, where it met twice that day."""
    items: Mapping[tuple[str, dt.date, str], str]
    """The address of an item by its number at that meeting."""


def make_link_index(municipality: MunicipalityNode) -> LinkIndex:
    """Everything of the municipality that has an address a text may mean."""
    meetings: dict[tuple[str, dt.date], str] = {}
    items: dict[tuple[str, dt.date, str], str] = {}
    nodes = (meeting for body in municipality.bodies for meeting in body.meetings)
    for meeting in sorted(nodes, key=_sequence):
        key = body_key(meeting.body)
        meetings.setdefault((key, meeting.date), meeting.url)
        for node in meeting.items:
            if node.item.number is not None:
                items.setdefault((key, meeting.date, node.item.number), node.url)
    return LinkIndex({case.number.canonical: case.url for case in municipality.cases}, meetings, items)


def _sequence(meeting: MeetingNode) -> tuple[int, str]:
    return meeting.minutes.meeting.sequence, meeting.url


def link_text(markdown: str, index: LinkIndex) -> LinkedText:
    """The text with the words in it that lead to a case or a treatment of the index."""
    links = {word.text: address for word in find_words(markdown) if (address := _address(word, index)) is not None}
    return LinkedText(markdown, tuple(sorted(links.items())))


def find_words(text: str) -> tuple[Word, ...]:
    """Everything in the text that has the shape of a citation or of a case number, in order and without overlap."""
    if _DIGITS.search(text) is None:
        return ()
    words = [Word(found.start, found.end, found.text, found) for found in citations.find_citations(text)]
    words += [Word(found.start, found.end, found.text, found.number) for found in casenumber.find_mentions(text)]
    apart: list[Word] = []
    for word in sorted(words, key=lambda word: (word.start, -word.end)):
        if not apart or word.start >= apart[-1].end:
            apart.append(word)
    return tuple(apart)


def _address(word: Word, index: LinkIndex) -> str | None:
    meant = word.meant
    if isinstance(meant, casenumber.CaseNumber):
        return index.cases.get(meant.canonical)
    sitting = (body_key(meant.body), meant.date)
    item = index.items.get((*sitting, meant.item_number)) if meant.item_number is not None else None
    return item or index.meetings.get(sitting)
