"""Footnotes: ``<sup>[1]</sup>`` in the text and ``[1] …`` below it become Markdown footnotes."""

import re

_TAG = re.compile(r"</?(?:sup|sub|br|u)\s*/?>", re.IGNORECASE)
_REFERENCE = re.compile(r"(?<!\s)\s*<sup>\s*\[?(\d{1,3})\]?\s*</sup>", re.IGNORECASE)
_RAISED = re.compile(r"<sup>\s*(\d{1,3})\s*</sup>", re.IGNORECASE)
_NOTE = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def note_start(line: str) -> re.Match[str] | None:
    """The mark that a line begins with which holds a footnote's text; its first group is the number."""
    return _NOTE.match(line)


def tag_spans(line: str) -> tuple[tuple[int, int], ...]:
    """Where the tags stand that `refer` takes away."""
    return tuple(match.span() for match in _TAG.finditer(line))


def references_in(text: str) -> tuple[str, ...]:
    """The numbers of the footnotes that the text refers to."""
    return tuple(match[1] for match in _REFERENCE.finditer(text))


def refer(text: str, notes: frozenset[str]) -> str:
    """`text` with its raised numbers as references to the footnotes `notes`; other raised numbers stay numbers."""

    def reference(match: re.Match[str]) -> str:
        return f"[^{match[1]}]" if match[1] in notes else match[0]

    text = _REFERENCE.sub(reference, text)
    text = _RAISED.sub(lambda match: match[1].translate(_SUPERSCRIPT), text)
    return re.sub(r" {2,}", " ", _TAG.sub(" " if "<br" in text.lower() else "", text)).strip()
