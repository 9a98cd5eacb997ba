"""What can be found: one search record for every agenda item, and for each text of a meeting that belongs to no item.

`referat.search.pages` makes of it the page that is indexed.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from referat.model import Decision, Section
from referat.search.casetoken import case_token
from referat.site.nodes import ItemNode, MeetingNode, MunicipalityNode
from referat.vocabulary.casenumber import readings_of
from referat.vocabulary.outcomes import Outcome

CLOSED_TITLE = "Lukket punkt"
UNTITLED = "Punkt uden overskrift"
TOP_OF_PAGE = "indhold"
"""The id of every page's main part: where a text without an anchor of its own is found."""


class Passage(Struct, frozen=True):
    """A text, Markdown, and its heading; empty where it has none."""

    heading: str
    text: str


class Later(Struct, frozen=True):
    """What came of an item's case afterwards: a hit of 2024 must not hide that the case was settled in 2026."""

    outcome: Outcome
    date: dt.date


class SearchRecord(Struct, frozen=True, kw_only=True):
    """One thing to find."""

    url: str
    """Rooted at the site, with its anchor: ``/strandby/byraadet/2024-05-14/#punkt-2``."""
    title: str
    municipality: str
    body: str
    date: dt.date
    outcome: Outcome | None = None
    """None for a text that is no agenda item."""
    closed: bool = False
    case: str | None = None
    """The case number as printed, where the site has the case."""
    container: bool = False
    """The case is a collecting file: its items have nothing else in common."""
    later: Later | None = None
    """The case's newest treatment with an outcome, where it is newer than the item."""
    tokens: tuple[str, ...] = ()
    """The words by which a case's items are found exactly."""
    passages: tuple[Passage, ...] = ()


def records_of(municipality: MunicipalityNode) -> Iterator[SearchRecord]:
    """Every record of the municipality, in the order of its pages. Items that are held back or withdrawn have none."""
    for body in municipality.bodies:
        for meeting in body.meetings:
            for node in meeting.items:
                if not node.item.held_back and node.item.withdrawn is None:
                    yield _item_record(meeting, node)
            yield from _other_texts(meeting)


def _item_record(meeting: MeetingNode, node: ItemNode) -> SearchRecord:
    item = node.item
    own = [Passage(decision.heading, decision.text) for decision in node.own]
    others = [Passage(_heading_of(part), part.text) for part in item.parts if part not in node.own]
    return SearchRecord(
        url=node.url,
        title=item.title or (CLOSED_TITLE if item.closed else UNTITLED),
        municipality=meeting.municipality,
        body=meeting.body,
        date=meeting.date,
        outcome=node.outcome,
        closed=item.closed,
        case=node.case.display if node.case else None,
        container=node.case is not None and node.case.container,
        later=_later(meeting, node),
        tokens=_tokens(item.case_number) if node.case and item.case_number else (),
        passages=(*own, Passage("", item.text), *others),
    )


def _later(meeting: MeetingNode, node: ItemNode) -> Later | None:
    after = [told for told in node.elsewhere if told.date > meeting.date and told.outcome is not Outcome.NONE]
    return Later(after[-1].outcome, after[-1].date) if after else None


def _heading_of(part: Section | Decision) -> str:
    told_by = part.body if isinstance(part, Decision) else None
    return f"{part.heading}: {told_by}" if told_by else part.heading


def _tokens(case_number: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(case_token(number.canonical) for number in readings_of(case_number)))


def _other_texts(meeting: MeetingNode) -> Iterator[SearchRecord]:
    """The texts of a meeting's page that stand outside its items, where the page has its anchors for them."""
    minutes = [meeting.minutes, *(addendum.minutes for addendum in meeting.addenda)]
    preambles = [Passage("", one.preamble) for one in minutes if one.preamble]
    if preambles:
        yield _text_record(meeting, TOP_OF_PAGE, "Indledning", preambles)
    annexes = [annex for one in minutes for annex in one.annexes]
    for number, annex in enumerate(annexes, 1):
        yield _text_record(meeting, f"tekst-{number}", f"Bilag: {annex.title}", [Passage("", annex.text)])
    unplaced = [Passage("", one.unplaced) for one in minutes if one.unplaced]
    if unplaced:
        yield _text_record(meeting, "uplaceret", "Uplaceret tekst", unplaced)


def _text_record(meeting: MeetingNode, anchor: str, title: str, passages: list[Passage]) -> SearchRecord:
    return SearchRecord(
        url=f"{meeting.url}#{anchor}",
        title=title,
        municipality=meeting.municipality,
        body=meeting.body,
        date=meeting.date,
        passages=tuple(passages),
    )
