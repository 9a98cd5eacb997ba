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
_SEEN = (
    (re.compile(rf"</?(?i:{'|'.join(_INLINE)})(?:[\s/][^<>]*)?>"), ""),
    (re.compile(r"</?[Tt][DdHh](?:[\s/][^<>]*)?>"), "|"),
    (re.compile(r"<[Bb][Rr][\s/]*>"), " "),
    (re.compile(TAG), "\n\n"),
)
_TAGS = re.compile(TAG)

_HARMLESS = (
    re.compile(r'"20\d\d-[01]\d-[0-3]\d(?=")'),
    re.compile(r'/20\d\d-[01]\d-[0-3]\d(?=[/"])'),
    re.compile(r' d="[Mm][ 0-9.,A-Za-z-]*(?=")'),
)
"""In tags, the dates in addresses and the curves of drawings. They are on every page, and would make each look as if it
held numbers; between their borders none can stand.
"""


def folded_tag(tag: str) -> str:
    """What a tag does to the text around it: nothing, the border of a cell, a blank, or the end of a paragraph."""
    return next(instead for pattern, instead in _SEEN if pattern.match(tag))


def visible_text(html: str) -> str:
    """What a reader sees of HTML or XML, a paragraph where a block was; comments, scripts and styles included."""
    text = html.replace("<!--", "<p>").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    for pattern, instead in _SEEN:
        text = pattern.sub(instead, text)
    return text


def attribute_text(html: str) -> str:
    """What stands inside the tags: addresses, titles, labels, each value a paragraph."""
    text = "".join(_TAGS.findall(html))
    for pattern in _HARMLESS:
        text = pattern.sub("", text)
    return text.replace('"', "\n\n").replace("<", "\n\n")
