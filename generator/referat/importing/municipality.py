"""Finding out whose minutes these are. What is not certain is not guessed: then a person has to say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from referat.importing.cues import head_of
from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_NAME
from referat.importing.reading import rules
from referat.minutes_file.paths import FOLDER
from referat.problems import Problem, Severity
from referat.spelling import MISSPELT, nearest
from referat.vocabulary.bodies import is_regional
from referat.vocabulary.casenumber import parse
from referat.vocabulary.institutions import municipality_of_institutions, region_named
from referat.vocabulary.municipalities import by_code, find_mentions, lookup, most_named, named, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from referat.importing.document import Document
    from referat.importing.format import Parsed
    from referat.vocabulary.municipalities import Municipality

HEAD_LINES = 6
"""A document that names its municipality outright does so in its first lines."""

FURNITURE_LINES = 40
"""Logos and running heads name the owner: so many lines of the page are looked at, too."""

_CODE = re.compile(r"(?P<code>\d{3})-(?:19|20)\d\d-\d")


def name_municipality(document: Document, meetings: Sequence[Parsed]) -> tuple[str, tuple[Problem, ...]]:
    """The municipality of a document's meetings, and a diagnostic where that was concluded or is `UNKNOWN_NAME`.

    In this order: what was given from outside; what the format read in a head of its own; ``X Kommune`` where one of
    the first lines begins with it; the municipality's code in every case number that has one; the document's address;
    the region, where a regional council met; the one whose council or town hall the head names; the one that the placed
    text names most, by a wide margin.
    """
    told = document.municipality or _read_by_format(meetings) or _in_head(document)
    concluded = told or _by_code(meetings) or _by_address(document)
    if concluded:
        return named(concluded).name, ()
    most = _by_institutions(document, meetings)
    if most:
        message = f"The document does not say whose it is; its text speaks of {most.name}"
        return most.name, (diagnose("municipality_inferred", message, document),)
    problem = diagnose(
        "authority_unknown",
        "The document does not tell which municipality it belongs to",
        document,
        advice="Say it with --municipality.",
    )
    return UNKNOWN_NAME, (problem,)


def doubt_name(name: str, names: Mapping[str, str]) -> Problem | None:
    """A warning where a name given from outside is known nowhere and looks like one that is: it may be misspelt.

    Args:
        name: as it was given.
        names: the municipalities that the site has records of, by the names of their folders.
    """
    slug, known = named(name).slug, dict(names) | {municipality.slug: municipality.name for municipality in table()}
    meant = None if slug in known else nearest(slug, known, MISSPELT)
    if meant is None or lookup(name) is not None:
        return None
    return Problem(
        code="municipality_doubtful",
        message=f"No municipality is called {named(name).name}, and the site has no records of it",
        severity=Severity.WARNING,
        advice=f"Did you mean {known[meant]}? Then delete {FOLDER}/{slug}/ and import again. If the name is right,"
        " nothing needs to be done: it is known from now on.",
    )


def _read_by_format(meetings: Sequence[Parsed]) -> str | None:
    return next((name for meeting in meetings if (name := meeting.minutes.meeting.municipality)), None)


def _in_head(document: Document) -> str | None:
    """The municipality that a line of the head, or of what belongs to the paper and the page, begins with or is."""
    furniture = (document.text[claim.start : claim.end] for claim in document.furniture[:FURNITURE_LINES])
    lines = (line.strip("#* ") for line in (*head_of(document, HEAD_LINES).split("\n"), *furniture))
    mentions = (mention for line in lines for mention in find_mentions(line)[:1] if mention.start == 0)
    return next((mention.municipality.name for mention in mentions), None)


def _by_code(meetings: Sequence[Parsed]) -> str | None:
    """By the first part of case numbers such as 330-2018-3619, where all name the same municipality."""
    items = (item for meeting in meetings for item in meeting.minutes.items)
    numbers = [item.case_number for item in items if item.case_number]
    codes = {match["code"] for number in numbers if parse(number) and (match := _CODE.match(number))}
    known = by_code(codes.pop()) if len(codes) == 1 else None
    return known.name if known else None


def _by_address(document: Document) -> str | None:
    host = urlsplit(document.url or "").hostname or ""
    return next((known.name for label in host.split(".") if (known := lookup(label))), None)


def _by_institutions(document: Document, meetings: Sequence[Parsed]) -> Municipality | None:
    """By the region where its council met; by the council or town hall of the head; by what the text names most."""
    head, text = head_of(document), _placed_text(document, meetings)
    if any(is_regional(meeting.minutes.meeting.body) for meeting in meetings):
        return region_named(f"{head}\n{text}")
    return municipality_of_institutions(head) or most_named(text) or municipality_of_institutions(text)


def _placed_text(document: Document, meetings: Sequence[Parsed]) -> str:
    """Only what belongs to the minutes counts, their list of contents too, not the lists of other documents around."""
    claims = (claim for meeting in meetings for claim in meeting.claims)
    return "\n".join(document.text[claim.start : claim.end] for claim in claims if claim.rule in (None, rules.CONTENTS))
