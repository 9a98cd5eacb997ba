"""Templates with what they include in its place: then it needs no context of its own when a page is made."""

from collections.abc import Callable, Set
from typing import TypeAlias

from jinja2 import meta, nodes
from jinja2.visitor import NodeTransformer
from msgspec import Struct

from referat.site.templates.names import Meanings, meanings_in, pairs, template_of

Parser: TypeAlias = Callable[[str], nodes.Template | None]
"""Reads a template by its name, anew each time. None where it cannot: the library tells why when a page is made."""

_OF_ITS_OWN = (nodes.Extends, nodes.Block, nodes.Macro, nodes.CallBlock)
"""What belongs to a template as such."""
_OF_THE_PLACE = frozenset({"loop", "self", "super", "caller", "kwargs", "varargs"})
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


class _Around(Struct, frozen=True):
    """A template in which another is to be put in place."""

    meanings: Meanings
    mentioned: frozenset[str]


class _Includes(NodeTransformer):
    def __init__(self, tree: nodes.Template, name: str, parse: Parser, assigned: Set[str]) -> None:
        self._parse = parse
        self._assigned = assigned
        self._around = {name: _around(tree, name)}
        """The template, and those within it that are being put in place."""
        self._is_shown = tree.find(nodes.Extends) is None
        """Whether what is written here has its place. Outside of blocks, a child's includes come before all else."""

    def visit_Block(self, node: nodes.Block) -> nodes.Block:  # noqa: N802 - the library's name, as below
        before, self._is_shown = self._is_shown, True
        self.generic_visit(node)
        self._is_shown = before
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Stmt:  # noqa: N802
        name = template_of(node)
        if name is None or name in self._around or not node.with_context or node.ignore_missing or not self._is_shown:
            return node
        tree = self._parse(name)
        if tree is None or not self._stands_alone(tree) or not self._can_stand_here(tree, name):
            return node
        self._around[name] = _around(tree, name)
        self.generic_visit(tree)
        del self._around[name]
        return nodes.Scope(tree.body, lineno=node.lineno)

    def _stands_alone(self, tree: nodes.Template) -> bool:
        """Whether it asks for nothing that another template may tell it."""
        used = {name.name for name in tree.find_all(nodes.Name)}
        if any(tree.find_all(_OF_ITS_OWN)) or used & _OF_THE_PLACE:
            return False
        if not all(include.with_context for include in tree.find_all(nodes.Include)):
            return False
        # The library leaves out the names that all templates know, although any may give them another meaning.
        known = set(tree.environment.globals) if tree.environment else set()
        return (meta.find_undeclared_variables(tree) | (used & known)).isdisjoint(self._assigned)

    def _can_stand_here(self, tree: nodes.Template, name: str) -> bool:
        """Whether no name that it gives a meaning is spoken of here, but for macros that both import."""
        at_once = _imported_at_once(tree)
        return all(
            one not in around.mentioned or (one in at_once and None not in meant and around.meanings.get(one) == meant)
            for around in self._around.values()
            for one, meant in meanings_in(tree, name).items()
        )


def _around(tree: nodes.Template, name: str) -> _Around:
    meanings = meanings_in(tree, name)
    return _Around(meanings, frozenset(meanings).union(used.name for used in tree.find_all(nodes.Name)))


def _imported_at_once(tree: nodes.Template) -> frozenset[str]:
    """The names of the macros that a template imports before it says anything."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            names.update(as_what for _, as_what in pairs(node))
        elif not isinstance(node, nodes.Output) or not all(isinstance(part, nodes.TemplateData) for part in node.nodes):
            break
    return frozenset(names)
