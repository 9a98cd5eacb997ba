"""The labelled queries: what people ask, and which of the example site's items answer it."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from referat.search.records import SearchRecord, records_of
from referat.site.nodes import Corpus

FILE = Path(__file__).with_name("queries.toml")
HELD_OUT_EVERY = 3
"""Every third query is never tuned on: its figures tell whether the tuning holds for others."""


class Query(Struct, frozen=True):
    """Something that a person types."""

    text: str
    kind: str
    """What makes it hard: ``misspelt``."""
    expected: tuple[str, ...]
    """Labels, as `queries.toml` explains them."""
    held_out: bool


def read_queries() -> tuple[Query, ...]:
    """All queries, in the order of the file."""
    kinds = tomllib.loads(FILE.read_text(encoding="utf-8"))
    asked = [(kind, text, labels) for kind, queries in kinds.items() for text, labels in queries.items()]
    return tuple(
        Query(text, kind, tuple(labels), number % HELD_OUT_EVERY == 0)
        for number, (kind, text, labels) in enumerate(asked, 1)
    )


class Answers:
    """Which addresses answer a label: the items of a page or of a case, or those that have a word."""

    def __init__(self, corpus: Corpus) -> None:
        self._records = [record for node in corpus.municipalities for record in records_of(node)]
        self._items: dict[str, list[str]] = {}
        for municipality in corpus.municipalities:
            for case in municipality.cases:
                self._items[case.url] = [treatment.url for treatment in case.treatments if treatment.url]

    def of(self, query: Query) -> frozenset[str]:
        """The addresses of all right answers. Raises LookupError for a label that nothing on the site has."""
        return frozenset(address for label in query.expected for address in self._meant(label))

    def _meant(self, label: str) -> Sequence[str]:
        if label.startswith("~"):
            found = [record.url for record in self._records if label[1:].lower() in _text(record).lower()]
        elif f"/{label}" in self._items:
            found = [f"/{label}", *self._items[f"/{label}"]]
        else:
            found = list(self._on_page(f"/{label}"))
        if not found:
            raise LookupError(label)
        return found

    def _on_page(self, address: str) -> Iterator[str]:
        for record in self._records:
            if record.url == address or record.url.partition("#")[0] == address:
                yield record.url


def _text(record: SearchRecord) -> str:
    return " ".join([record.title, *(passage.text for passage in record.passages)])
