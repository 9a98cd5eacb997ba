"""One page: its lines in order, its title, and where it was published."""

from __future__ import annotations

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from referat.importing.extract.html.limits import check_nesting
from referat.importing.extract.html.lines import Writer
from referat.importing.extract.html.links import address, page_address
from referat.importing.extract.html.notes import Notes
from referat.importing.extract.html.page_parts import TITLE
from referat.importing.extract.html.unseen import take_away_unseen
from referat.importing.extract.html.walk import Surroundings, write_children, write_node
from referat.importing.extract.lines import ExtractedLine
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.dates import find_date


class Page(Struct, frozen=True):
    """What a page holds."""

    lines: tuple[ExtractedLine, ...]
    url: str | None
    """Where it was published; None where nothing says so."""
    unseen: int = 0
    """Passages that its reader didn't see. They are in no line."""


def read_page(text: str) -> Page:
    """Read a whole page, or a piece of one.

    Raises:
        ValueError: its elements are nested as no page's are.
    """
    check_nesting(text)
    parsed = LexborHTMLParser(text)
    url = page_address(text, parsed)
    unseen = take_away_unseen(parsed)
    written = Writer()
    notes = Notes(parsed)
    length = len(parsed.body.text()) if parsed.body is not None else 0
    page = Surroundings(base=_base(parsed, url), length=length, notes=notes)
    for code in parsed.css("head script, head style"):
        write_node(code, written, page)
    if parsed.body is not None:
        write_children(parsed.body, written, page)
    written.end_block()
    written.add(notes.take_rest())
    title = parsed.css_first("head title")
    lines = tuple(written.lines)
    return Page((*_title_lines(title.text() if title is not None else "", lines), *lines), url, unseen)


def _base(page: LexborHTMLParser, url: str | None) -> str | None:
    node = page.css_first("base[href]")
    named = node.attributes.get("href") if node is not None else None
    return address(named, url) if named else url


def _title_lines(title: str, lines: tuple[ExtractedLine, ...]) -> tuple[ExtractedLine, ...]:
    """The title of the window: to be read where it alone tells who met or when, else a line of the page."""
    text = " ".join(title.split())
    if not text:
        return ()
    said = "\n".join(line.text for line in lines if line.rule is None).casefold()
    body, date = find_body(text), find_date(text)
    tells = body is not None and date is not None and body.name.casefold() not in said
    return (ExtractedLine(text, None if tells else TITLE), ExtractedLine(""))
