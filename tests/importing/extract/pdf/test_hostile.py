"""Whatever a file does, it ends in a document or in one problem, soon and within the memory that it is given."""

from __future__ import annotations

import time
import zlib
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.importing.extract.pdf.documents import document, drawn, text

from referat.importing.extract.pdf import extract, limits, sandbox
from referat.importing.extract.pdf.child import answer
from referat.problems import ProblemError

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def raw(pages: bytes, page: bytes, contents: bytes, *more: bytes) -> bytes:
    """A file from its objects: 2 is the tree of pages, 3 a page, 4 what is drawn on it, 5 the font, 6 what comes."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, contents, FONT, *more]
    body, places = b"%PDF-1.7\n", []
    for number, inside in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(body),
    )


def stream(data: bytes, more: bytes = b"") -> bytes:
    """An object that is a compressed stream."""
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
HELLO = stream(b"BT /F 12 Tf 70 700 Td (Referat fra et langt og kedeligt udvalg) Tj ET")


def outcome(data: bytes) -> str:
    """The code of the one problem that the file ends in, or ``read``; within half a minute."""
    begin = time.monotonic()
    try:
        found, _ = extract(data, "raw/moede.pdf")
        problem = None
    except ProblemError as error:
        problem = error.problem
    assert time.monotonic() - begin < 30
    if problem is None:
        assert len(found.text) < 100
        return "read"
    assert problem.path == "raw/moede.pdf"
    assert problem.advice
    return problem.code


def test_the_plain_file_that_the_hostile_ones_are_made_of_is_read() -> None:
    assert extract(raw(TREE, PAGE, HELLO), "x.pdf")[0].text == "Referat fra et langt og kedeligt udvalg\n"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"Referat", b"%PDF-1.7\n" + bytes(range(256)) * 200])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert outcome(data) == "file_unreadable"


def test_a_locked_file_is_told_to_be_locked() -> None:
    file = BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("hemmelig", "ejer"))
    canvas.drawString(70, 700, "Referat fra mødet i udvalget")
    canvas.save()
    assert outcome(file.getvalue()) == "pdf_encrypted"


def test_pages_that_are_pictures_need_ocr_first() -> None:
    with pytest.raises(ProblemError, match="holds pictures of pages and no text") as caught:
        extract(drawn(lambda canvas: canvas.rect(70, 70, 300, 300, fill=1)), "raw/moede.pdf")
    assert caught.value.problem.code == "pdf_scanned"
    assert "ocrmypdf" in (caught.value.problem.advice or "")


def test_more_pages_than_minutes_have_are_refused() -> None:
    assert (
        outcome(drawn(*[lambda canvas: canvas.drawString(70, 700, "Side")] * (limits.MOST_PAGES + 1)))
        == "pdf_too_large"
    )


def test_more_bytes_than_minutes_have_are_refused_unopened() -> None:
    assert outcome(b"%PDF-1.7\n" + bytes(limits.MOST_BYTES)) == "pdf_too_large"


WITH_OBJECT = PAGE.replace(b"/Font", b"/XObject << /X 6 0 R >> /Font")
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
IMAGE = b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
TWICE_PACKED = zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9)
BOMBS = {
    "a tree of pages that bites its tail": raw(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>", PAGE, HELLO),
    "a tree that promises ever so many pages": raw(TREE.replace(b"Count 1", b"Count 1000000000"), PAGE, HELLO),
    "a page of a million letters": raw(TREE, PAGE, stream(b"BT /F 1 Tf " + b"(aaaaaaaaaa) Tj " * 100_000 + b"ET")),
    "a stream that unpacks to hundreds of megabytes": raw(
        TREE,
        PAGE,
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream"
        % (len(TWICE_PACKED), TWICE_PACKED),
    ),
    "a form that draws itself": raw(TREE, WITH_OBJECT, stream(b"/X Do"), stream(b"/X Do /X Do", FORM)),
    "a page as large as a country": raw(TREE, PAGE.replace(b"595 842", b"99999999 99999999"), HELLO),
    "a picture of ten thousand million points": raw(TREE, WITH_OBJECT, stream(b"/X Do"), stream(b" " * 1000, IMAGE)),
    "two hundred thousand rectangles": raw(TREE, PAGE, stream(b"1 1 5 5 re f " * 200_000 + b"BT /F 9 Tf (a) Tj ET")),
    "arrays in arrays": raw(TREE, PAGE, stream(b"[" * 500_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_one_problem_or_in_what_little_there_is(name: str) -> None:
    assert outcome(BOMBS[name]) in {"read", "file_unreadable", "pdf_scanned", "pdf_too_large"}


def test_a_child_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITING_SECONDS", 0.001 - limits.LEAST_SECONDS)
    assert outcome(raw(TREE, PAGE, HELLO)) == "pdf_too_large"


def test_a_child_that_dies_is_the_files_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_CHILD", (*sandbox._CHILD[:1], "-c", "import os; os.abort()"))
    assert outcome(raw(TREE, PAGE, HELLO)) == "pdf_too_large"
    monkeypatch.setattr(sandbox, "_CHILD", (*sandbox._CHILD[:1], "-c", "print('{')"))
    assert outcome(raw(TREE, PAGE, HELLO)) == "file_unreadable"


@cache
def whole() -> bytes:
    return document([text("Udvalget godkendte indstillingen om at sætte broen i stand.")] * 40)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1_000_000))
def test_a_file_cut_anywhere_is_read_or_refused(at: int) -> None:
    found = answer(whole()[: at % len(whole())])
    assert (found.content is None) != (found.refusal is None)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1_000_000), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_file_with_wrong_bytes_is_read_or_refused(wrong: list[tuple[int, int]]) -> None:
    data = bytearray(whole())
    for at, byte in wrong:
        data[at % len(data)] = byte
    found = answer(bytes(data))
    assert (found.content is None) != (found.refusal is None)
