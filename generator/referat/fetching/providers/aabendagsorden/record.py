"""One meeting of Åben Dagsorden: a piece of HTML with a heading for each item and buttons for its documents."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
from msgspec import Struct

from referat.fetching.faults import unavailable
from referat.fetching.mapping import to_mapped
from referat.fetching.provider import Publication
from referat.importing.extract.html.fragment import Fragment
from referat.importing.extract.lines import ExtractedLine
from referat.importing.outline import Beginning, Entry, ItemLines, Outline, Text
from referat.importing.reading.attachments import ATTACHMENTS
from referat.importing.reading.blocks import SectionStart
from referat.importing.reading.starts import Own
from referat.model import Meeting
from referat.vocabulary.bodies import split_period, tidy
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.portal_words import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

    from referat.fetching.answer import Answer
    from referat.fetching.provider import Mapped, Portal, Row

FORMAT = "aabendagsorden_portal"
"""What a record's source names as its format."""
TITLE = "Åben Dagsorden portal"

_TITLE = "agenda-item-title"
_FILE = "button[data-id][data-name]"


class ItemRead(Struct, frozen=True, kw_only=True):
    """What stands from one item's title to the next; of the first, what stands above all items."""

    title: str
    lines: tuple[ExtractedLine, ...]
    files: tuple[tuple[str, str], ...]
    """The documents: their ids and names."""


def check_publication(portal: Portal, row: Row, answer: Answer) -> Publication:
    """The publication, if the answer is one.

    Raises:
        UnavailableError: it is no HTML.
    """
    if answer.content_type not in ("", "text/html"):
        told_ = f"The answer is {answer.content_type} where a page was expected"
        raise unavailable("fetch_unreadable", told_, answer.url)
    items = _read(answer, portal.origin)
    said = [(item.title, [line.text for line in item.lines], [name for _, name in item.files]) for item in items]
    told_of = (row.committee, row.start.isoformat(), said)
    return Publication(
        portal=portal,
        row=row,
        answer=answer,
        digest=hashlib.sha256(msgspec.json.encode(told_of)).hexdigest(),
        is_minutes=any(_decides(item) for item in items),
        is_empty=len(items) == 1,
    )


def to_minutes(publication: Publication) -> Mapped:
    """The record that a checked publication becomes. Pure. The privacy gate has not seen it yet."""
    return to_mapped(outline(publication))


def outline(publication: Publication) -> Outline:
    """All that a checked publication holds. Pure."""
    row, portal = publication.row, publication.portal
    name, period = split_period(row.committee)
    meeting = Meeting(
        municipality=portal.municipality,
        body=tidy(name),
        date=row.date,
        time=row.start.time() if row.timed else None,
        period=period,
        kind=publication.kind,
    )
    lead, *items = _read(publication.answer, portal.origin)
    own = Own(body=meeting.body, date=meeting.date)
    url = meeting_url(portal, row)
    return Outline(
        entries=(Text(lead.lines), *(entry for item in items for entry in _entries(item, own, portal.origin))),
        meeting=meeting,
        format=FORMAT,
        title=TITLE,
        data=publication.answer.body,
        name=url,
        url=url,
    )


def meeting_url(portal: Portal, row: Row) -> str:
    """The meeting's page."""
    return f"{portal.origin}/meeting/{quote(row.id, safe='')}"


def _entries(item: ItemRead, own: Own, origin: str) -> Iterator[Entry]:
    yield ItemLines((ExtractedLine(item.title), ExtractedLine(""), *item.lines), own)
    if item.files:
        yield Beginning(text="", block=SectionStart(heading=ATTACHMENTS))
        yield Text(
            tuple(ExtractedLine(f"- [{_bare(name)}]({_file_url(origin, id_, name)})") for id_, name in item.files)
        )


def _bare(name: str) -> str:
    return name.replace("[", "(").replace("]", ")")


def _file_url(origin: str, document: str, name: str) -> str:
    return f"{origin}/meeting/files/{quote(document, safe='')}/{quote(name, safe='')}"


def _decides(item: ItemRead) -> bool:
    """Whether a decision stands in the item: a heading alone does so in agendas, too."""
    texts = [line.text.strip() for line in item.lines if line.rule is None and line.text.strip()]
    for text, below in pairwise([*texts, ""]):
        head = decision_head(text)
        if head and head.date is None and (head.rest or (below and not below.startswith("#"))):
            return True
    return False


def _read(answer: Answer, origin: str) -> tuple[ItemRead, ...]:
    """The text above the items, without a title, and the items."""
    fragment = Fragment(answer.body.decode("utf-8", errors="replace"), base=origin, picture=PICTURE)
    chapters: list[tuple[LexborNode | None, list[LexborNode]]] = [(None, [])]
    _collect(fragment.nodes, chapters)
    return tuple(_item(fragment, title, nodes) for title, nodes in chapters)


def _collect(nodes: Iterable[LexborNode], chapters: list[tuple[LexborNode | None, list[LexborNode]]]) -> None:
    for node in nodes:
        if not _is_element(node):
            chapters[-1][1].append(node)
        elif _TITLE in (node.attributes.get("class") or "").split():
            chapters.append((node, []))
        elif node.css_first(f".{_TITLE}") is not None:
            _collect(node.iter(include_text=True), chapters)
        else:
            chapters[-1][1].append(node)


def _is_element(node: LexborNode) -> bool:
    return not (node.tag or "-").startswith(("-", "!"))


def _item(fragment: Fragment, title: LexborNode | None, nodes: list[LexborNode]) -> ItemRead:
    buttons = [button for node in nodes if _is_element(node) for button in node.css(_FILE)]
    files = [(button.attributes.get("data-id") or "", button.attributes.get("data-name") or "") for button in buttons]
    for button in buttons:
        button.replace_with(" ")
    heading = fragment.lines(title.iter(include_text=True), plain=True) if title is not None else ()
    return ItemRead(
        title=" ".join(" ".join(line.text for line in heading if line.rule is None).split()),
        lines=fragment.lines(nodes),
        files=tuple((document, " ".join(name.split())) for document, name in files if document and name.strip()),
    )
