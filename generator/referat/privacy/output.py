"""The last look at what is about to be published: no file of the site may hold what the gate blocks."""

from referat.privacy.detectors import scan_html, scan_text
from referat.privacy.finding import Finding, Verdict


def screen_output(text: str) -> tuple[Finding, ...]:
    """What must not be in a file of the site: HTML, JSON, a feed or plain text. Empty where it may be published.

    The gate has seen every record before. What is found here slipped through between the two, by a template that joins
    fields, or came from a page or a theme: the file must not be written.
    """
    # An escaped line break of JSON divides what it stands between, and must not glue its n to the digits.
    plain = text.replace("\\n", "  ")
    findings = {*scan_text(plain), *scan_html(plain)} if "<" in plain else scan_text(plain)
    return tuple(sorted(finding for finding in findings if finding.verdict is Verdict.BLOCK))
