"""The quick look that most texts need no more than: are there enough digits in a row, is there a word?

It works on bytes and whole texts, so that all of it is done in C. It may say yes too often and must never say no where
a detector would find something: whatever folding takes away or decodes, it looks past as well.
"""

import html
import re
from urllib.parse import unquote

from referat.privacy.markup import TAG

_CODES = re.compile(
    r"&(?:amp;)?(?!(?:amp|lt|gt|quot|#3[49]);)(?:#[0-9A-Za-z]{1,7}|[A-Za-z]{2,31});|%(?:25)?[0-9A-Fa-f]{2}"
)
"""What may stand for a digit, a dash or a blank. The others that HTML must write so are none of these."""
_TAGS = re.compile(TAG)
_TARGETS = re.compile(r"\]\([^()\n]*\)")


def _digit_table() -> bytes:
    """Maps the bytes of UTF-8 to ``0`` where they may belong to a digit of any script, to ``x`` for ASCII letters."""
    exotic = [*range(0xD0, 0xE2), *range(0xE3, 0x100), 0x81, 0x82, *range(0x91, 0x94), 0x9D, 0x9E, 0xB2, 0xB3, 0xB9]
    digits = {*range(ord("0"), ord("9") + 1), *exotic, 0xBC, 0xBD, 0xBE}
    return bytes(ord("0") if byte in digits else ord("x") for byte in range(256))


_TO_DIGITS = _digit_table()
_NEITHER = bytes(
    byte for byte in range(256) if _TO_DIGITS[byte] == ord("x") and not (byte < 0x80 and chr(byte).isalpha())
)


_TO_WORDS = bytes(
    ord(chr(byte).lower()) if byte < 0x80 and (chr(byte).isalpha() or byte == ord("_")) else ord(" ")
    for byte in range(256)
)
"""Makes letters small, and blanks of all that is no ASCII letter, digits included."""
_DANISH = tuple(letter.encode() for letter in "æøåÆØÅ")
_OTHER_LETTERS = tuple(
    bytes.fromhex(code) for code in ("c5bf", "e284", "e285", "e292", "e293", "efac", "efbc", "efbd", "f09d")
)
"""How UTF-8 begins the letters that folding makes plain ones of: wide, mathematical, circled, joined and old ones."""
_LEADS = (b"\xc5", b"\xe2", b"\xef", b"\xf0")
_ROWS = {count: b"0" * count for count in range(16)}


class Glance:
    """What can be told of a text at once.

    Args:
        text: as it stands in a record or a file, or bytes of UTF-8 in which such texts stand whole. Nothing that a
            detector finds reaches over the end of a paragraph.
    """

    __slots__ = ("_bytes", "_digits", "_words")

    def __init__(self, text: str | bytes) -> None:
        plain = text if isinstance(text, str) else text.decode("utf-8", "replace")
        self._bytes = [reading.encode("utf-8", "surrogatepass") for reading in _readings(plain)]
        self._digits = [encoded.replace(b"\n\n", b"x").translate(_TO_DIGITS, _NEITHER) for encoded in self._bytes]
        self._words: list[bytes] = []

    def has_digits(self, count: int) -> bool:
        """Whether there may be so many digits, up to 15, with no letter between them."""
        row = _ROWS[count]
        for digits in self._digits:  # noqa: SIM110 - asked for every paragraph: a generator would take most of the time
            if row in digits:
                return True
        return False

    def has_any(self, signs: tuple[bytes, ...]) -> bool:
        """Whether one of the signs stands anywhere, byte for byte."""
        for encoded in self._bytes:
            for sign in signs:
                if sign in encoded:
                    return True
        return False

    def matches(self, pattern: re.Pattern[bytes]) -> bool:
        """Whether the pattern is found anywhere."""
        return any(pattern.search(encoded) for encoded in self._bytes)

    def has_word(self, beginnings: tuple[bytes, ...]) -> bool:
        """Whether a word begins so. The beginnings are lower case; each has a blank where a word must begin or end."""
        if not self._words:
            self._words = [_words_in(encoded) for encoded in self._bytes]
        for words in self._words:
            for beginning in beginnings:
                if beginning in words:
                    return True
        return self.has_any(_LEADS) and self.has_any(_OTHER_LETTERS)


def _words_in(encoded: bytes) -> bytes:
    """The text's words with blanks between them. What is no ASCII begins a word, unless it is a Danish letter."""
    for letter in _DANISH:
        encoded = encoded.replace(letter, b"aa")
    return b" %b " % encoded.translate(_TO_WORDS)


def _readings(plain: str) -> tuple[str, ...]:
    """The text as it is, and with codes and markup gone where that may bring digits together."""
    if ("&" in plain or "%" in plain) and _CODES.search(plain):
        decoded = html.unescape(html.unescape(unquote(unquote(plain, errors="replace"), errors="replace")))
    else:
        decoded = plain
    tagless = _TAGS.sub("", decoded) if "<" in decoded else decoded
    # A tag may stand in a link's target, and be whole only while that is.
    bare = _TARGETS.sub("", tagless) if "](" in tagless else tagless
    if "[" in bare or "]" in bare:
        bare = bare.replace("[", "").replace("]", "")
    return (plain,) if bare is plain else tuple(dict.fromkeys((plain, decoded, tagless, bare)))
