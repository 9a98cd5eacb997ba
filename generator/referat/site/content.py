"""All that the site says, read from disk and past the privacy gate: no later step needs to think of that again."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from referat import minutes_file
from referat.minutes_file.front_matter import Scalar, read_front_matter
from referat.minutes_file.hidden import hidden_problem
from referat.minutes_file.normal import clean
from referat.model import Status
from referat.privacy import gate
from referat.privacy.lines import RecordLines
from referat.privacy.page_gate import screen_name, screen_page
from referat.privacy.policy import STRICT, Policy, Release
from referat.privacy.withdrawals import (
    Withdrawal,
    Withdrawals,
    apply_withdrawals,
    load_withdrawals,
    missed_problem,
    refuse_unreadable,
    still_there,
)
from referat.problems import Problem, Severity, worst
from referat.site.discover import find_pages, find_records, read_text
from referat.site.last_good import LastGood
from referat.site.nodes import Record
from referat.site.views.text_page import TextPage
from referat.vocabulary.slugs import slugify

_LANGUAGE = re.compile(r"\.([a-z]{2,3})$")
"""``om.en.md`` is a page in English."""


class Content(Struct, frozen=True, kw_only=True):
    """What may be published, and what was wrong or kept back on the way."""

    records: tuple[Record, ...]
    pages: tuple[TextPage, ...]
    withdrawals: Withdrawals
    """What the publisher took back: none of it is in the records."""
    held_back: int
    """Items and pages that the privacy gate kept back, and texts that have lost what must never be published."""
    problems: tuple[Problem, ...]
    """What could not be read."""
    privacy: tuple[Problem, ...]
    """What the gate found."""
    reviewed: tuple[Release, ...] = ()
    """The false alarms that a person released and that are there."""


class _Read(Struct, frozen=True):
    """One file's part of the content."""

    found: Record | TextPage | None
    problems: tuple[Problem, ...] = ()
    privacy: tuple[Problem, ...] = ()
    held_back: int = 0
    followed: frozenset[Withdrawal] = frozenset()
    """The withdrawals that this file knows of."""
    reviewed: tuple[Release, ...] = ()
    """The released false alarms that this file has."""


def read_content(
    root: Path, policy: Policy = STRICT, *, drafts: bool = False, last_good: LastGood | None = None
) -> Content:
    """Read everything below ``content/``. What is wrong with one file never keeps the others from being read.

    Args:
        root: The site's folder.
        policy: What may be published although it looks private.
        drafts: Take in minutes whose status is draft, too.
        last_good: Gives what takes the place of a file that cannot be read, beside its problems, and remembers what
            can. None: such a file is left out.

    Raises:
        ProblemError: the list of withdrawals cannot be read, so that nothing may be published.
    """
    withdrawals, told = load_withdrawals(root)
    refuse_unreadable(told)
    screened_record = partial(_screened_record, policy=policy, drafts=drafts, withdrawals=withdrawals)
    screened_page = partial(_screened_page, policy=policy)
    read = [_read(root, path, screened_record, last_good) for path in find_records(root)]
    read += [_read(root, path, screened_page, last_good) for path in find_pages(root)]
    return _gathered(read, withdrawals, told)


def _read(root: Path, path: str, parse: Callable[[str, str], _Read], last_good: LastGood | None) -> _Read:
    private = screen_name(path)
    if private is not None:
        return _Read(None, privacy=(private,), held_back=1)
    text = read_text(root, path)
    read = _Read(None, (text,)) if isinstance(text, Problem) else parse(text, path)
    if last_good is None:
        return read
    if worst(read.problems) is not Severity.ERROR:
        if isinstance(text, str):
            last_good.keep(path, text)
        return read
    earlier = last_good.of(path)
    if earlier is None:
        return read
    return replace(parse(earlier, path), problems=read.problems)


def _gathered(read: Iterable[_Read], withdrawals: Withdrawals, told: tuple[Problem, ...]) -> Content:
    parts = tuple(read)
    followed = frozenset().union(*(part.followed for part in parts))
    missed = tuple(missed_problem(entry) for entry in withdrawals.entries if entry not in followed)
    return Content(
        records=tuple(part.found for part in parts if isinstance(part.found, Record)),
        pages=tuple(part.found for part in parts if isinstance(part.found, TextPage)),
        withdrawals=withdrawals,
        held_back=sum(part.held_back for part in parts),
        problems=(*told, *missed, *(problem for part in parts for problem in part.problems)),
        privacy=tuple(problem for part in parts for problem in part.privacy),
        reviewed=tuple(release for part in parts for release in part.reviewed),
    )


def _screened_record(text: str, path: str, *, policy: Policy, drafts: bool, withdrawals: Withdrawals) -> _Read:
    minutes, problems = minutes_file.read(text, path)
    if minutes is None:
        return _Read(None, problems)
    lines = RecordLines(text=text, items=minutes_file.item_lines(text))
    screened = gate.screen(minutes, path, lines, policy.of_file(path))
    applied = apply_withdrawals(screened.minutes, path, withdrawals)
    if minutes.meeting.status is Status.DRAFT and not drafts:
        return _Read(None, (*problems, _draft(path)), followed=applied.done)
    source = minutes.meeting.source
    if source is not None and source.is_unsure:
        problems = (*problems, _unsure(path, source.score))
    if applied.minutes != screened.minutes:
        problems = (*problems, still_there(path))
    return _Read(
        Record(minutes=applied.minutes, path=path, date_line=_date_line(text)),
        problems,
        (*screened.problems, *applied.problems),
        screened.blocked,
        applied.done,
        screened.used,
    )


def _date_line(text: str) -> int:
    # The front matter is the first thing in the file, and has a date, or there would be no minutes.
    return text.count("\n", 0, text.find("\ndate:") + 1) + 1


def _unsure(path: str, score: float | None) -> Problem:
    return Problem(
        code="score_low",
        message=f"The reading of the original is unsure: its score is {score}. The page tells its readers",
        severity=Severity.WARNING,
        path=path,
        advice="Compare it with the original. When it is right, take the line with the score out.",
    )


def _draft(path: str) -> Problem:
    return Problem(
        code="draft_left_out",
        message="The minutes are a draft and are not published",
        severity=Severity.INFO,
        path=path,
        advice="Write status: approved when they are final, or build with --drafts.",
    )


def _screened_page(text: str, path: str, *, policy: Policy) -> _Read:
    problems = tuple(filter(None, (hidden_problem(text, path),)))
    screened = screen_page(clean(text), path, policy.of_file(path))
    if screened.text is None:
        return _Read(None, problems, privacy=screened.problems, held_back=1)
    page = parse_page(screened.text, path)
    if isinstance(page, Problem):
        return _Read(None, (*problems, page), screened.problems)
    return _Read(page, problems, screened.problems, reviewed=screened.used)


def parse_page(text: str, path: str) -> TextPage | Problem:
    """A page of the site's own text: front matter with its title, then Markdown.

    Its address is its file's name: ``content/pages/om.md`` is ``/om/``. ``om.en.md`` is the same page in English.
    """
    lines = text.split("\n")
    front, problems = read_front_matter(lines)
    if front is None:
        return Problem(
            code=problems[0].code,
            message=problems[0].message,
            path=path,
            line=problems[0].line,
            column=problems[0].column,
            source_line=lines[(problems[0].line or 1) - 1],
            advice=problems[0].advice,
        )
    fields = {key.value: value.value for key, value in front.fields.entries if isinstance(value, Scalar)}
    title, name = fields.get("title", "").strip(), PurePosixPath(path).stem
    language = _LANGUAGE.search(name)
    slug = slugify(name.removesuffix(language[0]) if language else name)
    if not title:
        return _without_title(path)
    body = "\n".join(lines[front.body :]).strip()
    return TextPage(slug=slug, title=title, text=body, path=path, language=language[1] if language else None)


def _without_title(path: str) -> Problem:
    return Problem(
        code="page_without_title",
        message="The page has no title",
        path=path,
        line=1,
        advice="Write a line `title: …` between the two --- at the top.",
    )
