"""Letters whose UTF-8 bytes were read in another encoding: ``Ã¸`` and ``├©`` for ``ø``.

Certain, because no Danish text holds those pairs of characters otherwise.
"""

import re

_CHARACTERS = "æøåÆØÅéÉèáíóúöäüÖÄÜ§°´·½«»\N{NO-BREAK SPACE}–—‘’“”„•…€"
_ENCODINGS = ("cp1252", "latin-1", "cp852", "cp850", "cp865", "mac_roman")


def _damaged_forms() -> dict[str, str]:
    """What each character looks like after its UTF-8 bytes were read in each encoding. Doubtful forms are left out."""
    forms: dict[str, set[str]] = {}
    for char in _CHARACTERS:
        for encoding in _ENCODINGS:
            try:
                forms.setdefault(char.encode().decode(encoding), set()).add(char)
            except UnicodeDecodeError:
                continue
    return {form: chars.pop() for form, chars in forms.items() if len(chars) == 1}


_FORMS = _damaged_forms()
_DAMAGED = re.compile("|".join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True)))


def mend_mojibake(text: str) -> tuple[str, int]:
    """The text with its characters as they were meant, and how many were mended."""
    if text.isascii():
        return text, 0
    return _DAMAGED.subn(lambda match: _FORMS[match[0]], text)
