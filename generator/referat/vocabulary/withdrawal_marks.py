"""What stands in a record where a passage or an attachment was withdrawn: plain words that can be read aloud,
searched and printed, with the day and the reason.
"""

import datetime as dt
import re
from collections.abc import Iterator

REASON = "Hensyn til privatliv."
"""Why something was withdrawn, where nobody says so."""

_UNFIT = re.compile(r"[\[\]\\`*_<>|#\n\r]+")
"""What Markdown would read as something else than a reason."""
_KINDS = {False: "Afsnit", True: "Bilag"}
_MARK = re.compile(r"\[(?:Afsnit|Bilag) [0-9a-z]+ trukket tilbage [0-9]{4}-[0-9]{2}-[0-9]{2}: [^\[\]]*\]")

_DAY = re.compile(r"\[(?:Afsnit|Bilag) [0-9a-z]+ trukket tilbage ([0-9]{4}-[0-9]{2}-[0-9]{2}):")


def mark(name: str, date: dt.date, reason: str, *, attachment: bool = False) -> str:
    """``[Afsnit kdfbhmr trukket tilbage 2026-03-02: En borger har bedt om det.]``.

    Args:
        name: Of what stood there: lower-case letters and digits.
        date: When it was withdrawn.
        reason: For readers.
        attachment: It was an attachment.
    """
    return f"[{_KINDS[attachment]} {name} trukket tilbage {date.isoformat()}: {plain_reason(reason)}]"


def marks_of(name: str) -> re.Pattern[str]:
    """What finds the marks of one passage or attachment, whatever day and reason they tell."""
    return re.compile(rf"\[(?:Afsnit|Bilag) {re.escape(name)} trukket tilbage [^\[\]]*\]")


def mark_days(text: str) -> Iterator[dt.date]:
    """The days on which something was withdrawn from the text, as its marks tell them."""
    if "trukket tilbage" in text:
        for found in _DAY.finditer(text):
            try:
                yield dt.date.fromisoformat(found[1])
            except ValueError:  # a person wrote it
                continue


def plain_reason(reason: str) -> str:
    """The reason as it can stand in Markdown, on one line."""
    return " ".join(_UNFIT.sub(" ", reason).split()) or REASON


def is_mark(text: str) -> bool:
    """Whether the text is such a mark and nothing else."""
    return _MARK.fullmatch(text.strip()) is not None
