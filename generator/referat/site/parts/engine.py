"""The search engine that browsers fetch, and the program that makes it and every index."""

from msgspec import Struct

from referat.search.bundle import FOLDER as SEARCH_FOLDER
from referat.search.index import Index, bring_up_to_date, failure, without_stale
from referat.search.jobs import ENGINE, engine_job
from referat.search.pagefind import IndexingError, pagefind_version
from referat.site.parts.workshop import Common


class Engine(Struct, frozen=True):
    """The indexing program, and what is to become of the engine that browsers fetch."""

    version: str | None
    """None where it cannot be run, or nothing is to be done with it."""
    index: Index = Index()


def engine_of(common: Common) -> Engine:
    """Bring the engine up to date, where search is wanted."""
    if not common.search and not (common.output / SEARCH_FOLDER).is_dir():
        return Engine(None)
    try:
        version = pagefind_version()
    except IndexingError as error:
        return Engine(None, Index(failures=(failure(ENGINE, error),) if common.search else ()))
    job = engine_job(version)
    if common.search:
        return Engine(version, bring_up_to_date(job, common.output, common.cache))
    return Engine(version, without_stale(job.name, job.digest, common.output, common.cache))
