"""The templates of one site in one language, as the library's environment."""

from collections.abc import Callable, MutableMapping
from types import MethodType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from referat.site.templates.code import SiteCode
from referat.site.templates.constants import Constants, with_constants
from referat.site.templates.files import TemplateFiles


class _Context(Context):
    """Calls macros and methods with what they are given, without a search for what else they might want."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if type(function) is MethodType and not hasattr(function, "jinja_pass_arg"):
            return function(*args, **kwargs)
        if type(function) is not Macro or function.caller or function.catch_kwargs or function.catch_varargs:
            return super().call(function, *args, **kwargs)
        rest = function.arguments[len(args) :]
        # Where it is called as it cannot be, the library has the words for what is wrong.
        if len(args) > len(function.arguments) or not self.eval_ctx.autoescape:
            return super().call(function, *args, **kwargs)
        if kwargs and not kwargs.keys() <= {*rest}:
            return super().call(function, *args, **kwargs)
        text = function._func(*args, *[kwargs.get(name, missing) for name in rest]) if rest else function._func(*args)
        return text if type(text) is Markup else Markup(text)  # noqa: S704 - it is made by the code of a template


class _Template(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - as the library calls it
        # The library looks first whether who imports it has globals that it has not.
        return self._module or super()._get_default_module()


class SiteEnvironment(Environment):
    """The templates of one site in one language.

    Its globals and filters are all there before it loads a template, no template gets others, and none changes while it
    lives.

    Args:
        files: The site's templates.
    """

    code_generator_class = SiteCode
    context_class = _Context
    template_class = _Template
    constants = Constants()
    """What is known before there is a page. It is set with the globals."""

    def __init__(self, files: TemplateFiles) -> None:
        super().__init__(
            loader=files.loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._files = files
        self._loaded: dict[str, Template] = {}

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
        known = with_constants(source, self.constants, self._files.assigned(self))
        known.set_environment(self)
        return super()._generate(known, name, filename, defer_init)
