"""What kinds of value a setting can have, and how each is read.

A reader takes the value as TOML gives it and returns it as the settings hold it, or None where nothing is written.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeAlias
from urllib.parse import urlsplit

Reader: TypeAlias = Callable[[Any], Any]
"""Raises `Unfit` where the value is not what it should be."""


class Unfit(Exception):  # noqa: N818 - it says what the value is
    """A value that a setting cannot have."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        """Completes "name …": ``is no text``."""
        self.advice = advice


def text(value: Any) -> str | None:
    """A text on one line, without blanks around it."""
    if not isinstance(value, str):
        raise Unfit("is no text", 'Write "…" in quotes.')
    return value.strip() or None


def texts(value: Any) -> tuple[str, ...] | None:
    """A list of texts. Empty ones are left out."""
    if not isinstance(value, list):
        raise Unfit("is no list", 'Write ["…", "…"].')
    return tuple(filter(None, map(text, value))) or None


def texts_by_name(value: Any) -> Mapping[str, str] | None:
    """A table of texts by names that the publisher chose."""
    if not isinstance(value, dict):
        raise Unfit("is no table", "Write the table's name in brackets on a line of its own, and the values below it.")
    read = {name: text(given) for name, given in value.items()}
    return {name: given for name, given in read.items() if given} or None


def site_address(value: Any) -> str | None:
    """The address of a site, ending with a slash."""
    url = text(value)
    if url is None:
        return None
    if not _is_address(url):
        raise Unfit("is no address of a site", 'Write where the site is published: "https://referat.example/".')
    return url if url.endswith("/") else f"{url}/"


def language_codes(value: Any) -> tuple[str, ...] | None:
    """The codes of languages, the site's first language first: ``["da", "en"]``. None is named twice."""
    codes = texts(value)
    if codes is not None and not all(_LANGUAGE.fullmatch(code) for code in codes):
        raise Unfit("is no list of languages", 'Write the codes of languages: ["da", "en"].')
    return None if codes is None else tuple(dict.fromkeys(codes))


def contact_address(value: Any) -> str | None:
    """A way to reach somebody, as a URI (RFC 9116, 2.5.3): a mail address gets its ``mailto:``."""
    given = text(value)
    if given is None:
        return None
    uri = f"mailto:{given}" if _MAIL.fullmatch(given) else given
    if not _CONTACT.fullmatch(uri):
        raise Unfit("is no way to reach you", 'Write a mail address, or an address that begins with "https://".')
    return uri


def day(value: Any) -> dt.date | None:
    """A day, as TOML writes it or as text."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if value == "":
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):  # the 31st of June
            return dt.date.fromisoformat(value)
    raise Unfit("is no day", "Write year-month-day: 2027-05-14.")


def feed_authority(value: Any) -> str | None:
    """Who gives ids to what feeds tell: a name of a host and a year in which it was the publisher's (RFC 4151, 2.1)."""
    given = text(value)
    if given is not None and not _AUTHORITY.fullmatch(given):
        raise Unfit("is no host with a year", 'Write a host and a year in which it was yours: "referat.example,2026".')
    return given


def theme_name(value: Any) -> str | None:
    """The name of a theme's folder."""
    name = text(value)
    if name is not None and not _THEME.fullmatch(name):
        raise Unfit("is no name", "Write the name of a folder of themes/.")
    return name


_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MAIL = re.compile(r"[^\s@:<>]+@[^\s@:<>]+\.[^\s@:<>]+")
_CONTACT = re.compile(r"(?:https://|mailto:|tel:)[!-;=?-~]+")
_AUTHORITY = re.compile(r"[a-z0-9][a-z0-9.-]*,[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_THEME = re.compile(r"[a-z0-9][a-z0-9_-]*")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
