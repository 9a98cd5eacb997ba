"""What every page of a language says alike is worked out once, when a template is compiled.

Words, the addresses of assets and the site's settings are known before the first page. Where a template asks for one
of them, its value takes the place of the question; where words have places for values, the words are put around the
values. What cannot be answered, such as words that no file has, stays a question: it is asked when a page needs it, and
told with its line.

A name that any template of the site gives a meaning of its own is not touched in any of them, since templates that
include and extend each other share their names.
"""

from collections.abc import Callable, Mapping

from jinja2 import nodes
from jinja2.compiler import has_safe_repr
from jinja2.visitor import NodeTransformer
from msgspec import Struct

from referat.settings import Settings
from referat.site.templates.keywords import may_be_told_as
from referat.site.words.wording import Wording

WORDS = "t"
"""The function of templates that says words."""
SITE = "site"
"""The name of the site's settings."""


class Constants(Struct, frozen=True, kw_only=True):
    """What templates can know before there is a page."""

    values: Mapping[str, str] = {}
    """By the name that templates have for them."""
    functions: Mapping[str, Callable[..., object]] = {}
    """Those that give the same for the same, by their name."""
    words: Mapping[str, Wording] = {}
    settings: Settings | None = None


def with_constants(tree: nodes.Template, known: Constants, assigned: frozenset[str]) -> nodes.Template:
    """The template with values in the places of questions that can be answered.

    Args:
        tree: The template. It is changed.
        known: The answers.
        assigned: The names that some template of the site gives a meaning.
    """
    changed: nodes.Template = _Answers(known, assigned).visit(tree)
    return changed


class _Answers(NodeTransformer):
    def __init__(self, known: Constants, assigned: frozenset[str]) -> None:
        self._values = {name: value for name, value in known.values.items() if name not in assigned}
        self._functions = {name: function for name, function in known.functions.items() if name not in assigned}
        self._words = known.words if WORDS in self._functions else {}
        self._settings = None if SITE in assigned else known.settings

    def visit_Name(self, node: nodes.Name) -> nodes.Expr:  # noqa: N802
        return _constant(self._values[node.name], node) if node.name in self._values else node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        if self._settings is None or not isinstance(node.node, nodes.Name) or node.node.name != SITE:
            return node
        return _constant(getattr(self._settings, node.attr, Ellipsis), node)

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        function = self._function_of(node)
        arguments = [*node.args, *(keyword.value for keyword in node.kwargs)]
        if function is None or not all(isinstance(argument, nodes.Const) for argument in arguments):
            return node
        try:
            value = function(
                *(argument.as_const() for argument in node.args),
                **{keyword.key: keyword.value.as_const() for keyword in node.kwargs},
            )
        except Exception:  # whatever is wrong is told when a page needs it, with its line
            return node
        return _constant(value, node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:  # noqa: N802
        """As it is: the library puts known texts together and forgets that they are safe."""
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [part for child in node.nodes for part in self._said(child)]
        return node

    def _said(self, node: nodes.Expr) -> list[nodes.Expr]:
        """Words and the values in them, one after the other: every value has one place, and is made safe there."""
        if not isinstance(node, nodes.Call) or self._function_of(node) is None or not self._is_words(node):
            return [node]
        wording = self._words.get(node.args[0].as_const())
        values = {keyword.key: keyword.value for keyword in node.kwargs}
        if wording is None or wording.one is not None or sorted(wording.many[1::2]) != sorted(values):
            return [node]
        if not may_be_told_as(wording.many[1::2], node.kwargs):
            return [node]
        return [
            values[part] if place % 2 else nodes.TemplateData(part, lineno=node.lineno)
            for place, part in enumerate(wording.many)
        ]

    def _is_words(self, node: nodes.Call) -> bool:
        named = isinstance(node.node, nodes.Name) and node.node.name == WORDS
        return named and len(node.args) == 1 and isinstance(node.args[0], nodes.Const)

    def _function_of(self, node: nodes.Call) -> Callable[..., object] | None:
        if node.dyn_args is not None or node.dyn_kwargs is not None or not isinstance(node.node, nodes.Name):
            return None
        return self._functions.get(node.node.name)


def _constant(value: object, node: nodes.Expr) -> nodes.Expr:
    """The value in the place of the node, if it can be written into code there: ``-3 ** x`` is not ``(-3) ** x``."""
    is_negative = isinstance(value, int | float) and value < 0
    known = value is not Ellipsis and has_safe_repr(value) and not is_negative
    return nodes.Const(value, lineno=node.lineno) if known else node
