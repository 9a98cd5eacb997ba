"""Case numbers: what one is, which spellings are the same one, and where in a text one stands.

Position decides, not the pattern: most of what looks like ``YY/N`` in prose is a date, a share or a plan. So a number
is an item's case only where it is labelled or stands alone in the item's slot; in prose there are only *mentions*,
which become links when the municipality is known to have such a case.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from referat.vocabulary.case_schemes import DISTINCTIVE, SCHEMES, UNDIVIDED, looks_like_year
from referat.vocabulary.slugs import slugify

LONGEST = 120
"""No case number, with its label, is longer: longer text is not looked at."""


class CaseNumber(Struct, frozen=True, kw_only=True):
    """A case number, free of the way it was spelled. It is a key only together with its municipality."""

    scheme: str
    """The row of ``case_schemes.SCHEMES``."""
    canonical: str
    """The same for every spelling: ``2014/32918`` for 14/32918, 14-32918 and 14/032918."""
    slug: str
    """For addresses: ``14-32918``, of ``[a-z0-9-]``."""
    year: int | None = None
    serial: int | None = None
    kle: str | None = None
    """The subject that is part of the number, ``27.69.40``."""


class Mention(Struct, frozen=True, kw_only=True):
    """What may be a case number in running text: the characters from `start` to before `end`."""

    start: int
    end: int
    number: CaseNumber
    text: str


_LABEL = (
    r"(?:(?P<strong>sagsn(?:umme)?r|sagnr|sagsid|(?<!\w)j(?:ournal)?\.? ?nr)[.:]{0,2}"
    r"|(?<!\w)(?:sa[gq] nr\.?|sag(?:en)?|(?:åbent?|lukket) -):?)"
)
"""Glued to what stands before it (``UdskrivSagsid.:``) a label still is one; only short words need a word's start."""
CASE_LABEL = re.compile(rf"{_LABEL}\s{{0,3}}", re.IGNORECASE)
"""What announces a case number: ``Sagsnr.:``, ``Journal nr.:``, ``Sag``."""
_LABEL_BEFORE = re.compile(rf"{_LABEL}\s{{0,3}}(?:\d\d\.\d\d\.\d\d-?[A-ZÆØÅ]\d\d - )?$", re.IGNORECASE)
_PREFIX_BEFORE = re.compile(r"(?<!\w)(?:(?:BR|BY|KB|ØK|ØU)[ -]?|[A-ZÆØÅ]{3}-)$", re.IGNORECASE)
_DIGITS = re.compile(
    # It starts with a digit, which the search can skip to, and only then looks back for what must not stand before.
    r"\d(?<![\w./_-]\d)"
    r"(?:\d\.\d\d\.\d\d ?[A-ZÆØÅ]\d\d ?/ ?\d{1,6}|\d{1,3} ?/ ?\d{1,7}|\d - \d{1,6}|[\dA-ZÆØÅ./_-]{3,28}(?<=\w))"
    r"(?![./_-]?\d|\w)",
    re.IGNORECASE,
)
_WINDOW = 40
"""How far before a number its label is looked for, in characters."""
_KLE_BESIDE = re.compile(r"(?P<kle>\d\d\.\d\d\.\d\d)-?[A-ZÆØÅ]\d\d-(?=(?:19|20)\d\d/)", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:§|(?:dok(?:ument)?|doc|brev|br|plan|projekt|matr|tillæg|side|lov|lbk|bekendtgørelse)"
    r"\.?-? ?(?:nr|id)?\.?:?) ?$",
    re.IGNORECASE,
)
_DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "\u00a0": " "})
_OTHER_DASHES = tuple(map(chr, _DASHES))
_EDGES = " \t.,;:()[]*#•"


def parse(text: str) -> CaseNumber | None:
    """Read one case number in any spelling, with or without its label; None where the text is anything else.

    ``24/1187``, ``24-1187``, ``24 / 1187``, ``sag 24/1187`` and ``Sagsnr.: 24/01187`` are the same number.
    """
    readings = readings_of(text)
    return readings[0] if readings else None


@lru_cache(maxsize=4096)
def readings_of(text: str) -> tuple[CaseNumber, ...]:
    """All case numbers that a person may mean by the text, the likeliest first.

    ``24-118700`` is a number of its own where six digits after the year are the custom, and elsewhere 24/118700.
    """
    if len(text) > LONGEST:
        return ()
    bare = " ".join(text.translate(_DASHES).split()).strip(_EDGES)
    label = CASE_LABEL.match(bare)
    if label:
        bare = bare[label.end() :].strip(_EDGES)
    bare = re.sub(r" ?([/-]) ?", r"\1", bare).rstrip("-")
    beside = _KLE_BESIDE.match(bare)
    if beside:
        bare = bare[beside.end() :]
    return tuple(_read(bare, beside["kle"] if beside else None))


def _read(bare: str, kle: str | None) -> Iterator[CaseNumber]:
    for scheme in SCHEMES if "/" in bare or "-" in bare or "_" in bare else UNDIVIDED:
        match = scheme.pattern.fullmatch(bare)
        reading = scheme.read(match) if match else None
        if reading:
            yield CaseNumber(
                scheme=scheme.name,
                canonical=reading.key,
                slug=slugify(reading.shown or reading.key),
                year=reading.year,
                serial=reading.serial,
                kle=reading.kle or kle,
            )


def label_match(line: str) -> str | None:
    """The number, as printed, that a label on the line announces: ``Sagsnr.: 24/1187`` gives ``24/1187``.

    Numbers of documents, letters, plans and items (``Dok.nr.``, ``Sag nr. 163``) are no cases.
    """
    return next((mention.text for mention, labelled in _candidates(line) if labelled), None)


def alone_on_line(line: str) -> str | None:
    """The number, as printed, of a line that holds nothing else. Ask it only of the lines by an item's heading."""
    printed = line.strip(_EDGES + "-–")
    if len(printed) > LONGEST or CASE_LABEL.match(printed):
        return None
    number = parse(printed)
    if number is None or number.scheme == "plain":
        return None
    beside = _KLE_BESIDE.match(printed.replace(" ", ""))
    return printed.rpartition(" ")[2] if beside else printed


def find_mentions(text: str) -> tuple[Mention, ...]:
    """All that may be a case number in prose, in order: the labelled, and those that hardly can be anything else.

    Takes time in proportion to the text's length, whatever it holds.
    """
    return tuple(mention for mention, labelled in _candidates(text) if labelled or _stands_out(mention, text))


def _candidates(text: str) -> Iterator[tuple[Mention, bool]]:
    """Each number that reads as a case number, and whether a label says that it is one."""
    folded = text.translate(_DASHES) if any(dash in text for dash in _OTHER_DASHES) else text
    for match in _DIGITS.finditer(folded):
        start, end = match.span()
        if not _may_be_number(match[0]):
            continue
        before = folded[max(0, start - _WINDOW) : start]
        prefix = _PREFIX_BEFORE.search(before)
        number = parse(folded[start - len(prefix[0]) : end]) if prefix else None
        if number and prefix:
            start -= len(prefix[0])
            before = before[: prefix.start()]
        number = number or parse(match[0])
        if number is None:
            continue
        label = _LABEL_BEFORE.search(before)
        labelled = label is not None and (number.scheme != "plain" or label["strong"] is not None)
        yield Mention(start=start, end=end, number=number, text=text[start:end]), labelled


def _may_be_number(digits: str) -> bool:
    """Whether what begins with a digit can be read at all: each scheme has a separator, or is five to seven digits."""
    return "/" in digits or "-" in digits or "_" in digits or (5 <= len(digits) <= 7 and digits.isdecimal())


def _stands_out(mention: Mention, text: str) -> bool:
    """Whether an unlabelled number may be a case: not after ``lokalplan``, not ``80/20`` or ``01/2015``."""
    if _OTHER_NUMBER.search(text[max(0, mention.start - _WINDOW) : mention.start]):
        return False
    scheme, serial = mention.number.scheme, re.split(r"[/-]", mention.text)[-1].strip()
    if scheme in DISTINCTIVE:
        return True
    if scheme == "yyyy-n":
        return len(serial) >= 5
    return scheme == "yy/n" and "/" in mention.text and len(serial) >= 3 and not looks_like_year(serial)
