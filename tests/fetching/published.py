"""What an invented municipality publishes, as a FirstAgenda portal serves it. All names and cases are made up."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

NO_ID = "00000000-0000-0000-0000-000000000000"


def guid(name: str) -> str:
    """An id that is the same each time."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.strandby.example"))


def section(heading: str, text: str, kind: str | None = None) -> str:
    """A section as case systems write it: a heading and a span, now and then with a class."""
    attribute = f" class='{kind}'" if kind else ""
    return f"<h3>{heading}</h3>\r\n<span{attribute}><p>{text}</p></span>\r\n"


def framed(*sections: str) -> str:
    """An item's text: its sections in the frame that all municipalities have."""
    return f"<div><div id='sagsfremstillingContainer'>\r\n{''.join(sections)}</div></div>"


class Point(Struct, frozen=True, kw_only=True):
    """An item."""

    title: str | None
    number: str | None = None
    """None: its place in the meeting."""
    case: str | None = "26/100"
    html: str | None = framed(section("Sagsfremstilling", "Forvaltningen har talt bænkene i anlægget."))
    fields: list[dict[str, Any]] | None = []
    """In place of one field with `html`, where it is not empty."""
    attached: tuple[str, ...] = ()
    is_open: bool = True


class Published(Struct, frozen=True, kw_only=True):
    """One publication: an agenda, minutes or a supplement."""

    id: str
    start: str
    committee: str = "Byrådet"
    committee_id: str = guid("byraadet-2026")
    group: str = "Udvalg 2026-2029"
    end: str | None = None
    released: str | None = None
    place: str | None = "Rådssalen "
    minutes: bool = True
    name: str | None = "Referat"
    supplement: bool = False
    items: tuple[Point, ...] = (Point(title="Bænke i anlægget"),)
    people: tuple[tuple[str, str], ...] = ()
    """Names, with ``""``, ``"afbud"`` or ``"fravær"``."""


def served_row(one: Published) -> dict[str, Any]:
    """The thirteen fields of a row in the list."""
    return {
        "Id": one.id,
        "MeetingBeginUtc": one.start,
        "MeetingEndUtc": one.end,
        "ReleasedDate": one.released,
        "Dato": one.start,
        "Sted": one.place,
        "Afsluttet": one.minutes,
        "Moededeltagere": None,
        "Navn": one.name,
        "Description": None,
        "ElasticSearchResults": None,
        "SourceId": None,
        "IsSupplementaryAgenda": one.supplement,
    }


def served_list(published: Iterable[Published]) -> dict[str, Any]:
    """The whole list, the newest first in each committee."""
    groups: dict[str, dict[str, dict[str, Any]]] = {}
    for one in sorted(published, key=lambda one: one.start, reverse=True):
        committees = groups.setdefault(one.group, {})
        empty = {"Id": one.committee_id, "Navn": one.committee, "Moeder": []}
        committees.setdefault(one.committee_id, empty)["Moeder"].append(served_row(one))
    return {"Udvalg": {group: list(committees.values()) for group, committees in groups.items()}}


def served_agenda(one: Published, host: str) -> dict[str, Any]:
    """The publication itself. Its meeting has neither id, end nor release date: only the list tells them."""
    attendees = [
        {"Name": name, "Absent": how == "fravær", "ParticipationCancelled": how == "afbud", "AttendanceType": 0}
        for name, how in one.people
    ]
    meeting = served_row(one) | {
        "Id": NO_ID,
        "MeetingEndUtc": None,
        "ReleasedDate": None,
        "Moededeltagere": attendees,
        "Description": "",
        "SourceId": "4120",
    }
    return {
        "Dagsordenpunkter": list(_served_items(one, host)),
        "Udvalg": {"Id": one.committee_id, "OrganisationId": guid("org"), "Navn": one.committee, "Historisk": False},
        "Moede": meeting,
        "TillaegsDagsorden": one.supplement,
        "Id": one.id,
        "Lydfiler": None,
        "LiveIntegrationEnabled": False,
    }


def _served_items(one: Published, host: str) -> Iterator[dict[str, Any]]:
    for place, point in enumerate(one.items, 1):
        number = point.number or str(place)
        document = guid(f"{one.id}/{place}/pdf") if point.is_open else NO_ID
        field = {
            "Navn": "",
            "Html": point.html if point.is_open else "",
            "Tekst": None,
            "Id": NO_ID,
            "Link": f"https://{host}/Vis/Pdf/bilag/{document}" if point.is_open else "",
            "DocumentId": document,
        }
        yield {
            "Lydfiler": None,
            "Ressourcer": None,
            "Felter": [field] if point.fields == [] else point.fields,
            "Presentations": None,
            "ItemDecision": None,
            "SagsNummer": point.case,
            "Navn": point.title,
            "Punktnummer": number,
            "Bilag": [
                {"HarPdfVersion": "true", "Order": 0, "Navn": name, "Id": guid(f"{one.id}/{place}/{name}")}
                for name in point.attached
            ],
            "Documents": None,
            "Id": guid(f"{one.id}/{place}"),
            "IntegrationUid": NO_ID,
            "CorporationUid": NO_ID,
            "AgendaUid": one.id,
            "Number": number,
            "Sorting": place,
            "IsOpen": point.is_open,
            "SourceId": str(50000 + place),
            "CaseNumber": point.case,
            "Caption": point.title,
            "CasePresentationUid": None,
            "ExternalAgendaItemAttendees": [],
        }
