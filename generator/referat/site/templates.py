"""Templates as files: where a name is found, and what a page's template is made of."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateError, meta

from referat.site.digest import digest_bytes

FOLDER = "templates"
"""Where a theme has its templates."""

_MISSING = b"missing"


class TemplateFiles:
    """The templates of a site: its own theme's before the default theme's, file by file."""

    def __init__(self, theme_dirs: Sequence[Path]) -> None:
        self.folders = tuple(theme / FOLDER for theme in theme_dirs)
        self.loader = FileSystemLoader([str(folder) for folder in self.folders])

    def find(self, name: str) -> Path | None:
        """The file of a template. The first theme that has it wins."""
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)

    def owns(self, path: str) -> bool:
        """Whether the file is one of the templates."""
        return any(Path(path).is_relative_to(folder) for folder in self.folders)

    def names(self) -> tuple[str, ...]:
        """All templates of all themes."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob("*")
            if path.is_file()
        }
        return tuple(sorted(found))

    def closure(self, name: str, environment: Environment) -> tuple[str, ...]:
        """The template and all that it extends, includes and imports, however deep, existing or not.

        Where a name is computed, it may be any template.
        """
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self._referenced(current, environment))
        return tuple(sorted(found))

    def digest(self, name: str, environment: Environment) -> bytes:
        """Of the closure's files. A file that appears where there was none, or before another, changes it."""
        parts: list[bytes] = []
        for member in self.closure(name, environment):
            path = self.find(member)
            parts += [member.encode(), _MISSING if path is None else path.read_bytes()]
        return digest_bytes(*parts)

    def _referenced(self, name: str, environment: Environment) -> Iterator[str]:
        path = self.find(name)
        if path is None:
            return
        try:
            tree = environment.parse(path.read_text(encoding="utf-8"), name)
        except (TemplateError, UnicodeDecodeError):
            # Rendering will tell of it, with the line.
            return
        for reference in meta.find_referenced_templates(tree):
            if reference is None:
                yield from self.names()
            else:
                yield reference
