"""The templates of one site in one language, as the library's environment."""

from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from functools import cached_property
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateRuntimeError, nodes

from referat.site.templates.code import SiteCode, SiteTemplates
from referat.site.templates.constants import Constants, with_constants
from referat.site.templates.files import TemplateFiles
from referat.site.templates.includes import with_includes

_LIKE_ALL: Mapping[str, Any] = MappingProxyType(
    {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "auto_reload": False,
        "cache_size": -1,
    }
)
"""How templates are read, whatever code is made of them."""


class SiteEnvironment(SiteTemplates):
    """The templates of one site in one language.

    Its globals and filters are all there before it loads a template, no template gets others, and none changes while it
    lives.

    Args:
        files: The site's templates.
        constants: What is known before there is a page. It is in the globals, too.
    """

    code_generator_class = SiteCode

    def __init__(self, files: TemplateFiles, constants: Constants) -> None:
        super().__init__(loader=files.loader, autoescape=True, **_LIKE_ALL)
        self.meanings = files.meanings(self)
        self.functions = frozenset(constants.functions) - self.meanings.assigned
        self._constants = constants
        self._files = files
        self._known = frozenset(files.names())
        self._loaded: dict[str, Template] = {}
        self._macros: dict[tuple[str, str], object] = {}

    def text(self, template: str, view: object) -> str:
        """The text of a page.

        Args:
            template: The name of its template.
            view: What the template sees as ``view``. Read twice, it must give the same.

        Raises:
            Exception: of any kind, for a template may do anything: what the library's own code raises.
        """
        if self.meanings.is_uniform:
            with suppress(Exception):
                return self.get_template(template).render(view=view)
        return self._plain.get_template(template).render(view=view)

    def macro(self, template: str, name: str) -> object:
        """What a template has by a name that others import: mostly a macro, and the same on all pages."""
        found = self._macros.get((template, name))
        if found is None:
            found = getattr(self.get_template(template).module, name)
            self._macros[template, name] = found
        return found

    @cached_property
    def _plain(self) -> Environment:
        """The library's own code, for pages that want more than there should be, and for what is wrong."""
        plain = Environment(loader=self.loader, autoescape=True, **_LIKE_ALL)
        plain.globals.update(self.globals)
        plain.filters.update(self.filters)
        return plain

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as the library calls it
    ) -> Template:
        """As the library does it, but each is looked for once."""
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super().get_template(name, parent)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One mapping. The library's own keeps two apart, and walks them for every import and include of every page."""
        return {**self.globals, **(d or {})}

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if name not in self._known:
            # What names mean is not known of a file that is found outside of the theme, by ``../`` or behind a link.
            raise TemplateRuntimeError(f"“{name}” is left to the library")
        assigned = self.meanings.assigned
        known = with_constants(with_includes(source, name, self._parsed, assigned), self._constants, assigned)
        known.set_environment(self)
        return super()._generate(known, name, filename, defer_init)

    def _parsed(self, name: str) -> nodes.Template | None:
        return self._files.parse(name, self) if name in self._known else None
