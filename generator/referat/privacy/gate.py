"""The privacy gate: what becomes of minutes before they may be written to ``content/`` or to the site.

It fails closed item by item: an item with a number that must not be published usually holds more that no detector
sees, so all its text is held back, and everything else is published. Elsewhere only the number itself is taken out, and
so are private addresses and phone numbers everywhere.
"""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from referat.model import AgendaItem, Minutes
from referat.privacy.finding import Detector, Verdict
from referat.privacy.lines import RecordLines
from referat.privacy.policy import STRICT, Policy, Release
from referat.privacy.redact import redact
from referat.privacy.scan import interested_in
from referat.privacy.sightings import joined, look_at, used_releases
from referat.privacy.telling import held_back_problems, kept_back, problems_of
from referat.privacy.texts import Text, map_texts, texts_of
from referat.problems import Problem


class Screened(Struct, frozen=True, kw_only=True):
    """Minutes that may be published, and what was taken out of them."""

    minutes: Minutes
    problems: tuple[Problem, ...] = ()
    blocked: int = 0
    """How many items are held back, and how many texts outside of them have lost what must never be published."""
    used: tuple[Release, ...] = ()
    """The releases that let something through."""


def screen(minutes: Minutes, path: str, lines: RecordLines = RecordLines(), policy: Policy = STRICT) -> Screened:
    """Take out of `minutes` what must not be published. Doing it twice changes nothing more.

    Args:
        minutes: as read, fetched or imported.
        path: the record or document, for the problems to name.
        lines: the record's text, where there is one, for the problems to name the line.
        policy: what is public all the same: the site's, and of its releases those for this record
            (`Policy.of_file`).

    Returns:
        The minutes that may be published. The problems are warnings and hold a mask, never what it stands for:
        ``…_held_back`` for an item, ``…_taken_out`` for what a mark stands for, ``…_review`` for what a person should
        look at and is published.
    """
    detectors = interested_in(joined(text for part in (minutes, *minutes.items) for text in texts_of(part)))
    if not detectors:
        return _still_held_back(minutes, path, lines, policy)
    outside = look_at(texts_of(minutes), lines, policy, among=detectors)
    items = tuple(_screen_item(item, number, lines, policy, detectors) for number, item in enumerate(minutes.items, 1))
    told = (*(problem for item in items for problem in item.problems), *problems_of(outside))
    blocked = {sighting.text for sighting in outside if sighting.verdict is Verdict.BLOCK}
    return Screened(
        minutes=replace(
            map_texts(minutes, partial(_without, policy=policy)) if outside else minutes,
            items=tuple(item.minutes for item in items),
        ),
        problems=tuple(replace(problem, path=redact(path)) for problem in told),
        blocked=len(blocked) + sum(item.minutes.held_back for item in items),
        used=(*used_releases(outside), *(release for item in items for release in item.used)),
    )


def _still_held_back(minutes: Minutes, path: str, lines: RecordLines, policy: Policy) -> Screened:
    """Minutes in which nothing is found: what was held back before has no text to look at."""
    kept = tuple(_held_back(item, policy) if item.held_back else item for item in minutes.items)
    told = [
        replace(kept_back(_name(item, number), lines.of_item(number)), path=redact(path))
        for number, item in enumerate(minutes.items, 1)
        if item.held_back
    ]
    return Screened(minutes=replace(minutes, items=kept), problems=tuple(told), blocked=len(told))


def _name(item: AgendaItem, number: int) -> str:
    return f"item {redact(item.number or str(number))}"


class _ScreenedItem(Struct, frozen=True):
    minutes: AgendaItem
    problems: tuple[Problem, ...]
    used: tuple[Release, ...]


def _screen_item(
    item: AgendaItem, number: int, lines: RecordLines, policy: Policy, among: Sequence[Detector]
) -> _ScreenedItem:
    name = _name(item, number)
    seen = look_at(texts_of(item), lines, policy, within=name, heading=lines.of_item(number), among=among)
    if item.held_back or any(sighting.verdict is Verdict.BLOCK for sighting in seen):
        told = held_back_problems(name, seen) or (kept_back(name, lines.of_item(number)),)
        return _ScreenedItem(_held_back(item, policy), told, ())
    kept = map_texts(item, partial(_without, policy=policy, within=f"{name}, ")) if seen else item
    return _ScreenedItem(kept, problems_of(seen), used_releases(seen))


def _held_back(item: AgendaItem, policy: Policy) -> AgendaItem:
    """The item without its title and text. Its number and its case stay: readers see that there is an item."""
    bare = AgendaItem(
        number=item.number,
        case_number=item.case_number,
        document_numbers=item.document_numbers,
        closed=item.closed,
        held_back=True,
        withdrawn=item.withdrawn,
        withdrawal=item.withdrawal,
        kle=item.kle,
        type=item.type,
    )
    return map_texts(bare, partial(_without, policy=replace(policy, releases=())))


def _without(text: Text, policy: Policy, within: str = "") -> str | None:
    """The text with marks for what must go."""
    kept = redact(text.label + text.text, policy.at(within + text.place)).removeprefix(text.label)
    return None if text.is_address and kept != text.text else kept  # an address with a mark in it leads nowhere
