"""The list of all publications. One fault, and it is no list: half of one looks like a municipality that deletes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from referat.fetching.clock import in_denmark
from referat.fetching.faults import unavailable
from referat.fetching.json_answer import read_json
from referat.fetching.provider import Listing, Row
from referat.fetching.providers.firstagenda.shapes import Listed, ListedCommittee, ListedMeeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat.fetching.answer import Answer

_SUPPLEMENT = re.compile(r"tillæg", re.IGNORECASE)
"""So supplements are named also where their flag is not set."""


def read_listing(answer: Answer) -> Listing:
    """The rows of all committees, in the order of the list.

    Raises:
        UnavailableError: anything in it is not as it should be.
    """
    listed = read_json(answer, Listed)
    served = _served_rows(msgspec.json.decode(answer.body.removeprefix(b"\xef\xbb\xbf")))
    rows = tuple(
        _row(meeting, committee, group, served[meeting.id])
        for group, committees in listed.groups.items()
        for committee in committees
        for meeting in committee.meetings or ()
    )
    if len({row.id.casefold() for row in rows}) < len(rows):
        raise unavailable("fetch_list_refused", "A publication stands twice in the list", answer.url)
    return Listing(rows=rows, answer=answer)


def is_supplement(name: str | None) -> bool:
    """Whether a publication is called a supplement. In some places nothing else tells that it is one."""
    return _SUPPLEMENT.match((name or "").strip()) is not None


def _served_rows(body: Any) -> dict[str, dict[str, Any]]:
    """Each row with all its fields, by its id. The shape has been checked."""
    return {row["Id"]: row for row in _every_row(body["Udvalg"])}


def _every_row(groups: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for committees in groups.values():
        for committee in committees:
            yield from committee["Moeder"] or ()


def _row(meeting: ListedMeeting, committee: ListedCommittee, group: str, served: dict[str, Any]) -> Row:
    return Row(
        id=meeting.id,
        committee=" ".join(committee.name.split()),
        committee_id=committee.id,
        start=in_denmark(meeting.start),
        end=meeting.end and in_denmark(meeting.end),
        released=meeting.released and in_denmark(meeting.released),
        place=(meeting.place or "").strip() or None,
        is_minutes=meeting.is_minutes,
        supplement=meeting.supplement or is_supplement(meeting.name),
        name=(meeting.name or "").strip() or None,
        group=group,
        served=served,
    )
