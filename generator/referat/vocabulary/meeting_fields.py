"""The labels under which minutes tell when, where and by whom a meeting was held."""

import re
from enum import StrEnum


class MeetingField(StrEnum):
    """What a label announces."""

    DATE = "date"
    TIME = "time"
    ENDS = "ends"
    PLACE = "place"
    BODY = "body"
    PARTICIPANTS = "participants"
    ABSENT = "absent"
    REMARKS = "remarks"


_LABELS = {
    MeetingField.DATE: ("mødedato", "dato"),
    MeetingField.TIME: (
        *("mødetidspunkt", "starttidspunkt for møde", "starttidspunkt", "tidspunkt", "mødet påbegyndt"),
        *("mødet begyndt", "mødestart", "mødetid", "tid"),
    ),
    MeetingField.ENDS: ("sluttidspunkt", "mødet afsluttet", "mødet hævet", "møde slut"),
    MeetingField.PLACE: ("mødested", "mødelokale", "møde lokation", "lokation", "sted", "lokale"),
    MeetingField.BODY: ("udvalg",),
    MeetingField.PARTICIPANTS: (
        *("mødedeltagere", "deltagere", "medlemmer", "til stede", "tilstede", "endvidere deltog"),
        *("derudover deltog", "fra forvaltningen", "gæster"),
    ),
    MeetingField.ABSENT: (
        *("fraværende med afbud", "fraværende uden afbud", "fraværende", "afbud fra", "afbud", "ikke til stede"),
    ),
    MeetingField.REMARKS: (
        "bemærkninger",
        "referent",
        "ref.",
        "mødeleder",
        "ordstyrer",
        "dagsorden publiceret",
        "referat publiceret",
    ),
}
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels}
_LONGEST_FIRST = sorted(_FIELD_OF, key=len, reverse=True)
_SPEAKS_FOR_ITSELF = re.compile(r"møde(?:dato|sted|tidspunkt|lokale|deltagere)|(?:start|slut)tidspunkt", re.IGNORECASE)

LABEL = re.compile(
    rf"(?<![\w-])(?P<label>{'|'.join(map(re.escape, _LONGEST_FIRST))})(?![\w-])(?P<colon>[*_]*:[*_]*)?", re.IGNORECASE
)
"""A label, and the colon after it where there is one."""


def field_of(label: str) -> MeetingField | None:
    """What the label announces: ``Mødested`` the place. None for any other word."""
    return _FIELD_OF.get(" ".join(label.casefold().split()).rstrip(":"))


def needs_colon(label: str) -> bool:
    """Whether the label is such a common word that only a colon, or a line of its own, makes it a label."""
    return not _SPEAKS_FOR_ITSELF.fullmatch(label)
