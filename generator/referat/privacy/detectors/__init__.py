"""What must not be published: one detector a file, found by being here.

Detectors prefer to find too much: doubt becomes `Verdict.REVIEW`, never silence.
"""

import pkgutil
import re
from functools import cache
from importlib import import_module

from referat.privacy.finding import Detector, Finding, Verdict
from referat.privacy.folding import fold

_SOFT_HYPHEN = re.compile("\u00ad|&(?:shy|#173|#[xX][aA][dD]);|%[aA][dD]")
_TAG = re.compile(r"<[/!]?[A-Za-z]?[^<>]*>")


@cache
def all_detectors() -> tuple[Detector, ...]:
    """The ``DETECTOR`` of every module of this package, in alphabetical order of the modules."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").DETECTOR for name in names)


def detector_of(kind: str) -> Detector:
    """The detector of that kind."""
    return next(detector for detector in all_detectors() if detector.kind == kind)


def may_hold(text: str) -> bool:
    """A quick look: False only where `scan_text` would certainly find nothing."""
    return any(detector.may_hold(text) for detector in all_detectors())


def scan_text(text: str) -> tuple[Finding, ...]:
    """All that the detectors find in `text`, in order. Of two findings of one kind at one place the worse counts."""
    return _scan(text, tags=False) if may_hold(text) else ()


def scan_html(text: str) -> tuple[Finding, ...]:
    """All that the detectors find in what a reader of this HTML sees, across its tags. Attributes are not looked at."""
    return _scan(text, tags=True) if may_hold(_TAG.sub("|", text)) else ()


def _scan(text: str, *, tags: bool) -> tuple[Finding, ...]:
    worst: dict[tuple[int, int, str], Verdict] = {}
    for soft_hyphen in ("", "-") if _SOFT_HYPHEN.search(text) else ("",):
        folded = fold(text, soft_hyphen=soft_hyphen, tags=tags)
        for detector in all_detectors():
            for span in detector.find(folded.text):
                place = (*folded.source_span(span.start, span.end), detector.kind)
                worst[place] = max(span.verdict, worst.get(place, span.verdict))
    return tuple(sorted(Finding(start, end, verdict, kind) for (start, end, kind), verdict in worst.items()))


def redact(text: str) -> str:
    """The text with the detector's mark in place of everything that is blocked. Doing it twice changes nothing."""
    while blocked := [finding for finding in scan_text(text) if finding.verdict is Verdict.BLOCK]:
        text = _marked(text, blocked)
    return text


def _marked(text: str, findings: list[Finding]) -> str:
    parts, position = [], 0
    for finding in findings:
        if finding.start >= position:
            parts += [text[position : finding.start], detector_of(finding.kind).mark]
        position = max(position, finding.end)
    return "".join([*parts, text[position:]])
