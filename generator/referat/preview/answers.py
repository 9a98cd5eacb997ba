"""What a host would answer if the site were published as it is now."""

import hashlib

from msgspec import Struct

from referat.preview.live import LiveSite
from referat.preview.municipalities import NotYet
from referat.preview.waiting import waiting_page
from referat.problems import Problem
from referat.site.page import output_path

MISSING = "404.html"


class Found(Struct, frozen=True, kw_only=True):
    """A file, or the page in its place."""

    file: str
    content: bytes
    status: int = 200
    styles: str = ""
    """The address of the style sheet, where the file is a page."""

    @property
    def is_page(self) -> bool:
        """Whether people read it."""
        return self.file.endswith(".html")

    @property
    def digest(self) -> str:
        """Two pages have the same that are the same but for the style sheet's address: that can be exchanged."""
        content = self.content.replace(self.styles.encode(), b"") if self.styles else self.content
        return hashlib.blake2b(content, digest_size=16).hexdigest()


class Elsewhere(Struct, frozen=True):
    """Only the last slash is missing."""


class News(Struct, frozen=True, kw_only=True):
    """What there is to tell of a page."""

    digest: str
    """Of the page. Empty where there is none at all."""
    styles: str
    problems: tuple[Problem, ...]


def find(site: LiveSite, path: str) -> Found | Elsewhere | None:
    """The answer to an address rooted at the site: never one that is hidden. None where there is nothing at all."""
    file = output_path(path)
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in file.split("/")):
        return _missing(site)
    try:
        content = site.file(file)
        if content is not None:
            return Found(file=file, content=content, styles=site.styles)
        if not path.endswith("/") and site.has(f"{file}/index.html"):
            return Elsewhere()
        return _missing(site)
    except NotYet:
        return None


def waiting(site: LiveSite, folder: str) -> Found:
    """The page that is shown while not all records are read."""
    return Found(file="vent.html", content=waiting_page(site.slugs(), folder), status=503)


def news_of(site: LiveSite, path: str) -> News:
    """What there is to tell of a page, by its address rooted at the site."""
    found = find(site, path)
    digest = found.digest if isinstance(found, Found) else ""
    return News(digest=digest, styles=found.styles if isinstance(found, Found) else "", problems=site.problems)


def _missing(site: LiveSite) -> Found | None:
    try:
        content = site.file(MISSING)
    except NotYet:
        return None
    return None if content is None else Found(file=MISSING, content=content, status=404, styles=site.styles)
