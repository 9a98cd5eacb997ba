"""Which lines can be the title of an item that has no number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.reading.head_lines import kind_of_line
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.casenumber import CASE_LABEL, alone_on_line, label_match
from referat.vocabulary.containers import is_container_title
from referat.vocabulary.dates import find_date, parse_time
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.item_slot import read_slot_line
from referat.vocabulary.leads import is_recommendation_lead
from referat.vocabulary.meeting_fields import LABEL, needs_colon
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_TITLE = 200
LONGEST_CASE_LINE = 100
"""A longer line in which a case number is labelled is prose."""
FARTHEST = 4
"""A title stands at most so many lines above what it is the title of, empty ones counted."""

_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|msg)\b", re.IGNORECASE)
_ENDS_SENTENCE = (".", ":", ";", ",", "?", "!")


def line_above(texts: Sequence[str], index: int) -> int | None:
    """The nearest line above that is not empty."""
    return next((i for i in range(index - 1, max(index - 1 - FARTHEST, -1), -1) if texts[i]), None)


def line_below(texts: Sequence[str], index: int) -> int | None:
    """The nearest line below that is not empty."""
    return next((i for i in range(index + 1, min(index + 1 + FARTHEST, len(texts))) if texts[i]), None)


def can_be_title(text: str) -> bool:
    """Whether a line may be a title: short, no sentence, and nothing that has a meaning of its own."""
    if is_container_title(text):
        return True
    known = (
        heading_of(text.partition(":")[0])
        or decision_head(text)
        or label_match(text)
        or read_slot_line(text)
        or alone_on_line(text)
    )
    return (
        2 < len(text) <= LONGEST_TITLE
        and not known
        and (text[0].isupper() or text[0] in "\"”»'")
        and not text.endswith(_ENDS_SENTENCE)
        and not _FILE.search(text)
        and not is_recommendation_lead(text)
    )


def is_case_line(text: str) -> bool:
    """Whether a line labels a case number, the place for the number empty or not."""
    if len(text) > LONGEST_CASE_LINE:
        return False
    label = CASE_LABEL.match(text)
    return label_match(text) is not None or (label is not None and label[0].rstrip().endswith(":") and label[0] == text)


def is_of_head(text: str) -> bool:
    """Whether a line tells of the meeting and not of an item: a field, its kind, its day, or just who met."""
    label = LABEL.match(text)
    body = find_body(text)
    return bool(
        (label and (label["colon"] or label[0] == text or not needs_colon(label["label"])))
        or (kind_of_line(text) and (find_date(text) or body or len(text.split()) < 3))
        or (body and body.name == text)
        or parse_time(text)
        or find_date(text[:40])
    )
