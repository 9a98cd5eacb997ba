"""What pages have around their own words, masthead and footer and most of the head: half of a small page.

Of each page everything is looked at before it is published, and what a hundred thousand pages have in common need not
be read a hundred thousand times. What the first two pages have in common is looked at whole. In further pages its words
alone stand for it, so that what stands beside them is still seen beside them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from referat.privacy.markup import split_markup
from referat.privacy.output import screen_output
from referat.site.inert import active_content
from referat.site.links import NO_LINKS, PageLinks, find_links

_LEAST = 150
"""Characters from which on it is quicker to look for a piece than to read it."""
_APART = re.compile(r"\s*\n\n\s*")
_PARAGRAPH = "<p>"


class Bare(NamedTuple):
    """A page without what it has in common with others."""

    html: str
    links: PageLinks
    """Of what was left out."""


class _Piece(NamedTuple):
    html: str
    words: str
    """What stands for it: its words, a paragraph where it has one."""
    links: PageLinks


class Frame:
    """What the pages of one language in one part have in common. It is learnt from the first two."""

    def __init__(self) -> None:
        self._first: str | None = None
        self._pieces: tuple[_Piece, ...] | None = None

    def bare(self, html: str) -> Bare:
        """The page as it is to be looked at.

        Args:
            html: A page that this program rendered.
        """
        if self._pieces is None:
            self._learn(html)
            return Bare(html, NO_LINKS)
        left_out = []
        for piece in self._pieces:
            rest = html.replace(piece.html, piece.words, 1)
            if rest is not html:
                left_out.append(piece.links)
                html = rest
        return Bare(html, _together(left_out))

    def _learn(self, html: str) -> None:
        if self._first is None:
            self._first = html
        else:
            self._pieces = tuple(map(_piece, filter(_is_harmless, _common(self._first, html))))
            self._first = ""


def _common(first: str, second: str) -> Iterator[str]:
    """The pieces of whole tags that both pages have."""
    lines = {*second.split("\n")}
    run: list[str] = []
    for line in (*first.split("\n"), None):
        if line is not None and line in lines:
            run.append(line)
            continue
        piece = "\n".join(run)
        piece = piece[piece.find("<") : piece.rfind(">") + 1]
        if len(piece) >= _LEAST and piece in second:
            yield piece
        run = []


def _is_harmless(piece: str) -> bool:
    """Whether even the strictest look finds nothing. Otherwise each page is looked at with it."""
    return active_content(piece) is None and not screen_output(piece)


def _piece(html: str) -> _Piece:
    words, _ = split_markup(html)
    return _Piece(html, f"{_PARAGRAPH}{_APART.sub(_PARAGRAPH, words)}{_PARAGRAPH}", find_links(html))


def _together(found: Sequence[PageLinks]) -> PageLinks:
    ids = (name for links in found for name in links.ids)
    return PageLinks(tuple(ids), tuple({address for links in found for address in links.links}))
