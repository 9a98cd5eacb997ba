"""Templates with what they include in its place: then it needs no context of its own when a page is made."""

from collections.abc import Callable
from typing import TypeAlias

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from referat.site.templates.names import template_of

Parser: TypeAlias = Callable[[str], nodes.Template | None]
"""Reads a template by its name, anew each time. None where it cannot: the library tells why when a page is made."""

_OWN = (nodes.Extends, nodes.Block, nodes.Macro, nodes.CallBlock)
"""What belongs to a template as such."""
_SPECIAL = frozenset({"loop", "self", "super", "caller", "kwargs", "varargs"})
"""Names that mean something else, or nothing, in a template that is included."""


def with_includes(tree: nodes.Template, name: str, parse: Parser) -> nodes.Template:
    """The template with others in the places where it includes them, as far as that gives the same text.

    Args:
        tree: The template. It is changed.
        name: Its name.
        parse: Reads the others.
    """
    changed: nodes.Template = _Includes(name, parse).visit(tree)
    return changed


class _Includes(NodeTransformer):
    def __init__(self, name: str, parse: Parser) -> None:
        self._within = [name]
        self._parse = parse

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802 - the library's name, as below
        if node.find(nodes.Extends) is None:
            self.generic_visit(node)
        else:  # what stands outside of its blocks is not shown
            for block in node.find_all(nodes.Block):
                self.generic_visit(block)
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Stmt:  # noqa: N802
        included = self._included(node)
        return node if included is None else nodes.Scope(included.body, lineno=node.lineno)

    def _included(self, node: nodes.Include) -> nodes.Template | None:
        name = template_of(node)
        if name is None or name in self._within or not node.with_context or node.ignore_missing:
            return None
        tree = self._parse(name)
        if tree is None or any(tree.find_all(_OWN)) or any(used.name in _SPECIAL for used in tree.find_all(nodes.Name)):
            return None
        self._within.append(name)
        self.generic_visit(tree)
        self._within.pop()
        return tree
