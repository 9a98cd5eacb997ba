"""Who asks. A portal's operator who minds can write to somebody instead of shutting everybody out."""

from importlib.metadata import version

from referat.problems import Problem, ProblemError


def user_agent(contact: str | None) -> str:
    """``referat/0.1.0 (+mailto:drift@strandby.example)``.

    Args:
        contact: the publisher's mail address or web address, as `referat.settings` reads it: a URI.

    Raises:
        ProblemError: there is none.
    """
    if contact is None:
        raise ProblemError(_missing())
    return f"referat/{version('referat')} (+{contact})"


def _missing() -> Problem:
    return Problem(
        code="fetch_contact_missing",
        message="Nothing is fetched, because nobody could write to you",
        path="site.toml",
        advice='Write contact = "…" below a line [fetch]: your mail address, or the address of a page about you.',
    )
