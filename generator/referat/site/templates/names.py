"""What the names in the templates of a site mean, as far as that is known before there is a page.

Templates that include and extend each other share their names: what one of them gives a meaning of its own is not known
to mean the same in any other.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from jinja2 import nodes
from jinja2.compiler import find_undeclared
from jinja2.visitor import NodeVisitor
from msgspec import Struct

_GIVEN_TOO = ("caller", "kwargs", "varargs")
"""What a macro is given besides its parameters, if it speaks of it."""
_QUESTIONS = frozenset({"defined", "undefined", "default", "d"})
"""Tests and filters that may be asked about what is not there."""


class KnownMacro(Struct, frozen=True, dict=True):
    """A macro, by the template that it stands in."""

    template: str
    name: str

    @cached_property
    def tag(self) -> str:
        """An attribute that this macro has, and nothing else."""
        place = f"{self.template}\0{self.name}".encode()
        return f"known_{hashlib.blake2b(place, digest_size=8).hexdigest()}"


Meanings: TypeAlias = Mapping[str, frozenset[KnownMacro | None]]
"""What each name may mean that a template gives a meaning: macros, and None for anything else."""


class Names(Struct, frozen=True, kw_only=True):
    """What the names in all templates of a site mean."""

    assigned: frozenset[str] = frozenset()
    """Those that some template gives a meaning: variables, parameters, macros and imports."""
    macros: Mapping[KnownMacro, tuple[str, ...]] = MappingProxyType({})
    """The parameters of the macros that can be given nothing else."""
    doubtful: frozenset[str] = frozenset()
    """The attributes that may be none: a template asks whether they are there, or has a mapping with such an entry."""
    is_uniform: bool = True
    """Whether values are made safe everywhere: no template says ``autoescape``."""


def names_in(trees: Mapping[str, nodes.Template]) -> Names:
    """The names of a site's templates, each of which is given by its name."""
    return Names(
        assigned=frozenset(name for template, tree in trees.items() for name in meanings_in(tree, template)),
        macros={macro: parameters for name, tree in trees.items() for macro, parameters in _macros_of(name, tree)},
        doubtful=frozenset(name for tree in trees.values() for name in _doubtful(tree)),
        is_uniform=all(tree.find(nodes.EvalContextModifier) is None for tree in trees.values()),
    )


def meanings_in(tree: nodes.Template, template: str) -> Meanings:
    """What the names may mean that a template, of this name, gives a meaning."""
    visitor = _Assignments(template, tree)
    visitor.visit(tree)
    return {name: frozenset(meant) for name, meant in visitor.meanings.items()}


def macros_in(tree: nodes.Template, template: str) -> dict[str, KnownMacro]:
    """The names that mean one macro in a template, its own or another's, and nothing else."""
    return {
        name: macro
        for name, meant in meanings_in(tree, template).items()
        if len(meant) == 1
        for macro in meant
        if macro is not None
    }


def pairs(node: nodes.FromImport) -> Iterator[tuple[str, str]]:
    """Of what is imported: what it is called where it is from, and what here."""
    return ((name, name) if isinstance(name, str) else name for name in node.names)


def template_of(node: nodes.FromImport | nodes.Include) -> str | None:
    """The template that is imported from or included, if that is always the same one."""
    named = node.template.value if isinstance(node.template, nodes.Const) else None
    return named if isinstance(named, str) else None


class _Assignments(NodeVisitor):
    def __init__(self, template: str, tree: nodes.Template) -> None:
        self.meanings: dict[str, set[KnownMacro | None]] = defaultdict(set)
        self._template = template
        self._own: list[nodes.Node] = [node for node in tree.body if isinstance(node, nodes.Macro)]

    def visit_Name(self, node: nodes.Name) -> None:  # noqa: N802 - the library's name, as below
        if node.ctx != "load":
            self.meanings[node.name].add(None)

    def visit_Macro(self, node: nodes.Macro) -> None:  # noqa: N802
        is_own = any(node is own for own in self._own)
        is_first = node.name not in self.meanings
        self.meanings[node.name].add(KnownMacro(self._template, node.name) if is_own and is_first else None)
        self.generic_visit(node)

    def visit_Import(self, node: nodes.Import) -> None:  # noqa: N802
        self.meanings[node.target].add(None)

    def visit_FromImport(self, node: nodes.FromImport) -> None:  # noqa: N802
        template = template_of(node)
        for name, as_what in pairs(node):
            known = template is not None and not node.with_context
            self.meanings[as_what].add(KnownMacro(template or "", name) if known else None)


def _macros_of(name: str, tree: nodes.Template) -> Iterator[tuple[KnownMacro, tuple[str, ...]]]:
    known = macros_in(tree, name)
    for node in tree.body:
        if isinstance(node, nodes.Macro) and node.name in known and _takes_nothing_else(node):
            yield known[node.name], tuple(parameter.name for parameter in node.args)


def _takes_nothing_else(macro: nodes.Macro) -> bool:
    """Whether all that it can be given are its parameters."""
    names = [parameter.name for parameter in macro.args]
    return not find_undeclared(macro.body, _GIVEN_TOO) and all(
        name.isascii() and name not in _GIVEN_TOO for name in names
    )


def _doubtful(tree: nodes.Template) -> Iterator[str]:
    for mapping in tree.find_all(nodes.Dict):
        keys = (entry.key for entry in mapping.items)
        yield from (str(key.value) for key in keys if isinstance(key, nodes.Const))
    for question in tree.find_all((nodes.Test, nodes.Filter)):
        if question.name in _QUESTIONS and isinstance(question.node, nodes.Getattr):
            yield question.node.attr
    yield from (target.attr for target in tree.find_all(nodes.NSRef))
