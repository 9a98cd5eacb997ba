"""Texts that patterns are slow on: much of one thing, with nothing behind it that would end a match."""

from collections.abc import Mapping
from types import MappingProxyType

PIECES: Mapping[str, str] = MappingProxyType(
    {
        "digits": "0123456789",
        "zeros": "0",
        "letters": "a",
        "capitals": "A",
        "words": "ab ",
        "Names": "Anna Holm, ",
        "blanks": " ",
        "tabs and blanks": " \t",
        "line feeds": "\n",
        "dots": ".",
        "dotted": "a.",
        "dashes": "-",
        "dashed digits": "1-",
        "slashes": "1/",
        "spaced digits": "1 ",
        "dates": "1. maj ",
        "numbered lines": "1.\n",
        "commas": ",",
        "commas and blanks": ", ",
        "colons": "a: ",
        "brackets": "[",
        "bracket pairs": "[]",
        "links": "[a](",
        "images": "![",
        "parentheses": "(",
        "closed parentheses": ")",
        "parentheses and letters": "(a ",
        "less-than": "<",
        "tags": "<a ",
        "open comments": "<!--",
        "backticks": "`",
        "backticks of all lengths": "` `` ``` ",
        "pipes": "|",
        "pipes on lines": "|\n",
        "asterisks": "*",
        "emphasis": "*a **b ",
        "underscores": "_a ",
        "hashes": "#",
        "headings": "# a\n",
        "quotes": ">",
        "quoted lines": "> a\n",
        "quotation marks": '"',
        "backslashes": "\\",
        "ampersands": "&",
        "entities": "&#1",
        "percent codes": "%41",
        "ats": "a@",
        "addresses": "https://a.",
        "footnotes": "[^a]",
        "footnote definitions": "[^a]: b\n",
        "lists": "- a\n",
        "deep lists": "- ",
        "votes": "for stemte A, B og ",
        "for and against": "imod ",
        "decisions": "Godkendt. ",
        "headings of minutes": "Beslutning\n",
        "fields": "Sagsnr.: 1\n",
        "case numbers": "24/1187 ",
        "spaced letters": "r e f ",
        "accents": "e\u0301",
        "combining marks": "\u0301",
        "soft hyphens": "\u00ad",
        "mojibake": "Ã¦",
    }
)

ENDS = ("", "x", "\n!", "0", "]", ">")
"""What a pattern may fail on at the very end."""


def make_text(piece: str, end: str, length: int) -> str:
    """So many of the pieces as give the length."""
    return (piece * (length // len(piece) + 1))[:length] + end
