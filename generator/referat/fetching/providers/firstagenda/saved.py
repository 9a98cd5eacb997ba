"""A FirstAgenda answer that a person saved: there is no list beside it, so it has to tell all by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from referat.fetching.answer import Answer
from referat.fetching.clock import in_denmark
from referat.fetching.provider import Portal, Publication, Row
from referat.fetching.providers.firstagenda.checks import check_publication
from referat.fetching.providers.firstagenda.listing import is_supplement
from referat.fetching.providers.firstagenda.shapes import Agenda

if TYPE_CHECKING:
    from referat.fetching.providers.firstagenda.shapes import Meeting


def read_saved(data: bytes) -> Publication | None:
    """The publication in the answer. None where it is something else.

    Whose it is stands nowhere in it but in the addresses of its documents, where it has such.
    """
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        agenda = msgspec.json.decode(body, type=Agenda)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    portal = Portal(municipality="", provider="firstagenda", host=_host(agenda))
    answer = Answer(url="", body=body, content_type="application/json")
    return check_publication(portal, _row(agenda, agenda.meeting), answer)


def _row(agenda: Agenda, meeting: Meeting) -> Row:
    return Row(
        id=agenda.id,
        committee=agenda.committee.name,
        committee_id=agenda.committee.id,
        start=in_denmark(meeting.start),
        place=meeting.place,
        is_minutes=meeting.is_minutes,
        supplement=bool(agenda.supplement) or is_supplement(meeting.name),
        name=meeting.name,
    )


def _host(agenda: Agenda) -> str:
    """The host that the items' documents lie on; empty where none has any, or they lie on several."""
    links = (field.link for item in agenda.items for field in item.fields or () if field.link)
    hosts = {urlsplit(link).netloc.casefold() for link in links}
    return hosts.pop() if len(hosts) == 1 else ""
