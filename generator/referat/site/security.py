"""``security.txt`` (RFC 9116): whom to tell of a weakness of the site.

When it expires is the publisher's promise, and stands in ``site.toml``: a file whose date moved with each build would
promise for ever, and no two builds would be alike. The build tells in good time when it is about to run out.
"""

import datetime as dt

from referat.problems import Problem, Severity
from referat.settings import FILE, Settings
from referat.site.urls import base_path

PATHS = (".well-known/security.txt", "security.txt")
"""Where it stands (RFC 9116, 3). The second is for hosts that leave out folders whose names begin with a dot."""
NOTICE = dt.timedelta(days=30)
"""So long before it runs out the publisher is told."""


def security_text(settings: Settings) -> str | None:
    """The file's text. None where the publisher promises nothing, or the site has no host of its own to speak for."""
    if settings.security is None or settings.security_expires is None or base_path(settings.base_url):
        return None
    lines = [
        f"Contact: {settings.security}",
        f"Expires: {settings.security_expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(settings.languages)}",
    ]
    if settings.base_url is not None:
        lines.append(f"Canonical: {settings.base_url}{PATHS[0]}")
    return "".join(f"{line}\n" for line in lines)


def security_problems(settings: Settings, today: dt.date) -> tuple[Problem, ...]:
    """What there is to say about the promise on the day of the build."""
    expires = settings.security_expires
    if settings.security is None:
        return ()
    if expires is None:
        return (
            _problem("security_expires_missing", "security has no day until which it is promised: there is no file"),
        )
    if base_path(settings.base_url):
        message = "security.txt speaks for a whole host, and the site is in a folder of one: there is no file"
        return (_problem("security_in_folder", message, Severity.INFO),)
    if expires <= today:
        return (_problem("security_expired", f"security.txt has run out on {expires}: nobody may rely on it"),)
    if expires - today <= NOTICE:
        return (_problem("security_expires_soon", f"security.txt runs out on {expires}"),)
    return ()


def _problem(code: str, message: str, severity: Severity = Severity.WARNING) -> Problem:
    advice = "Look whether the address is still read, and write security_expires = 2027-05-14 (at most a year ahead)."
    if code == "security_in_folder":
        advice = "Take security out of site.toml, or publish the site at the top of a host."
    return Problem(code=code, message=message, severity=severity, path=FILE, advice=advice)
