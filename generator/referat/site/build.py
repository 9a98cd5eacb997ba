"""The whole way from ``content/`` to ``output/``: the only place that knows the order of the steps."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import cache, partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from referat.disk import telling_of_disk
from referat.lock import locked
from referat.privacy.known import load_policy
from referat.privacy.output import screen_file
from referat.privacy.policy import Policy, Release
from referat.privacy.redact import redact
from referat.privacy.reviewed import review_problems
from referat.problems import Problem, ProblemError, Severity, in_order
from referat.search import Index, index_without_stale, lookup_files, made_index
from referat.settings import Settings, load_settings
from referat.site import headers, output, urls
from referat.site.assets import Asset, collect_assets
from referat.site.cache import note_changed, note_changing, read_pages, remove_other_parts, write_pages
from referat.site.content import Content, read_content
from referat.site.corpus import make_corpus
from referat.site.data_catalogue import catalogue_of
from referat.site.discover import find_link
from referat.site.edition import Edition, read_editions
from referat.site.inert import asset_problem
from referat.site.links import LinkedPage, check_links
from referat.site.mentions import link_text, make_link_index
from referat.site.nodes import Corpus, MunicipalityNode
from referat.site.page import output_path
from referat.site.pages import AddressBook, PartPages, failures, make_part, with_times
from referat.site.plan import make_plan
from referat.site.render import Renderer
from referat.site.report import BuildOptions, BuildReport, Stopwatch
from referat.site.security import PATHS, security_problems, security_text
from referat.site.templates import TemplateFiles
from referat.site.themes import theme_dirs
from referat.site.views.head import Linker

CACHE = ".cache"
OUTPUT = "output"

SEARCH_FOLDER = "pagefind"
"""In the output: the search index, which the search stage keeps in order by itself."""


class Setup(Struct, frozen=True, kw_only=True):
    """What a build is told before it begins."""

    root: Path
    output: Path
    cache: Path
    settings: Settings
    themes: tuple[Path, ...]
    editions: tuple[Edition, ...]
    options: BuildOptions
    policy: Policy
    """What may be published although it looks private, on the day of the build."""
    reviews: tuple[Release, ...]
    """The false alarms that a person has released, those that have run out among them."""
    problems: tuple[Problem, ...]
    """What is odd in the settings."""
    unclear: tuple[Problem, ...]
    """What is wrong with the file of reviews."""

    def review_problems(self, used: tuple[Release, ...]) -> tuple[Problem, ...]:
        """What is wrong with the reviews, once it is known which of them were of use."""
        return (*self.unclear, *review_problems(self.reviews, used, self.options.today()))


class Made(Struct, frozen=True, kw_only=True):
    """The pages and files of the new site, staged."""

    parts: dict[str, PartPages]
    extra: frozenset[str]
    """The files that are no pages."""
    leaks: tuple[Problem, ...]
    """The files that are no pages and must not be published."""
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> tuple[tuple[str, Problem], ...]:
        """The pages that could not be made, and why."""
        return tuple(chain.from_iterable(part.failed for part in self.parts.values()))

    @property
    def held_back(self) -> tuple[Problem, ...]:
        """The pages and files that must not be published."""
        return (*self.leaks, *chain.from_iterable(part.held_back for part in self.parts.values()))

    @property
    def files(self) -> frozenset[str]:
        """All files of the site. Those of pages that could not be made stay what they were."""
        pages = (output_path(url) for part in self.parts.values() for url in part.pages)
        return self.extra | frozenset(pages) | {output_path(url) for url, _ in self.failed}


def build_site(root: Path, options: BuildOptions = BuildOptions()) -> BuildReport:
    """Build the site in the folder `root`.

    What is wrong with one record, page or template is told and never keeps the rest from being built. A page that
    cannot be made stays as it was before.

    Raises:
        ProblemError: nothing can be built: the settings are broken, the theme is missing, the output folder holds
            somebody else's files, the disk refuses, or another command is at work on the site.
    """
    with telling_of_disk(root), locked(options.cache or root / CACHE):
        return _build(root, options)


def _build(root: Path, options: BuildOptions) -> BuildReport:
    watch = Stopwatch()
    with watch.step("settings"):
        setup = _prepare(root, options)
    with watch.step("read"):
        content = read_content(root, setup.policy, drafts=options.drafts, last_good=options.preview)
    with watch.step("relate"):
        corpus, corpus_problems = make_corpus(content.records)
    staging = output.Staging(setup.output, setup.cache / "staging")
    with watch.step("render"):
        made = _make(corpus, content, setup, staging)
    with ExitStack() as held:
        with watch.step("search"):
            index = held.enter_context(_index(corpus, setup))
        with watch.step("write"):
            note_changing(setup.cache)
            written = staging.publish(index.put_in_place)
            removed = output.prune(setup.output, made.files, frozenset({SEARCH_FOLDER}))
            _remember(made, setup)
            note_changed(setup.cache)
    with watch.step("check"):
        broken = _check(made, setup)
    held_back = (*made.held_back, *index.held_back)
    return BuildReport(
        output=setup.output,
        pages=sum(len(part.pages) for part in made.parts.values()),
        rendered=sum(part.rendered for part in made.parts.values()),
        written=written,
        removed=removed,
        held_back=content.held_back + len(held_back),
        problems=in_order((*setup.problems, *content.problems, *corpus_problems, *made.problems, *broken)),
        privacy=in_order((*setup.review_problems(content.reviewed), *content.privacy, *held_back)),
        search=index.failures,
        steps=watch.steps,
    )


def _prepare(root: Path, options: BuildOptions) -> Setup:
    settings, problems = load_settings(root)
    broken = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
    if broken is not None:
        raise ProblemError(broken)
    folder = options.output or root / OUTPUT
    output.check_ownership(folder)
    themes = theme_dirs(root, settings.theme)
    policy, unclear = load_policy(root, settings)
    return Setup(
        root=root,
        output=folder,
        cache=options.cache or root / CACHE,
        settings=replace(settings, base_url=options.base_url) if options.base_url else settings,
        themes=themes,
        editions=read_editions(themes, settings.languages, root),
        options=options,
        policy=policy.on(options.today()),
        reviews=policy.releases,
        problems=(*problems, *security_problems(settings, options.today())),
        unclear=unclear,
    )


def _make(corpus: Corpus, content: Content, setup: Setup, staging: output.Staging) -> Made:
    """Make every page and file, and stage those that differ from the output."""
    assets = collect_assets(setup.themes)
    extra = dict(_extra_files(corpus, setup, assets))
    leaks = _stage(extra, setup, staging)
    templates = TemplateFiles(setup.themes)
    renderers = [Renderer(templates, assets, setup.settings, setup.root, edition) for edition in setup.editions]
    book = AddressBook(setup.editions)
    parts = {}
    for name, specs in make_plan(corpus, setup.settings, content.pages, content.withdrawals, _linker):
        known = {} if setup.options.force else read_pages(setup.cache, name)
        parts[name] = make_part(book.unique(specs), renderers, known, staging, setup.output, setup.policy)
    failed = chain.from_iterable(part.failed for part in parts.values())
    catalogue = dict(_catalogue(corpus, parts, setup, staging))
    extra |= catalogue
    leaks += _stage(catalogue, setup, staging)
    return Made(
        parts=parts,
        extra=frozenset(extra) - frozenset(leaks),
        leaks=tuple(_leak(path) for path in leaks),
        problems=(*_asset_problems(assets), *book.problems, *failures(failed)),
    )


def _stage(files: Mapping[str, bytes], setup: Setup, staging: output.Staging) -> tuple[str, ...]:
    """Stage the files that may be published, and name the others."""
    leaks = tuple(path for path, file in files.items() if screen_file(file, setup.policy))
    for path, file in files.items():
        if path not in leaks:
            staging.add(path, file)
    return leaks


def _catalogue(
    corpus: Corpus, parts: Mapping[str, PartPages], setup: Setup, staging: output.Staging
) -> Iterator[tuple[str, bytes]]:
    """It tells of files, so they must be there: it is made when all others are."""
    if setup.settings.base_url:
        made = chain.from_iterable(part.pages for part in parts.values())
        yield output_path(urls.CATALOGUE), catalogue_of(corpus, made, staging.read, setup.settings).encode()


def _asset_problems(assets: Mapping[str, Asset]) -> Iterator[Problem]:
    return filter(None, (asset_problem(name, asset.content) for name, asset in assets.items()))


def _leak(path: str) -> Problem:
    return Problem(
        code="file_held_back",
        message="The file would hold what must not be published, and is held back",
        severity=Severity.WARNING,
        path=redact(path),
        advice="Look for it in the theme's files, and in the case numbers and titles that the file lists.",
    )


def _linker(municipality: MunicipalityNode) -> Linker:
    # A decision stands on its meeting's page, on its case's, and beside the case's other items.
    return cache(partial(link_text, index=make_link_index(municipality)))


def _extra_files(corpus: Corpus, setup: Setup, assets: Mapping[str, Asset]) -> Iterator[tuple[str, bytes]]:
    folder = urls.base_path(setup.settings.base_url)
    prefixes = [edition.prefix for edition in setup.editions if edition.prefix]
    # First, so that a build that is broken off leaves a folder that the next one may go on with.
    yield output.MARKER, output.MARKER_TEXT
    yield "_headers", headers.headers_file(folder).encode()
    if text := security_text(setup.settings):
        yield from ((path, text.encode()) for path in PATHS)
    if prefixes:
        yield "_redirects", headers.redirects_file(folder, prefixes).encode()
    for asset in assets.values():
        yield output_path(asset.url), asset.content
    yield from lookup_files(corpus)


def _index(corpus: Corpus, setup: Setup) -> AbstractContextManager[Index]:
    """The search index that goes with the pages. The preview keeps it in order by itself."""
    if setup.options.search:
        return made_index(corpus, setup.output, setup.cache, setup.policy)
    if setup.options.preview is None:
        return index_without_stale(corpus, setup.output, setup.cache)
    return nullcontext(Index())


def _remember(made: Made, setup: Setup) -> None:
    for name, part in made.parts.items():
        write_pages(setup.cache, name, with_times(part.pages, setup.output))
    remove_other_parts(setup.cache, set(made.parts))


def _check(made: Made, setup: Setup) -> tuple[Problem, ...]:
    if made.failed or made.held_back:
        # What a missing page would have is not known, and its own problem says enough.
        return ()
    pages = [
        LinkedPage(url, part.sources[url], page.links)
        for part in made.parts.values()
        for url, page in part.pages.items()
    ]
    folder = urls.base_path(setup.settings.base_url)
    prefixes = [edition.prefix for edition in setup.editions if edition.prefix]
    return check_links(pages, made.files, folder, partial(find_link, setup.root), prefixes)
