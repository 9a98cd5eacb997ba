"""The words of a municipality's records: what each record has, which of them are compounds, and the list for slips.

Search by beginnings of words does not know that *gaard* is *gård*, nor that *skolebestyrelse* has a *bestyrelse* in it.
Both are told to it as further words of the record. The list is what the browser reads where nothing was found, to tell
which word may have been meant.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from referat.search.records import Passage, SearchRecord
from referat.site.views.excerpt import plain
from referat.vocabulary.compounds import Compounds
from referat.vocabulary.inflections import base

LISTED = 48_000
"""Bytes of a municipality's list, the telling words first: some 4,500 words, and 18 KB over the network."""
SHORTEST_LISTED = 4
"""Letters: of shorter words too many are one slip apart."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_AROUND = ".,;:()»«”“\"'?!"
"""Signs at a word's ends, and between no two words of one piece of writing that is a word without them."""
_RING = (("aa", "å"), ("Aa", "Å"))


class WordedRecord(Struct, frozen=True):
    """A record as plain text, with its words."""

    record: SearchRecord
    passages: tuple[Passage, ...]
    """Its own, without Markdown."""
    words: tuple[str, ...]
    """Lower-case, each once, in the order of the text; the title's first."""


def with_words(record: SearchRecord) -> WordedRecord:
    """The record with its plain text and its words."""
    passages = tuple(Passage(passage.heading, plain(passage.text)) for passage in record.passages)
    text = " ".join([record.title, *(passage.text for passage in passages)])
    return WordedRecord(record, passages, words_of(text))


def words_of(text: str) -> tuple[str, ...]:
    """The text's words of two letters and more, lower-case, each once."""
    words: dict[str, None] = {}
    # No word has white space in it. What stands between is mostly a word and nothing else.
    for written in dict.fromkeys(text.lower().split()):
        word = written if written.isalpha() else written.strip(_AROUND)
        if not word.isalpha():
            words.update(dict.fromkeys(_WORD.findall(written)))
        elif len(word) > 1:
            words[word] = None
    return tuple(words)


def compounds_of(records: Sequence[WordedRecord]) -> Compounds:
    """The compounds of the records, known by all their words."""
    return Compounds({word for worded in records for word in worded.words})


def parts(words: Sequence[str], compounds: Compounds) -> tuple[str, ...]:
    """What the compounds among the words end in, where it is not one of the words anyway."""
    known = set(words)
    tails = dict.fromkeys(compounds.tails_of(words))
    return tuple(tail for tail in tails if tail not in known)


def ringed(words: Sequence[str]) -> tuple[str, ...]:
    """The words with aa as they are with å, which the browser asks for: *Aagaard* is found as *Ågård*."""
    return tuple(word.replace("aa", "å") for word in words if "aa" in word and len(word) > len("aa"))


def other_spellings(text: str) -> tuple[str, ...]:
    """The words of the text as they are written with aa for å, or with å for aa: names are found by both."""
    spellings: dict[str, None] = {}
    for word in _WORD.findall(text):
        for double, ring in _RING:
            for other in (word.replace(double, ring), word.replace(ring, double)):
                if other != word:
                    spellings[other] = None
    return tuple(spellings)


def word_list(records: Sequence[WordedRecord]) -> bytes:
    """The words that a search can be meant for, one a line: those of titles first, then by how many records have them.

    Of a word's forms there is one, the most common.
    """
    counts = Counter(chain.from_iterable(worded.words for worded in records))
    titles = {base(word) for worded in records for word in words_of(worded.record.title)}
    # The most common first, of these the shortest, then by letters: a sort keeps the order of the one before it.
    order = sorted(word for word in counts if len(word) >= SHORTEST_LISTED)
    order.sort(key=len)
    order.sort(key=counts.__getitem__, reverse=True)
    forms: dict[str, str] = {}
    for word in order:
        forms.setdefault(base(word), word)
    listed = sorted(forms, key=lambda shared: shared not in titles)
    return _whole_lines("".join(f"{forms[shared]}\n" for shared in listed).encode(), LISTED)


def _whole_lines(content: bytes, most: int) -> bytes:
    """As many of the first lines as fit in so many bytes."""
    return content if len(content) <= most else content[: content.rfind(b"\n", 0, most) + 1]
