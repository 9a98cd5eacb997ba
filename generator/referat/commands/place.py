"""Where a command works."""

from pathlib import Path

from referat.problems import Problem, ProblemError

_ONE_OF = ("site.toml", "content")


def require_site(root: Path) -> None:
    """Stop a command that would make an empty site where none was ever begun: in the folder above, or at home.

    Raises:
        ProblemError: there are neither settings nor content.
    """
    if not any((root / name).exists() for name in _ONE_OF):
        raise ProblemError(
            Problem(
                code="site_missing",
                message=f"There is no site in {root.name or root}/: it has neither {' nor '.join(_ONE_OF)}/",
                advice="Go to the site's folder, or name it with -C. To begin a site there, write its site.toml first.",
            )
        )
