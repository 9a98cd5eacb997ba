"""What belongs to no municipality, made of what is known of all of them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from referat.exports.catalogue import Dataset
from referat.preview.planning import Plan
from referat.preview.shelf import Page, Shelf
from referat.privacy.output import screen_file
from referat.search.lookup import FOLDER as LOOKUP
from referat.site.nodes import Sharing
from referat.site.page import output_path
from referat.site.parts.facts import Facts
from referat.site.parts.site_files import catalogue_file, fixed_files, looked_up
from referat.site.parts.workshop import Workshop
from referat.site.plan import plan_site
from referat.site.urls import CATALOGUE
from referat.site.views.text_page import TextPage


class SiteWide:
    """The site's own pages and files.

    Args:
        municipalities: In the order of the Danish alphabet.
        sharing: The case numbers that several of them use.
        pages: The site's own texts.
        workshop: What pages are made with.
        datasets: Makes all files of data, and tells what the catalogue tells of them.
    """

    def __init__(
        self,
        municipalities: Sequence[Facts],
        sharing: Mapping[str, Sharing],
        pages: Sequence[TextPage],
        workshop: Workshop,
        datasets: Callable[[], tuple[Dataset, ...]],
    ) -> None:
        self._municipalities = municipalities
        self._sharing = sharing
        self._pages = pages
        self._workshop = workshop
        self._datasets = datasets

    @cached_property
    def plan(self) -> Plan:
        """The pages."""
        common = self._workshop.common
        specs = plan_site(self._municipalities, self._sharing, common.settings, self._pages, common.withdrawals)
        return Plan(specs, self._workshop)

    def files(self) -> frozenset[str]:
        """All files that there are, if nothing is wrong with them."""
        catalogue = {output_path(CATALOGUE)} if self._workshop.common.settings.base_url else set()
        return frozenset({*self.plan.files(), *self._fixed, *self._lookup, *catalogue})

    def page(self, file: str, shelf: Shelf, last_good: Workshop) -> Page | None:
        """The page of a file. None where there is none."""
        planned = self.plan.page(file)
        return None if planned is None else shelf.page(planned, self._workshop, last_good)

    def fixed(self, file: str) -> bytes | None:
        """A file that no municipality has a part in. None where there is none, or it must not be published."""
        return self.further(file) if file in self._fixed else None

    def further(self, file: str) -> bytes | None:
        """A file that is no page. None where there is none, or it must not be published."""
        content = self._further(file)
        return None if content is None or screen_file(content, self._workshop.common.policy) else content

    def _further(self, file: str) -> bytes | None:
        if file in self._fixed:
            return self._fixed[file]
        if file.startswith(f"{LOOKUP}/"):
            return self._lookup.get(file)
        if self._workshop.common.settings.base_url and file == output_path(CATALOGUE):
            return catalogue_file(self._workshop, self._datasets())[1]
        return None

    @cached_property
    def _fixed(self) -> dict[str, bytes]:
        return dict(fixed_files(self._workshop))

    @cached_property
    def _lookup(self) -> dict[str, bytes]:
        return dict(looked_up(self._municipalities))
