"""All records of the site, part by part: only the parts in which something changed are looked into."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from referat.site.digest import digest_value
from referat.site.parts.crew import work_on
from referat.site.parts.intake import Intake, Order, forget, read_intake, rules_of, take_in, usable
from referat.site.parts.state import PartState, State
from referat.site.parts.told import Told
from referat.site.reading import Rules
from referat.site.texts import Text, find_texts, folder_of, named_municipality
from referat.vocabulary.slugs import slugify


class Taken(Struct, frozen=True, kw_only=True):
    """The records of one part, by their digests."""

    order: Order
    """What they are read by."""
    rules: bytes
    digest: bytes
    numbers: bytes
    """The digest of the part's case numbers."""
    told: Told


class Gathered:
    """The records of all parts. What is known of a part beyond digests is read when it is asked for."""

    def __init__(self, parts: Mapping[str, Taken], intakes: Mapping[str, Intake]) -> None:
        self.parts = dict(sorted(parts.items()))
        self._intakes = dict(intakes)

    def intake(self, part: str) -> Intake:
        """What was taken in of a part."""
        if part not in self._intakes:
            taken = self.parts[part]
            kept = read_intake(taken.order.cache, part)
            if kept is None or kept.digest != taken.digest:
                forget(taken.order.cache, part)
                kept = take_in(taken.order)
            self._intakes[part] = kept
        return self._intakes[part]


def gather(
    root: Path,
    cache: Path,
    rules: Rules,
    state: State,
    *,
    jobs: int,
    only: Collection[str] | None = None,
    take: Callable[[Order], Intake] = take_in,
) -> Gathered:
    """Take in what changed since the last build.

    Args:
        root: The site's folder.
        cache: The build's cache.
        rules: By what it is decided what may be published.
        state: What the last build remembers.
        jobs: How many processes may work.
        only: The parts that are wanted. None: all.
        take: Takes in a part, and may know more of it.
    """
    groups = _group(root, find_texts(root, state.texts()), state, only)

    def order(part: str) -> Order:
        texts = tuple(text for _, text in sorted(groups[part].items()))
        return Order(root=root, cache=cache, part=part, texts=texts, rules=rules)

    taken: dict[str, Taken] = {}
    intakes: dict[str, Intake] = {}
    for part in groups:
        last = _as_it_was(order(part), state.parts.get(part))
        if last is not None:
            taken[part] = last
    waiting = groups.keys() - taken.keys()
    while waiting:
        done = work_on(take, [order(part) for part in sorted(waiting)], _weight, jobs)
        waiting = _reassign(done, groups, only)
        intakes.update((intake.part, intake) for intake in done)
        for part in waiting:
            intakes.pop(part, None)
            taken.pop(part, None)
    taken |= {part: _taken(order(part), intake) for part, intake in intakes.items()}
    return Gathered({part: one for part, one in taken.items() if groups[part]}, intakes)


def _group(root: Path, texts: Iterable[Text], state: State, only: Collection[str] | None) -> dict[str, dict[str, Text]]:
    """The records by the part that they seem to be in: what the last build found, else what their folder is called."""
    known = state.part_of()
    groups: dict[str, dict[str, Text]] = defaultdict(dict)
    for text in texts:
        part = known.get(text.path) or usable(slugify(folder_of(text.path)))
        if only is not None and part not in only:
            part = usable(slugify(named_municipality(root, text.path)))
        if only is None or part in only:
            groups[part][text.path] = text
    return groups


def _reassign(done: Iterable[Intake], groups: dict[str, dict[str, Text]], only: Collection[str] | None) -> set[str]:
    """Move what turned out to be another part's, and name the parts that have to be taken in (again)."""
    again = set()
    for intake in done:
        for path, part in intake.strays:
            text = groups[intake.part].pop(path)
            if only is None or part in only:
                groups[part][path] = text
                again.add(part)
    return again


def _as_it_was(order: Order, last: PartState | None) -> Taken | None:
    if last is None or last.texts != order.texts or not all(text.is_known for text in order.texts):
        return None
    rules = rules_of(order)
    if rules != last.rules:
        return None
    return Taken(order=order, rules=rules, digest=last.intake, numbers=last.numbers, told=last.told)


def _taken(order: Order, intake: Intake) -> Taken:
    return Taken(
        order=Order(root=order.root, cache=order.cache, part=order.part, texts=intake.texts, rules=order.rules),
        rules=intake.rules,
        digest=intake.digest,
        numbers=digest_value(intake.numbers),
        told=intake.told,
    )


def _weight(order: Order) -> int:
    return len(order.texts)
