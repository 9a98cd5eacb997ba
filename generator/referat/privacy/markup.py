"""Tags: what a reader sees of them, and what stands in them that no reader sees."""

import re
from collections import defaultdict
from collections.abc import Iterable

TAG = r"<[/!?]?[A-Za-z-][^<>]*>"

_INLINE = (
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
    ),
    *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
)
_BLOCKS = ("dd", "div", "dt", "h2", "h3", "li", "link", "meta", "ol", "p", "path", "section", "svg", "tr", "ul")
"""Those that are met most. All others end a paragraph, too."""
_CELLS = ("td", "th")
_WITH_FIGURES = ("link", "meta", "path")
"""Those in which dates and curves stand, of the blocks."""
_BLOCK = "\n\n"
_MOST_NAMES = 500


class _Seen(dict[str, str]):
    """What is seen of a tag, by its name: a tag that is not known ends the paragraph."""

    def __missing__(self, name: str) -> str:
        if len(self) < _MOST_NAMES:
            self[name] = _BLOCK  # names are few, and those of a feed's tags stand in every feed
        return _BLOCK


_SEEN_AS = _Seen(
    {
        **dict.fromkeys(_INLINE, ""),
        **dict.fromkeys(_BLOCKS, _BLOCK),
        **dict.fromkeys(_CELLS, "|"),
        "br": " ",
    }
)

_PARTS = re.compile(r"<[/!?]?([A-Za-z-][^<>\s/]*)([^<>]*)>")

_SIGNS = bytes(code for code in range(256) if code not in b"<>")
"""All bytes but those that tags begin and end with."""

_FIGURES = (
    re.compile(r' d="[Mm][ 0-9.,A-Za-z-]*(?=")'),
    re.compile(r'"20\d\d(-?)[01]\d\1[0-3]\d(?=")'),
    re.compile(r'/20\d\d-[01]\d-[0-3]\d(?=[/"])'),
)
_WORDS = re.compile(r'"[^"0-9@%&(\[{\x80-\U0010ffff]*(?=")')
"""In tags, the curves of drawings, dates alone or in addresses, and values without anything to find. They are on every
page, and would make each look as if it held numbers; between their borders none can stand, for eight digits are told to
be a phone number by a word that is in the value with them.
"""


def _alternatives(names: Iterable[str]) -> str:
    """The names as part of an expression, by their first letters: most other names are put aside by that."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, reverse=True):
        by_letter[name[0]].append(name[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


_TAKEN_APART = re.compile(rf"<[/!?]?({_alternatives((*_INLINE, *_CELLS, 'br', *_WITH_FIGURES))})(?=[\s/>])([^<>]*)>")
"""The tags that end no line, and those with figures."""


def folded_tag(tag: str) -> str:
    """What a tag does to the text around it: nothing, the border of a cell, a blank, or the end of a paragraph."""
    parts = _PARTS.match(tag)
    return _SEEN_AS[parts[1].lower()] if parts else _BLOCK


def split_markup(html: str) -> tuple[str, str]:
    """What a reader sees of HTML or XML, a paragraph where a block was, comments, scripts and styles included; and what
    stands inside the tags, with a ``<`` between them.
    """
    text = html.replace("<!--", "<p>").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    pieces = _PARTS.split(text)  # text, name, what follows it, text, …
    inside = "<".join(pieces[2::3])
    pieces[1::3] = map(_SEEN_AS.__getitem__, pieces[1::3])
    del pieces[2::3]
    return "".join(pieces), _without_figures(inside)


def on_lines(html: str) -> str | None:
    """What `split_markup` tells apart, in one text for a look at all of it: what is apart there has lines of its own.
    None where a tag begins in another, so that one may be there when others are gone.

    It takes half the time, for most tags are blocks, and stay where they are.
    """
    signs = html.encode("utf-8", "surrogatepass").translate(None, _SIGNS)
    if signs != b"<>" * (len(signs) // 2):
        return None
    pieces = _TAKEN_APART.split(html.replace("\n", " ").replace("\r", " ").replace("\t", " "))
    inside = _without_figures("\n".join(pieces[2::3]))
    pieces[1::3] = map(_SEEN_AS.__getitem__, pieces[1::3])
    del pieces[2::3]
    return f"{''.join(pieces)}\n{inside}".replace("<", "\n").replace(">", "\n")


def _without_figures(inside: str) -> str:
    for pattern in _FIGURES:
        inside = pattern.sub("", inside)
    return inside


def values_of(inside: str) -> str:
    """Of what stands inside the tags each address, title or label a paragraph."""
    return _WORDS.sub("", inside).replace('"', _BLOCK).replace("<", _BLOCK)
