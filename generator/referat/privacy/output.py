"""The last look at what is about to be published: no file of the site may hold what the gate takes away.

Every exporter asks it, whatever the file: HTML, XML, JSON, CSV, a calendar, plain text.
"""

import html
import re

from referat.privacy.finding import Finding, Verdict
from referat.privacy.markup import attribute_text, visible_text
from referat.privacy.policy import STRICT, Policy
from referat.privacy.scan import scan_text

_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|([nrt])|([\"/\\,;]))")
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")


def screen_output(text: str, policy: Policy = STRICT) -> frozenset[str]:
    """The kinds of what must not be in a file of the site. Empty where it may be published.

    The gate has seen every record before. What is found here slipped through between the two, by a template that joins
    fields, or came from a page or a theme: the file must not be written.

    Args:
        text: all of the file.
        policy: what is public all the same; its releases count wherever they are for.
    """
    policy = policy.anywhere()
    return frozenset(finding.kind for part in _readings(text) for finding in _leaks(part, policy))


def _leaks(text: str, policy: Policy) -> list[Finding]:
    return [finding for finding in scan_text(text, policy) if finding.verdict >= Verdict.REMOVE]


def _readings(text: str) -> list[str]:
    """The file as its readers, people and programs, take it apart."""
    if "\\" in text:
        text = _ESCAPED.sub(_unescaped, text)  # JSON, and the calendar's own escapes
    if text.startswith("BEGIN:VCALENDAR"):
        text = _FOLDED_LINE.sub("", text)
    if "<" not in text:
        return [text]
    # HTML that an XML file holds is text there, with tags for those who read it.
    files = (text, html.unescape(text)) if "&lt;" in text else (text,)
    return [reading for file in files for reading in (visible_text(file), attribute_text(file))]


def _unescaped(match: re.Match[str]) -> str:
    code, letter, sign = match.groups()
    return chr(int(code, 16)) if code else "  " if letter else sign
