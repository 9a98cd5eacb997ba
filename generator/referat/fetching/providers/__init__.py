"""The systems that portals run on. Each module or package here has a ``PROVIDER``, and is found by being here."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from referat.fetching.provider import Provider


@cache
def all_providers() -> Mapping[str, Provider]:
    """Every system that is known, by its name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    found: list[Provider] = [module.PROVIDER for module in modules]
    return {provider.name: provider for provider in found}
