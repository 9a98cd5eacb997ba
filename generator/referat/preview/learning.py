"""What must be known of all municipalities before a page can be made that tells of several: taken from what the last
build kept, and made of the records where it kept nothing of use.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from referat.site.corpus import municipality_node
from referat.site.nodes import NumberUse
from referat.site.parts.crew import work_on
from referat.site.parts.facts import Facts, facts_of
from referat.site.parts.gathering import Gathered, gather
from referat.site.parts.intake import Intake, Order, take_in_partition
from referat.site.parts.making import read_facts
from referat.site.parts.state import State, read_state
from referat.site.reading import Rules
from referat.site.texts import Text


class Lesson(Struct, frozen=True, kw_only=True):
    """What is to be learned."""

    root: Path
    cache: Path
    rules: Rules
    jobs: int


class PartLearned(Struct, frozen=True, kw_only=True):
    """What was learned of one part."""

    texts: tuple[Text, ...]
    """Its records, as they were read."""
    numbers: tuple[NumberUse, ...]
    facts: Facts | None
    """None for a part without a page. Its files of data are not told: they are made when the catalogue is wanted."""


class Learned(Struct, frozen=True):
    """What was learned of all parts, in a form that is sent quickly from one process to another."""

    encoded: dict[str, bytes]

    def parts(self) -> Iterator[tuple[str, PartLearned]]:
        """Of each part, by its name."""
        for name, part in self.encoded.items():
            yield name, _decoder.decode(part)


class _Told(Intake, frozen=True, kw_only=True):
    """A part that was taken in, and its facts as they are sent."""

    facts: bytes


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(PartLearned)


def learn(lesson: Lesson) -> Learned:
    """Learn of all parts. The records are kept for the next build, which need not read them again."""
    state = read_state(lesson.cache)
    gathered = gather(lesson.root, lesson.cache, lesson.rules, state, jobs=lesson.jobs, take=_take_and_tell)
    facts = {name: _known_facts(name, gathered, lesson.cache, state) for name in gathered.parts}
    orders = [gathered.parts[name].order for name, known in facts.items() if not known]
    facts |= {told.part: told.facts for told in work_on(_take_and_tell, orders, _weight, lesson.jobs)}
    return Learned({name: _encoded(gathered.intake(name), known) for name, known in facts.items()})


def _encoded(intake: Intake, facts: bytes) -> bytes:
    return _encoder.encode({"texts": intake.texts, "numbers": intake.numbers, "facts": msgspec.Raw(facts)})


def _known_facts(name: str, gathered: Gathered, cache: Path, state: State) -> bytes:
    """The facts that were made with the records, or that the last build kept. Empty where there are none."""
    taken, last = gathered.parts[name], state.parts.get(name)
    if last is not None and last.facts and (taken.digest, taken.rules) == (last.intake, last.rules):
        kept = read_facts(cache, name, last.facts)
        if kept is not None:
            return _encoder.encode(replace(kept, dataset=replace(kept.dataset, files=())))
    intake = gathered.intake(name)
    return intake.facts if isinstance(intake, _Told) else b""


def _take_and_tell(order: Order) -> _Told:
    intake, partition = take_in_partition(order)
    # Facts tell nothing of who else uses a case's number.
    facts = None if partition is None else facts_of(municipality_node(partition, {}), order.rules.withdrawals)
    return _Told(**asdict(intake), facts=_encoder.encode(facts))


def _weight(order: Order) -> int:
    return len(order.texts)
