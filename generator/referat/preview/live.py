"""The site as it is now, in memory: any of its files is made when it is asked for, and none is written.

It is made by the stages of the build, of the same values, so that a file is byte for byte what a build would write.
Nothing here waits or runs beside anything else: whoever uses it does that from one thread.
"""

from collections.abc import Collection
from pathlib import Path, PurePosixPath

from referat.exports.catalogue import Dataset
from referat.preview.ground import Ground, read_ground
from referat.preview.learning import Learned, Lesson
from referat.preview.municipalities import Municipalities, NotYet
from referat.preview.open_part import SHARED_ON
from referat.preview.shelf import Page, Shelf
from referat.preview.site_wide import SiteWide
from referat.problems import Problem, ProblemError, Severity
from referat.site.assets import BUNDLE
from referat.site.discover import CONTENT, MINUTES
from referat.site.parts.intake import usable
from referat.site.parts.workshop import Workshop
from referat.vocabulary.collation import danish_key
from referat.workers import cores


class LiveSite:
    """The site in a folder. `refresh` it before the first question, and whenever something changed.

    Args:
        root: The site's folder.
        jobs: How many processes may read records. 0: as many as the machine has cores.
    """

    def __init__(self, root: Path, jobs: int = 0) -> None:
        self.shelf = Shelf()
        self._root = root
        self._jobs = jobs or cores()
        self._ground: Ground | None = None
        self._known: Municipalities | None = None
        self._wide: SiteWide | None = None
        self._last_good: Workshop | None = None
        self._unfit: Problem | None = None
        self._spoiled = False
        """Whether a page could not be made with what pages are made with now."""
        self._failing: dict[str, Problem] = {}

    # What changes

    def refresh(self, names: Collection[str] | None = None) -> bool:
        """Look at what changed. Returns whether anything did.

        Args:
            names: Files and folders of the site in which something may have changed. None: all.
        """
        changed = (names is None or not all(map(_is_record, names))) and self._refresh_ground()
        folders = _folders_of(names)
        if self._known is None or not folders:
            return changed
        if not self._known.learned:
            # Nobody knows what was read already. What is kept of it makes it quick to take in again.
            self._forget_records()
            return True
        looked = self._known.look(folders)
        if looked:
            self._wide = None
            self._failing.clear()  # whoever looks at such a page is told again
        return looked or changed

    def _refresh_ground(self) -> bool:
        last = self._ground
        try:
            self._ground = ground = read_ground(self._root, last)
        except ProblemError as error:
            changed, self._unfit = self._unfit != error.problem, error.problem
            return changed
        self._unfit = None
        if ground == last:
            return False
        self._wide = None
        if last is None or ground.setup.rules != last.setup.rules:
            self._forget_records()
        if last is not None and ground.workshop is not last.workshop:
            if not self._spoiled:
                self._last_good = last.workshop
            self._spoiled = False
            self._failing.clear()
        return True

    def _forget_records(self) -> None:
        self._wide = None
        if self._ground is not None:
            setup = self._ground.setup
            self._known = Municipalities(self._root, setup.common.cache, setup.rules)

    def lesson(self) -> Lesson | None:
        """What has to be learned (`learn`) before all questions can be answered. None where it is known."""
        if self._ground is None or self._municipalities.learned:
            return None
        setup = self._ground.setup
        return Lesson(root=self._root, cache=setup.common.cache, rules=setup.rules, jobs=self._jobs)

    def adopt(self, lesson: Lesson, learned: Learned) -> None:
        """Go on from what was learned, unless that is no longer what is to be known."""
        if lesson == self.lesson():
            self._forget_records()
            self._municipalities.adopt(learned)

    # What is asked

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what was read and shown, the errors."""
        ground = self._ground.problems if self._ground else ()
        unfit = () if self._unfit is None else (self._unfit,)
        records = self._known.problems if self._known else ()
        failing = (problem for problem in self._failing.values() if problem.severity is Severity.ERROR)
        return tuple(dict.fromkeys((*unfit, *ground, *records, *failing)))

    @property
    def records_read(self) -> int:
        """How many records were read here, and not by `learn`."""
        return self._known.read if self._known else 0

    @property
    def styles(self) -> str:
        """The address of the style sheet, as pages have it."""
        return f"{self._workshop.place.folder}{self._workshop.assets[BUNDLE].url}"

    def slugs(self) -> tuple[str, ...]:
        """The municipalities that seem to be there by the names of their folders, before their records are read."""
        try:
            folders = [path.name for path in (self._root / MINUTES).iterdir() if path.is_dir()]
        except OSError:
            return ()
        return tuple(sorted(name for name in folders if usable(name) == name))

    def files(self) -> frozenset[str]:
        """The paths of all files.

        Raises:
            NotYet: not all records are read yet.
        """
        wide, known = self._site_wide(), self._municipalities
        return wide.files().union(*(known.part(name, self._workshop).plan.files() for name in known.names()))

    def has(self, file: str) -> bool:
        """Whether there is such a file, if nothing is wrong with it. Raises `NotYet` as `file` does."""
        known = self._municipalities
        name = known.of_file(file, self._workshop.prefixes)
        if name is not None and known.part(name, self._workshop).plan.page(file) is not None:
            return True
        wide = self._site_wide()
        return wide.plan.page(file) is not None or wide.further(file) is not None

    def file(self, file: str) -> bytes | None:
        """A file of the site, by its path in the output. None where there is none, or it cannot be shown.

        Raises:
            NotYet: not all records are read yet, and they are needed for it.
        """
        page = self._page(file)
        if page is None:
            return self._site_wide().further(file) if self._municipalities.learned else self._fixed(file)
        self._failing.pop(file, None)
        if page.problem is not None:
            self._failing[file] = page.problem
            self._spoiled = self._spoiled or page.problem.severity is Severity.ERROR
        return page.content

    def _page(self, file: str) -> Page | None:
        known, workshop = self._municipalities, self._workshop
        name = known.of_file(file, workshop.prefixes)
        if name is not None:
            part = known.part(name, workshop)
            planned = part.plan.page(file)
            if planned is not None and planned.spec.template == SHARED_ON and not known.learned:
                raise NotYet
            if planned is not None:
                return part.page(file, self.shelf, self._good)
        # A page of the publisher's own may have an address that a municipality would have.
        return self._site_wide().page(file, self.shelf, self._good) if known.learned else None

    def _fixed(self, file: str) -> bytes:
        """A file for which no record is needed."""
        fixed = SiteWide((), {}, (), self._workshop, tuple).fixed(file)
        if fixed is None:
            raise NotYet
        return fixed

    def _site_wide(self) -> SiteWide:
        known, workshop = self._municipalities, self._workshop
        if not known.learned:
            raise NotYet
        if self._wide is None:
            pages = self._ground.setup.pages if self._ground else ()
            self._wide = SiteWide(known.facts(workshop), known.sharing(workshop), pages, workshop, self._datasets)
        return self._wide

    def _datasets(self) -> tuple[Dataset, ...]:
        known, workshop = self._municipalities, self._workshop
        parts = (known.part(name, workshop) for name in known.names())
        facts = filter(None, (part.facts_with_data(self.shelf, self._good) for part in parts))
        return tuple(one.dataset for one in sorted(facts, key=lambda one: danish_key(one.name.name)))

    @property
    def _good(self) -> Workshop:
        """What pages are made with where a template is broken."""
        return self._last_good or self._workshop

    @property
    def _workshop(self) -> Workshop:
        if self._ground is None:
            raise NotYet
        return self._ground.workshop

    @property
    def _municipalities(self) -> Municipalities:
        if self._known is None:
            raise NotYet
        return self._known


def _is_record(name: str) -> bool:
    return name == MINUTES or name.startswith(f"{MINUTES}/")


def _folders_of(names: Collection[str] | None) -> tuple[str, ...]:
    """The folders of records to look into. Empty where there is none; all for None."""
    if names is None:
        return (MINUTES,)
    folders = set()
    for name in filter(_is_record, names):
        folders.add(PurePosixPath(name).parent.as_posix())
    if MINUTES in folders or not {MINUTES, CONTENT}.isdisjoint(names):
        return (MINUTES,)
    outer = (one for one in folders if not any(one.startswith(f"{other}/") for other in folders))
    return tuple(sorted(one for one in outer if not any(part.startswith(".") for part in one.split("/"))))
