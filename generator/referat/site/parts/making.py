"""One part's pages, its files of data and its search index: made, or known to be what they were."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, cached_property, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from referat.search.bundle import FOLDER as SEARCH_FOLDER
from referat.search.index import WORK as SEARCH_WORK
from referat.search.index import Index, bring_up_to_date, without_stale
from referat.search.jobs import municipality_job
from referat.search.marks import is_current
from referat.site.cache import Links, Pages, Rendered, read_links, read_pages, write_links, write_pages
from referat.site.corpus import make_partition, municipality_node
from referat.site.data_catalogue import data_files
from referat.site.digest import digest_bytes, digest_value
from referat.site.kept import Kept
from referat.site.link_check import survey
from referat.site.mentions import link_text, make_link_index
from referat.site.nodes import MunicipalityNode, Record, Sharing
from referat.site.page import output_path
from referat.site.pages import AddressBook, Known, PartPages, as_they_were, known_pages, make_part
from referat.site.parts.facts import Facts, facts_of
from referat.site.parts.intake import Intake, forget, read_records, take_in
from referat.site.parts.intake import Order as IntakeOrder
from referat.site.parts.made import MadePart
from referat.site.parts.state import PartState
from referat.site.parts.territory import OutputFile, files_below, listing_of, sizes_and_times, territory_of
from referat.site.parts.workshop import Common, Workshop, workshop_of
from referat.site.plan import plan_municipality
from referat.site.views.head import Linker
from referat.site.weights import Weight, weigh, weight_of_folder


class Order(Struct, frozen=True, kw_only=True):
    """What is to be made."""

    common: Common
    intake: IntakeOrder
    """By which the records are read again where they are no longer kept."""
    taken_in: Intake
    sharing: dict[str, Sharing]
    """The part's case numbers that others use, too."""
    last: PartState | None
    """The part as the last build left it. None where that is not known, or does not count."""
    is_trusted: bool
    """Whether what is kept of the part is known to be what the last build left."""
    last_search: str
    """The digest of what the last build's search index was made from, by the same rules."""
    indexer: str | None
    """The version of the indexing program. None where there is none, or nothing is to be done with the index."""

    @property
    def part(self) -> str:
        """The part's name."""
        return self.taken_in.part


class Made(MadePart, frozen=True, kw_only=True):
    """A municipality that was made."""

    part: str
    facts: bytes
    search: str
    indexed: Weight
    index: Index


_facts = Kept(Facts)


def read_facts(folder: Path, part: str, digest: bytes) -> Facts | None:
    """The facts of a part that have the digest, if they are kept in the cache."""
    return _facts.read(_facts_file(folder, part), digest)


def _facts_file(folder: Path, part: str) -> Path:
    return folder / "pages" / f"{part}.facts"


def make(order: Order) -> Made:
    """Make one part."""
    return _Part(order, workshop_of(order.common)).made()


def files_of(pages: Mapping[str, Rendered]) -> list[OutputFile]:
    """The files of pages, given by their URL, as they lie in the output or will."""
    return [OutputFile(output_path(url), page.size, page.modified) for url, page in pages.items()]


def key_of(workshop: Workshop, part: str, intake: bytes, sharing: bytes) -> bytes:
    """Of all that a part's pages are made from: where it is the same, so are they.

    Args:
        workshop: What they are made with.
        part: The part's name.
        intake: The digest of its records.
        sharing: The digest of who shares its case numbers.
    """
    withdrawals = workshop.common.withdrawals.of_slug(part)
    taken = workshop.taken_in(territory_of(part, workshop.prefixes))
    return digest_bytes(workshop.fingerprint, intake, sharing, digest_value(withdrawals), digest_value(taken))


class _Part:
    def __init__(self, order: Order, workshop: Workshop) -> None:
        self._order = order
        self._workshop = workshop
        self._common = order.common
        self._name = order.part

    def made(self) -> Made:
        key = key_of(self._workshop, self._name, self._order.taken_in.digest, digest_value(self._order.sharing))
        last = self._order.last
        made = self._as_it_was(last) if last is not None and last.key == key else None
        return self._with_index(made or self._anew(key))

    @cached_property
    def _node(self) -> MunicipalityNode | None:
        """None where there is nothing to publish."""
        partition, _ = make_partition(self._records())
        return None if partition is None else municipality_node(partition, self._order.sharing)

    def _records(self) -> tuple[Record, ...]:
        records = read_records(self._common.cache, self._order.taken_in)
        if records is None:
            forget(self._common.cache, self._name)
            records = read_records(self._common.cache, take_in(self._order.intake))
        return records or ()

    def _as_it_was(self, last: PartState) -> Made | None:
        """The part, where all its files are those that the last build wrote: perhaps on another machine."""
        cache_dir, output = self._common.cache, self._common.output
        known = read_pages(cache_dir, self._name)
        if known.key != last.key or not (self._order.is_trusted or self._belongs_together(last)):
            return None
        found = tuple(self._found())
        pages = as_they_were(known.rendered, output, sizes_and_times(found))
        if pages is None:
            return None
        if pages != known.rendered:
            write_pages(cache_dir, self._name, Pages(known.key, pages))
        files = files_of(pages)
        return Made(
            part=self._name,
            key=last.key,
            listing=listing_of(files),
            facts=last.facts,
            pages=len(pages),
            rendered=0,
            staged=(),
            gone=self._gone({file.path for file in files}, found),
            failed=(),
            held_back=(),
            problems=last.problems,
            survey=last.survey,
            weights=last.weights,
            search="",
            indexed=Weight(),
            index=Index(),
        )

    def _belongs_together(self, last: PartState) -> bool:
        """Whether links and facts are kept that go with the pages."""
        links = read_links(self._common.cache, self._name)
        return links.key == last.key and read_facts(self._common.cache, self._name, last.facts) is not None

    def _found(self) -> Iterator[OutputFile]:
        """The files in the part's folders."""
        return files_below(self._common.output, territory_of(self._name, self._workshop.prefixes))

    def _gone(self, files: Set[str], found: Iterable[OutputFile]) -> tuple[str, ...]:
        """Those of the files found that are neither the part's own nor the site's."""
        kept = files | self._workshop.taken_files
        return tuple(sorted(file.path for file in found if file.path not in kept))

    def _anew(self, key: bytes) -> Made:
        node = self._node
        if node is None:
            return self._told(PartPages(pages={}, links={}, rendered=0, failed=(), held_back=()), None, key)
        common, staging = self._common, self._workshop.staging()
        book = AddressBook(self._workshop.editions, common.taken)
        known = Known() if common.force else known_pages(common.cache, self._name)
        pages = make_part(
            book.unique(plan_municipality(node, common.settings, linker_of(node))),
            self._workshop.renderers,
            known,
            staging,
            common.output,
            common.policy,
        )
        facts = facts_of(node, common.withdrawals, tuple(data_files(node.slug, pages.pages.keys(), staging.read)))
        made = self._told(pages, facts, key)
        return replace(made, staged=staging.waiting, problems=tuple(book.problems))

    def _told(self, pages: PartPages, facts: Facts | None, key: bytes) -> Made:
        """Keep what the next build needs to know, and tell the rest."""
        common = self._common
        write_pages(common.cache, self._name, Pages(key, pages.pages))
        write_links(common.cache, self._name, Links(key, pages.links))
        files = pages.files
        whole = not pages.failed and not pages.held_back
        listed = files_of(pages.pages)
        return Made(
            part=self._name,
            key=key if whole else b"",
            listing=listing_of(listed) if whole else b"",
            facts=self._keep(facts),
            pages=len(pages.pages),
            rendered=pages.rendered,
            staged=(),
            gone=self._gone(files, self._found()),
            failed=pages.failed,
            held_back=pages.held_back,
            problems=(),
            survey=survey(pages.links, files, self._workshop.place),
            weights=weigh((file.path, file.size) for file in listed),
            search="",
            indexed=Weight(),
            index=Index(),
        )

    def _keep(self, facts: Facts | None) -> bytes:
        return b"" if facts is None else _facts.write(_facts_file(self._common.cache, self._name), facts)

    def _with_index(self, made: Made) -> Made:
        """The part with what is to become of its search index."""
        common = self._common
        indexer = self._order.indexer
        if not made.facts or indexer is None:
            return made
        last = self._order.last
        same = last is not None and last.key == made.key and made.key
        bundle = common.output / SEARCH_FOLDER / self._name
        if same and is_current(self._name, self._order.last_search, bundle, common.cache / SEARCH_WORK):
            return replace(made, search=self._order.last_search, indexed=self._indexed(bundle))
        if not common.search and not bundle.exists():
            return made
        assert self._node is not None  # noqa: S101 - only a municipality with pages has facts
        job = municipality_job(self._node, indexer)
        if common.search:
            index = bring_up_to_date(job, common.output, common.cache, common.policy)
        else:
            index = without_stale(job.name, job.digest, common.output, common.cache)
        indexed = Weight() if index.gone else index.weight or self._indexed(bundle)
        return replace(made, search=job.digest, indexed=indexed, index=index)

    def _indexed(self, bundle: Path) -> Weight:
        """The weight of an index that stays."""
        last = self._order.last
        return last.indexed if last is not None and last.indexed.files else weight_of_folder(bundle)


def linker_of(municipality: MunicipalityNode) -> Linker:
    """Makes links of what a municipality's texts mention."""
    # A decision stands on its meeting's page, on its case's, and beside the case's other items.
    return cache(partial(link_text, index=make_link_index(municipality)))
