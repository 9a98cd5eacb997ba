"""Tags: what a reader sees of them, and what stands in them that no reader sees."""

import re

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
_SEEN_AS = {**dict.fromkeys(_INLINE, ""), "td": "|", "th": "|", "br": " "}
_BLOCK = "\n\n"

_PARTS = re.compile(r"<[/!?]?([A-Za-z-][^<>\s/]*)([^<>]*)>")

_FIGURES = (
    re.compile(r' d="[Mm][ 0-9.,A-Za-z-]*(?=")'),
    re.compile(r'"20\d\d-[01]\d-[0-3]\d(?=")'),
    re.compile(r'/20\d\d-[01]\d-[0-3]\d(?=[/"])'),
)
_WORDS = re.compile(r'"[^"0-9@%&(\[{\x80-\U0010ffff]*(?=")')
"""In tags, the curves of drawings, the dates in addresses, and values without anything to find. They are on every page,
and would make each look as if it held numbers; between their borders none can stand.
"""


def folded_tag(tag: str) -> str:
    """What a tag does to the text around it: nothing, the border of a cell, a blank, or the end of a paragraph."""
    parts = _PARTS.match(tag)
    return _SEEN_AS.get(parts[1].lower(), _BLOCK) if parts else _BLOCK


def split_markup(html: str) -> tuple[str, str]:
    """What a reader sees of HTML or XML, a paragraph where a block was, comments, scripts and styles included; and what
    stands inside the tags, with a ``<`` between them.
    """
    text = html.replace("<!--", "<p>").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    pieces = _PARTS.split(text)  # text, name, what follows it, text, …
    inside = "<".join(pieces[2::3])
    pieces[1::3] = [_SEEN_AS.get(name, _BLOCK) for name in pieces[1::3]]
    pieces[2::3] = [""] * len(pieces[2::3])
    for pattern in _FIGURES:
        inside = pattern.sub("", inside)
    return "".join(pieces), inside


def values_of(inside: str) -> str:
    """Of what stands inside the tags each address, title or label a paragraph."""
    return _WORDS.sub("", inside).replace('"', _BLOCK).replace("<", _BLOCK)
