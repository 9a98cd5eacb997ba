"""From characters to words, and from words to the lines they stand on."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat.importing.extract.pdf.glyphs import Glyph

SPACE = 0.2
"""A gap between two characters of this share of their size parts words; so does a blank of the file."""
WIDE = 1.6
"""A gap of this many sizes between two words is no space between words: it is a tab or the border of a column."""
NO_GAP = 0.1
"""What follows a raised number so close has no space before it, whatever the file says."""
RAISED_SIZE = 0.8
RAISED_BY = 0.2
SAME_LINE = 0.3
"""Baselines that differ by less than this share of the size are one line's."""


class Word(Struct, frozen=True, kw_only=True):
    """A run of characters without white space, in one size."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    """Of the line: that of the word before it where this one is raised."""
    size: float
    bold: bool
    raised: bool = False
    glued: bool = False
    """It follows the word before it without a space."""


class Line(Struct, frozen=True, dict=True):
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @cached_property
    def baseline(self) -> float:
        """Of most of its words."""
        return median(word.baseline for word in self.words)

    @cached_property
    def size(self) -> float:
        """Of most of its characters."""
        sizes = [word.size for word in self.words if not word.raised for _ in word.text]
        return median(sizes or [word.size for word in self.words])

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))

    @cached_property
    def segments(self) -> tuple[Line, ...]:
        """The parts that wide gaps part."""
        parts: list[list[Word]] = [[self.words[0]]]
        for before, word in pairwise(self.words):
            if word.x0 - before.x1 > WIDE * max(before.size, word.size):
                parts.append([])
            parts[-1].append(word)
        return tuple(Line(tuple(part)) for part in parts)


def read_words(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """The words of a page, in the order of the file."""
    words: list[Word] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and _parts(run[-1], glyph):
            words.append(_word(run, words[-1] if words else None))
            run = []
        run.append(glyph)
    if run:
        words.append(_word(run, words[-1] if words else None))
    return tuple(words)


def _parts(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.style.size, glyph.style.size)
    return (
        glyph.after_space
        or glyph.x0 - before.x1 > SPACE * size
        or glyph.x1 < before.x0 - 0.5 * size
        or abs(glyph.baseline - before.baseline) > 0.1 * size
        or abs(glyph.style.size - before.style.size) > 0.1 * size
    )


def _word(run: Sequence[Glyph], before: Word | None) -> Word:
    first, last = run[0], run[-1]
    size = first.style.size
    gap = first.x0 - before.x1 if before else 0.0
    touches = not first.after_space or (before is not None and before.raised and gap < NO_GAP * size)
    near = before is not None and -0.3 * size < gap < SPACE * before.size and touches
    raised = (
        before is not None
        and not before.raised
        and size <= RAISED_SIZE * before.size
        and RAISED_BY * size < before.baseline - first.baseline < before.size
        and -0.3 * size < gap < before.size
    )
    return Word(
        text="".join(glyph.text for glyph in run),
        x0=first.x0,
        x1=last.x1,
        top=min(glyph.ink[1] for glyph in run),
        bottom=max(glyph.ink[3] for glyph in run),
        baseline=before.baseline if before and raised else first.baseline,
        size=size,
        bold=all(glyph.style.bold for glyph in run),
        raised=raised,
        glued=near and before is not None and abs(first.baseline - before.baseline) < before.size,
    )


def read_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """The words on their lines, from the top of the page down."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        row = rows[-1] if rows else None
        if row and word.baseline - row[0].baseline <= SAME_LINE * max(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    lines = [Line(tuple(sorted(row, key=lambda word: (word.x0, word.x1)))) for row in rows]
    return tuple(_with_raised_first(lines))


def _with_raised_first(lines: Sequence[Line]) -> list[Line]:
    """The lines with a raised number that begins one, as footnotes do, put before its line."""
    result: list[Line] = []
    for line in lines:
        above = result[-1].words if result else ()
        first, lift = line.words[0], line.baseline - above[-1].baseline if above else 0.0
        if (
            len(above) == 1
            and above[0].size <= RAISED_SIZE * first.size
            and RAISED_BY * above[0].size < lift < first.size
            and -1.0 < first.x0 - above[0].x1 < first.size
        ):
            result[-1] = Line((replace(above[0], raised=True, baseline=line.baseline), *line.words))
        else:
            result.append(line)
    return result


def text_of(line: Line) -> str:
    """The line's words with a space between them. Raised numbers are marked: they mean a footnote or a power."""
    parts = []
    for index, word in enumerate(line.words):
        raised = word.raised and word.text.strip("[]()").isdigit()
        space = "" if index == 0 or word.glued else " "
        parts.append(f"{space}<sup>{word.text}</sup>" if raised else f"{space}{word.text}")
    return "".join(parts)
