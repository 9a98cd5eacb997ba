"""What was decided lately: the lines that the front page and a municipality's page begin with."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from referat.site.nodes import BodyNode, ItemNode, MeetingNode
from referat.site.views.excerpt import excerpt
from referat.site.views.meeting_line import newest_first
from referat.vocabulary.containers import is_container_title
from referat.vocabulary.outcomes import Outcome
from referat.vocabulary.routine import is_formality, is_round

UNREMARKABLE = frozenset({Outcome.NONE, Outcome.NOTED, Outcome.DISCUSSED})
"""Outcomes that change nothing. They are on their meeting's page, not among the newest decisions."""


class Decided(Struct, frozen=True, kw_only=True):
    """One decision, as a line of a list."""

    municipality: str
    body: str
    date: dt.date
    title: str
    url: str
    """Of the item."""
    outcome: Outcome
    words: str
    """The words that decide, plain text: no proposal, and no vote on one, that comes before them."""


def newest_decisions(bodies: Iterable[BodyNode], count: int) -> tuple[Decided, ...]:
    """The bodies' newest open decisions that change something: the newest meeting first, each in its agenda's order."""
    meetings = newest_first(meeting for body in bodies for meeting in body.meetings)
    return tuple(islice(_decisions(meetings), count))


def newest_of_all(lines: Iterable[Decided], count: int) -> tuple[Decided, ...]:
    """The newest of several municipalities' lines."""
    return tuple(sorted(lines, key=lambda line: line.date, reverse=True)[:count])


def is_remarkable(node: ItemNode) -> bool:
    """Whether the item is worth a place among the newest decisions: open, with a decision, and no meeting formality."""
    item = node.item
    if item.closed or item.held_back or item.title is None or node.outcome in UNREMARKABLE:
        return False
    if is_container_title(item.title) or is_formality(item.title) or is_round(item.title):
        return False
    return not (node.case is not None and node.case.container)


def _decisions(meetings: Iterable[MeetingNode]) -> Iterator[Decided]:
    for meeting in meetings:
        for node in meeting.items:
            if is_remarkable(node):
                yield Decided(
                    municipality=meeting.municipality,
                    body=meeting.body,
                    date=meeting.date,
                    title=node.item.title or "",
                    url=node.url,
                    outcome=node.outcome,
                    words=excerpt(node.deciding),
                )
