"""All that the detectors find in a text.

Nearly all texts pass by the quick look (`privacy.glance`), as a whole or paragraph by paragraph; only the paragraphs
that do not are folded and looked at closely. No finding reaches over the end of a paragraph, but the words that tell
what a number is may stand in the one before or after it.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from referat.privacy.detectors import all_detectors
from referat.privacy.finding import Detector, Finding, Verdict
from referat.privacy.folding import Markup, fold
from referat.privacy.glance import Glance
from referat.privacy.policy import STRICT, Policy

_SOFT_HYPHEN = re.compile("\u00ad|&(?:amp;)?(?:shy|#173|#[xX][aA][dD]);|%(?:25)?[aA][dD]")
_AROUND = 120
"""Characters of the neighbouring paragraphs that are looked at with one: detectors look for words near by."""

_Worst = dict[tuple[int, int, str], Verdict]


def may_hold(text: str | bytes) -> bool:
    """A quick look: False only where `scan_text` would certainly find nothing."""
    return bool(_interested(Glance(text), all_detectors()))


def interested_in(text: str, among: Sequence[Detector] | None = None) -> tuple[Detector, ...]:
    """The detectors, of those `among`, that would find something in it, and perhaps some that would not."""
    glance = Glance(text)
    return _interested(glance, _finding(glance, all_detectors() if among is None else among))


def is_harmless(lines: str) -> bool:
    """Whether surely no detector would find anything in a text, the lines and quoted parts of which are apart."""
    glance = Glance(lines, apart=True)
    return glance.is_simple and not _finding(glance, all_detectors())


def finding_in_parts(text: str) -> tuple[Detector, ...]:
    """The detectors that would find something in a part of the text that lies between quotes, beside a ``<`` or on one
    line, and perhaps some that would not.
    """
    return _finding(Glance(text, apart=True), all_detectors())


def scan_text(text: str, policy: Policy = STRICT, among: Sequence[Detector] | None = None) -> tuple[Finding, ...]:
    """All that the detectors find in `text`, in order.

    Of two findings of one kind at one place the worse counts.

    Args:
        text: as it stands in a record, or as a reader of a file sees it.
        policy: what it knows to be public is left out.
        among: the detectors to ask, where those that were interested in a longer text are known.
    """
    worst: _Worst = {}
    detectors = interested_in(text, among)
    if detectors:
        text = _without_marks(text)
        _look(text, _paragraphs(text), detectors, policy, worst)
    return tuple(sorted(Finding(start, end, verdict, kind) for (start, end, kind), verdict in worst.items()))


def _interested(glance: Glance, detectors: Sequence[Detector]) -> tuple[Detector, ...]:
    return tuple([detector for detector in detectors if detector.may_hold(glance)])


def _finding(glance: Glance, detectors: Sequence[Detector]) -> tuple[Detector, ...]:
    return tuple([detector for detector in detectors if detector.may_find(glance)])


def _without_marks(text: str) -> str:
    """The text with blanks for the gate's own marks: they say CPR and phone, and must be no words near a number."""
    if "fjernet]" in text:
        for detector in all_detectors():
            text = text.replace(detector.mark, " " * len(detector.mark))
    return text


def _paragraphs(text: str) -> Sequence[int]:
    """Where paragraphs begin, and the end of the text."""
    *lengths, _ = map(len, text.split("\n\n"))
    return [0, *accumulate(length + 2 for length in lengths), len(text)]


def _look(text: str, bounds: Sequence[int], detectors: Sequence[Detector], policy: Policy, worst: _Worst) -> None:
    """Look at some paragraphs; halve them until only those are left that may hold something."""
    if len(bounds) == 2:
        _look_closely(text, bounds[0], bounds[1], detectors, policy, worst)
        return
    middle = len(bounds) // 2
    for half in (bounds[: middle + 1], bounds[middle:]):
        interested = _interested(Glance(text[half[0] : half[-1]]), detectors)
        if interested:
            interested = _finding(Glance(_around(text, half[0], half[-1])), interested)
        if interested:
            _look(text, half, interested, policy, worst)


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _AROUND) : end + _AROUND]


def _look_closely(
    text: str, start: int, end: int, detectors: Sequence[Detector], policy: Policy, worst: _Worst
) -> None:
    """Look at one paragraph and its surroundings, and note what begins in it."""
    offset = max(0, start - _AROUND)
    window = _around(text, start, end)
    for soft_hyphen in ("", "-") if _SOFT_HYPHEN.search(window) else ("",):
        for markup in _ways(window):
            folded = fold(window, soft_hyphen=soft_hyphen, markup=markup)
            for detector in detectors:
                for span in detector.find(folded.text):
                    at, until = (offset + place for place in folded.source_span(span.start, span.end))
                    if start <= at < end and not _is_known(detector, folded.text[span.start : span.end], policy):
                        place = (at, until, detector.kind)
                        worst[place] = max(span.verdict, worst.get(place, span.verdict))


def _ways(text: str) -> tuple[Markup, ...]:
    """In what ways the text must be looked at for nothing to hide in its markup."""
    if "<" in text and ">" in text:
        return (Markup.KEPT, Markup.TAGS_GONE, Markup.GONE)
    return (Markup.KEPT, Markup.GONE) if "[" in text else (Markup.KEPT,)


def _is_known(detector: Detector, found: str, policy: Policy) -> bool:
    return detector.is_public(found, policy) or policy.has_released(detector.kind, found)
