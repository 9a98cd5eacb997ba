"""What the publisher has said to be public: the gate asks it before it takes something away."""

import datetime as dt
import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from referat.privacy.folding import fold

NEVER_RELEASED = "cpr"
"""The kind that no person can let through: databeskyttelsesloven § 11, stk. 3. What only may be one can be kept from
being told again, without its digits being written anywhere.
"""

_NO_DIGIT = re.compile(r"[^0-9]")
_BLANK = re.compile(r"\s")


class Release(Struct, frozen=True, kw_only=True):
    """A false alarm that a person has looked at: an entry of ``content/reviewed.toml``."""

    path: str
    """The record or page, relative to the site's folder."""
    place: str
    """As the gate calls it: ``item 4, its text``."""
    kind: str
    text: str | None
    """What stands there. None for what may be a CPR number: that is not written anywhere a second time."""
    until: dt.date
    """The last day on which it counts."""
    line: int
    """Of the entry, from 1."""


class Policy(Struct, frozen=True, kw_only=True):
    """What may be published although it looks private. No policy can let a CPR number through."""

    domains: frozenset[str] = frozenset()
    """Of public mail addresses, lower case; also whole addresses."""
    phones: frozenset[str] = frozenset()
    """As `plain_phone` has them."""
    accounts: frozenset[str] = frozenset()
    """As `plain_account` has them."""
    releases: tuple[Release, ...] = ()
    """False alarms. They count only where they say (`at`)."""
    released: frozenset[tuple[str, str]] = frozenset()
    """The kind and the text (`plain_text`) of the false alarms that count here."""

    def of_file(self, path: str) -> "Policy":
        """What counts in one record or page."""
        if not self.releases:
            return self
        return replace(self, releases=tuple(release for release in self.releases if release.path == path))

    def at(self, place: str) -> "Policy":
        """What counts at one place of a file, once `of_file` has been asked."""
        return self._with(release for release in self.releases if release.place == place) if self.releases else self

    def anywhere(self) -> "Policy":
        """What counts somewhere: for files in which it is no longer known what stands where."""
        return self._with(self.releases) if self.releases else self

    def on(self, day: dt.date) -> "Policy":
        """Without the releases that have run out by that day."""
        return replace(self, releases=tuple(release for release in self.releases if day <= release.until))

    def has_released(self, kind: str, found: str) -> bool:
        """Whether a person has released this text here. No CPR number ever is."""
        return bool(self.released) and kind != NEVER_RELEASED and (kind, plain_text(found)) in self.released

    def _with(self, releases: Iterable[Release]) -> "Policy":
        texts = frozenset((one.kind, plain_text(one.text)) for one in releases if one.text is not None)
        return replace(self, released=texts)


STRICT = Policy()
"""Nothing is known to be public."""


def plain_text(text: str) -> str:
    """A text by which two spellings are the same: folded, without blanks, lower case."""
    return _BLANK.sub("", fold(text).text).casefold()


def plain_phone(text: str) -> str:
    """The eight digits of a Danish number, or all digits of another one."""
    digits = _NO_DIGIT.sub("", text)
    return digits[-8:] if len(digits) in (10, 12) and digits[:-8] in ("45", "0045") else digits


def plain_account(text: str) -> str:
    """The digits and letters of an account."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())
