"""Where a meeting's record lies."""

from referat.model import Meeting, MinutesKind
from referat.vocabulary.slugs import is_folder_name, slugify

FOLDER = "content/minutes"
"""Relative to the site's folder."""
LONGEST_FOLDER = 80
"""In characters. File systems refuse names of more than 255 bytes."""

_ENDINGS = {
    MinutesKind.MINUTES: "",
    MinutesKind.AGENDA: "-dagsorden",
    MinutesKind.MINUTES_ADDENDUM: "-tillaeg",
    MinutesKind.AGENDA_ADDENDUM: "-tillaegsdagsorden",
}


def record_path(meeting: Meeting) -> str:
    """``content/minutes/strandby/byraadet/2024-05-14.md``, relative to the site's folder.

    A further meeting on the same day has its number after the date, and each kind of document its own ending, so that
    minutes, agenda and addenda of one meeting lie beside each other.
    """
    sequence = f"-{meeting.sequence}" if meeting.sequence > 1 else ""
    name = f"{meeting.date.isoformat()}{sequence}{_ENDINGS[meeting.kind]}.md"
    return f"{FOLDER}/{_folder(meeting.municipality)}/{_folder(meeting.body)}/{name}"


def _folder(name: str) -> str:
    # A name without any letter or digit still needs a folder, or the record would lie one level too high.
    folder = slugify(name)[:LONGEST_FOLDER].strip("-")
    return folder if is_folder_name(folder) else f"{folder}_"
