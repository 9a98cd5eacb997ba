"""Every address of the site is made here. They are public: a change needs a redirect.

An address is rooted at the site (``/strandby/``); `href` puts the folder in front that the site is published in.
"""

import datetime as dt
import re
import unicodedata
from urllib.parse import urlsplit

CASES = "sag"
"""The folder of a municipality's cases, and of the numbers that several municipalities use."""

RESERVED = frozenset(
    {"404", "aktiver", "daekning", "data", "nyheder", "om", "pagefind", "privatliv", "sag", "sager", "soeg"}
)
"""Names at the top of the site that no municipality can have."""

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """The text as a part of an address: ``Nørre Aa`` is ``noerre-aa``. Empty where no letter or digit is left."""
    letters = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", plain).strip("-")


def municipality_url(municipality: str) -> str:
    """``/strandby/``."""
    return f"/{slug(municipality)}/"


def body_url(municipality: str, body: str) -> str:
    """``/strandby/oekonomiudvalget/``."""
    return f"/{slug(municipality)}/{slug(body)}/"


def meeting_url(municipality: str, body: str, date: dt.date, sequence: int = 1) -> str:
    """``/strandby/byraadet/2024-05-14/``, and ``…/2024-05-14-2/`` for a second meeting that day."""
    day = date.isoformat() if sequence == 1 else f"{date.isoformat()}-{sequence}"
    return f"{body_url(municipality, body)}{day}/"


def item_anchor(number: str) -> str:
    """The id of an item on its meeting's page: ``punkt-2``. Empty for a number without a letter or digit."""
    name = slug(number)
    return f"punkt-{name}" if name else ""


def cases_url(municipality: str) -> str:
    """``/strandby/sag/``: the municipality's cases by year."""
    return f"/{slug(municipality)}/{CASES}/"


def case_url(municipality: str, case_slug: str) -> str:
    """``/strandby/sag/24-1187/``."""
    return f"{cases_url(municipality)}{case_slug}/"


def shared_number_url(case_slug: str) -> str:
    """``/sag/24-1187/``: the same number in several municipalities."""
    return f"/{CASES}/{case_slug}/"


def base_path(base_url: str | None) -> str:
    """The folder that the site is published in, without its last slash: ``https://a.dk/referat/`` is ``/referat``."""
    return urlsplit(base_url or "").path.rstrip("/")


def href(url: str, folder: str = "") -> str:
    """The address as a page links to it: rooted at the host. Addresses not rooted at the site stay as they are."""
    return f"{folder}{url}" if url.startswith("/") and not url.startswith("//") else url
