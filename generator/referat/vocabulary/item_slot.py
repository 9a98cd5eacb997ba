"""What a line right below an item's title may hold: numbers of its case and documents, and whether it is open.

``Sagsnr.: 330-2024-17   Dok.nr.: 330-2024-9912   Åbent`` says three things in one line; another template says each on
its own. The value of a label may also stand on the line below: then the line is only a label.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.casenumber import CASE_LABEL, parse

_DOCUMENT_LABEL = re.compile(r"(?:dok(?:ument)?|doc)\.? ?(?:nr|id)?\.?:?\s{0,3}(?=\d)", re.IGNORECASE)
_DOCUMENT = re.compile(r"\d[\w/-]{3,24}(?!\S)")
_NUMBER = re.compile(r"(?:BR|KB|BY|ØU|ØK)? ?[\w./-]*\d(?:\d|[\w./-]*\w)?(?!\S)|\d{1,3} / \d{1,6}(?!\S)", re.IGNORECASE)
_MARK = re.compile(r"(?P<closed>lukket|fortrolig)|åbe[nt]t?(?!\w)", re.IGNORECASE)
_NOUN = re.compile(r"\s{0,4}(?:sag|punkt)(?!\w)", re.IGNORECASE)
_GAP = re.compile(r"[\s,;|]*(?:[-–](?=\s))?\s*")
LONGEST = 300


class ItemSlot(Struct, frozen=True, kw_only=True):
    """What such a line says. Spans are from the start to before the end of a value in the line."""

    case: tuple[int, int] | None = None
    documents: tuple[tuple[int, int], ...] = ()
    closed: bool | None = None
    """None: the line does not say."""
    body: tuple[int, int] | None = None
    """Of the body that deals with the case: after its number."""


def read_slot_line(line: str) -> ItemSlot | None:
    """What the line says if it says nothing but this; None for any other line, an empty one too."""
    if not line.strip() or len(line) > LONGEST:
        return None
    slot, at = ItemSlot(), 0
    while at < len(line):
        gap = _GAP.match(line, at)
        at = gap.end() if gap else at
        if at == len(line):
            break
        steps = (read(line, at, slot) for read in (_read_case, _read_document, _read_mark, _read_body))
        step = next(filter(None, steps), None)
        if step is None:
            return None
        slot, at = step
    return slot


def _read_case(line: str, at: int, slot: ItemSlot) -> tuple[ItemSlot, int] | None:
    """A label with its number, or with none where the line ends."""
    label = CASE_LABEL.match(line, at)
    if label is None or slot.case is not None:
        return None
    if not line[label.end() :].strip() and ":" in label[0]:
        return slot, len(line)
    number = _NUMBER.match(line, label.end())
    if number is None or parse(f"{label[0]}{number[0]}") is None:
        return None
    mark = _MARK.match(label[0])
    closed = bool(mark["closed"]) if mark else slot.closed
    return replace(slot, case=number.span(), closed=closed), number.end()


def _read_document(line: str, at: int, slot: ItemSlot) -> tuple[ItemSlot, int] | None:
    label = _DOCUMENT_LABEL.match(line, at)
    number = _DOCUMENT.match(line, label.end()) if label else None
    if number is None:
        return None
    return replace(slot, documents=(*slot.documents, number.span())), number.end()


def _read_mark(line: str, at: int, slot: ItemSlot) -> tuple[ItemSlot, int] | None:
    mark = _MARK.match(line, at)
    if mark is None or slot.closed is not None:
        return None
    noun = _NOUN.match(line, mark.end())
    end = noun.end() if noun else mark.end()
    return replace(slot, closed=bool(mark["closed"])), end


def _read_body(line: str, at: int, slot: ItemSlot) -> tuple[ItemSlot, int] | None:
    body = find_body(line[at:]) if slot.case and not slot.body else None
    if body is None or body.start > 0:
        return None
    return replace(slot, body=(at, at + body.end)), at + body.end


_LEADING = re.compile(r"(?P<case>(?:[A-ZÆØÅ]{2,3} )?\d[\w./-]{2,24}?)(?:\.|:| [-–]) {1,12}(?=\S)", re.IGNORECASE)
_TRAILING = re.compile(r"(?<!\s)\s*\((?P<case>[^()]{0,24})\)$")
LEAST_SERIAL = 100
"""Before a title, a short number after a year is no case: ``80/20 - en ny fordeling``."""


class TitleSlot(Struct, frozen=True, kw_only=True):
    """A title that has the case number on its line, as spans of that line."""

    case: tuple[int, int] | None
    """None where the place for it is empty: ``Godkendelse af dagsorden ( )``."""
    title: tuple[int, int]


def read_title_slot(line: str) -> TitleSlot | None:
    """The case number before a title (``BR 551/24. Havnens takster``) or in parentheses after it; None without."""
    leading = _LEADING.match(line)
    number = parse(leading["case"]) if leading else None
    if leading and number and (number.scheme == "br" or (number.scheme != "plain" and _is_long(number.serial))):
        return TitleSlot(case=leading.span("case"), title=(leading.end(), len(line)))
    trailing = _TRAILING.search(line)
    if trailing is None or trailing.start() == 0:
        return None
    number = parse(trailing["case"])
    if number and number.scheme != "plain" and _is_long(number.serial):
        return TitleSlot(case=trailing.span("case"), title=(0, trailing.start()))
    return None if trailing["case"].strip() else TitleSlot(case=None, title=(0, trailing.start()))


def _is_long(serial: int | None) -> bool:
    return serial is not None and serial >= LEAST_SERIAL
