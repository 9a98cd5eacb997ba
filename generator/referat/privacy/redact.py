"""Taking out of a text what must go, and leaving a mark that can be read aloud."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from referat.privacy.detectors import detector_of
from referat.privacy.finding import Finding, Verdict
from referat.privacy.policy import STRICT, Policy
from referat.privacy.scan import scan_text

_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})(\]\([^()\n]*\))")
_AUTOLINK = re.compile(r"<[^<>\s]{1,300}>")


class _Gone(Struct, frozen=True, order=True):
    """What is taken out, and what comes in its place."""

    start: int
    end: int
    instead: str


def redact(text: str, policy: Policy = STRICT) -> str:
    """The text with a mark in place of everything that must go. Doing it twice changes nothing.

    Args:
        text: Markdown. Of a link whose target must go the words stay: an address with a mark in it leads nowhere.
        policy: what is public all the same.
    """
    while gone := [finding for finding in scan_text(text, policy) if finding.verdict >= Verdict.REMOVE]:
        text = _without(text, sorted(_replacements(text, gone, policy)))
    return text


def _replacements(text: str, findings: Sequence[Finding], policy: Policy) -> Iterator[_Gone]:
    links = [*_LINK.finditer(text), *_AUTOLINK.finditer(text)]
    for finding in findings:
        mark = detector_of(finding.kind).mark
        link = next((link for link in links if _is_target(finding, link)), None)
        if link is None:
            yield _Gone(finding.start, finding.end, mark)
        elif link.re is _AUTOLINK or any(said.kind == finding.kind for said in scan_text(link[1], policy)):
            # The words of the link say the same, and are marked in their turn.
            yield _Gone(*link.span(), mark if link.re is _AUTOLINK else link[1])
        else:
            yield _Gone(*link.span(), f"{link[1]} {mark}".strip())


def _is_target(finding: Finding, link: re.Match[str]) -> bool:
    target = link.start(2) if link.re is _LINK else link.start()
    return target <= finding.start and finding.end <= link.end()


def _without(text: str, gone: Sequence[_Gone]) -> str:
    parts, position = [], 0
    for part in gone:
        if part.start >= position:
            parts += [text[position : part.start], part.instead]
        position = max(position, part.end)
    return "".join([*parts, text[position:]])
