"""The ways in which Danish authorities write case numbers: one row a scheme.

The schemes come from the systems that number the cases (Acadre, SBSYS, eDoc, …). Every repetition is bounded, so that a
pattern takes the same time wherever it stands in a text.
"""

import re
from collections.abc import Callable

from msgspec import Struct

_KLE = r"\d{2}\.\d{2}\.\d{2}"
_FACET = r"[A-ZÆØÅ]\d{2}"
_YEAR = r"(?:19|20)\d{2}"
_CPR_LIKE = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}")
"""Day, month, two-digit year, four digits: what a CPR number looks like."""

FIRST_YEAR_OF_1900S = 70
"""Two-digit years from here on mean 19xx, those before it 20xx."""


class Reading(Struct, frozen=True, kw_only=True):
    """What a scheme makes of a number. `key` is the form that all spellings of one number share."""

    key: str
    shown: str | None = None
    """What the slug is made from, where that is not the key."""
    year: int | None = None
    serial: int | None = None
    kle: str | None = None


class Scheme(Struct, frozen=True, kw_only=True):
    """One way to write a case number."""

    name: str
    pattern: re.Pattern[str]
    """Matches a number whose dashes are hyphens and which has no spaces around them."""
    read: Callable[[re.Match[str]], Reading | None]


def full_year(digits: str) -> int:
    """``"24"`` is 2024, ``"98"`` is 1998; four digits are taken as they are."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return 1900 + year if year >= FIRST_YEAR_OF_1900S else 2000 + year


def looks_like_year(digits: str) -> bool:
    """Whether digits after a year and a separator are another year: ``2014/2015`` is a school year, no case."""
    return len(digits) == 4 and 1900 <= int(digits) < 2100


def _year_slash(match: re.Match[str]) -> Reading | None:
    """``24/1187`` and ``2009/049528``: one number, whether the year has two digits or four."""
    if len(match["year"]) == 4 and looks_like_year(match["serial"]):
        return None
    year, serial = full_year(match["year"]), int(match["serial"])
    return Reading(key=f"{year}/{serial}", shown=f"{year % 100:02}-{serial}", year=year, serial=serial)


def _year_dash(match: re.Match[str]) -> Reading | None:
    if looks_like_year(match["serial"]):
        return None
    year, serial = int(match["year"]), int(match["serial"])
    return Reading(key=f"{year}-{serial}", year=year, serial=serial)


def _short_year_dash(match: re.Match[str]) -> Reading:
    return Reading(key=match[0], year=full_year(match["year"]), serial=int(match["serial"]))


def _kle_year(match: re.Match[str]) -> Reading:
    facet = f"-{match['facet'].upper()}" if match["facet"] else ""
    serial = int(match["serial"])
    key = f"{match['kle']}{facet}-{serial}-{match['year']}"
    return Reading(key=key, year=full_year(match["year"]), serial=serial, kle=match["kle"])


def _kle_glued(match: re.Match[str]) -> Reading:
    kle, facet, serial = match["kle"], match["facet"].upper(), int(match["serial"])
    return Reading(key=f"{kle}{facet}-{serial:04}", shown=f"{kle}-{facet}-{serial:04}", serial=serial, kle=kle)


def _kle_slash(match: re.Match[str]) -> Reading:
    kle, facet, serial = match["kle"], match["facet"].upper(), int(match["serial"])
    return Reading(key=f"{kle}-{facet}/{serial}", serial=serial, kle=kle)


def _authority_code(match: re.Match[str]) -> Reading:
    year, serial = int(match["year"]), int(match["serial"])
    return Reading(key=f"{match['code']}-{year}-{serial}", year=year, serial=serial)


def _serial_first(match: re.Match[str]) -> Reading | None:
    """``018520-2013``. One that could be a CPR number is none: nobody can tell, and the other is a secret."""
    if _CPR_LIKE.fullmatch(match[0]):
        return None
    return Reading(key=match[0], year=int(match["year"]), serial=int(match["serial"]))


def _letters(match: re.Match[str]) -> Reading:
    return Reading(key=match[0].upper(), year=int(match["year"]), serial=int(match["serial"]))


def _body_register(match: re.Match[str]) -> Reading:
    """``BR 677/06``: the number comes first and the year last, unlike in ``06/677``."""
    body, year, serial = match["body"].upper(), full_year(match["year"]), int(match["serial"])
    return Reading(key=f"{body} {year}/{serial}", shown=f"{body}-{serial}-{year % 100:02}", year=year, serial=serial)


def _body_type_register(match: re.Match[str]) -> Reading:
    year, serial = full_year(match["year"]), int(match["serial"])
    return Reading(
        key=f"{match['body'].upper()}-{serial}/{match['year']}-{match['type'].upper()}", year=year, serial=serial
    )


def _region(match: re.Match[str]) -> Reading:
    return Reading(key=match[0], year=full_year(match["year"]), serial=int(match["serial"]))


def _plain(match: re.Match[str]) -> Reading | None:
    key = match[0].lstrip("0")
    return Reading(key=key, serial=int(key)) if key else None


def _scheme(name: str, pattern: str, read: Callable[[re.Match[str]], Reading | None]) -> Scheme:
    return Scheme(name=name, pattern=re.compile(pattern, re.IGNORECASE), read=read)


SCHEMES: tuple[Scheme, ...] = (
    _scheme("kle-sbsys", rf"(?P<kle>{_KLE})-(?P<facet>{_FACET})-(?P<serial>\d{{1,6}})-(?P<year>\d{{2}})", _kle_year),
    _scheme("kle-nofacet", rf"(?P<kle>{_KLE})-(?P<facet>)(?P<serial>\d{{1,6}})-(?P<year>\d{{2}})", _kle_year),
    _scheme("kle-glued", rf"(?P<kle>{_KLE})-?(?P<facet>{_FACET})-(?P<serial>\d{{1,6}})", _kle_glued),
    _scheme("kle-slash", rf"(?P<kle>{_KLE})[ -]?(?P<facet>{_FACET})/(?P<serial>\d{{1,6}})", _kle_slash),
    _scheme("region", r"\d-\d{2}-\d{2}-(?P<serial>\d{1,6})-(?P<year>\d{2})", _region),
    _scheme("komkode", rf"(?P<code>\d{{3}})[-_](?P<year>{_YEAR})[-_](?P<serial>\d{{1,7}})", _authority_code),
    _scheme("alpha", rf"[A-ZÆØÅ]{{3}}-(?P<year>{_YEAR})-(?P<serial>\d{{4,6}})", _letters),
    _scheme(
        "udv-t",
        r"(?P<body>[A-ZÆØÅ]{2,4})-(?P<serial>\d{1,4})/(?P<year>\d{2})-(?P<type>[A-ZÆØÅ])",
        _body_type_register,
    ),
    _scheme("br", r"(?P<body>BR|BY|KB|ØK|ØU) ?(?P<serial>\d{1,4})/(?P<year>\d{4}|\d{2})", _body_register),
    _scheme("n-yyyy", rf"(?P<serial>\d{{6}})-(?P<year>{_YEAR})", _serial_first),
    _scheme("yyyy-n", rf"(?P<year>{_YEAR})-(?P<serial>\d{{1,7}})", _year_dash),
    _scheme("yy-nnnnnn", r"(?P<year>\d{2})-(?P<serial>\d{6})", _short_year_dash),
    _scheme("yy/n", rf"(?P<year>{_YEAR}|\d{{2}})[/-](?P<serial>\d{{1,7}})", _year_slash),
    _scheme("plain", r"\d{5,7}", _plain),
)
"""The most particular first: the first scheme that matches a whole number is the one it is written in."""

UNDIVIDED = tuple(scheme for scheme in SCHEMES if scheme.name == "plain")
"""Those that a number without ``/``, ``-`` and ``_`` can be written in."""

DISTINCTIVE = frozenset(
    {"kle-sbsys", "kle-nofacet", "kle-glued", "kle-slash", "region", "komkode", "alpha", "udv-t", "br"}
)
"""The schemes that nothing else in minutes looks like: such a number needs no label to be recognised in prose."""
