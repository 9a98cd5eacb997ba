"""What the municipality changed in what it had published, with the way to each place."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from referat.model import Change
from referat.site.nodes import MeetingNode

_ITEM = re.compile(r"punkt (?P<number>[^:]+): ")


class ChangedPlace(Struct, frozen=True):
    """One place that was changed, in words: ``punkt 3: Beslutning``."""

    words: str
    anchor: str | None
    """The item's id on the page. None for a place that is no item, or an item that is there no longer."""


class ChangeLine(Struct, frozen=True):
    """What was changed on one day."""

    date: dt.date
    places: tuple[ChangedPlace, ...]


def change_lines(node: MeetingNode) -> tuple[ChangeLine, ...]:
    """The changes that the meeting's records tell of, the newest first."""
    anchors = _anchors(node)
    lines = (
        ChangeLine(change.date, tuple(ChangedPlace(what, _anchor(what, anchors)) for what in change.what))
        for change in _changes(node)
    )
    return tuple(sorted(lines, key=lambda line: line.date, reverse=True))


def changed_items(lines: Iterable[ChangeLine]) -> dict[str, dt.date]:
    """When each item was changed last, by its id."""
    changed: dict[str, dt.date] = {}
    for line in lines:
        for place in line.places:
            if place.anchor is not None:
                changed[place.anchor] = max(line.date, changed.get(place.anchor, line.date))
    return changed


def _changes(node: MeetingNode) -> Iterable[Change]:
    yield from node.minutes.meeting.changes
    for addendum in node.addenda:
        yield from addendum.minutes.meeting.changes


def _anchors(node: MeetingNode) -> dict[str, str]:
    anchors: dict[str, str] = {}
    for item in node.items:
        if item.item.number is not None:
            anchors.setdefault(item.item.number, item.anchor)
    return anchors


def _anchor(what: str, anchors: Mapping[str, str]) -> str | None:
    match = _ITEM.match(what)
    return anchors.get(match["number"]) if match else None
