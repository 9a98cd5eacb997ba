"""Folders that stay on the machine where they were made: git takes nothing of them along, wherever the site lies."""

from pathlib import Path

from referat.atomic import write_atomic

FILE = ".gitignore"
_TEXT = b"# What lies here may hold what must not be public.\n*\n"


def keep_from_git(folder: Path) -> None:
    """Let git ignore all that is in the folder, itself included. What a person has written there counts."""
    ignored = folder / FILE
    if not ignored.exists():
        write_atomic(ignored, _TEXT, durable=False)
