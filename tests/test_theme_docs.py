"""docs/themes.md lists all that a template can see: the fields of every page's view, and of the values in them."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import isclass
from pathlib import Path
from typing import get_args, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from referat.site import views
from referat.site.mentions import LinkedText
from referat.site.words import Phrase, Versions

ROOT = Path(__file__).parents[1]


def page_views() -> dict[str, type[Struct]]:
    """The view of each page's template, which its docstring names."""
    modules = [import_module(f"{views.__name__}.{module.name}") for module in pkgutil.iter_modules(views.__path__)]
    found = {value for module in modules for value in vars(module).values() if isclass(value)}
    return {
        template: view
        for view in found
        if issubclass(view, Struct) and (view.__doc__ or "").startswith("What ``")
        for template in re.findall(r"``([\w.-]+)``", (view.__doc__ or "").split(" show")[0])
    }


def structs_in(hint: object) -> Iterator[type[Struct]]:
    if isclass(hint) and issubclass(hint, Struct) and hint not in (LinkedText, Phrase, Versions):
        yield hint
    for argument in get_args(hint):
        yield from structs_in(argument)


def values_in(value: type[Struct]) -> set[type[Struct]]:
    """The values that a view holds, however deep."""
    held = {part for hint in get_type_hints(value).values() for part in structs_in(hint)}
    return held.union(*map(values_in, held))


def row(name: str, value: type[Struct]) -> str:
    hints = get_type_hints(value)
    return f"| `{name}` | {', '.join(_field(field.name, hints[field.name]) for field in fields(value))} |"


def _field(name: str, hint: object) -> str:
    held = [value.__name__ for value in structs_in(hint)]
    return f"`{name}` ({', '.join(held)})" if held else f"`{name}`"


def expected() -> list[str]:
    pages = page_views()
    values = {value.__name__: value for view in pages.values() for value in values_in(view)}
    return [row(name, each[name]) for each in (pages, values) for name in sorted(each)]


def test_every_template_of_a_page_has_a_view() -> None:
    components = {"base.html"}
    templates = {path.name for path in (ROOT / "themes/default/templates").iterdir() if path.is_file()}
    assert page_views().keys() == templates - components


def test_the_documentation_lists_all_that_a_template_can_see_and_nothing_else() -> None:
    documented = (ROOT / "docs/themes.md").read_text(encoding="utf-8").partition("## Alle felter")[2]
    rows = [line for line in documented.splitlines() if line.startswith("| `")]
    assert rows == expected()
