"""The whole site, made of its parts: those that are what they were are left alone, the others are made."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec.structs import replace

from referat.search.bundle import FOLDER as SEARCH_FOLDER
from referat.search.index import WORK as SEARCH_WORK
from referat.search.index import Index, together, without_others
from referat.search.jobs import ENGINE
from referat.search.jobs import rules as indexing_rules
from referat.search.marks import is_current
from referat.site.cache import is_unfinished, note_making
from referat.site.digest import digest_bytes, digest_value
from referat.site.link_check import Survey
from referat.site.nodes import Sharing
from referat.site.output import MARKER, MARKER_TEXT
from referat.site.pages import failures
from referat.site.parts import SITE
from referat.site.parts.crew import work_on
from referat.site.parts.engine import engine_of
from referat.site.parts.facts import Facts
from referat.site.parts.gathering import Gathered, Taken
from referat.site.parts.listings import listings_of
from referat.site.parts.made import MadePart, Waiting
from referat.site.parts.making import Made, Order, key_of, make, read_facts
from referat.site.parts.sharing import find_or_read
from referat.site.parts.site_part import files_outside, make_site_part, site_as_it_was
from referat.site.parts.state import PartState, State
from referat.site.parts.territory import listing_of, territory_of
from referat.site.parts.told import Told
from referat.site.parts.workshop import Workshop
from referat.site.shared_numbers import sharing_of
from referat.site.views.text_page import TextPage
from referat.vocabulary.collation import danish_key


class Whole(Waiting, frozen=True, kw_only=True):
    """The new site."""

    state: State
    """What is to be remembered when it is published."""
    index: Index

    @property
    def changes_output(self) -> bool:
        """Whether anything is to be published."""
        index = self.index
        return bool(self.staged or self.gone or index.made or any(bundle.exists() for bundle in index.gone))

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(part.pages for part in self.state.parts.values())


PART_CACHE = ".part"
"""In the output of a build of some municipalities alone: what `joining` needs to know of it."""


def make_whole(gathered: Gathered, pages: Sequence[TextPage], workshop: Workshop, state: State, *, jobs: int) -> Whole:
    """Make what is not what it was.

    Args:
        gathered: The records.
        pages: The site's own texts.
        workshop: What pages are made with.
        state: What the last build remembers.
        jobs: How many processes may work.
    """
    return _Making(gathered, pages, workshop, state, jobs).whole()


def make_alone(gathered: Gathered, workshop: Workshop, state: State, *, jobs: int) -> Whole:
    """Make some municipalities, as far as it can be done without the others, and nothing of what belongs to none.

    Args:
        gathered: Their records.
        workshop: What pages are made with.
        state: What the last build of just these remembers.
        jobs: How many processes may work.
    """
    return _Making(gathered, (), workshop, state, jobs).alone()


class _Making:
    def __init__(
        self, gathered: Gathered, pages: Sequence[TextPage], workshop: Workshop, state: State, jobs: int
    ) -> None:
        self._gathered = gathered
        self._pages = pages
        self._workshop = workshop
        self._common = workshop.common
        self._state = state
        self._jobs = jobs
        self._trusting = not (self._common.force or is_unfinished(self._common.cache))
        self._engine = engine_of(self._common)
        self._indexing = digest_bytes(indexing_rules(), (self._engine.version or "").encode())

    def whole(self) -> Whole:
        """Make the parts, and then what belongs to none."""
        made, states = self._municipalities()
        site_state, site = self._site(states)
        return self._together(made, {**states, SITE: site_state}, site)

    def alone(self) -> Whole:
        """Make the parts alone."""
        made, states = self._municipalities()
        return self._together(made, states, self._mark(states))

    def _municipalities(self) -> tuple[list[Made], dict[str, PartState]]:
        parts = {name: self._as_it_was(name, taken) for name, taken in self._gathered.parts.items()}
        orders = [self._order(name) for name, part in parts.items() if part is None]
        if orders:
            note_making(self._common.cache)
        made = work_on(make, orders, _weight, self._jobs)
        states = {name: part for name, part in parts.items() if part is not None}
        return made, dict(sorted((states | {one.part: self._state_of(one) for one in made}).items()))

    def _mark(self, states: Mapping[str, PartState]) -> MadePart:
        """What is in the output beside the municipalities: the mark that it is a build's."""
        staging = self._workshop.staging()
        staging.add(MARKER, MARKER_TEXT)
        outside = files_outside(self._workshop, [name for name, part in states.items() if part.facts])
        mine = (MARKER, f"{PART_CACHE}/")
        return MadePart(
            key=b"",
            listing=b"",
            pages=0,
            rendered=0,
            staged=staging.waiting,
            gone=tuple(sorted(file.path for file in outside if not file.path.startswith(mine))),
            failed=(),
            held_back=(),
            problems=(),
            survey=Survey(outward={}, problems=()),
            weights={},
        )

    def _as_it_was(self, name: str, taken: Taken) -> PartState | None:
        """The state of a part that need not be looked into. None where it has to be made."""
        last = self._state.parts.get(name)
        if last is None or not self._trusting or not last.key or taken.digest != last.intake:
            return None
        sharing = self._sharing_digest(name)
        if key_of(self._workshop, name, taken.digest, sharing) != last.key:
            return None
        if self._listings[name] != last.listing:
            return None
        if last.facts and not self._is_indexed(name, last):
            return None
        return replace(last, texts=taken.order.texts, rules=taken.rules, told=taken.told, sharing=sharing)

    @cached_property
    def _listings(self) -> dict[str, bytes]:
        """What lies in the output of each part."""
        territories = {name: territory_of(name, self._workshop.prefixes) for name in self._gathered.parts}
        return listings_of(self._common.output, territories, self._jobs, self._workshop.taken_files)

    def _is_indexed(self, name: str, last: PartState) -> bool:
        """Whether the search tells of the part what it should."""
        bundle = self._common.output / SEARCH_FOLDER / name
        if not self._common.search and not bundle.exists():
            return True
        digest = last.search if self._indexing == self._state.indexing else ""
        return is_current(name, digest, bundle, self._common.cache / SEARCH_WORK)

    def _sharing_digest(self, name: str) -> bytes:
        if self._numbers == self._state.numbers:
            # Every municipality has the case numbers that it had, so that what they share is the same, too.
            return self._state.parts[name].sharing
        return digest_value(self._sharing_of(name))

    @cached_property
    def _numbers(self) -> bytes:
        """The digest of the case numbers of all municipalities."""
        return digest_value({name: taken.numbers for name, taken in self._gathered.parts.items()})

    @cached_property
    def _sharing(self) -> Mapping[str, Sharing]:
        numbers = (self._gathered.intake(name).numbers for name in self._gathered.parts)
        return find_or_read(self._common.cache, self._numbers, numbers)

    def _sharing_of(self, name: str) -> dict[str, Sharing]:
        return sharing_of(self._gathered.intake(name).numbers, self._sharing)

    def _order(self, name: str) -> Order:
        last = None if self._common.force else self._state.parts.get(name)
        return Order(
            common=self._common,
            intake=self._gathered.parts[name].order,
            taken_in=self._gathered.intake(name),
            sharing=self._sharing_of(name),
            last=last,
            is_trusted=self._trusting,
            last_search=last.search if last is not None and self._indexing == self._state.indexing else "",
            indexer=self._engine.version,
        )

    def _state_of(self, made: Made) -> PartState:
        taken = self._gathered.parts[made.part]
        return PartState(
            texts=taken.order.texts,
            rules=taken.rules,
            intake=taken.digest,
            numbers=taken.numbers,
            told=taken.told,
            sharing=self._sharing_digest(made.part),
            key=made.key,
            listing=made.listing,
            facts=made.facts,
            pages=made.pages,
            problems=made.problems,
            survey=made.survey,
            weights=made.weights,
            search=made.search,
            indexed=made.indexed,
        )

    def _site(self, states: Mapping[str, PartState]) -> tuple[PartState, MadePart | None]:
        """What belongs to no municipality; no part where it is what it was."""
        key = digest_bytes(
            self._workshop.fingerprint,
            digest_value(self._pages),
            digest_value(self._common.withdrawals),
            digest_value({name: (part.facts, part.sharing) for name, part in states.items()}),
        )
        slugs = [name for name, part in states.items() if part.facts]
        last = self._state.parts.get(SITE)
        if last is not None and self._trusting and key == last.key and self._is_untouched(slugs, last):
            return last, None
        if last is not None and self._trusting and key == last.key:
            listing = site_as_it_was(self._workshop, slugs, key)
            if listing is not None:
                return replace(last, listing=listing), None
        note_making(self._common.cache)
        facts = [self._facts(name, states[name].facts) for name in slugs]
        ordered = sorted(facts, key=lambda one: danish_key(one.name.name))
        made = make_site_part(self._workshop, ordered, self._sharing, self._pages, key, jobs=self._jobs)
        return (
            PartState(
                texts=(),
                rules=b"",
                intake=b"",
                numbers=b"",
                told=Told(),
                key=made.key,
                listing=made.listing,
                pages=made.pages,
                problems=made.problems,
                survey=made.survey,
                weights=made.weights,
            ),
            made,
        )

    def _is_untouched(self, slugs: Sequence[str], last: PartState) -> bool:
        return listing_of(files_outside(self._workshop, slugs)) == last.listing

    def _facts(self, name: str, digest: bytes) -> Facts:
        facts = read_facts(self._common.cache, name, digest)
        if facts is None:  # They were lost. Nothing else of what is made now is another thing than what is there.
            made = make(replace(self._order(name), last=None))
            facts = read_facts(self._common.cache, name, made.facts)
        assert facts is not None  # noqa: S101 - they were just kept
        return facts

    def _together(self, made: Sequence[Made], states: dict[str, PartState], site: MadePart | None) -> Whole:
        parts = [*([site] if site is not None else []), *made]
        failed = tuple(chain.from_iterable(one.failed for one in parts))
        index = self._index(made, states)
        return Whole(
            state=State(parts=dict(sorted(states.items())), numbers=self._numbers, indexing=self._indexing),
            rendered=sum(one.rendered for one in parts),
            staged=tuple(chain.from_iterable(one.staged for one in parts)),
            gone=tuple(chain.from_iterable(one.gone for one in parts)),
            failed=failed,
            held_back=(*chain.from_iterable(one.held_back for one in parts), *index.held_back),
            problems=(
                *chain.from_iterable(part.problems for part in states.values()),
                *failures(sorted(failed)),
            ),
            index=index,
        )

    def _index(self, made: Iterable[Made], states: Mapping[str, PartState]) -> Index:
        """What is to become of the whole search index."""
        names = {ENGINE, *(name for name, part in states.items() if part.facts)}
        if self._engine.version is None:
            return together([self._engine.index, without_others(set(), self._common.output)])
        return together([self._engine.index, without_others(names, self._common.output), *(one.index for one in made)])


def _weight(order: Order) -> int:
    return len(order.taken_in.texts)
