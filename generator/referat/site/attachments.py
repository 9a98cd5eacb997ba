"""The documents that an item lists as its Bilag."""

import re

from referat.model import AgendaItem, Attachment
from referat.site.markdown import is_safe_link
from referat.vocabulary.sections import SectionKind, kind_of

_MARK = re.compile(r"^\s*(?:[-*+•–]|\d{1,3}[.)])\s+")
_LINK = re.compile(
    r"\[(?P<name>(?:[^\[\]\\]|\\.)+)\]"
    r"\(<?(?P<url>(?:[^\s<>()]|\([^\s<>()]*\))+)>?(?:\s+\"[^\"]*\")?\)(?P<after>.*)$"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def attachments_of(item: AgendaItem) -> tuple[Attachment, ...]:
    """The item's attachments in the order of the source: one a line, with an address where it is a link."""
    return tuple(
        _attachment(line)
        for section in item.sections
        if kind_of(section.heading) is SectionKind.ATTACHMENTS
        for line in _listed(section.text)
    )


def _listed(text: str) -> list[str]:
    """The lines of the list; all lines where there is no list."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [_MARK.sub("", line) for line in lines if _MARK.match(line)] or lines


def _attachment(line: str) -> Attachment:
    link = _LINK.match(line.strip())
    if link is None:
        return Attachment(name=_plain(line.strip()))
    name = f"{link['name']} {link['after'].strip()}".strip()
    return Attachment(name=_plain(name), url=link["url"] if is_safe_link(link["url"]) else None)


def _plain(markdown: str) -> str:
    return _ESCAPED.sub(r"\1", markdown)
