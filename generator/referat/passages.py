"""Passages: the paragraphs, list items, headings and tables of a text, each with an id that its own words give it.

A link to a passage, and a note that one was withdrawn, must still hold when the minutes are imported again. So the id
depends on nothing but the passage's words: not on line breaks, marks, capitals or numbers of a list, nor on what stands
before and after. Every word of a text is in exactly one passage.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from referat.model import AgendaItem

_DIGITS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
"""An id is a number written with consonants, so that it is never a word: neither a rude one nor another anchor's."""
_LENGTH = 7
"""Digits of an id: some 270 million of them, for the few hundred passages of an item."""

_QUOTE = r"[ \t]*(?:>[ \t]?)*"
_BLANK = re.compile(r"\n(?:[ \t>]*\n)+")
_BLANK_FIRST = re.compile(r"(?:[ \t>]*\n)*")
"""The blank lines that a text begins with."""
_WORDLESS = re.compile(r"(?:(?!\n)[\W_])*\n(?:(?:(?!\n)[\W_])*\n)*")
_LISTED = re.compile(rf"^{_QUOTE}(?:[-*+]|(?P<number>\d{{1,9}})[.)])[ \t]+\S", re.MULTILINE)
_HEADING = re.compile(rf"^{_QUOTE}#{{1,6}}[ \t].*\n?", re.MULTILINE)
_TABLE = re.compile(rf"^[^|\n]*\|.*\n{_QUOTE}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?$", re.MULTILINE)
"""The head of a table and the rule below it."""

_TARGET = re.compile(r"\]\([^)\s]{0,1000}\)")
"""Where a link leads: addresses of documents change from one publication to the next."""
_WIDE_SIGN = re.compile(r"[^\w\x00-\x7f]+")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_PLAIN = bytes(code for code in range(128) if chr(code).isalnum()) + "æøåéüöä".encode()
"""The bytes of the letters and digits that nearly all texts are made of. Beyond ASCII all begin with one and the same
byte, and no sign has that byte and one of these behind it.
"""


class Passage(Struct, frozen=True):
    """A part of a Markdown text, from `start` to before `end`."""

    id: str
    """Of its words: ``kdfbhmr``. Further passages of the same words: ``kdfbhmr-2``, ``kdfbhmr-3``."""
    start: int
    end: int


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of one text in order. What has no letter and no digit is in none."""
    return passages_of((text,))[0]


def passages_of(texts: Sequence[str]) -> tuple[tuple[Passage, ...], ...]:
    """The passages of several texts that stand together: no id is given twice."""
    taken: dict[str, int] = {}
    return tuple(tuple(_named(text, taken)) for text in texts)


def texts_of(item: AgendaItem) -> tuple[str, ...]:
    """All texts of an item in the order of the record: what stands before its parts, then each part's."""
    return (item.text, *(part.text for part in item.parts))


def item_passages(item: AgendaItem) -> tuple[tuple[Passage, ...], ...]:
    """The passages of each of `texts_of`. With the item's anchor before it, a passage's id is its address."""
    return passages_of(texts_of(item))


def folded(passage: str) -> bytes:
    """The letters and digits of a passage, without the mark of a list and without the addresses of links."""
    text = passage if unicodedata.is_normalized("NFKC", passage) else unicodedata.normalize("NFKC", passage)
    mark = _LISTED.match(text)
    said = text[mark.end() - 1 :] if mark else text
    if "](" in said:
        said = _TARGET.sub("]", said)
    return _letters(said) or _letters(text)


def _letters(text: str) -> bytes:
    letters = text.casefold().encode(errors="replace").translate(None, _SIGNS)
    if not letters.translate(None, _PLAIN):
        return letters
    plain = _WIDE_SIGN.sub("", text)
    return plain.casefold().encode(errors="replace").translate(None, _SIGNS)


def _named(text: str, taken: dict[str, int]) -> Iterator[Passage]:
    for start, end in _spans(text):
        words = folded(text[start:end])
        if words:
            name = _name(words)
            taken[name] = taken.get(name, 0) + 1
            yield Passage(name if taken[name] == 1 else f"{name}-{taken[name]}", start, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if "\n" not in text:
        if text:
            yield 0, len(text)
        return
    first = _BLANK_FIRST.match(text)
    start = first.end() if first else 0
    for blank in chain(_BLANK.finditer(text, start), (None,)):
        end = blank.start() if blank else len(text)
        block = text[start:end]
        if "\n" in block:
            marks = sorted({0, *_starts(block)})
            yield from ((start + _first_word(block, a), start + b) for a, b in pairwise((*marks, len(block))))
        elif block:
            yield start, end
        start = blank.end() if blank else end


def _first_word(block: str, start: int) -> int:
    """Where the first line begins that says something: a rule or the fence of a text belongs to no passage."""
    empty = _WORDLESS.match(block, start)
    return empty.end() if empty else start


def _starts(block: str) -> Iterator[int]:
    """Where something new begins inside a run of lines."""
    if "#" in block:
        for heading in _HEADING.finditer(block):
            yield from (heading.start(), heading.end())
    if "|" in block:
        yield from (table.start() for table in _TABLE.finditer(block))
    in_list = False
    for listed in _LISTED.finditer(block):
        # In running text a line may begin with a date or an amount.
        in_list = in_list or listed.start() == 0 or listed["number"] in (None, "1")
        if in_list:
            yield listed.start()


def _name(words: bytes) -> str:
    return hashlib.blake2b(words, digest_size=_LENGTH).hexdigest()[:_LENGTH].translate(_DIGITS)
