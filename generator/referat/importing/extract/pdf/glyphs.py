"""The characters of a page with their places, as PDFium finds them.

Places are in points from the top left corner of the page as it is shown, whatever way the file turns it.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from referat.importing.extract.pdf.limits import MOST_CHARACTERS_ON_A_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage, PdfTextPage

_BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_INVISIBLE_MODES = (3, 7)
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "-", 0xF0D8: "•", 0xF0FC: "•"}
"""Signs of symbol fonts that Word sets before list items, by their private code points."""
_LINE_END_HYPHEN = 2
"""PDFium's code for a hyphen that parts a word at the end of a line."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class TooMuchError(Exception):
    """The page holds more than any minutes do."""


class Style(Struct, frozen=True):
    """What all characters of one text object share."""

    size: float
    """As shown, in points."""
    bold: bool
    invisible: bool
    shade: int
    """Of its colour, from 0 (black) to 255."""
    level: bool
    """Whether it runs from left to right, as shown."""
    source: int
    """The text object's address: which object of the page it is."""


class Glyph(Struct, frozen=True):
    """One character."""

    text: str
    ink: Box
    """The smallest box around what is drawn: left, top, right, bottom."""
    x0: float
    """Where its place in the line begins and ends, white space beside the ink included."""
    x1: float
    baseline: float
    style: Style
    after_space: bool


class Frame(Struct, frozen=True):
    """The visible part of a page, and how it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    """Quarter turns clockwise."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's page, as shown: from the left, from the top."""
        match self.turns % 4:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def place_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file's page, as shown: left, top, right, bottom."""
        (ax, ay), (bx, by) = self.place(left, bottom), self.place(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def frame_of(page: PdfPage) -> Frame:
    """The page's visible part."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90)


def read_glyphs(page: PdfPage, frame: Frame) -> tuple[Glyph, ...]:
    """The characters of a page in the order of the file, white space left out.

    Raises:
        TooMuchError: there are too many.
    """
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > MOST_CHARACTERS_ON_A_PAGE:
            raise TooMuchError
        return tuple(_read(textpage, count, frame))
    finally:
        textpage.close()


def _read(textpage: PdfTextPage, count: int, frame: Frame) -> Iterator[Glyph]:
    styles: dict[int, Style] = {}
    after_space = True
    for index in range(count):
        text = _character(pdfium.FPDFText_GetUnicode(textpage, index))
        source = _address(pdfium.FPDFText_GetTextObject(textpage, index))
        if not text.strip() or not source:
            after_space = True
            continue
        if source not in styles:
            styles[source] = _style(textpage, index, frame, source)
        ink, (x0, _, x1, _), (_, baseline) = _places(textpage, index, frame)
        if all(map(math.isfinite, (*ink, x0, x1, baseline))):
            yield Glyph(text, ink, x0, x1, baseline, styles[source], after_space)
            after_space = False


def _places(textpage: PdfTextPage, index: int, frame: Frame) -> tuple[Box, Box, tuple[float, float]]:
    """The box around a character's ink, that around its place in the line, and its origin."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    ink = frame.place_box(left.value, bottom.value, right.value, top.value)
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, index, loose)
    pdfium.FPDFText_GetCharOrigin(textpage, index, left, bottom)
    return ink, frame.place_box(loose.left, loose.bottom, loose.right, loose.top), frame.place(left.value, bottom.value)


def _character(code: int) -> str:
    if code == _LINE_END_HYPHEN:
        return "-"
    if code in _BULLETS:
        return _BULLETS[code]
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code in (0xFFFE, 0xFFFF):
        return ""
    return chr(code)


def _address(handle: object) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _style(textpage: PdfTextPage, index: int, frame: Frame, source: int) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    (ax, ay), (bx, by) = frame.place(0, 0), frame.place(matrix.a, matrix.b)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(textpage, index))
    shade, opacity = _shade(textpage, index)
    return Style(
        size=abs(pdfium.FPDFText_GetFontSize(textpage, index) * scale),
        bold=_is_bold(textpage, index),
        invisible=mode in _INVISIBLE_MODES or opacity == 0,
        shade=shade,
        level=bx - ax > 0.9 * math.hypot(bx - ax, by - ay),
        source=source,
    )


def _shade(textpage: PdfTextPage, index: int) -> tuple[int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha):
        return 0, 255
    return (299 * red.value + 587 * green.value + 114 * blue.value) // 1000, alpha.value


def _is_bold(textpage: PdfTextPage, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, len(name), flags)
    return bool(_BOLD_NAME.search(name.value.decode("utf-8", "replace")))
