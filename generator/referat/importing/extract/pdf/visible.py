"""Which characters of a page a reader can see.

Programs that read PDFs return text under black boxes, white text and invisible text like any other: what somebody
believed to be covered would be published. So the page is drawn as a viewer shows it, annotations too, and a character
counts only where the picture shows something at its place.
"""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from referat.importing.extract.pdf.content import HiddenKind
from referat.importing.extract.pdf.glyphs import TooMuchError
from referat.importing.extract.pdf.limits import DEEPEST, MOST_ANNOTATIONS, MOST_OBJECTS_ON_A_PAGE, MOST_PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfObject, PdfPage

    from referat.importing.extract.pdf.glyphs import Box, Frame, Glyph

SCALE = 2.0
"""Pixels a point."""
FAINTEST = 24
"""Shades (of 256) that what can be seen differs from what is around it."""
DARK = 110
_DARK_SHADES = bytes(shade < DARK for shade in range(256))
MOST_DARK = 0.78
"""Dark letters fill at most half of their place; a larger share is a box that lies over them."""
SMALLEST = 1.0
"""Points. Nobody reads smaller letters."""
SCAN = 0.5
"""A picture that fills so much of the page is a scan, and invisible text over it is what a machine read in it."""


class Picture(Struct, frozen=True):
    """An image on the page."""

    x0: float
    top: float
    x1: float
    bottom: float
    order: int
    """Of being painted."""
    opaque: bool

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def is_scan_of(self, frame: Frame) -> bool:
        """Whether it fills most of the page."""
        width, height = frame.size
        return (self.x1 - self.x0) * (self.bottom - self.top) >= SCAN * width * height


class Shown(Struct, frozen=True):
    """The page as a picture."""

    shades: bytes
    """Row by row, from 0 (black) to 255."""
    width: int
    height: int
    scale: float
    """Pixels a point."""


class Painted(Struct, frozen=True):
    """The order in which the objects of a page are painted."""

    texts: dict[int, int]
    """By the address of a text object."""
    pictures: tuple[Picture, ...]
    marked: tuple[Box, ...] = ()
    """What somebody marked to be removed."""


def see(page: PdfPage, glyphs: Sequence[Glyph], frame: Frame, painted: Painted) -> tuple[HiddenKind | None, ...]:
    """For each character why it cannot be seen; None where it can."""
    if not glyphs:
        return ()
    width, height = frame.size
    scale = min(SCALE, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
    picture = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
    shown = Shown(picture.tobytes(), picture.width, picture.height, scale)
    return tuple(_why_hidden(glyph, frame, painted, shown) for glyph in glyphs)


def read_painted(page: PdfPage, frame: Frame) -> Painted:
    """The order of painting, and the pictures.

    Raises:
        TooMuchError: the page is made of too many objects.
    """
    texts: dict[int, int] = {}
    pictures = []
    for order, thing in enumerate(page.get_objects(max_depth=DEEPEST)):
        if order > MOST_OBJECTS_ON_A_PAGE:
            raise TooMuchError
        if thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts[ctypes.cast(thing.raw, ctypes.c_void_p).value or 0] = order
        elif thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, top, x1, bottom = frame.place_box(*bounds_of(thing))
            opaque = not pdfium.FPDFPageObj_HasTransparency(thing)
            pictures.append(Picture(x0, top, x1, bottom, order, opaque))
    return Painted(texts, tuple(pictures), tuple(_marked_places(page, frame)))


def _marked_places(page: PdfPage, frame: Frame) -> Iterator[Box]:
    """The annotations that ask for a redaction (PDF 1.7, 12.5.6.23). A viewer shows what lies under them."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        rectangle = pdfium.FS_RECTF()
        is_mark = pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_REDACT
        if is_mark and pdfium.FPDFAnnot_GetRect(annotation, rectangle):
            yield frame.place_box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        pdfium.FPDFPage_CloseAnnot(annotation)


def bounds_of(thing: PdfObject) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object on the page, out of all the forms that it stands in."""
    left, bottom, right, top = thing.get_bounds()
    form = thing.container
    while form is not None:
        left, bottom, right, top = form.get_matrix().on_rect(left, bottom, right, top)
        form = form.container
    return left, bottom, right, top


def _why_hidden(glyph: Glyph, frame: Frame, painted: Painted, shown: Shown) -> HiddenKind | None:
    left, top, right, bottom = glyph.ink
    x, y = (left + right) / 2, (top + bottom) / 2
    width, height = frame.size
    if not (0 <= x <= width and 0 <= y <= height):
        return HiddenKind.OUTSIDE
    if any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in painted.marked):
        return HiddenKind.MARKED
    over = [picture for picture in painted.pictures if picture.holds(x, y)]
    if any(picture.is_scan_of(frame) for picture in over):
        return HiddenKind.COVERED if _is_blackened(glyph, shown) else None
    if glyph.style.invisible or glyph.style.size < SMALLEST:
        return HiddenKind.INVISIBLE
    order = painted.texts.get(glyph.style.source, 0)
    if any(picture.opaque and picture.order > order for picture in over):
        return HiddenKind.COVERED
    return _seen_in_picture(glyph, shown)


def _seen_in_picture(glyph: Glyph, shown: Shown) -> HiddenKind | None:
    lightest, darkest, dark = _shades(glyph, shown)
    is_dark = glyph.style.shade < DARK
    if is_dark and dark >= MOST_DARK:
        return HiddenKind.COVERED
    if lightest - darkest >= FAINTEST:
        return None
    same = abs(glyph.style.shade - lightest) < 2 * FAINTEST
    return HiddenKind.BACKGROUND if same else HiddenKind.COVERED


def _is_blackened(glyph: Glyph, shown: Shown) -> bool:
    """On a scan: whether nothing but dark is there. What is white may be a word read a little beside its place."""
    lightest, _, dark = _shades(glyph, shown)
    return lightest < DARK or dark >= 0.95


def _shades(glyph: Glyph, shown: Shown) -> tuple[int, int, float]:
    """The lightest and the darkest shade at a character's place, and the share of dark ones.

    A dot or a stroke fills its own place, so a little of what is beside it is looked at, too.
    """
    x0, top, x1, bottom = glyph.ink
    lack = max(0.0, 0.5 * glyph.style.size - (bottom - top)) / 2
    left, right = max(0, int(x0 * shown.scale) - 2), min(shown.width, int(x1 * shown.scale) + 3)
    above, below = int((top - lack) * shown.scale) - 1, int((bottom + lack) * shown.scale) + 2
    rows = range(max(0, above) * shown.width, min(shown.height, below) * shown.width, shown.width)
    place = b"".join([shown.shades[row + left : row + right] for row in rows]) if left < right else b""
    if not place:
        return 255, 255, 0.0
    return max(place), min(place), place.translate(_DARK_SHADES).count(1) / len(place)
