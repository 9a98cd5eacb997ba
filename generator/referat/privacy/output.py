"""The last look at what is about to be published: no file of the site may hold what the gate takes away.

Every exporter asks it, whatever the file: HTML, XML, JSON, CSV, a calendar, plain text.
"""

import html
import re
from collections.abc import Iterable, Iterator

from referat.privacy.detectors import detector_of
from referat.privacy.finding import Finding, Verdict
from referat.privacy.markup import on_lines, split_markup, values_of
from referat.privacy.policy import STRICT, Policy
from referat.privacy.scan import finding_in_parts, is_harmless, scan_text

_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|([nrt])|([\"/\\,;]))")
_BYTE_ORDER_MARK = "\ufeff"
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")


def screen_output(text: str, policy: Policy = STRICT, least: Verdict = Verdict.REMOVE) -> frozenset[str]:
    """The kinds of what must not be in a file of the site. Empty where it may be published.

    The gate has seen every record before. What is found here slipped through between the two, by a template that joins
    fields, or came from a page or a theme: the file must not be written.

    Args:
        text: all of the file.
        policy: what is public all the same; its releases count wherever they are for.
        least: what is less than this may be published.
    """
    policy = policy.anywhere()
    findings = (finding for file in _readings(text) for finding in _found(file, policy))
    return frozenset(finding.kind for finding in findings if finding.verdict >= least)


def screen_file(content: bytes, policy: Policy = STRICT) -> frozenset[str]:
    """The same for a file that is no page and whose words are the theme's or the program's: only what is blocked
    counts. What is no UTF-8 text, as pictures are, holds nothing that could be found.
    """
    try:
        return screen_output(content.decode(), policy, Verdict.BLOCK)
    except UnicodeDecodeError:
        return frozenset()


def named_kinds(kinds: Iterable[str]) -> str:
    """``a CPR number and a phone number``, for a problem's message."""
    return " and ".join(detector_of(kind).name for kind in sorted(kinds))


def _readings(text: str) -> list[str]:
    """The file as its readers, people and programs, take it apart."""
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if "\\" in text:
        text = _joined(_ESCAPED.sub(_unescaped, text))  # JSON, and the calendar's own escapes
    if text.startswith("BEGIN:VCALENDAR"):
        text = _FOLDED_LINE.sub("", text)
    # HTML that an XML file holds is text there, with tags for those who read it.
    return [text, html.unescape(text)] if "<" in text and "&lt;" in text else [text]


def _found(file: str, policy: Policy) -> Iterator[Finding]:
    if "<" not in file:
        yield from scan_text(file, policy)
        return
    lines = on_lines(file)
    if lines is not None and is_harmless(lines):
        return
    seen, inside = split_markup(file)
    detectors = finding_in_parts(f"{seen}\n\n<{inside}")
    if detectors:
        yield from scan_text(seen, policy, detectors)
        yield from scan_text(values_of(inside), policy, detectors)


def _joined(text: str) -> str:
    """The text with one character where JSON has two escapes for the halves of it (RFC 8259, section 7)."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(match: re.Match[str]) -> str:
    code, letter, sign = match.groups()
    return chr(int(code, 16)) if code else "  " if letter else sign
