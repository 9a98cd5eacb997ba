"""Where a site's theme lies: its own folder first, then the default theme that comes with the program."""

from importlib.resources import files
from pathlib import Path

from referat.problems import Problem, ProblemError

DEFAULT = "default"


def default_theme() -> Path:
    """The default theme's folder: inside the installed package, or beside its source."""
    package = Path(str(files("referat")))
    installed = package / "default_theme"
    return installed if installed.is_dir() else package.parent.parent / "themes" / DEFAULT


def theme_dirs(root: Path, theme: str) -> tuple[Path, ...]:
    """The folders to look for a theme's files in, the first that has a file wins.

    Raises:
        ProblemError: the site has no theme of that name.
    """
    own, default = root / "themes" / theme, default_theme()
    if own.is_dir():
        return (own,) if own.resolve() == default.resolve() else (own, default)
    if theme == DEFAULT:
        return (default,)
    raise ProblemError(
        Problem(
            code="theme_missing",
            message=f"There is no theme “{theme}”",
            path="site.toml",
            advice=f'Make the folder themes/{theme}/, or write theme = "{DEFAULT}".',
        )
    )
