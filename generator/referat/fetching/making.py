"""From publications to the text of a record: mapped, screened, and with what has changed since the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.fetching.compare import find_changes
from referat.minutes_file import normalise_minutes, read, write
from referat.model import Change, Meeting, Minutes, Status
from referat.privacy.gate import screen
from referat.privacy.known import load_policy
from referat.privacy.withdrawals import apply_withdrawals, load_withdrawals, refuse_unreadable
from referat.settings import load_settings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from referat.fetching.provider import Mapped
    from referat.fetching.settlement import Making
    from referat.privacy.policy import Policy
    from referat.privacy.withdrawals import Withdrawals
    from referat.problems import Problem


class Made(Struct, frozen=True, kw_only=True):
    """A record as it may be written."""

    text: str
    problems: tuple[Problem, ...] = ()


class Bars(Struct, frozen=True, kw_only=True):
    """What every text passes on its way into the records."""

    withdrawals: Withdrawals
    """What the publisher took back."""
    policy: Policy
    """What the publisher knows to be public."""


def load_bars(root: Path, today: dt.date) -> Bars:
    """Those of a site.

    Raises:
        ProblemError: it is not known what the publisher took back.
    """
    withdrawals, told = load_withdrawals(root)
    refuse_unreadable(told)
    policy, _ = load_policy(root, load_settings(root)[0])
    return Bars(withdrawals=withdrawals, policy=policy.on(today))


def make_record(
    making: Making, mapped: Sequence[Mapped], before: Minutes | None, day: dt.date | None, bars: Bars
) -> Made:
    """The record of one or several publications, without what must not be published.

    Args:
        making: which record.
        mapped: what it is made of; of several, the later ones add their items.
        before: the record as it is, for telling what has changed.
        day: when the new text was published. None: it is the same text, and what differs is no change of it.
        bars: what must not be published, and what may.
    """
    minutes = _released(
        _placed(making, _together([one.minutes for one in mapped])), making, before if day is None else None
    )
    screened = screen(minutes, making.path, policy=bars.policy.of_file(making.path))
    applied = apply_withdrawals(screened.minutes, making.path, bars.withdrawals)
    minutes = normalise_minutes(applied.minutes)
    if before is not None:
        minutes = replace(minutes, meeting=replace(minutes.meeting, changes=_changes(before, minutes, day)))
    problems = [problem for one in mapped for problem in one.problems]
    return Made(text=write(minutes), problems=(*problems, *screened.problems, *applied.problems))


def make_tombstone(making: Making, municipality: str, before: Minutes | None) -> Made:
    """A notice that the municipality took the publication back: who met when, and nothing else."""
    told = before.meeting if before else None
    meeting = Meeting(
        municipality=municipality,
        body=making.key.body,
        date=making.key.date,
        time=told.time if told else None,
        period=told.period if told else None,
        sequence=making.key.sequence,
        kind=making.kind,
        status=Status.WITHDRAWN,
        withdrawn=making.withdrawn,
        withdrawal=told.withdrawal if told else None,
    )
    return Made(text=write(Minutes(meeting=meeting)))


def read_record(text: str | None, path: str) -> Minutes | None:
    """The record as it is. None where there is none, or none that can be read."""
    return read(text, path)[0] if text is not None else None


def _placed(making: Making, minutes: Minutes) -> Minutes:
    """The minutes under the meeting's own name and number, which stay when the portal changes its names."""
    key = making.key
    meeting = replace(minutes.meeting, body=key.body, date=key.date, sequence=key.sequence, kind=making.kind)
    return replace(minutes, meeting=meeting)


def _released(minutes: Minutes, making: Making, same: Minutes | None) -> Minutes:
    """The minutes with the day of their publication; that of the record where its text is the `same` as before."""
    source = minutes.meeting.source
    if source is None:
        return minutes
    known = same.meeting.source.released if same and same.meeting.source else None
    newest = making.sources[-1].released
    released = known or (newest and newest.date())
    return replace(minutes, meeting=replace(minutes.meeting, source=replace(source, released=released)))


def _together(told: Sequence[Minutes]) -> Minutes:
    *_, last = told
    return replace(
        last,
        preamble="\n\n".join(filter(None, (one.preamble for one in told))),
        items=tuple(item for one in told for item in one.items),
        annexes=tuple(annex for one in told for annex in one.annexes),
        unplaced="\n\n".join(filter(None, (one.unplaced for one in told))),
    )


def _changes(before: Minutes, minutes: Minutes, day: dt.date | None) -> tuple[Change, ...]:
    told = before.meeting.changes
    if day is None or before.meeting.status is Status.WITHDRAWN:
        return told
    what = find_changes(before, minutes)
    return (*told, Change(date=day, what=what)) if what else told
