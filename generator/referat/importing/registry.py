"""All formats there are. A new one is one more module in `referat.importing.formats`."""

import pkgutil
from functools import cache
from importlib import import_module

from referat.importing import formats
from referat.importing.format import Format


@cache
def all_formats() -> tuple[Format, ...]:
    """The ``FORMAT`` of every module (or package) in `referat.importing.formats`, by name."""
    modules = (import_module(f"{formats.__name__}.{found.name}") for found in pkgutil.iter_modules(formats.__path__))
    found = (module.FORMAT for module in modules)
    return tuple(sorted((item for item in found if isinstance(item, Format)), key=lambda item: item.name))
