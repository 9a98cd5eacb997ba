"""The false alarms that a person has looked at: ``content/reviewed.toml``.

It is public like all of ``content/``. So an entry names the place and the kind; the words themselves stand in it only
where they are public, and never the digits of what may be a CPR number, nor anything made from them.
"""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

from referat.privacy.detectors import all_detectors
from referat.privacy.finding import Verdict
from referat.privacy.policy import NEVER_RELEASED, Release
from referat.privacy.redact import redact
from referat.privacy.scan import scan_text
from referat.problems import Problem, Severity
from referat.spelling import known_words_advice
from referat.toml import read_toml

FILE = "content/reviewed.toml"
"""Relative to the site's folder."""
TABLE = "reviewed"
KEYS = ("path", "place", "kind", "text", "reason", "until")
SHORTEST_REASON = 10
"""Characters that say why something is a false alarm, at least."""

_HEADER = re.compile(rf"\s*\[\[\s*{TABLE}\s*\]\]")
_AT_LINE = re.compile(r"at line ([0-9]+)")


def load_reviewed(root: Path) -> tuple[tuple[Release, ...], tuple[Problem, ...]]:
    """The entries of the site in `root` that can be followed, and what is wrong with the others."""
    try:
        text = (root / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError):
        return (), (_problem("review_unreadable", "The file cannot be read", None, "Save it as UTF-8 text."),)
    return read_reviewed(text)


def read_reviewed(text: str) -> tuple[tuple[Release, ...], tuple[Problem, ...]]:
    """Read the text of the file. Never raises. Whatever is wrong with an entry, it releases nothing."""
    try:
        tables = read_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else None
        return (), (_problem("review_syntax", "The file is no valid TOML", line, f"Write [[{TABLE}]] and its keys."),)
    headers = [number for number, line in enumerate(text.split("\n"), 1) if _HEADER.match(line)]
    entries = tables.pop(TABLE, [])
    if tables or not isinstance(entries, list) or len(entries) != len(headers):
        advice = f"Begin every entry with [[{TABLE}]] on a line of its own, and write nothing else."
        return (), (_problem("review_syntax", "The file holds more than a list of reviews", 1, advice),)
    read = [_entry(entry, line) for entry, line in zip(entries, headers, strict=True)]
    releases = tuple(entry for entry in read if isinstance(entry, Release))
    return releases, tuple(entry for entry in read if isinstance(entry, Problem))


def _entry(entry: dict[str, Any], line: int) -> Release | Problem:
    wrong = _fault(entry)
    if wrong is not None:
        return _problem("review_invalid", f"The entry is not followed: {wrong[0]}", line, wrong[1])
    if _holds_cpr(entry):
        message = "The entry is not followed: it is about a CPR number, which nobody can release, or holds one"
        return _problem("review_refused", message, line, "Take the number out of the record and out of this file.")
    return Release(
        path=entry["path"],
        place=entry["place"],
        kind=entry["kind"],
        text=entry.get("text"),
        until=entry["until"],
        line=line,
    )


def _fault(entry: dict[str, Any]) -> tuple[str, str] | None:
    """What is wrong with the entry's keys and values, and what to do."""
    unknown = next((key for key in entry if key not in KEYS), None)
    if unknown is not None:
        return f"the key {redact(unknown)} is unknown", known_words_advice(unknown, KEYS)
    for key in ("path", "place", "kind", "reason"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            return f"{key} is missing", f'Write {key} = "…".'
    if type(entry.get("until")) is not dt.date:
        return "until is no date", "Write until = 2027-01-31, without quotes."
    if len(entry["reason"].strip()) < SHORTEST_REASON:
        return "the reason says too little", "Say in a few words why it is a false alarm."
    kinds = tuple(detector.kind for detector in all_detectors())
    if entry["kind"] not in kinds:
        return "the kind is unknown", f"Known are: {', '.join(kinds)}."
    if entry["kind"] != NEVER_RELEASED and not isinstance(entry.get("text"), str):
        return "text is missing", "Write the words that are a false alarm: text = “…” in quotes."
    return None


def _holds_cpr(entry: dict[str, Any]) -> bool:
    if entry["kind"] == NEVER_RELEASED and "text" in entry:
        return True
    said = "\n\n".join(value for value in entry.values() if isinstance(value, str))
    return any(finding.kind == NEVER_RELEASED and finding.verdict > Verdict.REVIEW for finding in scan_text(said))


def review_problems(releases: tuple[Release, ...], used: tuple[Release, ...], today: dt.date) -> tuple[Problem, ...]:
    """The entries that release nothing: because their day has passed, or because there is nothing to release."""
    problems = []
    for release in releases:
        if release.until < today:
            message = f"The review has run out on {release.until}: what it released is held back again"
            problems.append(
                _problem("review_outdated", message, release.line, "Look at the place again, and renew it.")
            )
        elif release not in used:
            message = "The review releases nothing: at this place nothing of the kind is found"
            problems.append(_problem("review_unused", message, release.line, "Delete it, or correct the place."))
    return tuple(problems)


def _problem(code: str, message: str, line: int | None, advice: str) -> Problem:
    return Problem(code=code, message=message, severity=Severity.WARNING, path=FILE, line=line, advice=advice)
