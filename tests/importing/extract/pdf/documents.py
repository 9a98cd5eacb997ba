"""Builds PDFs of invented minutes in the layouts that Danish systems print."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Table,
    XPreformatted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=6)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold", fontSize=11, leading=14, spaceBefore=6)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, spaceAfter=8)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=18, bulletIndent=0, spaceAfter=2)
CLOSE = ParagraphStyle("close", parent=BODY, spaceAfter=0)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8, leading=10)
WIDTH, HEIGHT = A4


def text(words: str) -> Paragraph:
    """A paragraph, wrapped by its width."""
    return Paragraph(words, BODY)


def head(words: str) -> Paragraph:
    """The heading of a section."""
    return Paragraph(words, HEAD)


def plain(words: str) -> XPreformatted:
    """A line of its own, whose blanks stay as they are, close to the next."""
    return XPreformatted(words, CLOSE)


def note(words: str) -> Paragraph:
    """A footnote."""
    return Paragraph(words, SMALL)


def title(words: str) -> Paragraph:
    """The title of an item."""
    return Paragraph(words, TITLE)


def items(*words: str, mark: str = "{}.") -> list[Flowable]:
    """A list: ``mark`` is ``{}.`` for numbers, or a bullet."""
    return [Paragraph(entry, ITEM, bulletText=mark.format(n)) for n, entry in enumerate(words, start=1)]


def table(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
    """A table with lines around its cells, whose head is printed again on the next page."""
    cells = [[Paragraph(cell, SMALL) for cell in row] for row in rows]
    return Table(cells, colWidths=widths, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])


def document(story: Sequence[Flowable], on_page: Callable[[Canvas, int], None] | None = None) -> bytes:
    """The file. `on_page` draws running heads, given the page's number."""
    file = BytesIO()
    built = BaseDocTemplate(file, pagesize=A4, invariant=True)
    frame = Frame(70, 80, WIDTH - 140, HEIGHT - 170, leftPadding=0, rightPadding=0)

    def draw(canvas: Canvas, template: BaseDocTemplate) -> None:
        if on_page:
            on_page(canvas, template.page)

    built.addPageTemplates([PageTemplate("page", [frame], onPage=draw)])
    built.build(list(story))
    return file.getvalue()


def two_columns(above: Sequence[Flowable], story: Sequence[Flowable]) -> bytes:
    """The file, set in two columns below what stands in full width."""
    file = BytesIO()
    built = BaseDocTemplate(file, pagesize=A4, invariant=True)
    whole = Frame(60, HEIGHT - 140, WIDTH - 120, 80, id="whole", leftPadding=0, rightPadding=0)
    columns = [Frame(x, 80, 225, HEIGHT - 230, id=f"at-{x}", leftPadding=0, rightPadding=0) for x in (60, 310)]
    built.addPageTemplates([PageTemplate("page", [whole, *columns])])
    built.build([*above, FrameBreak(), *story])
    return file.getvalue()


def drawn(*draw: Callable[[Canvas], None]) -> bytes:
    """A file with one page for each function that draws one."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    for page in draw:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
