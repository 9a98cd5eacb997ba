"""The text of a record as `Minutes`, with a problem for everything in it that is not understood."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from referat.minutes_file.escape import split_list, unescape_text
from referat.minutes_file.fields import DECISION_KEYS, ITEM_KEYS, WITHDRAWAL, WITHDRAWN, FieldLine, read_fields
from referat.minutes_file.front_matter import read_front_matter, split_front_matter
from referat.minutes_file.headings import annex_title, is_reserved, is_unplaced, read_item_heading, read_part_heading
from referat.minutes_file.hidden import hidden_problem
from referat.minutes_file.normal import clean
from referat.minutes_file.schema import read_meeting
from referat.model import AgendaItem, Annex, Decision, Minutes, Section
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.spelling import MISSPELT, nearest
from referat.vocabulary import outcomes

Problems = tuple[Problem, ...]

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Lines(Struct, frozen=True):
    """A file's text, line by line."""

    lines: tuple[str, ...]
    """Clean, without blanks at their ends."""
    marked: tuple[int, ...]
    """Those that begin with ``#``, counted from 0: no other can be a heading."""
    untouched: bool
    """The text was clean."""


class Chapter(Struct, frozen=True):
    """A heading, and the lines from it to before `end`, counted from 0."""

    head: str
    line: int
    end: int


def read(text: str, path: str) -> tuple[Minutes | None, Problems]:
    """Read a record. Never raises.

    Args:
        text: the file's text.
        path: the file, for the problems to name.

    Returns:
        The minutes, or None where the front matter is broken; and everything that is wrong, each with its line. Beside
        minutes there are only warnings.
    """
    told = _lines(text)
    lines = told.lines
    front, problems = read_front_matter(lines)
    if front is None:
        return None, _shown(problems, lines, path)
    meeting, problems = read_meeting(front.fields)
    chapters = _chapters(told, front.body, len(lines), "##")
    items: list[AgendaItem] = []
    annexes: list[Annex] = []
    unplaced: list[str] = []
    for chapter in chapters:
        if is_unplaced(chapter.head):
            unplaced.append(_text(lines[chapter.line + 1 : chapter.end]))
        elif (title := annex_title(chapter.head)) is not None:
            annexes.append(Annex(title=title, text=_text(lines[chapter.line + 1 : chapter.end])))
        else:
            item, item_problems = _item(told, chapter)
            items.append(item)
            problems += item_problems
    # What hides something is not clean.
    hidden = None if told.untouched else hidden_problem(text, path)
    shown = (*_shown(problems, lines, path), *([hidden] if hidden else ()))
    if meeting is None:
        return None, shown
    minutes = Minutes(
        meeting=meeting,
        preamble=_text(lines[front.body : chapters[0].line if chapters else len(lines)]),
        items=tuple(items),
        annexes=tuple(annexes),
        unplaced="\n\n".join(filter(None, unplaced)),
    )
    return minutes, shown


def item_lines(text: str) -> tuple[int, ...]:
    """The line of each item's heading, from 1, in the order of ``Minutes.items``: for problems found later on."""
    told = _lines(text)
    body, _ = split_front_matter(told.lines)
    chapters = _chapters(told, body, len(told.lines), "##")
    return tuple(chapter.line + 1 for chapter in chapters if not is_reserved(chapter.head))


@lru_cache(maxsize=2)
def _lines(text: str) -> _Lines:
    # Remembered: who has read a record then asks for the lines of its items.
    bare = text.removeprefix("\ufeff")
    cleaned = clean(bare)
    lines = tuple([line.rstrip() for line in cleaned.split("\n")])
    marked = tuple([index for index, line in enumerate(lines) if line.startswith("#")])
    return _Lines(lines, marked, cleaned == bare)


def _chapters(told: _Lines, start: int, end: int, mark: str) -> list[Chapter]:
    begins, lines = (f"{mark} ", f"{mark}\t"), told.lines
    among = told.marked[bisect_left(told.marked, start) : bisect_left(told.marked, end)]
    heads = [index for index in among if lines[index].startswith(begins) or lines[index] == mark]
    return [Chapter(_one_line(lines[at][len(mark) :]), at, until) for at, until in pairwise([*heads, end])]


def _one_line(text: str) -> str:
    return " ".join(text.split())  # `normalise_line` of what is clean


def _text(lines: Iterable[str]) -> str:
    return unescape_text("\n".join(lines)).strip()


def _item(whole: _Lines, chapter: Chapter) -> tuple[AgendaItem, Problems]:
    lines, parts = whole.lines, _chapters(whole, chapter.line + 1, chapter.end, "###")
    block = read_fields(lines, chapter.line + 1, parts[0].line if parts else chapter.end, ITEM_KEYS)
    heading = read_item_heading(chapter.head)
    closed, closed_problems = _yes("Lukket", block.fields, unsaid=heading.closed)
    held_back, held_back_problems = _yes("Tilbageholdt", block.fields, unsaid=False)
    withdrawn, withdrawn_problems = _withdrawn(block.fields)
    read_parts = [_part(lines, part) for part in parts]
    item = AgendaItem(
        number=heading.number or _value("Nr.", block.fields),
        title=heading.title,
        case_number=_value("Sagsnr.", block.fields),
        document_numbers=split_list(_value("Dok.nr.", block.fields) or ""),
        closed=closed,
        held_back=held_back or bool(withdrawn_problems),
        withdrawn=withdrawn,
        withdrawal=_value(WITHDRAWAL, block.fields) if withdrawn else None,
        kle=_value("KLE", block.fields),
        type=_value("Type", block.fields),
        text=_text(block.text),
        parts=tuple(part for part, _ in read_parts),
    )
    told = (problems for _, problems in read_parts)
    fields = (*closed_problems, *held_back_problems, *withdrawn_problems)
    return item, (*block.problems, *fields, *chain.from_iterable(told))


def _part(lines: Sequence[str], chapter: Chapter) -> tuple[Section | Decision, Problems]:
    part = read_part_heading(chapter.head)
    if isinstance(part, str):
        return Section(heading=part, text=_text(lines[chapter.line + 1 : chapter.end])), ()
    block = read_fields(lines, chapter.line + 1, chapter.end, DECISION_KEYS)
    decision = replace(part, text=_text(block.text))
    field = block.fields.get("Udfald")
    if field is None:
        return decision, block.problems
    outcome = outcomes.outcome_named(field.value)
    if outcome is None:
        return decision, (*block.problems, _unknown_outcome(field))
    return replace(decision, outcome=outcome), block.problems


def _value(key: str, fields: Mapping[str, FieldLine]) -> str | None:
    return _one_line(fields[key].value) if key in fields else None


def _yes(key: str, fields: Mapping[str, FieldLine], *, unsaid: bool) -> tuple[bool, Problems]:
    """Whether the field says yes. What cannot be read counts as yes: these fields keep things from the public."""
    if key not in fields:
        return unsaid, ()
    field = fields[key]
    if (said := field.value.casefold()) in ("ja", "nej"):
        return said == "ja", ()
    problem = Problem(
        code="field_value_unknown",
        message=f"{key} is neither ja nor nej; it is read as ja",
        severity=Severity.WARNING,
        line=field.line,
        column=1,
        advice=f"Write {key}: ja, or leave the line out.",
    )
    return True, (problem,)


def _withdrawn(fields: Mapping[str, FieldLine]) -> tuple[dt.date | None, Problems]:
    """The day that the item was withdrawn. Where it cannot be read, the item has to be held back."""
    if WITHDRAWN not in fields:
        return None, ()
    field = fields[WITHDRAWN]
    try:
        if _ISO_DATE.fullmatch(field.value):
            return dt.date.fromisoformat(field.value), ()
    except ValueError:
        pass  # the 31st of June
    problem = Problem(
        code="field_value_unknown",
        message=f"{WITHDRAWN} is not followed by a date; the item is held back",
        severity=Severity.WARNING,
        line=field.line,
        column=1,
        advice=f"Write year-month-day: {WITHDRAWN}: 2024-05-14.",
    )
    return None, (problem,)


def _unknown_outcome(field: FieldLine) -> Problem:
    return Problem(
        code="outcome_unknown",
        message=f"{field.value[:60]!r} is no outcome; the decision's own words count",
        severity=Severity.WARNING,
        line=field.line,
        column=1,
        advice=_outcome_advice(field.value),
    )


def _outcome_advice(word: str) -> str:
    """The outcome that the word means, else the one that it misspells. A prefix may turn a word into its opposite
    (``ugodkendt``): so the first letter has to be right.
    """
    words = [outcomes.label(outcome).lower() for outcome in outcomes.Outcome]
    meant = outcomes.outcome_of(word)
    if meant not in (outcomes.Outcome.OTHER, outcomes.Outcome.NONE):
        return f"Did you mean {outcomes.label(meant).lower()}?"
    alike = [known for known in words if known[0] == word[:1].casefold()]
    misspelt = nearest(word, alike, MISSPELT)
    return f"Did you mean {misspelt}?" if misspelt else f"Known are: {', '.join(words)}."


def _shown(problems: Problems, lines: Sequence[str], path: str) -> Problems:
    """The problems with the file and the line they are about, without what must not be published."""
    return tuple(
        replace(
            problem,
            path=path,
            message=redact(problem.message),
            source_line=redact(lines[problem.line - 1]) if problem.line and problem.line <= len(lines) else None,
        )
        for problem in problems
    )
