"""Python code for templates that does less for each page than the library's own, and gives the same text.

A page is some hundred pieces of text, and most of its time goes into handing each of them on: making it safe, calling
what says it, passing it up through blocks and includes. The library lets its code generator be replaced for that
(Jinja, API: ``Environment.code_generator_class``).
"""

from collections.abc import Mapping, Sequence
from keyword import iskeyword
from types import MappingProxyType

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

from referat.site.shown import shown
from referat.site.templates.keywords import may_be_told_as
from referat.site.templates.names import KnownMacro, Names, macros_in, pairs, template_of

_OF_TEMPLATES = "self"
"""The name by which a template asks for its blocks."""


class SiteTemplates(Environment):
    """What the code of templates asks its environment."""

    meanings: Names
    """What the names in all templates mean."""
    functions: frozenset[str]
    """The names that mean a function in all templates. None of these functions wants the context."""


class SiteCode(CodeGenerator):
    """The code of a template that is as it should be, and makes all values safe. Where a page needs what it does not
    foresee, the code raises an error of any kind, and the library's own code must tell what is wrong, or that all is
    well.
    """

    environment: SiteTemplates
    _macros: Mapping[str, KnownMacro] = MappingProxyType({})
    """The names that mean one macro in this template and nothing else, as far as it is known what that can be given."""
    _gathered = ""
    """The variable with what a template or a block has to show so far."""
    _shown: nodes.Call | None = None
    """The call of a macro whose text is shown as it is."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - the library's name
        parameters = self.environment.meanings.macros
        named = macros_in(node, self.name or "")
        self._macros = {name: macro for name, macro in named.items() if macro in parameters}
        self.writeline(f"from {shown.__module__} import safe, {shown.__name__}")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Gather what a template or a block shows, to hand it on as one text: the library hands on piece by piece."""
        if frame.parent is None:
            self.buffer(frame)
            self._gathered = frame.buffer or ""
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        if force_unescaped:
            super().return_buffer_contents(frame, force_unescaped)
        else:
            self.writeline(f"return safe(concat({frame.buffer}))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        if not node.with_context:
            # The library's code hands on at once what is included so: what was gathered before goes before.
            self.writeline(f"yield concat({self._gathered})")
            self.writeline(f"{self._gathered}.clear()")
        super().visit_Include(node, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        super().visit_Macro(node, frame)
        if frame.toplevel and node.name in self._macros:
            name = frame.symbols.ref(node.name)
            self.writeline(f"{name}.{self._macros[node.name].tag} = {name}._func")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Macros are asked for once: they are the same for all pages."""
        template = template_of(node)
        if template is None or not all(as_what in self._macros for _, as_what in pairs(node)):
            super().visit_FromImport(node, frame)
            return
        for name, as_what in pairs(node):
            self.writeline(f"{frame.symbols.ref(as_what)} = ", node)
            if frame.toplevel:
                self.write(f"context.vars[{as_what!r}] = ")
            self.write(f"environment.macro({template!r}, {name!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Without looking for an entry of the name, where it is no doubt an attribute."""
        if not self._is_attribute(node):
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def _is_attribute(self, node: nodes.Getattr) -> bool:
        of_templates = isinstance(node.node, nodes.Name) and node.node.name == _OF_TEMPLATES
        is_plain = node.attr.isascii() and not node.attr.startswith("__") and not iskeyword(node.attr)
        return is_plain and not of_templates and node.attr not in self.environment.meanings.doubtful

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        is_shown, self._shown = node is self._shown, None
        arguments = None if forward_caller else self._for_macro(node)
        if arguments is not None:
            self.write("" if is_shown else "safe(")
            self.visit(node.node, frame)
            self.write(f".{self._macros[_name_of(node)].tag}(")
            self._write_all(arguments, frame)
            self.write(")" if is_shown else "))")
        elif not forward_caller and self._is_function(node):
            self.write("(")
            self.visit(node.node, frame)
            self.write(")(")
            self._write_all([*node.args, *node.kwargs], frame)
            for stars, values in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
                if values is not None:
                    self.write(stars)
                    self._write_all([values], frame)
            self.write(")")
        else:
            # Without the variables of loops and blocks: they are for functions that want the context. There are none.
            bare = frame.copy()
            bare.loop_frame = bare.block_frame = False
            super().visit_Call(node, bare, forward_caller=forward_caller)

    def _is_function(self, node: nodes.Call) -> bool:
        """Whether what is called wants what it is given and nothing else: a function of the site, or one of a value."""
        if any(iskeyword(keyword.key) for keyword in node.kwargs):
            return False
        if isinstance(node.node, nodes.Getattr):  # a module's macro wants to know where it is called
            return self._is_attribute(node.node) and node.node.attr not in self.environment.meanings.assigned
        return _name_of(node) in self.environment.functions

    def _for_macro(self, node: nodes.Call) -> Sequence[nodes.Expr | None] | None:
        """One argument for each parameter of a known macro, and None for those that are not given. None where the
        macro is not known, or cannot be called so.
        """
        macro = self._macros.get(_name_of(node))
        if macro is None or node.dyn_args is not None or node.dyn_kwargs is not None:
            return None
        parameters = self.environment.meanings.macros[macro]
        rest = parameters[len(node.args) :]
        named = {keyword.key: keyword.value for keyword in node.kwargs}
        is_right = len(node.args) <= len(parameters) and named.keys() <= {*rest} and len(named) == len(node.kwargs)
        return [*node.args, *map(named.get, rest)] if is_right and may_be_told_as(rest, node.kwargs) else None

    def _write_all(self, arguments: Sequence[nodes.Node | None], frame: Frame) -> None:
        for argument in arguments:
            if argument is None:
                self.write("missing")
            else:
                self.visit(argument, frame)
            self.write(", ")

    def _output_child_pre(
        self,
        node: nodes.Expr,
        frame: Frame,  # noqa: ARG002 - as the library calls it
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        if isinstance(node, nodes.Call) and self._for_macro(node) is not None:
            self._shown = node
            self.write("(")
        else:
            self.write(f"{shown.__name__}(")


def _name_of(node: nodes.Call) -> str:
    """The name by which something is called. Empty where it is called by none."""
    return node.node.name if isinstance(node.node, nodes.Name) else ""
