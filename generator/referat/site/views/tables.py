"""The open data of a municipality: its meetings, their items, and what was decided, each a table.

What is closed, held back or withdrawn keeps its row and has no text, so that whoever copied the data can follow it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from referat.exports.table import Cell, Table
from referat.model import Decision, Status
from referat.site.nodes import ItemNode, MeetingNode, MunicipalityNode
from referat.site.urls import DATA
from referat.vocabulary.outcomes import Outcome, outcome_of

TABLES = ("meetings", "items", "decisions")
"""Their names, as their files have them."""


class TableView(Struct, frozen=True):
    """What ``table.csv`` and ``table.jsonl`` show."""

    table: Table


def table_views(node: MunicipalityNode, days: Mapping[str, dt.date]) -> Iterator[TableView]:
    """The tables of one municipality, by body and then by day, the oldest first.

    Args:
        node: The municipality.
        days: By address, when its meetings were amended last (`amended_days`).
    """
    meetings = [meeting for body in node.bodies for meeting in reversed(body.meetings)]
    yield _table(node, "meetings", _MEETING, (tuple(_meeting(meeting, days)) for meeting in meetings))
    placed = [(meeting, item) for meeting in meetings for item in meeting.items]
    yield _table(
        node, "items", tuple(_ITEM), (tuple(cell(meeting, item) for cell in _ITEM.values()) for meeting, item in placed)
    )
    yield _table(node, "decisions", _DECISION, (row for meeting, item in placed for row in _decisions(meeting, item)))


def _table(node: MunicipalityNode, name: str, columns: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> TableView:
    return TableView(Table(url=f"{DATA}{node.slug}/{name}", columns=columns, rows=tuple(rows)))


_MEETING = (
    "id",
    "municipality",
    "body",
    "date",
    "begins",
    "ends",
    "place",
    "sequence",
    "kind",
    "status",
    "items",
    "updated",
    "withdrawn",
    "source_url",
    "source_sha256",
)


def _meeting(node: MeetingNode, days: Mapping[str, dt.date]) -> tuple[Cell, ...]:
    meeting = node.minutes.meeting
    withdrawn = meeting.status is Status.WITHDRAWN
    # Where a publication was that was taken back is nothing to lead anybody to.
    source = None if withdrawn else meeting.source
    return (
        node.url,
        node.municipality,
        node.body,
        node.date,
        meeting.time,
        meeting.ends,
        meeting.place,
        meeting.sequence,
        str(meeting.kind),
        str(meeting.status) if meeting.status else None,
        len(node.items),
        days[node.url],
        meeting.withdrawn,
        source.url if source else None,
        source.sha256 if source else None,
    )


_ITEM: Mapping[str, Callable[[MeetingNode, ItemNode], Cell]] = {
    "id": lambda _, node: node.url,
    "meeting": lambda meeting, _: meeting.url,
    "number": lambda _, node: node.item.number,
    "title": lambda _, node: node.item.title,
    "case_number": lambda _, node: node.item.case_number,
    "case": lambda _, node: node.case.url if node.case else None,
    "type": lambda _, node: node.item.type,
    "kle": lambda _, node: node.item.kle,
    "closed": lambda _, node: node.item.closed,
    "outcome": lambda _, node: str(node.outcome),
    "attachments": lambda _, node: len(node.attachments),
    "held_back": lambda _, node: node.item.held_back,
    "withdrawn": lambda _, node: node.item.withdrawn,
}

_DECISION = ("item", "municipality", "body", "date", "own", "case_number", "outcome", "text", "withdrawn")


def _decisions(meeting: MeetingNode, node: ItemNode) -> Iterator[tuple[Cell, ...]]:
    """All that an item tells to have been decided, by its own meeting and by others. A withdrawn item tells nothing."""
    item = node.item
    if item.withdrawn is not None:
        none = str(Outcome.NONE)
        yield (
            node.url,
            meeting.municipality,
            meeting.body,
            meeting.date,
            True,
            item.case_number,
            none,
            "",
            item.withdrawn,
        )
    for decision in item.decisions:
        own = decision in node.own
        yield (
            node.url,
            meeting.municipality,
            decision.body or meeting.body,
            decision.date or (meeting.date if own else None),
            own,
            item.case_number,
            str(_outcome(decision, node) if own else decision.outcome or outcome_of(decision.text)),
            decision.text,
            None,
        )


def _outcome(decision: Decision, node: ItemNode) -> Outcome:
    """Of one of several own decisions its own, else what the page says of the item."""
    return node.outcome if len(node.own) == 1 else decision.outcome or outcome_of(decision.text)
