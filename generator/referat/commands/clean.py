"""``referat clean``: take away what a build made."""

import shutil
from pathlib import Path

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode

MADE = ("output", ".cache/pages", ".cache/records", ".cache/search", ".cache/sharing", ".cache/state")
"""What a build makes again. What an import remembers of the records it wrote (``.cache/import``) is not among it."""


def run(root: Path, terminal: Terminal) -> ExitCode:
    """Remove the site's output and the build's cache. The next build makes them anew."""
    for name in MADE:
        folder = root / name
        if folder.is_symlink():
            folder.unlink()
        elif folder.is_dir():
            shutil.rmtree(folder)
        elif folder.is_file():
            folder.unlink()
        else:
            continue
        terminal.say(f"removed {name}")
    return ExitCode.FINE
