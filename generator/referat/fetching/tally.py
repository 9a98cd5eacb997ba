"""What a run came to, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping  # noqa: TC003 - it is a field's type
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.fetching.events import Answered, Ended, Listed, Looked, Stopped
from referat.fetching.keeping import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat.fetching.events import Told

_HELD_BACK = "held back"
COLUMNS = (
    *("listed", "new", "changed", "same", "failed", "missing"),
    *("written", "updated", "edited", "withdrawn", "removed", _HELD_BACK),
    *("left", "requests"),
)
"""What is counted: publications of the list; of those asked for, what they brought; records; and what was not asked."""
_ALWAYS = ("listed", "requests")


class Tally(Struct, frozen=True, kw_only=True):
    """The numbers of one municipality's run."""

    municipality: str
    counts: Mapping[str, int]


def count_run(municipality: str, told: Iterable[Told]) -> Tally:
    """The numbers of a run, of all that it told."""
    counts: Counter[str] = Counter()
    for one in told:
        match one:
            case Listed():
                counts["listed"] = one.publications
                counts["missing"] = one.survey.missing
                counts["left"] += one.more
            case Looked():
                counts.update(_of(one))
            case Ended():
                counts["requests"] = one.requests
            case Stopped():
                counts["left"] += one.left
    return Tally(municipality=municipality, counts=counts)


def _of(looked: Looked) -> list[str]:
    answered = {Answered.EMPTIED: Answered.CHANGED}.get(looked.answered, looked.answered) if looked.answered else None
    records = [kept.outcome.value for kept in looked.kept if kept.outcome is not Outcome.UNCHANGED]
    held_back = [_HELD_BACK for kept in looked.kept for problem in kept.problems if problem.code.endswith("_held_back")]
    return [*([answered.value] if answered else []), *records, *held_back]


def as_table(tallies: Sequence[Tally]) -> tuple[str, ...]:
    """The numbers as lines of plain text, one a municipality and one for all. What is zero everywhere is left out."""
    total = Tally(municipality="all", counts=sum((Counter(tally.counts) for tally in tallies), Counter[str]()))
    shown = [name for name in COLUMNS if total.counts.get(name) or name in _ALWAYS]
    told = [*tallies, total] if len(tallies) > 1 else tallies
    first = max((len(tally.municipality) for tally in told), default=0)
    lines = [_line("", first, shown, shown)]
    return (
        *lines,
        *(_line(one.municipality, first, [str(one.counts.get(n, 0)) for n in shown], shown) for one in told),
    )


def _line(first: str, width: int, cells: Sequence[str], names: Sequence[str]) -> str:
    return f"{first:{width}}" + "".join(f"  {cell:>{len(name)}}" for cell, name in zip(cells, names, strict=True))
