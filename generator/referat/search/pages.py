"""The pages that only the indexer sees: one a record.

A page's path is the address of what it tells of, with the anchor as the file's name, so that a hit needs no address of
its own among the searchable words.
"""

from collections.abc import Iterator, Sequence
from html import escape

from referat.search.records import Passage, SearchRecord
from referat.search.words import WordedRecord, compounds_of, other_spellings, parts, ringed, words_of
from referat.vocabulary.compounds import Compounds
from referat.vocabulary.outcomes import label

HEADING_WEIGHT = 0.3
"""Headings are mostly the same words on every item, so they weigh less than the text. Pagefind's scale: 0 to 10."""


def make_pages(records: Sequence[WordedRecord]) -> Iterator[tuple[str, str]]:
    """The path and the HTML of every record of one municipality."""
    compounds = compounds_of(records)
    for worded in records:
        yield record_path(worded.record), record_html(worded, compounds)


def record_path(record: SearchRecord) -> str:
    """The record's file, relative to the folder that is indexed: ``strandby/byraadet/2024-05-14/punkt-2.html``."""
    page, _, anchor = record.url.partition("#")
    return f"{page.strip('/')}/{anchor}.html"


def record_html(worded: WordedRecord, compounds: Compounds) -> str:
    """The record as the page that Pagefind reads."""
    record = worded.record
    content = [
        '<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n',
        *_told(record),
        *_further_words(worded, compounds),
        *_filters(record),
        f'<meta data-pagefind-sort="dato[content]" content="{record.date.isoformat()}">\n',
        "</head>\n<body data-pagefind-body>\n",
        # Pagefind leaves out a page without text: a closed item is found by its title all the same.
        "".join(map(_passage, worded.passages)) or f"<p>{escape(record.title)}</p>\n",
        "</body>\n</html>\n",
    ]
    return "".join(content)


def _told(record: SearchRecord) -> Iterator[str]:
    yield _meta("title", record.title)
    # Without separators it is one word: the parts of 2024-05-14 would be found by every search for 14.
    yield _meta("dato", f"{record.date:%Y%m%d}")
    yield _meta("sted", f"{record.body}, {record.municipality}")
    yield _meta("samlesag" if record.container else "sag", record.case or "")
    yield _meta("sagsid", " ".join(record.tokens))
    # One word that begins as no other does: it is read, and never searched for.
    yield _meta("siden", f"zz{record.later.date:%Y%m%d}{record.later.outcome.value}" if record.later else "")
    # »Tiltrådt« is found by »godkendt«.
    yield _meta("afgjort", label(record.outcome) if record.outcome else "")


def _further_words(worded: WordedRecord, compounds: Compounds) -> Iterator[str]:
    record = worded.record
    spelled = (*other_spellings(f"{record.title} {record.body} {record.municipality}"), *ringed(worded.words))
    yield _meta("stavet", " ".join(dict.fromkeys(spelled)))
    yield _meta("titeldele", " ".join(parts(words_of(record.title), compounds)))
    yield _meta("dele", " ".join(parts(worded.words, compounds)))


def _filters(record: SearchRecord) -> Iterator[str]:
    # No value that all or nearly all have: each page of it costs every first search two bytes.
    yield _filter("udvalg", record.body)
    yield _filter("aar", str(record.date.year))
    yield _filter("udfald", label(record.outcome) if record.outcome else "")
    yield _filter("lukket", "ja" if record.closed else "")


def _meta(name: str, value: str) -> str:
    return f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">\n' if value else ""


def _filter(name: str, value: str) -> str:
    return f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">\n' if value else ""


def _passage(passage: Passage) -> str:
    heading = f'<p data-pagefind-weight="{HEADING_WEIGHT}">{escape(passage.heading)}.</p>\n' if passage.heading else ""
    return f"{heading}<p>{escape(passage.text)}</p>\n" if passage.text else ""
