r"""The headings of items, sections and decisions as lines, both ways.

A backslash says *this is only text*: ``## \2. behandling`` is a title without a number, ``### \Beslutning`` is the
heading of a section.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct

from referat.minutes_file.escape import unescape
from referat.model import AgendaItem, Decision, Section
from referat.vocabulary.sections import SectionKind, kind_of

_T = TypeVar("_T")

CLOSED = "Lukket punkt"
HELD_BACK = "Tilbageholdt punkt"
WITHDRAWN = "Tilbagetrukket punkt"
UNTITLED = "Punkt uden titel"
PLACEHOLDERS = frozenset(title.casefold() for title in (CLOSED, HELD_BACK, WITHDRAWN, UNTITLED))
"""What stands where an item has no title. A title that really reads so is written with a backslash."""

UNPLACED = "Uplaceret tekst"
ANNEX = "Bilag:"

_NUMBER = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,3}){0,3}[^\W\d_]{0,2}")
_NUMBERED = re.compile(rf"({_NUMBER.pattern})\.(?: |$)")
_DECISION_OF_OTHER_NAME = re.compile(r"Beslutning \((.*)\)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POINT = re.compile(r"pkt\.? (.*)", re.IGNORECASE)


class ItemHeading(Struct, frozen=True, kw_only=True):
    """What the line of an item's heading tells."""

    number: str | None
    title: str | None
    closed: bool
    """The heading is `CLOSED`, which needs no field beside it."""


def has_heading_number(item: AgendaItem) -> bool:
    """Whether the item's number can stand in its heading. Any other one (``A-1``) is written as a field."""
    return item.number is not None and _NUMBER.fullmatch(item.number) is not None


def write_item_heading(item: AgendaItem) -> str:
    """``2. Cykelsti langs Havnevej``."""
    number = f"{item.number}. " if has_heading_number(item) else ""
    if item.title is None:
        return number + _placeholder(item)
    misread = item.title.startswith("\\") or item.title.casefold() in PLACEHOLDERS
    if not number:
        misread = misread or _NUMBERED.match(item.title) is not None or is_reserved(item.title)
    return f"{number}\\{item.title}" if misread else number + item.title


def _placeholder(item: AgendaItem) -> str:
    if item.closed:
        return CLOSED
    if item.withdrawn:
        return WITHDRAWN
    return HELD_BACK if item.held_back else UNTITLED


def read_item_heading(head: str) -> ItemHeading:
    """What `write_item_heading` was given, or what a person meant."""
    numbered = _NUMBERED.match(head)
    title = head[numbered.end() :] if numbered else head
    placeholder = title.casefold() in PLACEHOLDERS
    return ItemHeading(
        number=numbered.group(1) if numbered else None,
        title=None if placeholder else title.removeprefix("\\") or None,
        closed=title.casefold() == CLOSED.casefold(),
    )


def is_reserved(head: str) -> bool:
    """Whether the heading begins no item but an annex or the text that could not be placed."""
    return is_unplaced(head) or annex_title(head) is not None


def is_unplaced(head: str) -> bool:
    """Whether the heading is ``Uplaceret tekst``."""
    return head.casefold() == UNPLACED.casefold()


def annex_title(head: str) -> str | None:
    """The title in ``Bilag: Serviceniveau``, or None where it is no annex's heading."""
    return head[len(ANNEX) :].strip() if head.casefold().startswith(ANNEX.casefold()) else None


def write_section_heading(section: Section) -> str:
    """The section's heading, so that it is not read as a decision's."""
    misread = section.heading.startswith("\\") or read_part_heading(section.heading) != section.heading
    return f"\\{section.heading}" if misread else section.heading


def write_decision_heading(decision: Decision) -> str:
    """``Beslutning: Økonomiudvalget, 2024-05-07, pkt. 3``, as far as it is known."""
    heading = _protect(decision.heading, ": ")
    if not _reads_as_itself(decision.heading):
        heading = f"Beslutning ({heading})"
    tail = []
    if decision.body is not None:
        tail.append(_protect_last(decision.body))
    if decision.date is not None:
        tail.append(decision.date.isoformat())
    if decision.item_number is not None:
        tail.append(f"pkt. {_protect(decision.item_number, ', ')}")
    return f"{heading}: {', '.join(tail)}" if tail else heading


@lru_cache(maxsize=4096)
def read_part_heading(head: str) -> Decision | str:
    """A decision without its text, or the heading of a section."""
    name, _, tail = head.partition(": ")
    renamed = _DECISION_OF_OTHER_NAME.fullmatch(name)
    if head.startswith("\\") or not (renamed or _is_decision(unescape(name))):
        return head.removeprefix("\\")
    body, item_number = _split_last(tail, _point)
    body, date = _split_last(body, _date)
    return Decision(
        heading=unescape(renamed.group(1) if renamed else name) or "Beslutning",
        body=unescape(body).strip() or None,
        date=date,
        item_number=item_number,
    )


def _is_decision(heading: str) -> bool:
    return kind_of(heading) is SectionKind.DECISION


def _reads_as_itself(heading: str) -> bool:
    return _is_decision(heading) and not (heading.startswith("\\") or _DECISION_OF_OTHER_NAME.fullmatch(heading))


def _protect(text: str, divider: str) -> str:
    """The text so that `divider`, which ends with a blank, does not occur in it."""
    return text.replace("\\", "\\\\").replace(divider, f"{divider[:-1]}\\ ")


def _protect_last(body: str) -> str:
    """The name so that its last part is not taken for a date or an item's number: ``Udvalg, pkt. 3``."""
    before, comma, last = body.replace("\\", "\\\\").rpartition(", ")
    misread = _date(last) is not None or _point(last) is not None
    return f"{before}{comma}\\{last}" if misread else before + comma + last


def _split_last(tail: str, read: Callable[[str], _T | None]) -> tuple[str, _T | None]:
    before, _, last = tail.rpartition(", ")
    value = read(last)
    return (tail, None) if value is None else (before, value)


def _date(text: str) -> dt.date | None:
    if not _DATE.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _point(text: str) -> str | None:
    match = _POINT.fullmatch(text)
    return unescape(match.group(1)).strip() or None if match else None
