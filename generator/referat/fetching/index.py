"""What is known of a municipality's publications and of the records they became: small, public, and kept for years.

It holds no text of any meeting. It is a value; ``index_file`` keeps it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from referat.model import MinutesKind


class Gone(StrEnum):
    """Why a publication is no longer followed. It stays known: links to its id must find their way."""

    REPLACED = "replaced"
    """Another publication of the same meeting is there."""
    WITHDRAWN = "withdrawn"
    """The municipality took it back, and has nothing else on the meeting."""
    MOVED = "moved"
    """The municipality has another portal now."""


class Key(Struct, frozen=True, order=True):
    """A meeting, whatever the portal calls its publications: its record lies and is linked to by this."""

    date: dt.date
    body: str
    """As in the record. It stays when the portal renames the body."""
    sequence: int = 1


class Known(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="publication"):
    """One publication, by its id on the portal."""

    id: str
    date: dt.date
    body: str
    sequence: int = 1
    committee: str | None = None
    """The portal's id of the body."""
    group: str | None = None
    start: dt.datetime
    released: dt.datetime | None = None
    kind: MinutesKind | None = None
    """None until it is fetched, where the list does not tell."""
    seen: dt.date
    """When it was first listed."""
    row: str | None = None
    """The list's row when it was last fetched, as a hash. None: never. It is due when the row is another one now."""
    digest: str | None = None
    """What it said when it was last fetched."""
    failing: dt.date | None = None
    """Since when it cannot be had. It is asked for last, so that it never keeps the others from being fetched."""
    missing: dt.datetime | None = None
    """Since when whole lists do not have it."""
    emptied: dt.datetime | None = None
    """Since when it has no items any more. What it said before counts until that is seen twice."""
    gone: Gone | None = None
    gone_on: dt.date | None = None

    @property
    def key(self) -> Key:
        """The meeting that it is of."""
        return Key(self.date, self.body, self.sequence)

    @property
    def is_live(self) -> bool:
        """Whether it counts as published."""
        return self.gone is None

    @property
    def is_fetched(self) -> bool:
        """Whether it counts as published, and what it says is known."""
        return self.is_live and self.digest is not None

    @property
    def age(self) -> tuple[dt.datetime, str]:
        """Of two publications of one kind of one meeting the later one counts."""
        return (self.released or self.start, self.id)


class Mark(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="record"):
    """One record that fetching wrote."""

    path: str
    """Relative to the site's folder."""
    date: dt.date
    body: str
    sequence: int = 1
    kind: MinutesKind
    of: tuple[str, ...]
    """What it was made of: publications with their digests, or that they were withdrawn."""
    written: str | None = None
    """The hash of the text that was written last. None where a person's record was found in its place."""
    pending: str | None = None
    """The hash of a text that is about to be written: who is killed meanwhile knows it as its own."""
    offered: str | None = None
    """The hash of the new reading that lies beside a person's record. Whoever copies it over is followed again."""
    edited: bool = False
    """A person has changed or removed it, and it was left as it is."""

    @property
    def key(self) -> Key:
        """The meeting that it is of."""
        return Key(self.date, self.body, self.sequence)

    @property
    def ours(self) -> tuple[str, ...]:
        """The hashes of all texts that fetching may have left there."""
        return tuple(hash_ for hash_ in (self.written, self.pending, self.offered) if hash_)


class Index(Struct, frozen=True, kw_only=True):
    """Everything that is known of one municipality."""

    municipality: str
    provider: str
    host: str
    publications: Mapping[str, Known] = {}
    """By id."""
    marks: Mapping[str, Mark] = {}
    """By path."""

    def with_known(self, known: Iterable[Known]) -> "Index":
        """With these publications new or changed."""
        return replace(self, publications={**self.publications, **{one.id: one for one in known}})

    def with_mark(self, mark: Mark) -> "Index":
        """With this record new or changed."""
        return replace(self, marks={**self.marks, mark.path: mark})

    def without_mark(self, path: str) -> "Index":
        """Without the record, which is no longer there."""
        return replace(self, marks={kept: mark for kept, mark in self.marks.items() if kept != path})
