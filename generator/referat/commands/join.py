"""``referat join``: make the site of parts that were built elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from referat.commands.build import show
from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode
from referat.commands.place import require_site
from referat.site.joining import join_site
from referat.site.report import BuildOptions


def run(
    root: Path,
    parts: Sequence[Path],
    options: BuildOptions,
    terminal: Terminal,
    *,
    strict: bool,
    timings: bool,
    as_json: bool,
) -> ExitCode:
    """Join, and tell what was built and what was wrong."""
    require_site(root)
    return show(join_site(root, parts, options), terminal, strict=strict, timings=timings, as_json=as_json)
