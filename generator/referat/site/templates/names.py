"""What the names in the templates of a site mean, as far as all of its templates agree.

Templates that include and extend each other share their names: what one of them gives a meaning of its own is not known
to mean the same in any other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import nodes
from jinja2.compiler import find_undeclared
from jinja2.visitor import NodeVisitor
from msgspec import Struct

_SPECIAL = ("caller", "kwargs", "varargs")
"""What a macro is given besides its parameters, if it speaks of it."""
_QUESTIONS = frozenset({"defined", "undefined", "default", "d"})
"""Tests and filters that may be asked about what is not there."""


class Names(Struct, frozen=True, kw_only=True):
    """What the names in all templates of a site mean."""

    assigned: frozenset[str] = frozenset()
    """Those that some template gives a meaning: variables, parameters, macros and imports."""
    macros: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The parameters of those that are no macro but this one, wherever they are a macro."""
    doubtful: frozenset[str] = frozenset()
    """The attributes that may be none: a template asks whether they are there, or has a mapping with such an entry."""


def names_in(trees: Mapping[str, nodes.Template]) -> Names:
    """The names of a site's templates, each of which is given by its name."""
    meanings: dict[str, set[_Macro | None]] = defaultdict(set)
    parameters: dict[_Macro, tuple[str, ...]] = {}
    for template, tree in trees.items():
        for macro in _macros_of(tree):
            meant = _Macro(template, macro.name)
            meanings[macro.name].add(meant)
            if _takes_nothing_else(macro):
                parameters[meant] = tuple(parameter.name for parameter in macro.args)
        for name, imported in _imported(tree):
            meanings[name].add(imported)
    only = {name: next(iter(meant)) for name, meant in meanings.items() if len(meant) == 1}
    return Names(
        assigned=frozenset().union(*map(assigned_names, trees.values())),
        macros={name: parameters[macro] for name, macro in only.items() if macro in parameters},
        doubtful=frozenset(name for tree in trees.values() for name in _doubtful(tree)),
    )


def assigned_names(tree: nodes.Template) -> frozenset[str]:
    """The names that a template gives a meaning: variables, parameters, macros and imports."""
    visitor = _Assignments()
    visitor.visit(tree)
    return frozenset(visitor.variables | visitor.macros)


def macro_names(tree: nodes.Template) -> frozenset[str]:
    """The names that a template has for macros, its own and others', and for nothing else."""
    visitor = _Assignments()
    visitor.visit(tree)
    inner = {macro.name for macro in tree.find_all(nodes.Macro)} - {macro.name for macro in _macros_of(tree)}
    return frozenset(visitor.macros - visitor.variables - inner)


class _Macro(NamedTuple):
    template: str
    name: str


class _Assignments(NodeVisitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.macros: set[str] = set()

    def visit_Name(self, node: nodes.Name) -> None:  # noqa: N802 - the library's name, as below
        if node.ctx != "load":
            self.variables.add(node.name)

    def visit_Macro(self, node: nodes.Macro) -> None:  # noqa: N802
        self.macros.add(node.name)
        self.generic_visit(node)

    def visit_Import(self, node: nodes.Import) -> None:  # noqa: N802
        self.variables.add(node.target)

    def visit_FromImport(self, node: nodes.FromImport) -> None:  # noqa: N802
        self.macros.update(as_what for _, as_what in pairs(node))


def pairs(node: nodes.FromImport) -> Iterator[tuple[str, str]]:
    """Of what is imported: what it is called where it is from, and what here."""
    return ((name, name) if isinstance(name, str) else name for name in node.names)


def template_of(node: nodes.FromImport | nodes.Include) -> str | None:
    """The template that is imported from or included, if that is always the same one."""
    named = node.template.value if isinstance(node.template, nodes.Const) else None
    return named if isinstance(named, str) else None


def _macros_of(tree: nodes.Template) -> Iterator[nodes.Macro]:
    """Those that others may import."""
    return (node for node in tree.body if isinstance(node, nodes.Macro))


def _takes_nothing_else(macro: nodes.Macro) -> bool:
    """Whether all that it can be given are its parameters."""
    return not find_undeclared(macro.body, _SPECIAL) and not any(parameter.name in _SPECIAL for parameter in macro.args)


def _imported(tree: nodes.Template) -> Iterator[tuple[str, _Macro | None]]:
    for node in tree.find_all(nodes.FromImport):
        template = template_of(node)
        for name, as_what in pairs(node):
            yield as_what, None if template is None or node.with_context else _Macro(template, name)


def _doubtful(tree: nodes.Template) -> Iterator[str]:
    for mapping in tree.find_all(nodes.Dict):
        keys = (entry.key for entry in mapping.items)
        yield from (str(key.value) for key in keys if isinstance(key, nodes.Const))
    for question in tree.find_all((nodes.Test, nodes.Filter)):
        if question.name in _QUESTIONS and isinstance(question.node, nodes.Getattr):
            yield question.node.attr
