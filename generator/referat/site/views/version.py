"""Which edition of the minutes is shown: what a citation must name, for minutes are corrected."""

import datetime as dt

from msgspec import Struct

from referat.site.nodes import MeetingNode

HASH_LENGTH = 12
"""Hexadecimal digits of a source's hash in a citation: no two of a site's sources share them by chance."""


class Version(Struct, frozen=True, kw_only=True):
    """Which edition of the minutes the page shows."""

    corrected: dt.date | None
    """When it was last corrected or changed."""
    hash: str | None
    """The first digits of the original's SHA-256."""


def version_of(node: MeetingNode) -> Version:
    """The edition of a meeting's main record."""
    meeting = node.minutes.meeting
    corrected = [change.date for change in meeting.changes]
    if meeting.corrected is not None:
        corrected.append(meeting.corrected)
    sha256 = meeting.source.sha256 if meeting.source else None
    return Version(corrected=max(corrected, default=None), hash=sha256[:HASH_LENGTH] if sha256 else None)
