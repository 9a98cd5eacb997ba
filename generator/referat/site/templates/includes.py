"""Templates with what they include in its place: then it needs no context of its own when a page is made."""

from collections.abc import Callable, Set
from typing import TypeAlias

from jinja2 import meta, nodes
from jinja2.visitor import NodeTransformer

from referat.site.templates.names import Meanings, meanings_in, template_of

Parser: TypeAlias = Callable[[str], nodes.Template | None]
"""Reads a template by its name, anew each time. None where it cannot: the library tells why when a page is made."""

_OWN = (nodes.Extends, nodes.Block, nodes.Macro, nodes.CallBlock)
"""What belongs to a template as such."""
_SPECIAL = frozenset({"loop", "self", "super", "caller", "kwargs", "varargs"})
"""Names that mean something else, or nothing, in a template that is included."""


def with_includes(tree: nodes.Template, name: str, parse: Parser, assigned: Set[str]) -> nodes.Template:
    """The template with others in the places where it includes them, as far as that gives the same text.

    Args:
        tree: The template. It is changed.
        name: Its name.
        parse: Reads the others.
        assigned: The names that some template of the site gives a meaning. A template that asks another for one of
            them is not put in its place: what it is told depends on where it stands, and on what was said before.
    """
    changed: nodes.Template = _Includes(tree, name, parse, assigned).visit(tree)
    return changed


class _Includes(NodeTransformer):
    def __init__(self, tree: nodes.Template, name: str, parse: Parser, assigned: Set[str]) -> None:
        self._parse = parse
        self._assigned = assigned
        self._around: dict[str, Meanings] = {name: meanings_in(tree, name)}
        """The template and those within it that are being put in place, with the meanings that they give to names."""

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802 - the library's name, as below
        if node.find(nodes.Extends) is None:
            self.generic_visit(node)
        else:  # what stands outside of its blocks is not shown
            for block in node.find_all(nodes.Block):
                self.generic_visit(block)
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Stmt:  # noqa: N802
        name = template_of(node)
        if name is None or name in self._around or not node.with_context or node.ignore_missing:
            return node
        tree = self._parse(name)
        if tree is None or not self._stands_alone(tree):
            return node
        meanings = meanings_in(tree, name)
        if not self._can_stand_here(meanings):
            return node
        self._around[name] = meanings
        self.generic_visit(tree)
        del self._around[name]
        return nodes.Scope(tree.body, lineno=node.lineno)

    def _stands_alone(self, tree: nodes.Template) -> bool:
        """Whether it asks for nothing that another template may tell it."""
        used = {name.name for name in tree.find_all(nodes.Name)}
        if any(tree.find_all(_OWN)) or used & _SPECIAL:
            return False
        # The library leaves out the names that all templates know, although any may give them another meaning.
        known = set(tree.environment.globals) if tree.environment else set()
        return (meta.find_undeclared_variables(tree) | (used & known)).isdisjoint(self._assigned)

    def _can_stand_here(self, own: Meanings) -> bool:
        """Whether no name has a meaning here and another in it."""
        return all(
            around.get(name, meant) == meant and (name not in around or None not in meant)
            for around in self._around.values()
            for name, meant in own.items()
        )
