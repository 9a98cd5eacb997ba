"""Every address of the site is made here. They are public: a change needs a redirect.

An address is rooted at the site (``/strandby/``); `href` puts the folder in front that the site is published in.
"""

import datetime as dt
import re
from urllib.parse import urlsplit

from referat.vocabulary.slugs import slugify

MISSING = "/404.html"
"""The page that a host shows for an address that is not there."""

COVERAGE = "/daekning/"
"""How far the site's minutes reach."""
SEARCH = "/soeg/"
"""Where the site is searched."""
SEARCH_DESCRIPTION = "/opensearch.xml"
"""Tells browsers how it is searched, so that they can do it from their own field (OpenSearch 1.1)."""

DATA = "/data/"
"""What can be followed and downloaded."""
CATALOGUE = f"{DATA}katalog.jsonld"
"""The same for programs."""
GLOSSARY = "/ord/"
"""The words of the town hall, explained."""

WITHDRAWN = "/tilbagetrukket/"
"""What is no longer on the site."""

CASES = "sag"
"""The folder of a municipality's cases, and of the numbers that several municipalities use."""

RESERVED_BODIES = frozenset({CASES, "daekning"})
"""Names below a municipality that no body can have."""

RESERVED = frozenset(
    {
        "404",
        "aktiver",
        "daekning",
        "data",
        "nyheder",
        "om",
        "ord",
        "pagefind",
        "privatliv",
        "sag",
        "sager",
        "soeg",
        "tilbagetrukket",
    }
)
"""Names at the top of the site that no municipality can have."""


def municipality_url(municipality: str) -> str:
    """``/strandby/``."""
    return f"/{slugify(municipality)}/"


def body_url(municipality: str, body: str) -> str:
    """``/strandby/oekonomiudvalget/``."""
    return f"/{slugify(municipality)}/{slugify(body)}/"


def meeting_url(municipality: str, body: str, date: dt.date, sequence: int = 1) -> str:
    """``/strandby/byraadet/2024-05-14/``, and ``…/2024-05-14-2/`` for a second meeting that day."""
    day = date.isoformat() if sequence == 1 else f"{date.isoformat()}-{sequence}"
    return f"{body_url(municipality, body)}{day}/"


def item_anchor(number: str) -> str:
    """The id of an item on its meeting's page: ``punkt-2``. Empty for a number without a letter or digit."""
    name = slugify(number)
    return f"punkt-{name}" if name else ""


def feed_url(page: str) -> str:
    """``/strandby/byraadet/feed.xml``: what can be followed of what the page shows."""
    return f"{page}feed.xml"


def calendar_url(page: str) -> str:
    """``/strandby/byraadet/moeder.ics``: the meetings of a municipality or a body."""
    return f"{page}moeder.ics"


def cases_url(municipality: str) -> str:
    """``/strandby/sag/``: the municipality's cases by year."""
    return f"/{slugify(municipality)}/{CASES}/"


def coverage_url(municipality: str) -> str:
    """``/strandby/daekning/``: how far the municipality's minutes reach."""
    return f"/{slugify(municipality)}{COVERAGE}"


def year_url(body_url: str, year: int) -> str:
    """``/strandby/byraadet/2009/``: one year of a body's meetings, where its own page would be too long with it."""
    return f"{body_url}{year}/"


def case_url(municipality: str, case_slug: str) -> str:
    """``/strandby/sag/24-1187/``."""
    return f"{cases_url(municipality)}{case_slug}/"


def shared_number_url(case_slug: str) -> str:
    """``/sag/24-1187/``: the same number in several municipalities."""
    return f"/{CASES}/{case_slug}/"


def in_language(url: str, prefix: str) -> str:
    """A page's address in another language: ``/strandby/`` is ``/en/strandby/``.

    Only pages have languages: their addresses end with a slash. Files, addresses of other sites and places on the same
    page stay as they are.
    """
    if not url.startswith("/") or url.startswith("//") or not prefix:
        return url
    path = re.split("[?#]", url, maxsplit=1)[0]
    return f"{prefix}{url}" if path.endswith("/") or path == MISSING else url


def base_path(base_url: str | None) -> str:
    """The folder that the site is published in, without its last slash: ``https://a.dk/referat/`` is ``/referat``."""
    return urlsplit(base_url or "").path.rstrip("/")


def href(url: str, folder: str = "") -> str:
    """The address as a page links to it: rooted at the host. Addresses not rooted at the site stay as they are."""
    return f"{folder}{url}" if url.startswith("/") and not url.startswith("//") else url
