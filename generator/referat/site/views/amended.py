"""When the text of a meeting last changed, as far as the records themselves tell it: never when a build was made."""

import datetime as dt
from collections.abc import Iterator

from referat.site.nodes import ItemNode, MeetingNode, MunicipalityNode
from referat.site.views.changes import change_lines, changed_items
from referat.vocabulary.withdrawal_marks import mark_days


def amended_days(node: MunicipalityNode) -> dict[str, dt.date]:
    """By address, the day of each meeting's latest text, and of the items that were amended after their meeting."""
    days: dict[str, dt.date] = {}
    for body in node.bodies:
        for meeting in body.meetings:
            items = _item_days(meeting)
            days |= items
            days[meeting.url] = max([meeting.date, *_record_days(meeting), *items.values()])
    return days


def _item_days(node: MeetingNode) -> dict[str, dt.date]:
    meeting = node.minutes.meeting
    changed = changed_items(change_lines(node)) if meeting.changes or node.addenda else {}
    days = {}
    for item in node.items:
        amended = [day for day in (meeting.corrected, changed.get(item.anchor)) if day is not None]
        latest = max([*amended, *_withdrawn(item)], default=node.date)
        if latest > node.date:
            days[item.url] = latest
    return days


def _record_days(node: MeetingNode) -> Iterator[dt.date]:
    for minutes in (node.minutes, *(addendum.minutes for addendum in node.addenda)):
        meeting = minutes.meeting
        yield from (day for day in (meeting.corrected, meeting.withdrawn) if day is not None)
        yield from (change.date for change in meeting.changes)


def _withdrawn(node: ItemNode) -> Iterator[dt.date]:
    if node.item.withdrawn is not None:
        yield node.item.withdrawn
    for decision in node.own:
        yield from mark_days(decision.text)
