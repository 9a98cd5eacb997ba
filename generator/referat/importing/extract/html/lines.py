"""Putting the text of elements into lines, as a browser does: white space collapsed, blocks on lines of their own."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from referat.importing.extract.html.limits import TooDeepError
from referat.importing.extract.html.links import is_file
from referat.importing.extract.lines import ExtractedLine
from referat.vocabulary.web_noise import noise_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEEPEST = 200
"""So many elements may lie inside each other once the page is parsed."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_HEADING = 90
_FINAL = (".", ":", ",", ";", "!", "?")
_PROSE_WORDS = 5
"""A link to another page is kept where it stands among so many other words. Alone on its line it leads around."""


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of text of the line that is being written."""

    text: str
    bold: bool = False
    url: str | None = None


class Mark(Struct, frozen=True):
    """A place in the writing, to come back to what was written since."""

    line: int
    span: int


class Writer:
    """Takes text and breaks, gives lines. Blocks that must be looked at as a whole are written by a writer inside."""

    def __init__(self, depth: int = 0, *, plain: bool = False, in_line: bool = False) -> None:
        self.lines: list[ExtractedLine] = []
        self.bold = 0
        """How many elements around the text are bold."""
        self.level = 0
        """How many lists are around the text."""
        self.in_line = in_line
        """Whether all that is written becomes part of one line: a heading, a row of a table."""
        self._depth = depth
        self._plain = plain
        self._spans: list[Span] = []
        self._prefix = ""
        self._asides: list[str] = []

    def inner(self, *, plain: bool = False, in_line: bool = False) -> Writer:
        """A writer for a block within this one; a plain one writes neither emphasis nor addresses."""
        return Writer(self._depth, plain=plain or self._plain, in_line=in_line or self.in_line)

    def deeper(self) -> None:
        """Go into an element.

        Raises:
            TooDeepError: the page is nested as no page's elements are.
        """
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeepError("its elements are nested too deep")

    def back(self) -> None:
        """Come out of an element."""
        self._depth -= 1

    def write(self, text: str) -> None:
        """Add text to the line."""
        if text:
            self._spans.append(Span(text=text, bold=self.bold > 0))

    def begin_item(self, mark: str) -> None:
        """Begin a line with the mark of a list item; it waits for the item's first text."""
        self.end_line()
        self._prefix = f"{'    ' * (self.level - 1)}{mark} "

    def end_item(self) -> None:
        """End a list item; one without text leaves nothing."""
        self.end_line()
        self._prefix = ""

    def break_line(self) -> None:
        """End the line; a second break makes an empty one."""
        if any(span.text.strip() for span in self._spans):
            self.end_line()
        else:
            self._spans.clear()
            self._add_blank()

    def end_line(self) -> None:
        """End the line, if anything stands on it."""
        text = self._finished()
        if text:
            self.lines.append(ExtractedLine(self._prefix + text))
            self._prefix = ""
        self._spans.clear()
        self.lines += [ExtractedLine(aside) for aside in self._asides]
        self._asides.clear()

    def end_block(self) -> None:
        """End the line and part what follows from it; within a list items stand close."""
        self.end_line()
        if not self.level:
            self._add_blank()

    def add(self, lines: Iterable[ExtractedLine]) -> None:
        """Add lines that are ready."""
        self.end_line()
        self.lines += lines

    def mark(self) -> Mark:
        """The place up to which all is written."""
        return Mark(len(self.lines), len(self._spans))

    def since(self, mark: Mark) -> str:
        """What was written on this line since the mark; nothing where other lines were begun meanwhile."""
        return "".join(span.text for span in self._spans[mark.span :]) if mark.line == len(self.lines) else ""

    def link(self, mark: Mark, url: str) -> None:
        """What was written since the mark leads to the address."""
        text = self.since(mark)
        if mark.line != len(self.lines) or (not text.strip() and not is_file(url)):
            return
        name = text if text.strip() else unquote(PurePosixPath(urlsplit(url).path).name)
        bold = all(span.bold for span in self._spans[mark.span :])
        self._spans[mark.span :] = [Span(text=name, bold=bold, url=url)]

    def set_aside(self, mark: Mark) -> None:
        """Put what was written since the mark on a line of its own, if it is a line of the page and not of the text."""
        text = self.since(mark)
        if noise_rule(text) is not None:
            self._asides.append(_collapsed(text))
            self._spans[mark.span :] = [Span(text=" ")]

    def _add_blank(self) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(ExtractedLine(""))

    def _finished(self) -> str:
        text = _collapsed("".join(span.text for span in self._spans))
        if self._plain or not text:
            return text
        written = _collapsed("".join(self._rendered(text)))
        told = [span for span in self._spans if span.text.strip()]
        is_heading = all(span.bold for span in told) and len(text) <= _LONGEST_HEADING and not text.endswith(_FINAL)
        return f"**{text}**" if is_heading and written == text and not self._prefix and "*" not in text else written

    def _rendered(self, line: str) -> Iterator[str]:
        words = len(line.split())
        for span in self._spans:
            others = words - len(span.text.split())
            if span.url is None or not (is_file(span.url) or others >= _PROSE_WORDS):
                yield span.text
            else:
                name = _collapsed(span.text).replace("[", r"\[").replace("]", r"\]")
                before, after = span.text[:1].isspace() * " ", span.text[-1:].isspace() * " "
                yield f"{before}[{name}]({span.url}){after}"


def _collapsed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
