"""A text as bytes in which C can look for rows of digits and for words.

Nearly all Danish texts are Latin-1 and a few typographic signs. Those have one byte for each character, so that one
table says exactly what it is; all others are looked at as UTF-8, where a byte only says what it may belong to.
"""

import re
from collections.abc import Sequence

_DIGIT, _LETTER, _BLANK = b"0x "


def _digit_table() -> bytes:
    """Maps the bytes of UTF-8 to ``0`` where they may belong to a digit of any script, to ``x`` for ASCII letters."""
    exotic = [*range(0xD0, 0xE2), *range(0xE3, 0x100), 0x81, 0x82, *range(0x91, 0x94), 0x9D, 0x9E, 0xB2, 0xB3, 0xB9]
    digits = {*range(ord("0"), ord("9") + 1), *exotic, 0xBC, 0xBD, 0xBE}
    return bytes(_DIGIT if byte in digits else _LETTER for byte in range(256))


def _is_ascii_letter(byte: int) -> bool:
    return byte < 0x80 and chr(byte).isalpha()


_DIGITS = _digit_table()
_NEITHER = bytes(byte for byte in range(256) if _DIGITS[byte] == _LETTER and not _is_ascii_letter(byte))
_WORDS = bytes(ord(chr(byte).lower()) if _is_ascii_letter(byte) or byte == ord("_") else _BLANK for byte in range(256))
"""Makes letters small, and blanks of all that is no ASCII letter, digits included."""

_DANISH = "æøåÆØÅ"


def _digits_of(char: str) -> bytes:
    return char.encode().translate(_DIGITS, _NEITHER)


_LATIN_DIGITS = bytes(_DIGIT if b"0" in _digits_of(chr(code)) else _LETTER for code in range(256))
_LATIN_NEITHER = bytes(code for code in range(256) if not _digits_of(chr(code)))
_SIGNS_APART = b'"<>\n'
_UTF8 = _DIGITS, _NEITHER
_LATIN = _LATIN_DIGITS, _LATIN_NEITHER
_APART = (
    bytes(_LETTER if code in _SIGNS_APART else _LATIN_DIGITS[code] for code in range(256)),
    bytes(code for code in _LATIN_NEITHER if code not in _SIGNS_APART),
)
"""The tables for digits; the last one where what stands between quotes, between tags or on other lines is apart: the
two letters that it makes of the end of a paragraph part digits as one does."""
_RAISED = {0xB9: b"1", 0xB2: b"2", 0xB3: b"3"}
_FIGURES = bytes(
    _RAISED.get(code, b"x")[0] if code not in range(ord("0"), ord("9") + 1) else code for code in range(256)
)
_NO_FIGURES = bytes(
    code
    for code in range(256)
    if code not in _RAISED and not (code < 0x80 and (chr(code).isalnum() or code == ord('"')))
)
"""A straight quote parts figures as a letter does: folding leaves it where it is, and no number is written with one. Of
an array of JSON all figures would else be one row.
"""
_FRACTIONS = (b"\xbc", b"\xbd", b"\xbe")
_LATIN_WORDS = bytes(ord("a") if chr(code) in _DANISH else _WORDS[code] for code in range(256))
_LATIN_TERMS = _LATIN_WORDS.replace(b"_", b" ")
_BRACKETS = bytes(
    ord("(") if chr(code) in "([{" else ord(")") if chr(code) in ")]}" else _LATIN_TERMS[code] for code in range(256)
)
_LEFT_OUT = b"\\*~`"
"""What folding leaves out wherever it stands."""
_LEFT_OUT_SIGNS = (b"\\", b"*", b"~", b"`")
_FOLDED_INTO_WORDS = (b"\xad", b"\xaa", b"\xba")
"""The characters of Latin-1 that folding leaves out (the soft hyphen) or makes letters of."""

_TYPOGRAPHIC = {char: "\x91" * len(_digits_of(char)) or "§" for char in "–—‘’“”„…•€−→‐‑"}
"""Signs outside of Latin-1 that folding makes neither letters nor nothing of; and what is put in their place and seen
as they are: some share a byte with digits of other scripts, and so does a control character that no text has.
"""

_OTHER_LETTERS = tuple(
    bytes.fromhex(code) for code in ("c5bf", "e284", "e285", "e292", "e293", "efac", "efbc", "efbd", "f09d")
)
"""How UTF-8 begins them: wide, mathematical, circled, joined and old ones."""


class View:
    """One reading of a text, in the forms that are searched. What is not asked for is not made.

    Args:
        text: the reading.
        apart: whether nothing is looked for that reaches over a quote, the sign of a tag or the end of a line.
    """

    __slots__ = ("_bytes", "_plain", "_replaced", "_tables", "_terms", "_words", "digits", "is_latin", "text")

    def __init__(self, text: str, *, apart: bool = False) -> None:
        self.text = text
        self._words = self._terms = b""
        self._plain: bool | None = None
        latin, self._replaced = _as_latin(text)
        self.is_latin = latin is not None
        self._bytes = text.encode("utf-8", "surrogatepass") if latin is None else latin
        self._tables = _UTF8 if latin is None else _APART if apart else _LATIN
        self.digits = self._digits_of(self._bytes)
        """``0`` for every digit, ``x`` for every letter or end of a paragraph, and nothing for all else."""

    def _digits_of(self, encoded: bytes) -> bytes:
        if self._tables is _APART:
            return encoded.translate(*_APART)
        return encoded.replace(b"\n\n", b"x").translate(*self._tables)

    def has(self, signs: str) -> bool:
        """Whether the signs stand there in a row, character for character."""
        # Where the text is no Latin-1, to find that a sign outside of it is missing takes as long as all else.
        if self.is_latin and signs[0] > "\xff" and signs[0] not in self._replaced:
            return False
        return signs in self.text

    @property
    def words(self) -> bytes:
        """The words in small letters with blanks between them. What is no ASCII begins a word, unless it is a Danish
        letter.
        """
        if not self._words:
            words = self._bytes.translate(_LATIN_WORDS) if self.is_latin else _words_in(self._bytes)
            self._words = b" %b " % words
        return self._words

    def has_beside(self, harmless: Sequence[re.Pattern[bytes]], row: bytes) -> bool:
        """Whether the row of digits is still there when a letter is in the place of what is harmless."""
        digits, kept = self.digits, self._bytes
        for pattern in harmless:
            if row not in digits:
                return False
            kept = pattern.sub(b"x", kept)
            digits = self._digits_of(kept)
        return row in digits

    def has_other_letters(self) -> bool:
        """Whether there may be letters outside of Latin-1 that folding makes plain ones of."""
        return not self.is_latin and any(code in self._bytes for code in _OTHER_LETTERS)

    @property
    def is_plain(self) -> bool:
        """Whether folding only leaves out some signs, and makes of no other character a letter or nothing."""
        if self._plain is None:
            self._plain = self.is_latin and not any(char in self._bytes for char in _FOLDED_INTO_WORDS)
        return self._plain

    @property
    def leaves_out(self) -> bool:
        """Whether folding leaves out signs of a plain reading."""
        return any(sign in self._bytes for sign in _LEFT_OUT_SIGNS)

    @property
    def terms(self) -> bytes:
        """The words of a plain reading as folding makes them: lower case, æ, ø and å as ``a``, and a blank for
        everything that is no letter.
        """
        if not self._terms:
            self._terms = b" %b " % self._bytes.translate(_LATIN_TERMS, _LEFT_OUT)
        return self._terms

    def has_figures(self, row: re.Pattern[bytes], harmless: re.Pattern[bytes] | None = None) -> bool:
        """Whether the pattern is found in the digits of a plain reading, with an ``x`` for every letter and every
        straight quote between them, and one in the place of what is harmless. Yes where there are fractions: those are
        several digits.
        """
        if any(fraction in self._bytes for fraction in _FRACTIONS):
            return True
        if row.search(_figures_of(self._bytes)) is None:
            return False
        return harmless is None or row.search(_figures_of(harmless.sub(b"x", self._bytes))) is not None

    def brackets(self) -> bytes:
        """`terms` with ``(`` for any bracket that opens, and ``)`` for any that closes; nothing where none opens."""
        opens = b"(" in self._bytes or b"[" in self._bytes or b"{" in self._bytes
        return self._bytes.translate(_BRACKETS, _LEFT_OUT) if opens else b""


def _figures_of(encoded: bytes) -> bytes:
    return encoded.replace(b"\n\n", b"x").translate(_FIGURES, _NO_FIGURES)


def _as_latin(text: str) -> tuple[bytes | None, str]:
    """The text in Latin-1, typographic signs replaced, and which these are. None where it holds others."""
    replaced = ""
    while True:
        try:
            return text.encode("latin-1"), replaced
        except UnicodeEncodeError as error:
            char = text[error.start]
            if char not in _TYPOGRAPHIC:
                return None, replaced
            text = text.replace(char, _TYPOGRAPHIC[char])
            replaced += char


def _words_in(encoded: bytes) -> bytes:
    for letter in _DANISH:
        encoded = encoded.replace(letter.encode(), b"aa")
    return encoded.translate(_WORDS)
