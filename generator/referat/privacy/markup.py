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

_NAMES = re.compile(r"<[/!?]?([A-Za-z-][^<>\s/]*)[^<>]*>")
_REST = re.compile(r"<[/!?]?[A-Za-z-][^<>\s/]*([^<>]*)>")

_HARMLESS = (
    re.compile(r' d="[Mm][ 0-9.,A-Za-z-]*(?=")'),
    re.compile(r'"20\d\d-[01]\d-[0-3]\d(?=")'),
    re.compile(r'/20\d\d-[01]\d-[0-3]\d(?=[/"])'),
    re.compile(r'"[^"0-9@%&(\[{\x80-\U0010ffff]*(?=")'),
)
"""In tags, the curves of drawings, the dates in addresses, and values without anything to find. They are on every page,
and would make each look as if it held numbers; between their borders none can stand.
"""


def folded_tag(tag: str) -> str:
    """What a tag does to the text around it: nothing, the border of a cell, a blank, or the end of a paragraph."""
    parts = _NAMES.match(tag)
    return _SEEN_AS.get(parts[1].lower(), _BLOCK) if parts else _BLOCK


def flat_markup(html: str) -> str:
    """HTML or XML on one line, as `seen_text` and `text_in_tags` take it. What stands in a comment is text."""
    return html.replace("<!--", "<p>").replace("\n", " ").replace("\r", " ").replace("\t", " ")


def seen_text(markup: str) -> str:
    """What a reader sees of it, a paragraph where a block was, comments, scripts and styles included."""
    pieces = _NAMES.split(markup)  # text, name, text, …
    pieces[1::2] = [_SEEN_AS.get(name, _BLOCK) for name in pieces[1::2]]
    return "".join(pieces)


def text_in_tags(markup: str) -> str:
    """What stands inside its tags: addresses, titles, labels, each value a paragraph. Nothing but digits is left out
    between two letters of one value.
    """
    inside = "<".join(_REST.findall(markup))
    for pattern in _HARMLESS:
        inside = pattern.sub("", inside)
    return inside.replace('"', _BLOCK).replace("<", _BLOCK)
