"""What a file is, is told by its bytes."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.importing.extract.kinds import ADVICE, FileKind, kind_of
from referat.importing.sources import EXTRACTORS


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", FileKind.PDF),
        (b"\r\n\r\n%PDF-1.4", FileKind.PDF),
        (packed("[Content_Types].xml", "word/document.xml"), FileKind.DOCX),
        (packed("xl/workbook.xml"), FileKind.SPREADSHEET),
        (packed("ppt/presentation.xml"), FileKind.PRESENTATION),
        (packed("mimetype", "META-INF/manifest.xml", "content.xml"), FileKind.OPEN_DOCUMENT),
        (packed("referat.pdf"), FileKind.ARCHIVE),
        (b"PK\x03\x04 broken", FileKind.ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", FileKind.OLD_WORD),
        (b"{\\rtf1\\ansi", FileKind.RICH_TEXT),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", FileKind.IMAGE),
        (b"<!DOCTYPE html><html>", FileKind.HTML),
        (b"\xef\xbb\xbf\n <!-- saved from url=(0017)https://strandby/ -->\n<HTML>", FileKind.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', FileKind.HTML),
        ("<html>".encode("utf-16"), FileKind.HTML),
        (b"<table><tr><td>Referat", FileKind.HTML),
        (b'<?xml version="1.0"?><agenda/>', FileKind.XML),
        (b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;", FileKind.WEB_ARCHIVE),
        (b"Received: from x\nSubject: Referat\n\nHej", FileKind.MAIL),
        (b'{"agenda": [{"number": 1}]}', FileKind.JSON),
        (b"[Bilag 1](https://strandby.example/1.pdf)", FileKind.TEXT),
        ("BMU: Referat fra mødet".encode(), FileKind.TEXT),
        ("Referat fra Byrådet".encode("cp1252"), FileKind.TEXT),
        (b"# Referat\n\n<sup>1</sup>", FileKind.TEXT),
        (b" \r\n", FileKind.EMPTY),
    ],
)
def test_the_kind_of_a_file(data: bytes, kind: FileKind) -> None:
    assert kind_of(data) is kind


def test_every_kind_is_read_or_comes_with_advice() -> None:
    assert set(FileKind) == {*EXTRACTORS, *ADVICE}


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(data: bytes) -> None:
    assert kind_of(data) in FileKind
    assert kind_of(b"PK\x03\x04" + data) in FileKind
    assert kind_of(b"[" * 3000 + data) in FileKind
