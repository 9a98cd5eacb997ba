"""Everything that is given text from outside: each public function of text, found by being there."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import referat.privacy
import referat.vocabulary
from referat import invisible, minutes_file, passages
from referat.importing.extract import html, plain
from referat.importing.extract.repair import repair
from referat.importing.understand import understand
from referat.privacy.detectors import all_detectors
from referat.site import attachments, inert, links, markdown, mentions
from referat.site.words import read_language

TextFunction = Callable[[str], object]
THEME = Path(__file__).parents[2] / "themes/default"
RECORD = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n\n## 1. Havn\n\n{text}\n"
MINUTES = """REFERAT Byrådet d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 17:00

Punkt 1: Havnens takster

Sagsfremstilling

{text}

Beslutning Byrådet den 14-05-2024

Godkendt.
"""


def all_functions() -> dict[str, TextFunction]:
    """By the name that a report calls them."""
    found = dict(_of_package(referat.vocabulary)) | dict(_of_package(referat.privacy))
    for module in (attachments, inert, links, mentions, passages, invisible):
        found.update(_of_module(module))
    for detector in all_detectors():
        found[f"privacy.detectors.{detector.kind}.find"] = detector.find
    return found | _wholes()


def _wholes() -> dict[str, TextFunction]:
    """What a text goes through as a part of something."""
    words = read_language([THEME], "da").say
    return {
        "site.markdown.to_html": lambda text: markdown.to_html(text, words=words),
        "minutes_file.read": lambda text: minutes_file.read(RECORD.replace("{text}", text), "a.md"),
        "minutes_file.read (front matter)": lambda text: minutes_file.read(f"---\nplace: {text}\n---\n", "a.md"),
        "importing.extract.repair": lambda text: repair([text]),
        "importing.extract.html": lambda text: html.extract(f"<html><body><p>{text}".encode(), "a.html"),
        "importing.understand": lambda text: understand(
            plain.extract(MINUTES.replace("{text}", text).encode(), "a")[0]
        ),
    }


_OF_WORDS = frozenset({"whole_word", "marks_of"})
"""What is only ever given words of the program's own."""


def _of_package(package: ModuleType) -> Iterator[tuple[str, TextFunction]]:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield from _of_module(import_module(module.name))


def _of_module(module: ModuleType) -> Iterator[tuple[str, TextFunction]]:
    for name, member in inspect.getmembers(module, callable):
        function = inspect.unwrap(member)  # a cache would answer the second time
        if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.__name__:
            continue
        if _takes_text(function) and name not in _OF_WORDS:
            yield f"{module.__name__.removeprefix('referat.')}.{name}", function


def _takes_text(function: Callable[..., object]) -> bool:
    """Whether it can be called with one text and nothing else."""
    parameters = list(inspect.signature(function).parameters.values())
    if not parameters or any(one.default is one.empty for one in parameters[1:]):
        return False
    hint = get_type_hints(function).get(parameters[0].name)
    return hint in (str, str | None)
