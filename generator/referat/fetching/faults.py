"""How a call ends that gives no answer. Both carry the problem that is told."""

from referat.problems import Problem, ProblemError


class UnavailableError(ProblemError):
    """Something that cannot be had now. Everything else is asked for all the same, and the next run tries again."""


class HostStoppedError(ProblemError):
    """The host is asked nothing more in this run."""


def unavailable(code: str, message: str, where: str, advice: str | None = None) -> UnavailableError:
    """An answer that is missing or cannot be trusted.

    Args:
        code: of the problem.
        message: what happened.
        where: what was asked for: an address without its query.
        advice: what to do; by default nothing, because the next run tries again.
    """
    told = advice or "Nothing is lost: what was there is kept, and the next run tries again."
    return UnavailableError(Problem(code=code, message=message, path=where, advice=told))
