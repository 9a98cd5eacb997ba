"""Text as files of the kinds that an import reads."""

from __future__ import annotations

import html
import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document as WordDocument
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from tests.fuzz.answers import make_answer
from tests.fuzz.damage import damage_bytes, encode

if TYPE_CHECKING:
    from random import Random

KINDS = ("txt",) * 14 + ("html",) * 3 + ("docx",) * 2 + ("json",) * 3 + ("pdf",)
"""How often each kind is tried. A PDF takes long: it is read in a process of its own."""
LINES_A_PAGE = 60


def make_file(text: str, kind: str, chance: Random) -> bytes:
    """The text as a file of that kind, half of them damaged."""
    clean = "".join(char if char.isprintable() or char in "\n\t\f" else " " for char in text)
    match kind:
        case "html":
            return _maybe_damaged(_html(text, chance), chance)
        case "docx":
            return _docx(clean, chance)
        case "json":
            return make_answer(text, chance)
        case "pdf":
            return _maybe_damaged(_pdf(clean), chance)
        case _:
            data = encode(text, chance)
            return damage_bytes(data, chance) if chance.random() < 0.1 else data


def _maybe_damaged(data: bytes, chance: Random) -> bytes:
    return damage_bytes(data, chance) if chance.random() < 0.5 else data


def _html(text: str, chance: Random) -> bytes:
    tags = ("p", "p", "p", "div", "h2", "h3", "li", "td", "span", "section", "strong")
    parts = ["<!doctype html><title>Referat</title><nav><a href='/'>Forside</a></nav><main>"]
    for line in text.split("\n"):
        tag = chance.choice(tags)
        parts.append(f"<{tag}>{html.escape(line)}</{tag}>" if line.strip() else chance.choice(("<br>", "\n", "<hr>")))
    return "".join(parts).encode("utf-8", errors="replace")


def _docx(text: str, chance: Random) -> bytes:
    word = WordDocument()
    for line in text.replace("\f", "\n").split("\n"):
        word.add_paragraph(line, style=chance.choice((None, None, None, "Heading 1", "Heading 2", "List Number")))
    file = io.BytesIO()
    word.save(file)
    match chance.randrange(4):
        case 0:
            return damage_bytes(file.getvalue(), chance)
        case 1:
            return _damaged_inside(file.getvalue(), chance)
        case _:
            return file.getvalue()


def _damaged_inside(data: bytes, chance: Random) -> bytes:
    """A zip that is whole, with damage to one of its files."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(changed, "w") as after:
        names = before.namelist()
        victim = chance.choice([*names, *["word/document.xml"] * len(names)])
        for name in names:
            after.writestr(name, damage_bytes(before.read(name), chance) if name == victim else before.read(name))
    return changed.getvalue()


def _pdf(text: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    lines = text.replace("\f", "\n").split("\n")
    for start in range(0, len(lines), LINES_A_PAGE):
        page = canvas.beginText(50, A4[1] - 50)
        page.setFont("Helvetica", 9)
        for line in lines[start : start + LINES_A_PAGE]:
            page.textLine(line.replace("\t", "    ").encode("cp1252", errors="replace").decode("cp1252"))
        canvas.drawText(page)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
