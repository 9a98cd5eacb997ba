"""One municipality that somebody looks at: its records in memory, and its pages when they are asked for."""

from collections.abc import Mapping
from functools import cached_property

from referat.preview.planning import Plan
from referat.preview.related import Related
from referat.preview.shelf import Page, Shelf
from referat.site.data_catalogue import data_files
from referat.site.nodes import NumberUse, Sharing
from referat.site.parts.facts import Facts, facts_of
from referat.site.parts.intake import KeptRecord
from referat.site.parts.making import linker_of
from referat.site.parts.workshop import Workshop
from referat.site.plan import plan_municipality
from referat.site.urls import DATA

SHARED_ON = "case.html"
"""The only template that tells who else uses a case's number: all others can be made before that is known."""


class OpenPart:
    """The pages of one municipality.

    Args:
        records: What came of each of its records, by their paths.
        related: The same records with their relations.
        workshop: What pages are made with.
    """

    def __init__(self, records: Mapping[str, KeptRecord], related: Related, workshop: Workshop) -> None:
        self.records = records
        self._related = related
        self._workshop = workshop

    @staticmethod
    def of(records: Mapping[str, KeptRecord], sharing: Mapping[str, Sharing], workshop: Workshop) -> "OpenPart":
        """A municipality with these records."""
        found = (one.read.found for _, one in sorted(records.items()) if one.read.found is not None)
        return OpenPart(records, Related(found, sharing), workshop)

    def beside(self, sharing: Mapping[str, Sharing], workshop: Workshop) -> "OpenPart":
        """The same municipality where others, or what pages are made with, may be different."""
        related = self._related.shared_as(sharing)
        if related is self._related and workshop is self._workshop:
            return self
        return OpenPart(self.records, related, workshop)

    @property
    def numbers(self) -> tuple[NumberUse, ...]:
        """Its case numbers."""
        return self._related.numbers

    @cached_property
    def plan(self) -> Plan:
        """Its pages."""
        node, common = self._related.node, self._workshop.common
        specs = () if node is None else plan_municipality(node, common.settings, linker_of(node))
        return Plan(specs, self._workshop, common.taken)

    @cached_property
    def facts(self) -> Facts | None:
        """What others know of it, its files of data left out. None where it has no page."""
        node = self._related.node
        return None if node is None else facts_of(node, self._workshop.common.withdrawals)

    def facts_with_data(self, shelf: Shelf, last_good: Workshop) -> Facts | None:
        """The same with its files of data, which are all made for it."""
        node = self._related.node
        if node is None:
            return None
        pages = {file: self.page(file, shelf, last_good) for file in self.plan.files() if _is_data(file)}
        made = {file: page.content for file, page in pages.items() if page is not None and page.content is not None}
        return facts_of(
            node,
            self._workshop.common.withdrawals,
            tuple(data_files(node.slug, {f"/{file}" for file in made}, lambda file: made[file])),
        )

    def page(self, file: str, shelf: Shelf, last_good: Workshop) -> Page | None:
        """The page of a file. None where the municipality has no such file."""
        planned = self.plan.page(file)
        return None if planned is None else shelf.page(planned, self._workshop, last_good)


def _is_data(file: str) -> bool:
    return file.startswith(DATA.lstrip("/"))
