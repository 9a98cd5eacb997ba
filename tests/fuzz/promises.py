"""What an import promises of every file whatever, and who keeps watch that it keeps its word."""

from __future__ import annotations

import signal
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct

from referat.importing.account import account_of
from referat.importing.audit import letters_of
from referat.importing.reading.footnotes import note_start
from referat.importing.sources import read_source
from referat.importing.understand import MeetingRead, Reading, understand
from referat.minutes_file import read, record_path, write
from referat.model import Decision
from referat.problems import ProblemError
from referat.vocabulary.dates import parse_date, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from referat.importing.document import Document

LONG = 25
"""A stretch of so many letters does not stand in a record by chance."""
PATIENCE = 60
"""Seconds for one file, PDFs that are too large among them."""
OUR_FAULTS = {"coverage_gap", "format_failed"}
"""Diagnostics that tell of a fault of the program."""
TAKEN_OUT = {"cpr_held_back", "cpr_taken_out"}
"""Diagnostics that tell why words are missing."""


class TooLong(BaseException):
    """Raised where patience ends. Nothing that catches faults of formats catches it."""


class Broken(Struct, frozen=True):
    """A promise that was not kept."""

    promise: str
    detail: str


class Outcome(Struct, frozen=True):
    """What came of a file."""

    refused: str | None
    """The code of the problem with which it was refused."""
    broken: tuple[Broken, ...]


def try_file(path: Path) -> Outcome:
    """Read the file as an import does, and see which promises are broken."""
    try:
        with _patience():
            document, _ = read_source(path, "Strandby")
            reading = understand(document)
            return Outcome(None, tuple(_broken(document, reading)))
    except ProblemError as error:
        code, message = error.problem.code, error.problem.message
        return Outcome(code, (Broken(f"no {code}", message),) if code in OUR_FAULTS else ())
    except TooLong:
        return Outcome(None, (Broken("it comes to an end", f"not within {PATIENCE} seconds"),))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({place.filename.rsplit('/', 1)[-1]}:{place.lineno})"
        return Outcome(None, (Broken("nothing makes it fall over", detail),))


def _broken(document: Document, reading: Reading) -> Iterator[Broken]:
    yield from _account(document, reading)
    for meeting in reading.meetings:
        faults = [problem for problem in meeting.problems if problem.code in OUR_FAULTS]
        yield from (Broken(f"no {problem.code}", f"{reading.format.name}: {problem.message}") for problem in faults)
        if meeting.is_complete:
            yield from _round_trip(reading.format.name, meeting)
    told = {problem.code for meeting in reading.meetings for problem in meeting.problems}
    if not told & TAKEN_OUT:
        yield from _kept_words(document, reading)


def _account(document: Document, reading: Reading) -> Iterator[Broken]:
    ledger, account = reading.ledger, account_of(document, reading.ledger)
    total = account.placed + sum(by.characters for by in account.dropped)
    if total != len(document.text):
        yield Broken("every character is accounted for", f"{total} of {len(document.text)}")
    ends = [0, *(claim.end for claim in ledger.claims)]
    if [claim.start for claim in ledger.claims] != ends[:-1] or ends[-1] != len(document.text):
        yield Broken("claims follow each other without a gap", reading.format.name)


def _round_trip(format_name: str, meeting: MeetingRead) -> Iterator[Broken]:
    text = write(meeting.minutes)
    again, problems = read(text, record_path(meeting.minutes.meeting))
    if problems:
        yield Broken("a record is read without a problem", f"{format_name}: {problems[0].code} {problems[0].message}")
    if again != meeting.minutes:
        yield Broken(
            "a record is read as it was written", f"{format_name}: {_first_difference(again, meeting.minutes)}"
        )


def _first_difference(again: object, minutes: object) -> str:
    one, other = repr(again), repr(minutes)
    at = next((index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return f"{one[max(at - 40, 0) : at + 40]!r} and {other[max(at - 40, 0) : at + 40]!r}"


def _kept_words(document: Document, reading: Reading) -> Iterator[Broken]:
    """Each long stretch that is called placed stands in a record, and within one text in the order of the source."""
    texts = [letters_of(text) for meeting in reading.meetings for text in _texts(meeting)]
    whole, source_letters = "".join(texts), letters_of(document.text)
    at_least = [0] * len(texts)
    for claim in reading.ledger.claims:
        source = document.text[claim.start : claim.end]
        letters = letters_of(source)
        if claim.rule is not None or len(letters) < LONG or _is_value(source):
            continue
        if letters not in whole:
            yield Broken("what is called placed stands in the record", f"{reading.format.name}: {source[:80]!r}")
        # What stands there twice cannot be told apart, and a footnote may stand after the paragraph it had parted.
        if whole.count(letters) > 1 or source_letters.count(letters) > 1 or note_start(source):
            continue
        for index, text in enumerate(texts):
            position = text.find(letters)
            if 0 <= position < at_least[index]:
                yield Broken("what is placed keeps its order", f"{reading.format.name}: {source[:80]!r}")
            at_least[index] = max(at_least[index], position)


def _is_value(source: str) -> bool:
    return parse_date(source) is not None or parse_time(source) is not None


def _texts(meeting: MeetingRead) -> Iterator[str]:
    minutes = meeting.minutes
    told = minutes.meeting
    yield from (told.municipality, told.body, told.period or "", told.place or "", *told.participants, *told.absent)
    yield minutes.preamble
    for item in minutes.items:
        yield from (item.number or "", item.title or "", item.case_number or "", *item.document_numbers)
        yield from (item.kle or "", item.type or "", item.text)
        for part in item.parts:
            yield part.heading
            if isinstance(part, Decision):
                yield from (part.body or "", part.item_number or "")
            yield part.text
    for annex in minutes.annexes:
        yield from (annex.title, annex.text)
    yield minutes.unplaced


@contextmanager
def _patience() -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _too_long(number: int, frame: object) -> NoReturn:
    raise TooLong(number, frame)
