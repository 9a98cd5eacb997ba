"""Characters that nobody sees, and by which a text can be something else than what its readers see.

Marks of direction let a line be read in another order than it stands in ("Trojan Source", CVE-2021-42574; Unicode
Standard Annex 9). Characters without width or ink hide a word from search and from the privacy gate. Control
characters, broken halves and noncharacters may not stand in XML at all (XML 1.0, 2.2). Danish minutes need none.
"""

import re
import unicodedata

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NO_INK = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_NOT_IN_XML = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""The line feed and the tab are text. The others of 0x80 to 0x9f XML only advises against."""

HIDING = re.compile(f"[{_DIRECTION}{_NO_INK}]")
"""What hides something. A text with one of these was damaged, or made to deceive."""
INVISIBLE = re.compile(f"[{_DIRECTION}{_NO_INK}{_NOT_IN_XML}\u2028\u2029]")
"""The same, and what a file may be full of by accident: control characters, and other marks of a line's end."""


def without_invisible(text: str) -> str:
    """The text without them, so that it may also stand in XML. Those that divide words become blanks, halves of broken
    characters the mark of a lost one.
    """
    return INVISIBLE.sub(_visible, text) if INVISIBLE.search(text) else text


def shown(text: str) -> str:
    """The text with each of them told by its number, so that a line on a terminal is what it says: ``a⟨U+202E⟩b``."""
    return INVISIBLE.sub(_told, text) if INVISIBLE.search(text) else text


def name_of(char: str) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def _visible(match: re.Match[str]) -> str:
    char = match[0]
    if char.isspace():
        return " "
    return "\ufffd" if "\ud800" <= char <= "\udfff" else ""


def _told(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else f"\u27e8U+{ord(match[0]):04X}\u27e9"
