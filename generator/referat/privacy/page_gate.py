"""The gate for the publisher's own pages, and for the names of files."""

from msgspec import Struct

from referat.privacy.detectors import detector_of
from referat.privacy.finding import Verdict
from referat.privacy.lines import RecordLines
from referat.privacy.policy import STRICT, Policy, Release
from referat.privacy.redact import redact
from referat.privacy.sightings import look_at, used_releases
from referat.privacy.telling import problems_of
from referat.privacy.texts import Text
from referat.problems import Problem, Severity

PLACE = "the page"
"""What reviews call the place: a page has only one."""


class ScreenedPage(Struct, frozen=True, kw_only=True):
    """A page that may be published, and what was wrong with it."""

    text: str | None
    """None where it is held back as a whole."""
    problems: tuple[Problem, ...]
    used: tuple[Release, ...]
    """The releases that let something through."""


def screen_page(text: str, path: str, policy: Policy = STRICT) -> ScreenedPage:
    """Take out of a page's file what must not be published; a page with what is blocked is held back as a whole.

    Args:
        text: the file, front matter and all.
        path: the file, for the problems to name.
        policy: what is public all the same (`Policy.of_file`).
    """
    seen = look_at([Text(PLACE, text)], RecordLines(text=text), policy)
    blocked = [sighting for sighting in seen if sighting.verdict is Verdict.BLOCK]
    if blocked:
        detector = detector_of(blocked[0].kind)
        problem = Problem(
            code="page_held_back",
            message=f"The page holds {detector.name} ({detector.masked}), and is held back",
            severity=Severity.WARNING,
            path=path,
            line=blocked[0].line,
            advice="Take the number on this line out of the page.",
        )
        return ScreenedPage(text=None, problems=(problem,), used=())
    return ScreenedPage(text=redact(text, policy.at(PLACE)), problems=problems_of(seen, path), used=used_releases(seen))


def screen_name(path: str) -> Problem | None:
    """What is wrong with the name of a file that would become an address, or None."""
    shown = redact(path)
    if shown == path:
        return None
    return Problem(
        code="name_held_back",
        message="The file's name holds what must not be published, and the file is held back",
        severity=Severity.WARNING,
        path=shown,
        advice="Give the file another name.",
    )
