"""What belongs to the paper or the web page around minutes: found before any format looks at the document.

Only whole lines, each by a rule with a name, and only what is certain: a line that could carry minutes stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.ledger import Claim
from referat.importing.reading import rules
from referat.importing.running_heads import find_page_numbers, find_running_heads
from referat.vocabulary.web_noise import CONSENT, is_page_mark, noise_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document

EDGE = 15
"""Texts that ask for consent stand among so many first or last lines of a page; elsewhere a text may speak of them."""


def with_furniture(document: Document) -> Document:
    """The document with all its furniture known: what the extractor found, and what the lines themselves tell."""
    lines = [line.text for line in document.lines]
    found = {document.lines[index].start: rule for index, rule in find_furniture(lines).items()}
    known = {claim.start for claim in document.furniture}
    ends = {line.start: line.end for line in document.lines}
    further = (Claim(start, ends[start], rule) for start, rule in found.items() if start not in known)
    return replace(document, furniture=tuple(sorted((*document.furniture, *further))))


def find_furniture(lines: Sequence[str]) -> dict[int, str]:
    """Which of the lines are furniture, by their index, and by which rule."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    edge = {*filled[:EDGE], *filled[-EDGE:]}
    found: dict[int, str] = {}
    for index in filled:
        rule = rules.PAGE_MARK if is_page_mark(lines[index]) else noise_rule(lines[index])
        if rule is not None and (rule != CONSENT or index in edge):
            found[index] = rule
    marks = [index for index, rule in found.items() if rule == rules.PAGE_MARK]
    rest = ["\f" * ("\f" in line) if index in found else line for index, line in enumerate(lines)]
    breaks = [index for index, line in enumerate(lines) if "\f" in line] or marks
    found.update(dict.fromkeys(find_page_numbers(rest), rules.PAGE_MARK))
    found.update(dict.fromkeys(find_running_heads(rest, breaks), rules.RUNNING_HEAD))
    return dict(sorted(found.items()))
