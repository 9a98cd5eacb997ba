"""The whole way from ``content/`` to ``output/``: the only place that knows the order of the steps."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from referat.disk import telling_of_disk
from referat.lock import locked
from referat.privacy.known import load_policy
from referat.privacy.policy import Release
from referat.privacy.reviewed import review_problems
from referat.privacy.withdrawals import load_withdrawals, missed_problem, refuse_unreadable
from referat.problems import Problem, ProblemError, Severity, in_order
from referat.search.bundle import FOLDER as SEARCH
from referat.search.jobs import ENGINE
from referat.settings import load_settings
from referat.site import output
from referat.site.cache import FOLDER as PAGES
from referat.site.cache import note_changed, note_changing, remove_other_parts
from referat.site.discover import find_pages, read_text
from referat.site.output import clear, publish
from referat.site.parts import SITE
from referat.site.parts.broken import broken_anywhere
from referat.site.parts.crew import uncollected
from referat.site.parts.gathering import Gathered, gather
from referat.site.parts.intake import FOLDER as RECORDS
from referat.site.parts.intake import usable
from referat.site.parts.state import State, read_state, write_state
from referat.site.parts.told import Told, all_told, told_of
from referat.site.parts.whole import PART_CACHE, Whole, make_alone, make_whole
from referat.site.parts.workshop import Common, Workshop, leave_workshop, workshop_of
from referat.site.plan import site_addresses
from referat.site.reading import Rules, page_of
from referat.site.report import BuildOptions, BuildReport, Stopwatch
from referat.site.security import security_problems
from referat.site.themes import theme_dirs
from referat.site.views.text_page import TextPage
from referat.site.weights import Weight, weigh_together, weight_of_folder
from referat.vocabulary.slugs import slugify
from referat.workers import cores

CACHE = ".cache"
OUTPUT = "output"


class Setup(Struct, frozen=True, kw_only=True):
    """What a build knows before it looks at a record."""

    common: Common
    rules: Rules
    options: BuildOptions
    pages: tuple[TextPage, ...]
    """The publisher's own."""
    told: Told
    """Of those pages."""
    reviews: tuple[Release, ...]
    """The false alarms that a person has released, those that have run out among them."""
    problems: tuple[Problem, ...]
    """What is odd in the settings and in the list of withdrawals."""
    unclear: tuple[Problem, ...]
    """What is wrong with the file of reviews."""

    @property
    def only(self) -> frozenset[str] | None:
        """The parts that are built alone. None: the whole site is."""
        return frozenset(usable(slugify(name)) for name in self.options.only) or None

    @property
    def jobs(self) -> int:
        """How many processes may work."""
        return self.options.jobs or cores()


def build_site(root: Path, options: BuildOptions = BuildOptions()) -> BuildReport:
    """Build the site in the folder `root`.

    What is wrong with one record, page or template is told and never keeps the rest from being built. A page that
    cannot be made stays as it was before.

    Raises:
        ProblemError: nothing can be built: the settings are broken, the theme is missing, the output folder holds
            somebody else's files, the disk refuses, or another command is at work on the site.
    """
    with telling_of_disk(root), locked(_cache_of(root, options)):
        return build_alone(root, options)


def build_alone(root: Path, options: BuildOptions) -> BuildReport:
    """The same for whoever has seen to it that no other command is at work on the site."""
    try:
        with uncollected():
            return _build(root, options)
    finally:
        leave_workshop()


def _cache_of(root: Path, options: BuildOptions) -> Path:
    """What is known of a part goes where the part goes."""
    if options.cache is None and options.only:
        return _output_of(root, options) / PART_CACHE
    return options.cache or root / CACHE


def _output_of(root: Path, options: BuildOptions) -> Path:
    return options.output or root / OUTPUT


def _build(root: Path, options: BuildOptions) -> BuildReport:
    watch = Stopwatch()
    with watch.step("settings"):
        setup = prepare(root, options)
        common = setup.common
        workshop = workshop_of(common)
        state = read_state(common.cache)
    with watch.step("read"):
        gathered = gather(root, common.cache, setup.rules, state, jobs=setup.jobs, only=setup.only)
    clear(common.staged)
    with watch.step("make"):
        if setup.only is None:
            made = make_whole(gathered, setup.pages, workshop, state, jobs=setup.jobs)
        else:
            made = make_alone(gathered, workshop, state, jobs=setup.jobs)
    with watch.step("write"):
        _publish(made, common)
    with watch.step("check"):
        unchanged = made.state == replace(state, broken=())
        broken = state.broken if unchanged else _broken(made, state, workshop, setup.jobs)
        if not unchanged:
            _remember(replace(made.state, broken=broken), common)
        note_changed(common.cache)
    return _report(setup, gathered, made, broken, watch)


def prepare(root: Path, options: BuildOptions = BuildOptions()) -> Setup:
    """Read all that the site says besides its records.

    Raises:
        ProblemError: nothing can be built, as `build_site` tells.
    """
    settings, problems = load_settings(root)
    broken = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
    if broken is not None:
        raise ProblemError(broken)
    folder = _output_of(root, options)
    output.check_ownership(folder, {PART_CACHE} if options.only else set())
    policy, unclear = load_policy(root, settings)
    withdrawals, told = load_withdrawals(root)
    refuse_unreadable(told)
    rules = Rules(policy=policy.on(options.today()), withdrawals=withdrawals, drafts=options.drafts)
    read = [page_of(read_text(root, path), path, rules) for path in find_pages(root)]
    pages = tuple(page.found for page in read if page.found is not None)
    settings = replace(settings, base_url=options.base_url) if options.base_url else settings
    return Setup(
        common=Common(
            root=root,
            output=folder,
            cache=_cache_of(root, options),
            settings=settings,
            themes=theme_dirs(root, settings.theme),
            policy=rules.policy,
            withdrawals=withdrawals,
            taken=site_addresses(pages, settings),
            force=options.force,
            search=options.search,
        ),
        rules=rules,
        options=options,
        pages=pages,
        told=told_of(read),
        reviews=policy.releases,
        problems=(*problems, *security_problems(settings, options.today()), *told),
        unclear=unclear,
    )


def _publish(made: Whole, common: Common) -> None:
    """Change the output; not a byte of it where nothing is to be changed."""
    if made.changes_output:
        note_changing(common.cache)
        publish(common.staged, common.output, made.index.put_in_place)
        output.remove(common.output, made.gone)


def _missing(setup: Setup, gathered: Gathered) -> tuple[Problem, ...]:
    """The municipalities that were asked for, and are not there."""
    missing = [name for name in setup.options.only if usable(slugify(name)) not in gathered.parts]
    return tuple(
        Problem(
            code="part_missing",
            message=f"No record is of {name}: nothing of it was built",
            advice="Look how the name is written in the records' front matter.",
        )
        for name in missing
    )


def _remember(state: State, common: Common) -> None:
    write_state(common.cache, state)
    for folder in (RECORDS, PAGES):
        remove_other_parts(common.cache / folder, {*state.parts, SITE})


def _broken(made: Whole, state: State, workshop: Workshop, jobs: int) -> tuple[Problem, ...]:
    if made.failed or made.held_back or SITE not in made.state.parts:
        # What a missing page would have is not known, and its own problem says enough.
        return ()
    return broken_anywhere(made.state, state, workshop, jobs=jobs)


def _report(
    setup: Setup, gathered: Gathered, made: Whole, broken: tuple[Problem, ...], watch: Stopwatch
) -> BuildReport:
    told = all_told([setup.told, *(taken.told for taken in gathered.parts.values())])
    missed, reviews = _unfollowed(setup, told) if setup.only is None else (_missing(setup, gathered), ())
    return BuildReport(
        output=setup.common.output,
        pages=made.pages,
        rendered=made.rendered,
        written=made.staged,
        removed=made.gone,
        held_back=told.held_back + len(made.held_back),
        problems=in_order((*setup.problems, *missed, *told.problems, *made.problems, *broken)),
        privacy=in_order((*setup.unclear, *reviews, *told.privacy, *made.held_back)),
        search=made.index.failures,
        weights=_weights(made, setup.common),
        steps=watch.steps,
    )


def _weights(made: Whole, common: Common) -> dict[str, Weight]:
    parts = made.state.parts.values()
    search = sum((part.indexed for part in parts), weight_of_folder(common.output / SEARCH / ENGINE))
    return weigh_together([*(part.weights for part in parts), {"search": search} if search.files else {}])


def _unfollowed(setup: Setup, told: Told) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The entries of the publisher's lists that nothing on the site answers to: withdrawals and reviews."""
    followed = frozenset(told.followed)
    missed = tuple(missed_problem(entry) for entry in setup.common.withdrawals.entries if entry not in followed)
    return missed, review_problems(setup.reviews, told.reviewed, setup.options.today())
