"""Templates as files: where a name is found, and what a page's template is made of."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FunctionLoader, TemplateError, meta, nodes

from referat.site.digest import digest_bytes
from referat.site.templates.names import Names, names_in

FOLDER = "templates"
"""Where a theme has its templates."""

_MISSING = b"missing"


class TemplateFiles:
    """The templates of a site: its own theme's before the default theme's, file by file.

    A build makes one for all its languages. It reads each file once, so that what a page is rendered from is what its
    key was made of, even when somebody saves a template in between.
    """

    def __init__(self, theme_dirs: Sequence[Path]) -> None:
        self.folders = tuple(theme / FOLDER for theme in theme_dirs)
        self.loader = FunctionLoader(self._load)
        self._contents: dict[str, bytes | None] = {}
        self._trees: dict[str, nodes.Template | None] = {}
        self._references: dict[str, tuple[str, ...]] = {}
        self._names: Names | None = None

    def find(self, name: str) -> Path | None:
        """The file of a template. The first theme that has it wins."""
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)

    def owns(self, path: str) -> bool:
        """Whether the file is one of the templates."""
        return any(Path(path).is_relative_to(folder) for folder in self.folders)

    def names(self) -> tuple[str, ...]:
        """All templates of all themes, but for those behind links to folders."""
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

    def digest_of_all(self) -> bytes:
        """Of every file of every theme's templates: another one when any page may be."""
        contents = ((name, self._content(name)) for name in self.names())
        return digest_bytes(*(part for name, content in contents for part in (name.encode(), content or _MISSING)))

    def digest(self, name: str, environment: Environment) -> bytes:
        """Of the closure's files. A file that appears where there was none, or before another, changes it."""
        parts: list[bytes] = []
        for member in self.closure(name, environment):
            content = self._content(member)
            parts += [member.encode(), _MISSING if content is None else b"found " + content]
        return digest_bytes(*parts)

    def meanings(self, environment: Environment) -> Names:
        """What the names in all templates mean."""
        if self._names is None:
            trees = {name: self._tree(name, environment) for name in self.names()}
            self._names = names_in({name: tree for name, tree in trees.items() if tree is not None})
        return self._names

    def parse(self, name: str, environment: Environment) -> nodes.Template | None:
        """The template's tree, to be changed at will. None where there is none, or it cannot be read."""
        content = self._content(name)
        if content is None:
            return None
        try:
            return environment.parse(content.decode())
        except (TemplateError, UnicodeDecodeError):
            # Rendering will tell of it, with the line.
            return None

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        content = self._content(name)
        return None if content is None else (content.decode(), str(self.find(name)), lambda: True)

    def _content(self, name: str) -> bytes | None:
        if name not in self._contents:
            path = self.find(name)
            self._contents[name] = None if path is None else path.read_bytes()
        return self._contents[name]

    def _referenced(self, name: str, environment: Environment) -> tuple[str, ...]:
        if name not in self._references:
            self._references[name] = tuple(self._named(name, environment))
        return self._references[name]

    def _named(self, name: str, environment: Environment) -> Iterator[str]:
        tree = self._tree(name, environment)
        for reference in () if tree is None else meta.find_referenced_templates(tree):
            if reference is None:
                yield from self.names()
            else:
                yield reference

    def _tree(self, name: str, environment: Environment) -> nodes.Template | None:
        """The template's tree, to be read and never changed: it is kept."""
        if name not in self._trees:
            self._trees[name] = self.parse(name, environment)
        return self._trees[name]
