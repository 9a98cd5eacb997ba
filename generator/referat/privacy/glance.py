"""The quick look that most texts need no more than: are there enough digits in a row, is there a word?

It works on bytes and whole texts, so that all of it is done in C. It may say yes too often and must never say no where
a detector would find something: whatever folding takes away or decodes, it looks past as well.
"""

import html
import re
from collections.abc import Callable, Sequence
from urllib.parse import unquote

from referat.privacy.markup import TAG
from referat.privacy.views import View

_ENTITY = re.compile(r"&(?:amp;)?(?!(?:amp|lt|gt|quot|#3[49]);)(?:#[0-9A-Za-z]{1,7}|[A-Za-z]{2,31});")
"""What may stand for a digit, a dash or a blank. The others that HTML must write so are none of these."""
_PERCENT = re.compile(r"%(?:25)?[0-9A-Fa-f]{2}")
_TAGS = re.compile(TAG)
_TARGETS = re.compile(r"\]\([^()\n]*\)")

_ROWS = {count: b"0" * count for count in range(16)}
_LONGEST_WORD = 40
"""Characters of the longest word that a detector looks for, with what follows it."""


class Glance:
    """What can be told of a text at once.

    Args:
        text: as it stands in a record or a file, or bytes of UTF-8 in which such texts stand whole. Nothing that a
            detector finds reaches over the end of a paragraph.
        apart: whether nothing is looked for that reaches over a quote, the sign of a tag or the end of a line.
    """

    __slots__ = ("_views", "is_simple")

    def __init__(self, text: str | bytes, *, apart: bool = False) -> None:
        plain = text if isinstance(text, str) else text.decode("utf-8", "replace")
        # The one code that is on most pages is a blank, and needs no decoding of all of them.
        readings, is_simple = _readings(plain.replace("&nbsp;", "\xa0"))
        self.is_simple = is_simple
        """Whether folding makes nothing else of it, but for single characters and square brackets."""
        self._views = [View(reading, apart=apart and is_simple) for reading in readings]

    def has_digits(self, count: int) -> bool:
        """Whether there may be so many digits, up to 15, with no letter between them."""
        row = _ROWS[count]
        for view in self._views:  # noqa: SIM110 - asked for every paragraph: a generator would take most of the time
            if row in view.digits:
                return True
        return False

    def has_any(self, signs: tuple[str, ...]) -> bool:
        """Whether one of the signs stands anywhere, character for character."""
        for view in self._views:
            for sign in signs:
                if view.has(sign):
                    return True
        return False

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is found anywhere."""
        return any(pattern.search(view.text) for view in self._views)

    def has_word(self, beginnings: tuple[bytes, ...]) -> bool:
        """Whether a word begins so. The beginnings are lower case; each has a blank where a word must begin or end."""
        for view in self._views:
            for beginning in beginnings:
                if beginning in view.words:
                    return True
        return any(view.has_other_letters() for view in self._views)

    # What follows is for `Detector.may_find`: unlike the others it reads the text as folding makes it, where that is
    # plain, and says yes where only folding can tell.

    def may_have_row(self, row: bytes) -> bool:
        """Whether such a row of ``0`` for digits and ``x`` for letters is there, whatever else stands between them."""
        return self._may(lambda view: row in view.digits)

    def may_have_figures(self, row: re.Pattern[bytes], harmless: re.Pattern[bytes] | None = None) -> bool:
        """Whether the pattern is found in the digits themselves, with an ``x`` for every letter or straight quote, and
        for what is harmless, which must be told by ASCII that no other character becomes.
        """
        return self._may(lambda view: view.has_figures(row, harmless))

    def may_have_digits_beside(self, harmless: Sequence[re.Pattern[bytes]], count: int) -> bool:
        """Whether there are so many digits, up to 15, with no letter and nothing harmless between them. What is
        harmless must be told by ASCII that no other character becomes.
        """
        if not self.is_simple:
            return self.has_digits(count)
        return any(view.has_beside(harmless, _ROWS[count]) for view in self._views)

    def may_have(self, patterns: Sequence[re.Pattern[bytes]]) -> bool:
        """Whether one of the patterns is found in the text's `View.terms`."""
        return self._may(lambda view: any(pattern.search(view.terms) for pattern in patterns))

    def may_say(self, beginnings: tuple[bytes, ...], word: re.Pattern[str]) -> bool:
        """Whether one of the words' beginnings, a blank before it, stands in the text's `View.terms`, and is one of
        the `word` that is looked for.
        """
        return self._may(lambda view: any(_stands(beginning, view.terms, word) for beginning in beginnings))

    def may_bracket(self, pattern: re.Pattern[bytes]) -> bool:
        """Whether the pattern is found in the text's `View.brackets`."""
        return self._may(lambda view: pattern.search(view.brackets()) is not None)

    def may_match(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is found in the text. It must be about ASCII that no other character becomes."""
        return self._may(lambda view: view.leaves_out or pattern.search(view.text) is not None)

    def _may(self, holds: Callable[[View], bool]) -> bool:
        if not self.is_simple:
            return True
        for view in self._views:  # noqa: SIM110 - as above
            if not view.is_plain or holds(view):
                return True
        return False


def _stands(beginning: bytes, terms: bytes, word: re.Pattern[str]) -> bool:
    at = terms.find(beginning)
    while at >= 0:
        around = terms[at : at + _LONGEST_WORD].decode("latin-1")
        if word.match(around, 1):
            return True
        at = terms.find(beginning, at + 1)
    return False


def _readings(plain: str) -> tuple[tuple[str, ...], bool]:
    """The text as it is, and with codes and markup gone where that may bring digits together; and whether these are
    all that folding can make of it, but for single characters.
    """
    if ("&" in plain and _ENTITY.search(plain)) or ("%" in plain and _PERCENT.search(plain)):
        decoded = html.unescape(html.unescape(unquote(unquote(plain, errors="replace"), errors="replace")))
    else:
        decoded = plain
    tagless = _TAGS.sub("", decoded) if ">" in decoded and "<" in decoded else decoded
    # A tag may stand in a link's target, and be whole only while that is.
    # One sign is found in a tenth of the time that two take, and most texts have no bracket at all.
    targetless = _TARGETS.sub("", tagless) if "]" in tagless and "](" in tagless else tagless
    bare = targetless
    if "[" in bare or "]" in bare:
        bare = bare.replace("[", "").replace("]", "")
    if bare is plain:
        return (plain,), True
    return tuple(dict.fromkeys((plain, decoded, tagless, bare))), targetless is plain
