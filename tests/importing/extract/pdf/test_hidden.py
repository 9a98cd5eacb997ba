"""What a reader of the page cannot see is held back and told with its page, never with its text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from tests.importing.extract.pdf.documents import HEIGHT, WIDTH, drawn

from referat.importing.extract.pdf import extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

OPEN = "Referat fra mødet i Havneudvalget den 14. maj 2024 om broen"
COVERED = "Anders And, Andeby 13"


def with_secret(draw: Callable[[Canvas], None]) -> bytes:
    """A page of open text on which `draw` puts the secret."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 760, OPEN)
        draw(canvas)

    return drawn(page)


def black_box(canvas: Canvas) -> None:
    canvas.drawString(70, 700, COVERED)
    canvas.rect(68, 697, 150, 12, fill=1)


def tight_black_box(canvas: Canvas) -> None:
    """The tops of the letters look out."""
    canvas.drawString(70, 700, COVERED)
    canvas.rect(70, 698, canvas.stringWidth(COVERED, "Helvetica", 11), 8, fill=1, stroke=0)


def white_box(canvas: Canvas) -> None:
    canvas.drawString(70, 700, COVERED)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(60, 695, 200, 18, fill=1, stroke=0)


def text_over_its_box(canvas: Canvas) -> None:
    canvas.rect(68, 697, 150, 12, fill=1)
    canvas.drawString(70, 700, COVERED)


def white_on_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, 700, COVERED)


def almost_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.97, 0.98, 0.97)
    canvas.drawString(70, 700, COVERED)


def invisible(canvas: Canvas) -> None:
    line = canvas.beginText(70, 700)
    line.setTextRenderMode(3)
    line.textLine(COVERED)
    canvas.drawText(line)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(70, 700, COVERED)


def of_no_size(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 0.4)
    canvas.drawString(70, 700, COVERED)


def under_a_glassy_box(canvas: Canvas) -> None:
    canvas.drawString(70, 700, COVERED)
    canvas.setFillAlpha(0.95)
    canvas.rect(68, 697, 150, 12, fill=1)


def clipped_away(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(300, 100, 20, 20)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(70, 700, COVERED)


def outside_the_crop_box(canvas: Canvas) -> None:
    canvas.setCropBox((0, 0, WIDTH - 200, HEIGHT))
    canvas.drawString(WIDTH - 150, 700, COVERED)


def marked_for_redaction(canvas: Canvas) -> None:
    canvas.drawString(70, 700, COVERED)
    mark = PDFDictionary(
        {"Type": PDFName("Annot"), "Subtype": PDFName("Redact"), "Rect": PDFArray([68, 695, 220, 712])}
    )
    canvas._addAnnotation(mark)


def invisible_over_text(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Godkendt af udvalget.")
    invisible(canvas)


def outside(canvas: Canvas) -> None:
    canvas.drawString(WIDTH + 20, 700, COVERED)


def under_a_picture(canvas: Canvas) -> None:
    canvas.drawString(70, 700, COVERED)
    picture = Image.effect_noise((200, 30), 90).convert("RGB")
    canvas.drawImage(ImageReader(picture), 60, 690, 200, 30)


@pytest.mark.parametrize(
    ("draw", "why"),
    [
        (black_box, "under a box"),
        (tight_black_box, "under a box"),
        (white_box, "under a box"),
        (text_over_its_box, "under a box"),
        (white_on_white, "in the colour of what is behind it"),
        (almost_white, "in the colour of what is behind it"),
        (invisible, "set to be invisible"),
        (invisible_over_text, "set to be invisible"),
        (transparent, "set to be invisible"),
        (of_no_size, "set to be invisible"),
        (under_a_glassy_box, "under a box"),
        (clipped_away, "under a box or a picture"),
        (outside, "outside the page"),
        (outside_the_crop_box, "outside the page"),
        (marked_for_redaction, "marked to be removed"),
        (under_a_picture, "under a box or a picture"),
    ],
)
def test_hidden_text_stays_hidden(draw: Callable[[Canvas], None], why: str) -> None:
    document, (problem,) = extract(with_secret(draw), "raw/moede.pdf")
    assert OPEN in document.text
    assert not [word for word in COVERED.replace(",", "").split() if word in document.text]
    assert problem.code == "hidden_text"
    assert why in problem.message
    assert problem.message.endswith("page 1")
    assert not any(word in str(problem) for word in ("Anders", "Andeby"))


def light_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0.1, 0.4)
    canvas.rect(60, 690, 300, 24, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, 700, COVERED)


def marked_yellow(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 0)
    canvas.rect(60, 690, 300, 24, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(70, 700, COVERED)


def pale(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.75, 0.75, 0.75)
    canvas.drawString(70, 700, COVERED)


def small_and_bold(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 6)
    canvas.drawString(70, 700, COVERED)


def beside_a_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (50, 50))), 300, 690, 50, 50)
    canvas.drawString(70, 700, COVERED)


@pytest.mark.parametrize("draw", [light_on_dark, marked_yellow, pale, small_and_bold, beside_a_picture])
def test_what_can_be_read_is_read(draw: Callable[[Canvas], None]) -> None:
    document, problems = extract(with_secret(draw), "raw/moede.pdf")
    assert COVERED in document.text
    assert problems == ()


def test_of_a_line_only_what_is_covered_is_held_back() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Ansøgningen fra 010165-1234 blev imødekommet i mødet")
        begin = 70 + canvas.stringWidth("Ansøgningen fra ", "Helvetica", 11)
        canvas.rect(begin - 1, 697, canvas.stringWidth("010165-1234", "Helvetica", 11) + 2, 12, fill=1)

    document, (problem,) = extract(drawn(page), "raw/moede.pdf")
    assert document.text == "Ansøgningen fra blev imødekommet i mødet\n"
    assert problem.message.startswith("11 characters")


def scan(*, blackened: bool) -> bytes:
    """A page that is a picture, with the text that a machine read in it lying over it, invisible."""
    paper = Image.new("L", (1190, 1684), 250)
    pen = ImageDraw.Draw(paper)
    for line in range(12):
        for word in range(9):
            pen.text((140 + word * 100, 200 + line * 60), "mmmmmm", fill=20, font_size=24)
    if blackened:
        pen.rectangle((130, 190, 1100, 240), fill=0)
    file = BytesIO()
    paper.convert("RGB").save(file, "PNG")

    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(file), 0, 0, WIDTH, HEIGHT)
        for number in range(12):
            line = canvas.beginText(70, HEIGHT - 112 - number * 30)
            line.setTextRenderMode(3)
            line.textLine(f"linje{number} " + "broen blev godkendt af udvalget uden bemærkninger")
            canvas.drawText(line)

    return drawn(page)


def test_what_a_machine_read_in_a_scan_is_text() -> None:
    document, problems = extract(scan(blackened=False), "raw/moede.pdf")
    assert document.text.count("godkendt") == 12
    assert problems == ()


def test_what_is_blackened_on_the_scanned_paper_is_held_back() -> None:
    document, (problem,) = extract(scan(blackened=True), "raw/moede.pdf")
    assert "linje0" not in document.text
    assert document.text.count("godkendt") == 11
    assert "under a box" in problem.message
