"""A text of ``content/`` as it may be published: read, and past the privacy gate and the list of withdrawals."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from referat import minutes_file
from referat.minutes_file.front_matter import Scalar, read_front_matter
from referat.minutes_file.hidden import hidden_problem
from referat.minutes_file.normal import clean
from referat.model import Status
from referat.privacy import gate
from referat.privacy.lines import RecordLines
from referat.privacy.page_gate import screen_name, screen_page
from referat.privacy.policy import Policy, Release
from referat.privacy.withdrawals import Withdrawal, Withdrawals, apply_withdrawals, still_there
from referat.problems import Problem, Severity
from referat.site.nodes import Record
from referat.site.views.text_page import TextPage
from referat.vocabulary.slugs import slugify

_LANGUAGE = re.compile(r"\.([a-z]{2,3})$")
"""``om.en.md`` is a page in English."""


class ReadText(Struct, frozen=True, kw_only=True):
    """What is told of a text, whatever came of it."""

    problems: tuple[Problem, ...] = ()
    privacy: tuple[Problem, ...] = ()
    """What the gate found."""
    held_back: int = 0
    """What the gate kept back: items of a record, or the page."""
    reviewed: tuple[Release, ...] = ()
    """The released false alarms that the text has."""


class ReadRecord(ReadText, frozen=True, kw_only=True):
    """What came of one record."""

    found: Record | None
    """None where it cannot be read, or is not to be published."""
    followed: tuple[Withdrawal, ...] = ()
    """The withdrawals that this record knows of, in their list's order."""


class ReadPage(ReadText, frozen=True, kw_only=True):
    """What came of one page of the publisher's own text."""

    found: TextPage | None


class Rules(Struct, frozen=True, kw_only=True):
    """By what it is decided what may be published."""

    policy: Policy
    """What may be published although it looks private."""
    withdrawals: Withdrawals
    """What the publisher took back."""
    drafts: bool = False
    """Take in minutes whose status is draft, too."""


def record_of(text: str | Problem, path: str, rules: Rules) -> ReadRecord:
    """What may be published of a record's text, or what is told where it cannot be had."""
    private = screen_name(path)
    if private is not None:
        return ReadRecord(found=None, privacy=(private,), held_back=1)
    if isinstance(text, Problem):
        return ReadRecord(found=None, problems=(text,))
    minutes, problems = minutes_file.read(text, path)
    if minutes is None:
        return ReadRecord(found=None, problems=problems)
    lines = RecordLines(text=text, items=minutes_file.item_lines(text))
    screened = gate.screen(minutes, path, lines, rules.policy.of_file(path))
    applied = apply_withdrawals(screened.minutes, path, rules.withdrawals)
    if minutes.meeting.status is Status.DRAFT and not rules.drafts:
        return ReadRecord(found=None, problems=(*problems, _draft(path)), followed=_in_order(applied.done))
    source = minutes.meeting.source
    if source is not None and source.is_unsure:
        problems = (*problems, _unsure(path, source.score))
    if applied.minutes != screened.minutes:
        problems = (*problems, still_there(path))
    return ReadRecord(
        found=Record(minutes=applied.minutes, path=path, date_line=_date_line(text)),
        problems=problems,
        privacy=(*screened.problems, *applied.problems),
        held_back=screened.blocked,
        followed=_in_order(applied.done),
        reviewed=screened.used,
    )


def _in_order(followed: Iterable[Withdrawal]) -> tuple[Withdrawal, ...]:
    return tuple(sorted(followed, key=lambda entry: (entry.line or 0, entry.address, entry.attachment or "")))


def page_of(text: str | Problem, path: str, rules: Rules) -> ReadPage:
    """What may be published of a page's text, or what is told where it cannot be had."""
    private = screen_name(path)
    if private is not None:
        return ReadPage(found=None, privacy=(private,), held_back=1)
    if isinstance(text, Problem):
        return ReadPage(found=None, problems=(text,))
    problems = tuple(filter(None, (hidden_problem(text, path),)))
    screened = screen_page(clean(text), path, rules.policy.of_file(path))
    if screened.text is None:
        return ReadPage(found=None, problems=problems, privacy=screened.problems, held_back=1)
    page = parse_page(screened.text, path)
    if isinstance(page, Problem):
        return ReadPage(found=None, problems=(*problems, page), privacy=screened.problems)
    return ReadPage(found=page, problems=problems, privacy=screened.problems, reviewed=screened.used)


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
