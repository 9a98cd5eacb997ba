"""A feed before it is written: what happened, the newest first."""

import datetime as dt

from msgspec import Struct

from referat.site.words import Said
from referat.vocabulary.outcomes import Outcome


class Line(Struct, frozen=True, kw_only=True):
    """What came of one matter."""

    title: Said
    """Empty where the entry's own title says it."""
    outcome: Outcome
    words: Said
    """The words that decide, or a notice. Plain text."""


class Entry(Struct, frozen=True, kw_only=True):
    """One entry: a meeting, or one time that a case was dealt with."""

    id: str
    """An address rooted at the site. It is what readers know the entry by, in all feeds and for ever."""
    url: str
    """Where it leads, rooted at the site."""
    title: Said
    updated: dt.date
    """The day that the content itself gives: of the meeting, or of what was corrected or withdrawn since."""
    expected: bool
    """Only an agenda is known. Its minutes will be newer, also where they are of the same day."""
    lines: tuple[Line, ...]


class Feed(Struct, frozen=True, kw_only=True):
    """What can be followed."""

    url: str
    """Of the feed."""
    page: str
    """Of the page that shows the same to people."""
    title: Said
    author: Said
    """Whose minutes they are."""
    entries: tuple[Entry, ...]
    """The newest first; no id stands twice."""
