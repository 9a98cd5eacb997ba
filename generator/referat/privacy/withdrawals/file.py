"""The list of withdrawals: ``content/withdrawals.toml``. A person may edit it, and commands only add to its end.

It is public, so that everybody can see that something was withdrawn. What cannot be read in it is an error: publishing
goes on only when it is certain what must not be.
"""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from referat.atomic import write_atomic
from referat.model import MinutesKind
from referat.privacy.redact import redact
from referat.privacy.withdrawals.entry import ADDRESS, CHECK, DIGEST, Withdrawal, Withdrawals
from referat.problems import Problem, ProblemError, Severity
from referat.spelling import known_words_advice
from referat.toml import read_toml
from referat.vocabulary.withdrawal_marks import plain_reason

FILE = "content/withdrawals.toml"
"""Relative to the site's folder."""
TABLE = "withdrawal"

_HEAD = """\
# Det, som er trukket tilbage fra webstedet, og som aldrig må komme igen. `referat withdraw` skriver her.
# Filen er offentlig. Skriv aldrig her, hvad der stod. docs/withdraw.md fortæller mere.
"""
_ENTRY = re.compile(rf"\s*\[\[\s*{TABLE}\s*\]\]")
_LONGEST_ENTRY = 100
"""Lines below its head in which a key of an entry is looked for."""
_MOST_UNKNOWN = 10
"""Keys of an entry that mean nothing, and are told."""
_PLACE = re.compile(r"at line ([0-9]+), column ([0-9]+)")


class UnfitError(ValueError):
    """A value that is not what its key says."""


def load_withdrawals(root: Path) -> tuple[Withdrawals, tuple[Problem, ...]]:
    """The list of the site in `root`; empty where there is none. See `read_withdrawals`."""
    try:
        text = (root / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Withdrawals(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Withdrawals(), (_unreadable(error),)
    return read_withdrawals(text)


def read_withdrawals(text: str) -> tuple[Withdrawals, tuple[Problem, ...]]:
    """Read the text of the list. Never raises.

    Where one of the problems is an error, nothing may be published and no record written: it isn't known what was
    withdrawn.
    """
    try:
        tables = read_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Withdrawals(), (_syntax(error, text),)
    lines = text.split("\n")
    given = tables.get(TABLE, [])
    problems = _all_unknown(tables, (TABLE,), lines, None)
    if not isinstance(given, list) or not all(isinstance(values, dict) for values in given):
        advice = f"Begin each entry with a line [[{TABLE}]]."
        return Withdrawals(), (_problem("withdrawals_syntax", f"{TABLE} is no list of tables", lines, 1, advice),)
    heads = [number for number, line in enumerate(lines, 1) if _ENTRY.match(line)]
    entries = []
    for number, values in enumerate(given):
        line = heads[number] if len(heads) == len(given) else None
        entry, found = _entry(values, lines, line)
        problems += found
        if entry is not None:
            entries.append(entry)
    return Withdrawals(tuple(entries)), tuple(problems)


def refuse_unreadable(problems: Iterable[Problem]) -> None:
    """Stop where the list cannot be read.

    Raises:
        ProblemError: one of the problems with the list is an error.
    """
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise ProblemError(problem)


def add_withdrawal(root: Path, entry: Withdrawal) -> None:
    """Write an entry below all others. What stands in the file stays as it is."""
    path = root / FILE
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else _HEAD
    write_atomic(path, f"{before.rstrip()}\n\n{write_entry(entry)}".encode())


def write_entry(entry: Withdrawal) -> str:
    """The entry as the list has it."""
    values: dict[str, dt.date | str | None] = {
        "address": entry.address,
        "date": entry.date,
        "reason": entry.reason,
        "attachment": entry.attachment,
        "kind": None if entry.kind is MinutesKind.MINUTES else entry.kind.value,
        "case": entry.case,
        "title": entry.title,
        "origin": entry.origin,
    }
    lines = [f"{key} = {_scalar(value)}" for key, value in values.items() if value is not None]
    return "\n".join([f"[[{TABLE}]]", *lines]) + "\n"


def _scalar(value: dt.date | str) -> str:
    # What JSON writes in quotes is a TOML string, too.
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value, ensure_ascii=False)


def _entry(values: Mapping[str, Any], lines: list[str], head: int | None) -> tuple[Withdrawal | None, list[Problem]]:
    problems = _all_unknown(values, tuple(_READERS), lines, head)
    read: dict[str, Any] = {}
    for key, reader in _READERS.items():
        if key not in values:
            continue
        try:
            read[key] = reader(values[key])
        except UnfitError as error:
            line = _line_of(key, lines, head)
            problems.append(_problem("withdrawal_invalid", f"{key} is not what it should be", lines, line, str(error)))
    for key in ("address", "date"):
        if key not in values:
            advice = f"Add a line {_EXAMPLES[key]}"
            problems.append(_problem("withdrawal_invalid", f"the entry has no {key}", lines, head, advice))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return Withdrawal(**read, line=head), problems


def _address(value: object) -> str:
    match = ADDRESS.search(value) if isinstance(value, str) else None
    if match is None or match.end() != len(match.string.strip()):
        raise UnfitError(f"Write {_EXAMPLES['address']}: the address on the site of what was withdrawn.")
    try:
        dt.date.fromisoformat(match["day"])
    except ValueError:
        raise UnfitError("The address has a day that no calendar has.") from None
    return match[0]


def _date(value: object) -> dt.date:
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise UnfitError(f"Write {_EXAMPLES['date']}, without quotes.")
    return value


def _reason(value: object) -> str:
    if not isinstance(value, str):
        raise UnfitError('Write reason = "…": a sentence for readers that doesn\'t tell what stood there.')
    return plain_reason(redact(value))


def _case(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UnfitError('Write case = "24/1187", or leave the line out.')
    return value.strip()


def _kind(value: object) -> MinutesKind:
    try:
        return MinutesKind(str(value))
    except ValueError:
        raise UnfitError(f"Write one of {', '.join(MinutesKind)}, or leave the line out.") from None


def _sign(pattern: re.Pattern[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise UnfitError("`referat withdraw` writes it. Leave the line out where a person writes the entry.")
        return value

    return read


_READERS: Mapping[str, Callable[[object], Any]] = {
    "address": _address,
    "date": _date,
    "reason": _reason,
    "attachment": _sign(DIGEST),
    "kind": _kind,
    "case": _case,
    "title": _sign(CHECK),
    "origin": _sign(DIGEST),
}
_EXAMPLES = {"address": 'address = "/strandby/byraadet/2024-05-14/#punkt-2"', "date": "date = 2026-03-02"}


def _line_of(key: str, lines: list[str], head: int | None) -> int | None:
    """Where the key of an entry stands: TOML's reader keeps no places."""
    if head is None:
        return None
    assignment = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    below = enumerate(lines[head : head + _LONGEST_ENTRY], head + 1)
    return next((number for number, line in below if assignment.match(line)), head)


def _all_unknown(
    values: Mapping[str, Any], known: tuple[str, ...], lines: list[str], head: int | None
) -> list[Problem]:
    """What is told of the keys that mean nothing: of a thousand of them, the first few say enough."""
    unknown = islice((key for key in values if key not in known), _MOST_UNKNOWN)
    return [_unknown(key, known, lines, head) for key in unknown]


def _unknown(key: str, known: tuple[str, ...], lines: list[str], head: int | None) -> Problem:
    line = _line_of(key, lines, head or 0)
    advice = known_words_advice(key, known)
    message = "an unknown key has no effect"
    return _problem("withdrawal_key_unknown", message, lines, line, advice, Severity.WARNING)


def _problem(
    code: str,
    message: str,
    lines: list[str],
    line: int | None,
    advice: str,
    severity: Severity = Severity.ERROR,
) -> Problem:
    return Problem(
        code=code,
        message=message,
        severity=severity,
        path=FILE,
        line=line,
        source_line=redact(lines[line - 1]) if line else None,
        advice=advice,
    )


def _syntax(error: Exception, text: str) -> Problem:
    match, lines = _PLACE.search(str(error)), text.split("\n")
    line = min(int(match[1]), len(lines)) if match else len(lines)
    message = "the list of withdrawals is no valid TOML: " + _PLACE.sub("here", redact(str(error)))
    return _problem("withdrawals_syntax", message, lines, line, 'Write key = "value", each on a line of its own.')


def _unreadable(error: Exception) -> Problem:
    return Problem(
        code="withdrawals_unreadable",
        message=f"the list of withdrawals cannot be read: {error}",
        path=FILE,
        advice="Save the file as UTF-8, and let it be readable for you.",
    )
