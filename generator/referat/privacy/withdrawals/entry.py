"""One withdrawal: what it takes back, when and why. It never holds what stood there.

An address says where it stood. The other signs say what it was, so that it is known again when a new reading has
numbered the item otherwise, or given the record another day.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from enum import StrEnum
from urllib.parse import unquote

from msgspec import Struct

from referat.model import AgendaItem, MinutesKind, Source
from referat.passages import folded
from referat.vocabulary import casenumber
from referat.vocabulary.slugs import slugify
from referat.vocabulary.withdrawal_marks import REASON

ADDRESS = re.compile(
    r"/(?P<municipality>[a-z0-9-]+)/(?P<body>[a-z0-9-]+)/(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[0-9]{1,3})?/"
    r"(?:#(?P<fragment>[a-z0-9-]+))?"
)
"""Of a meeting's page, or of a place on it: ``/strandby/byraadet/2024-05-14/#punkt-2-kdfbhmr``."""
PASSAGE = re.compile(r"(?P<anchor>.+?)-(?P<passage>[b-df-hj-np-t]{7})(?:-[0-9]+)?")
"""The id of a place on a page, and of a passage there (`referat.passages`)."""
CHECK = re.compile(r"[0-9a-f]{3}")
DIGEST = re.compile(r"[0-9a-f]{16}")


class Scope(StrEnum):
    """What a withdrawal takes back."""

    MEETING = "meeting"
    ITEM = "item"
    PASSAGE = "passage"
    ATTACHMENT = "attachment"


class Withdrawal(Struct, frozen=True, kw_only=True):
    """One entry of the list."""

    address: str
    """Rooted at the site, in the form of `ADDRESS`."""
    date: dt.date
    reason: str = REASON
    """A sentence for readers."""
    attachment: str | None = None
    """The attachment's link, as `digest_of` has it: the list must not lead anybody there."""
    kind: MinutesKind = MinutesKind.MINUTES
    """The record that it was withdrawn from."""
    case: str | None = None
    """The item's case number, which stays on the site."""
    title: str | None = None
    """Of the title, `check_of`: enough to tell the items of a meeting apart, too little to tell what it said."""
    origin: str | None = None
    """Of the document that the record was made from, as `origin_of` has it."""
    line: int | None = None
    """Of the list, from 1."""

    @property
    def scope(self) -> Scope:
        """What is withdrawn."""
        if self.attachment is not None:
            return Scope.ATTACHMENT
        if self.passage is not None:
            return Scope.PASSAGE
        return Scope.ITEM if self.fragment else Scope.MEETING

    @property
    def meeting(self) -> str:
        """The address of the meeting's page."""
        return self.address.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The place on the page. Empty for a whole meeting."""
        return self.address.partition("#")[2]

    @property
    def anchor(self) -> str:
        """The id of the item, or of another text of the page."""
        match = PASSAGE.fullmatch(self.fragment)
        return match["anchor"] if match else self.fragment

    @property
    def passage(self) -> str | None:
        """The id of the passage, without the number that tells equal ones apart: they all go."""
        match = PASSAGE.fullmatch(self.fragment)
        return match["passage"] if match else None

    @property
    def municipality(self) -> str:
        """Its name in addresses."""
        return self.address.split("/")[1]

    @property
    def body(self) -> str:
        """Its name in addresses."""
        return self.address.split("/")[2]

    @property
    def day(self) -> dt.date:
        """Of the meeting."""
        return dt.date.fromisoformat(self.address.split("/")[3][:10])

    @property
    def key(self) -> tuple[str, str | None]:
        """What makes two entries the same withdrawal."""
        return self.address, self.attachment


class Withdrawals(Struct, frozen=True):
    """All that was withdrawn from a site."""

    entries: tuple[Withdrawal, ...] = ()

    def of(self, municipality: str) -> tuple[Withdrawal, ...]:
        """Those of one municipality, by its own name."""
        return self.of_slug(slugify(municipality))

    def of_slug(self, slug: str) -> tuple[Withdrawal, ...]:
        """Those of the municipality with this name in addresses."""
        return tuple(entry for entry in self.entries if entry.municipality == slug)


def check_of(text: str) -> str:
    """Three digits that the words of a text give it. One text of four thousand has the same."""
    return hashlib.blake2b(folded(text), digest_size=2).hexdigest()[:3]


def check_of_titles(items: Iterable[AgendaItem]) -> str | None:
    """The same for the agenda of a whole meeting. None where no item has a title."""
    titles = [item.title for item in items if item.title]
    return check_of(" ".join(titles)) if titles else None


def digest_of(address: str) -> str:
    """By which the address of a document is known again without being told."""
    return hashlib.blake2b(unquote(address.strip()).encode(errors="replace"), digest_size=8).hexdigest()


def origin_of(source: Source | None) -> str | None:
    """The same of a record's original: of its address, else of its bytes."""
    told = source and (source.url or source.sha256)
    return digest_of(told) if told else None


def case_key(case_number: str) -> str:
    """The same for every spelling of a case number."""
    number = casenumber.parse(case_number)
    return number.canonical if number else case_number.casefold()


def same_case(one: str, other: str | None) -> bool:
    """Whether two case numbers are one, however they are spelled."""
    return other is not None and case_key(one) == case_key(other)
