"""All municipalities, as far as they are known: the records of each, who shares case numbers, and which are open."""

from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from referat.preview.archive import Archive
from referat.preview.learning import Learned
from referat.preview.open_part import OpenPart
from referat.problems import Problem
from referat.site.discover import MINUTES
from referat.site.nodes import NumberUse, Sharing
from referat.site.parts.facts import Facts
from referat.site.parts.gathering import gather
from referat.site.parts.intake import usable
from referat.site.parts.state import State
from referat.site.parts.territory import part_of_file
from referat.site.parts.workshop import Workshop
from referat.site.reading import Rules
from referat.site.shared_numbers import find_sharing, sharing_of
from referat.vocabulary.collation import danish_key

OPEN = 8
"""Municipalities whose records are in memory: those that were looked at or changed last."""


class NotYet(Exception):  # noqa: N818 - no error: it is known a little later
    """What is asked for needs all records to be read, and they are not yet."""


class Municipalities:
    """The municipalities of a site, whose records are read by certain rules.

    Args:
        root: The site's folder.
        cache: The build's.
        rules: By what it is decided what may be published.
    """

    def __init__(self, root: Path, cache: Path, rules: Rules) -> None:
        self.learned = False
        """Whether all are known. Else each is when it is asked for, but for who shares its case numbers."""
        self._root, self._cache, self._rules = root, cache, rules
        self._archive = Archive(root, cache, rules)
        self._open: OrderedDict[str, OpenPart] = OrderedDict()
        self._changed: set[str] = set()
        self._facts: dict[str, Facts | None] = {}
        self._numbers: dict[str, tuple[NumberUse, ...]] = {}
        self._sharing: dict[str, Sharing] | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps records from being read."""
        return self._archive.problems

    @property
    def read(self) -> int:
        """How many records were read here, and not by `learn`."""
        return self._archive.read

    def adopt(self, learned: Learned) -> None:
        """Go on from what was learned of all."""
        for name, part in learned.parts():
            self._archive.put(name, part.texts)
            self._facts[name], self._numbers[name] = part.facts, part.numbers
        self.learned = True
        self.look((MINUTES,))

    def look(self, folders: Collection[str]) -> bool:
        """See what changed in the folders of records. Returns whether anything did."""
        changed = self._archive.look(folders)
        for part in changed:
            self._changed.add(part)
            self._facts.pop(part, None)
        return bool(changed)

    def names(self) -> list[str]:
        """Those that have records."""
        return sorted(name for name, texts in self._archive.parts.items() if texts)

    def of_file(self, file: str, prefixes: Sequence[str]) -> str | None:
        """The municipality in whose folders a file of the output is. None where it is in nobody's."""
        if self.learned:
            name = part_of_file(file, self._archive.parts, prefixes)
            return name if name in self._archive.parts else None
        first = (part for part in PurePosixPath(file).parts[:2] if usable(part) == part)
        return next(filter(self._gathers, first), None)

    def _gathers(self, name: str) -> bool:
        """Whether there is such a municipality, while not all records are read."""
        if name not in self._archive.parts:
            gathered = gather(self._root, self._cache, self._rules, State(), jobs=1, only={name})
            if name in gathered.parts:
                self._archive.put(name, gathered.intake(name).texts)
        return bool(self._archive.parts.get(name))

    def part(self, name: str, workshop: Workshop) -> OpenPart:
        """One of them."""
        part = self._opened(name, workshop)
        sharing = sharing_of(part.numbers, self.sharing(workshop)) if self.learned else {}
        self._open[name] = part.beside(sharing, workshop)
        return self._open[name]

    def sharing(self, workshop: Workshop) -> dict[str, Sharing]:
        """The case numbers that several of them use. Another value where anything in it is another."""
        for name in tuple(self._changed):
            self._opened(name, workshop)
        if self._sharing is None:
            self._sharing = find_sharing(self._numbers.get(name, ()) for name in self.names())
        return self._sharing

    def facts(self, workshop: Workshop) -> list[Facts]:
        """What there is to know of those that have a page, in the order of the Danish alphabet."""
        return sorted(self._all_facts(workshop), key=lambda one: danish_key(one.name.name))

    def _all_facts(self, workshop: Workshop) -> Iterator[Facts]:
        for name in self.names():
            if name not in self._facts:
                self._facts[name] = self.part(name, workshop).facts
            facts = self._facts[name]
            if facts is not None:
                yield facts

    def _opened(self, name: str, workshop: Workshop) -> OpenPart:
        """One of them, what others share with it perhaps no longer right."""
        part = self._open.get(name)
        if part is None or name in self._changed:
            last = {} if part is None else part.records
            part = OpenPart.of(self._archive.records(name, last), {}, workshop)
            if name in self._changed and part.numbers != self._numbers.get(name):
                self._numbers[name], self._sharing = part.numbers, None
            self._changed.discard(name)
            self._open[name] = part
        self._open.move_to_end(name)
        while len(self._open) > OPEN:
            self._open.popitem(last=False)
        return part
