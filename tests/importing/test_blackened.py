"""An item of which something was blacked out is held back, whole and told, and the others are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.importing.extract.pdf.documents import drawn

from referat.importing.extract.pdf import extract
from referat.importing.understand import Reading, understand
from referat.minutes_file import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

LINES = [
    "REFERAT Byrådet d. 14-05-2024",
    "Mødedato Tirsdag d. 14. maj 2024 kl. 17:00",
    "Punkt 1: Havnens takster",
    "24/20",
    "Taksterne stiger med to procent i det nye år.",
    "Beslutning Byrådet den 14-05-2024",
    "Godkendt.",
    "Punkt 2: Klage over naboens hegn",
    "24/1187",
    "Klagen er sendt af",
    "og handler om hegnets højde mod vejen.",
    "Beslutning Byrådet den 14-05-2024",
    "Klageren får medhold.",
    "Punkt 3: Orientering",
    "24/21",
    "Havnefogeden er ansat fra den første juni.",
    "Beslutning Byrådet den 14-05-2024",
    "Taget til efterretning.",
]
COVERED = "Anders And, Paradisæblevej 111"
WHERE = LINES.index("Klagen er sendt af")


def minutes(hide: Callable[[Canvas, float, float], None], line: int = WHERE) -> bytes:
    """The minutes on one page; `hide` puts the words behind the words of a line."""

    def page(canvas: Canvas) -> None:
        for number, text in enumerate(LINES):
            canvas.drawString(70, 780 - 24 * number, text)
        hide(canvas, 75 + canvas.stringWidth(LINES[line], "Helvetica", 11), 780 - 24 * line)

    return drawn(page)


def box(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, COVERED)
    canvas.rect(x - 1, y - 3, 170, 13, fill=1)


def white(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(x, y, COVERED)


def unseen(canvas: Canvas, x: float, y: float) -> None:
    line = canvas.beginText(x, y)
    line.setTextRenderMode(3)
    line.textLine(COVERED)
    canvas.drawText(line)


def nothing(canvas: Canvas, x: float, y: float) -> None:
    """Hides nothing."""


def read(data: bytes) -> Reading:
    document, _ = extract(data, "moede.pdf")
    return understand(document)


def held_back(reading: Reading) -> list[str | None]:
    return [item.number for item in reading.meetings[0].minutes.items if item.held_back]


@pytest.mark.parametrize("hide", [box, white, unseen])
def test_the_item_is_held_back_with_all_its_text_and_told(hide: Callable[[Canvas, float, float], None]) -> None:
    reading = read(minutes(hide))
    (meeting,) = reading.meetings
    (told,) = (problem for problem in meeting.problems if problem.code == "blackened_item")

    assert held_back(reading) == ["2"]
    assert told.message.startswith("Item 2 is held back")
    written = write(meeting.minutes)
    assert not [word for word in ("Anders", "Paradis") if word in repr(reading)]
    assert not [word for word in ("naboens", "medhold", "højde") if word in written]
    assert "Havnefogeden er ansat" in written


def test_without_anything_hidden_nothing_is_held_back() -> None:
    assert held_back(read(minutes(nothing))) == []


def test_what_is_hidden_beside_the_head_of_the_minutes_is_in_no_item() -> None:
    assert held_back(read(minutes(box, line=0))) == []


def test_a_hidden_running_head_holds_no_item_back() -> None:
    def page(start: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            white(canvas, 70, 830)
            canvas.setFillColorRGB(0, 0, 0)
            for number, text in enumerate(LINES[start : start + 6]):
                canvas.drawString(70, 760 - 24 * number, text)

        return draw

    reading = read(drawn(page(0), page(6), page(12)))
    assert len(reading.meetings[0].minutes.items) == 3
    assert held_back(reading) == []
