"""All that the site says, read from disk and past the privacy gate: no later step needs to think of that again."""

from pathlib import Path

from msgspec import Struct

from referat.privacy.policy import STRICT, Policy, Release
from referat.privacy.withdrawals import Withdrawals, load_withdrawals, missed_problem, refuse_unreadable
from referat.problems import Problem
from referat.site.discover import find_pages, find_records, read_text
from referat.site.nodes import Record
from referat.site.reading import ReadText, Rules, page_of, record_of
from referat.site.views.text_page import TextPage


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


def read_content(root: Path, policy: Policy = STRICT, *, drafts: bool = False) -> Content:
    """Read everything below ``content/``. What is wrong with one file never keeps the others from being read.

    Args:
        root: The site's folder.
        policy: What may be published although it looks private.
        drafts: Take in minutes whose status is draft, too.

    Raises:
        ProblemError: the list of withdrawals cannot be read, so that nothing may be published.
    """
    withdrawals, told = load_withdrawals(root)
    refuse_unreadable(told)
    rules = Rules(policy=policy, withdrawals=withdrawals, drafts=drafts)
    records = [record_of(read_text(root, path), path, rules) for path in find_records(root)]
    pages = [page_of(read_text(root, path), path, rules) for path in find_pages(root)]
    followed = {entry for read in records for entry in read.followed}
    missed = tuple(missed_problem(entry) for entry in withdrawals.entries if entry not in followed)
    read: tuple[ReadText, ...] = (*records, *pages)
    return Content(
        records=tuple(one.found for one in records if one.found is not None),
        pages=tuple(one.found for one in pages if one.found is not None),
        withdrawals=withdrawals,
        held_back=sum(one.held_back for one in read),
        problems=(*told, *missed, *(problem for one in read for problem in one.problems)),
        privacy=tuple(problem for one in read for problem in one.privacy),
        reviewed=tuple(release for one in read for release in one.reviewed),
    )
