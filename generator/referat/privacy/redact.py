"""Taking out of a text what must go, and leaving a mark that can be read aloud."""

import re
from bisect import bisect_right
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
    links, autolinks = _Links(_LINK, text), _Links(_AUTOLINK, text)
    for finding in findings:
        mark = detector_of(finding.kind).mark
        link = links.around(finding)
        if link is not None and link.start(2) <= finding.start:
            said = {other.kind for other in scan_text(link[1], policy)}
            # Where the link's words say the same, they are marked in their turn.
            yield _Gone(*link.span(), link[1] if finding.kind in said else f"{link[1]} {mark}".strip())
        else:
            around = autolinks.around(finding)
            yield _Gone(*(around.span() if around else (finding.start, finding.end)), mark)


class _Links:
    """The links of a text, to be asked for the one around a finding."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._links = list(pattern.finditer(text))
        self._starts = [link.start() for link in self._links]

    def around(self, finding: Finding) -> re.Match[str] | None:
        index = bisect_right(self._starts, finding.start) - 1
        link = self._links[index] if index >= 0 else None
        return link if link is not None and finding.end <= link.end() else None


def _without(text: str, gone: Sequence[_Gone]) -> str:
    parts, position = [], 0
    for part in gone:
        if part.start >= position:
            parts += [text[position : part.start], part.instead]
        position = max(position, part.end)
    return "".join([*parts, text[position:]])
