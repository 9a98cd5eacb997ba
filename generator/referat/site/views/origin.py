"""The documents that a meeting's page was made from, and what readers must know of how they were read."""

from msgspec import Struct

from referat.model import MinutesKind, Source
from referat.site.nodes import Record
from referat.site.words import Phrase, phrase

LOSE_NUMBERS = frozenset({"docplayer"})
"""Formats whose texts come without some of the original's figures: amounts, dates and counts are gone before any
reading begins, so that no score tells of it."""


NAMED = frozenset(
    {
        *("aabendagsorden_portal", "acadre", "cms_list", "docplayer", "fallback", "firstagenda", "firstagenda_portal"),
        *("prepare", "sbsys"),
    }
)
"""Formats that have a name for readers. A site's own has none."""


class Origin(Struct, frozen=True, kw_only=True):
    """One document that the page was made from."""

    kind: MinutesKind
    source: Source
    read_as: Phrase | None
    """What the format that read it is called, where it has a name for readers."""
    unsure: bool
    loses_numbers: bool
    """Figures of the original may be missing in the text."""


def origin_of(record: Record) -> Origin | None:
    """The document behind a record. None where a person wrote the record."""
    source = record.minutes.meeting.source
    if source is None:
        return None
    return Origin(
        kind=record.minutes.meeting.kind,
        source=source,
        read_as=phrase(f"format.{source.format}") if source.format in NAMED else None,
        unsure=source.is_unsure,
        loses_numbers=source.format in LOSE_NUMBERS,
    )
