"""Reading feeds as a program does that follows them."""

from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"


class Read(NamedTuple):
    """An entry as it was read."""

    title: str
    updated: str
    link: str
    summary: str


def read_feed(path: Path) -> dict[str, Read]:
    """The entries of a feed by their ids, in their order. All that RFC 4287 demands is there, else this fails."""
    feed = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id")
    assert feed.findtext(f"{ATOM}title")
    assert feed.findtext(f"{ATOM}updated")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    entries = [(entry.findtext(f"{ATOM}id", ""), _read(entry)) for entry in feed.findall(f"{ATOM}entry")]
    assert len(dict(entries)) == len(entries)
    return dict(entries)


def _read(entry: ElementTree.Element) -> Read:
    link = entry.find(f"{ATOM}link")
    assert link is not None
    title, updated, summary = (entry.findtext(f"{ATOM}{name}", "") for name in ("title", "updated", "summary"))
    assert title
    assert updated
    return Read(title, updated, link.get("href", ""), summary)
