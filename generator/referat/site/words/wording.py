"""One entry of a file of words: a text, the places in it that values are put into, and its form for one thing."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from markupsafe import Markup, escape
from msgspec import Struct

from referat.site.shown import safe, shown

_PLACE = re.compile(r"\{([a-z_]+)\}")

Text: TypeAlias = tuple[str, ...]
"""Harmless HTML and names of places in turn, the HTML first."""


class Wording(Struct, frozen=True):
    """A text as it is said, ready to stand in a page."""

    many: Text
    one: Text | None = None
    """For a ``count`` of 1. None: the same as for others."""

    def say(self, values: Mapping[str, object]) -> Markup:
        """The text with the values in it. A value that is no `Markup` is escaped.

        Raises:
            KeyError: there is no value for one of its places.
        """
        text = self.one if self.one is not None and values["count"] == 1 else self.many
        if len(text) == 1:
            return _ready(text[0])
        parts = [shown(values[part]) if place % 2 else part for place, part in enumerate(text)]
        return safe("".join(parts))

    @property
    def places(self) -> frozenset[str]:
        """The names of the values that it needs."""
        counted = {"count"} if self.one is not None else set()
        return frozenset({*self.many[1::2], *(self.one or ())[1::2], *counted})

    @property
    def plain(self) -> str | dict[str, str]:
        """As the file has it: for scripts, which say it themselves."""
        many = _unread(self.many)
        return many if self.one is None else {"one": _unread(self.one), "other": many}


@cache
def _ready(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - escaped when it was read


def read_text(written: str) -> Text:
    """``{count} sager``: braces hold the name of a value, everything else stands as it is written."""
    parts = _PLACE.split(written)
    return tuple(part if place % 2 else str(escape(part)) for place, part in enumerate(parts))


def _unread(text: Text) -> str:
    return "".join(f"{{{part}}}" if place % 2 else Markup(part).unescape() for place, part in enumerate(text))  # noqa: S704
