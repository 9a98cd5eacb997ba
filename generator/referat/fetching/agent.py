"""Who asks. A portal's operator who minds can write to somebody instead of shutting everybody out."""

from importlib.metadata import version

from referat.problems import Problem, ProblemError


def user_agent(contact: str | None) -> str:
    """``referat/0.1.0 (+mailto:drift@strandby.example)``.

    Args:
        contact: the publisher's mail address or web address, from ``site.toml``.

    Raises:
        ProblemError: there is none, or it cannot be sent in a header.
    """
    told = (contact or "").strip()
    if not told or not told.isascii() or not told.isprintable():
        raise ProblemError(_missing(told))
    return f"referat/{version('referat')} (+{f'mailto:{told}' if '@' in told and ':' not in told else told})"


def _missing(told: str) -> Problem:
    what = f"the contact “{told}” has letters that cannot be sent" if told else "nobody could write to you"
    return Problem(
        code="fetch_contact_missing",
        message=f"Nothing is fetched, because {what}",
        path="site.toml",
        advice='Write contact = "…" below a line [fetch]: your mail address, or the address of a page about you.',
    )
