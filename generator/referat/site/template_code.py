"""Templates as Python code that does less for each page than the library's own, and gives the same text.

A page is some hundred pieces of text, and most of its time goes into handing each of them on: making it safe, calling
what says it, passing it up through blocks and includes. The library lets its code generator, its context and its
templates be replaced for that (Jinja, API: ``Environment.code_generator_class``, ``context_class`` and
``template_class``).
"""

from collections.abc import Callable, MutableMapping
from types import MethodType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from referat.site.shown import shown
from referat.site.template_constants import Constants, with_constants
from referat.site.templates import TemplateFiles


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


class _Code(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - the library's name
        self.writeline(f"from {shown.__module__} import safe, {shown.__name__}")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Gather what a template or a block shows, to hand it on as one text: the library hands on piece by piece."""
        if frame.parent is None:
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        if force_unescaped or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super().return_buffer_contents(frame, force_unescaped)
        else:
            self.writeline(f"return safe(concat({frame.buffer}))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        if not node.with_context:
            # The library's code for it hands on at once what it includes: what was gathered before goes before.
            self.writeline(f"yield concat({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
        super().visit_Include(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Without the variables of loops and blocks: they are for functions that want the context. There are none."""
        bare = frame.copy()
        bare.loop_frame = bare.block_frame = False
        super().visit_Call(node, bare, forward_caller=forward_caller)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{shown.__name__}(")


class SiteEnvironment(Environment):
    """The templates of one site in one language.

    Its globals and filters are all there before it loads a template, no template gets others, and none changes while it
    lives.

    Args:
        files: The site's templates.
    """

    code_generator_class = _Code
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
