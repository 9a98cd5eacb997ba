"""What kind of file a file is, told by its bytes. Names lie: a saved page is called .aspx, a Word file .pdf."""

import io
import re
import zipfile
from enum import StrEnum

import msgspec


class FileKind(StrEnum):
    """A kind of file, as a person would call it."""

    PDF = "PDF"
    DOCX = "Word document"
    HTML = "web page"
    TEXT = "text"
    JSON = "JSON"
    EMPTY = "empty file"
    OLD_WORD = "old Word or Outlook file"
    OPEN_DOCUMENT = "OpenDocument file"
    RICH_TEXT = "RTF file"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    WEB_ARCHIVE = "web archive (MHTML)"
    MAIL = "e-mail"
    XML = "XML file"
    ARCHIVE = "archive"
    IMAGE = "image"
    SOUND = "sound or film"
    PROGRAM = "program"


ADVICE = {
    FileKind.JSON: "Of JSON only a portal's answer is read: what fetch keeps under raw/, or one agenda or minutes.",
    FileKind.OLD_WORD: "Open it in Word or LibreOffice and save it as .docx.",
    FileKind.OPEN_DOCUMENT: "Open it in LibreOffice and save it as .docx.",
    FileKind.RICH_TEXT: "Open it in Word or LibreOffice and save it as .docx.",
    FileKind.SPREADSHEET: "It is an attachment, not minutes. Import the minutes themselves.",
    FileKind.PRESENTATION: "It is an attachment, not minutes. Import the minutes themselves.",
    FileKind.WEB_ARCHIVE: "Save the page once more, as HTML only.",
    FileKind.MAIL: "Save what is attached to it, and import that.",
    FileKind.XML: "Import the minutes as PDF, Word document or saved web page.",
    FileKind.ARCHIVE: "Unpack it, and import the files in it.",
    FileKind.IMAGE: "It has no text. Run text recognition (OCR) on it, save it as PDF, and read the result carefully.",
    FileKind.SOUND: "It has no text. Import the written minutes.",
    FileKind.PROGRAM: "It is no document. Take it out.",
}
"""What to do with the kinds that nothing reads."""

HEAD = 4096
"""So many bytes tell the kind, but for archives and JSON."""

_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_WORD),
    (b"{\\rtf", FileKind.RICH_TEXT),
    (b"\x89PNG\r\n", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF8", FileKind.IMAGE),
    (b"BM", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    (b"BZh", FileKind.ARCHIVE),
    (b"\xfd7zXZ\x00", FileKind.ARCHIVE),
    (b"ID3", FileKind.SOUND),
    (b"OggS", FileKind.SOUND),
    (b"\x1aE\xdf\xa3", FileKind.SOUND),
    (b"MZ", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
)
_BINARY_ONLY = (FileKind.IMAGE, FileKind.PROGRAM, FileKind.ARCHIVE, FileKind.SOUND)
"""Kinds with marks so short that text may begin with them: ``BM``. A NUL byte must follow."""
_PACKED = (
    ("word/", FileKind.DOCX),
    ("xl/", FileKind.SPREADSHEET),
    ("ppt/", FileKind.PRESENTATION),
    ("META-INF/manifest.xml", FileKind.OPEN_DOCUMENT),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|div|table|article|main|section|"
    rb"h[1-6]|p|ul|ol|span|meta|title)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_FIELD = re.compile(rb"(?:^|\n)(?:mime-version|received|return-path|message-id):", re.IGNORECASE)


def kind_of(data: bytes) -> FileKind:
    """The kind of file that has these bytes; `FileKind.TEXT` where nothing says otherwise."""
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_kind(data)
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (kind not in _BINARY_ONLY or b"\x00" in head):
            return kind
    if (head[:4], head[8:12]) == (b"RIFF", b"WEBP"):
        return FileKind.IMAGE
    if head.startswith(b"RIFF") or head[4:8] == b"ftyp":
        return FileKind.SOUND
    return _text_kind(data)


def _packed_kind(data: bytes) -> FileKind:
    """By the names in the archive. The archive itself is not unpacked here."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return FileKind.ARCHIVE
    return next((kind for part, kind in _PACKED if any(name.startswith(part) for name in names)), FileKind.ARCHIVE)


def _text_kind(data: bytes) -> FileKind:
    text = _narrow(data)
    head = text[:HEAD]
    if not head.strip(b" \t\r\n\f\v\x00") and not text.strip(b" \t\r\n\f\v\x00"):
        return FileKind.EMPTY
    if _HTML.match(head):
        return FileKind.HTML
    if _MAIL_FIELD.search(head.split(b"\n\n", 1)[0]):
        return FileKind.WEB_ARCHIVE if b"multipart/related" in head.lower() else FileKind.MAIL
    if head.lstrip().startswith(b"<?xml"):
        return FileKind.HTML if b"<html" in head.lower() else FileKind.XML
    if head.lstrip()[:1] in (b"{", b"[") and _is_json(text):
        return FileKind.JSON
    return FileKind.TEXT


def _narrow(data: bytes) -> bytes:
    """The bytes without the mark of their encoding, and UTF-16 as one byte a character where it is ASCII."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[2:].replace(b"\x00", b"")
    return data.removeprefix(b"\xef\xbb\xbf")


def _is_json(text: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(text), dict | list)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
