"""Every text of a value, by the place that it stands in.

The values are walked by their own fields, so that a field that the model gets tomorrow passes the gate tomorrow.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from referat.model import AgendaItem, Annex, Change, Decision, Minutes, Section, Source

_Value = TypeVar("_Value", bound=Struct)


class Text(Struct, frozen=True):
    """A text and what to call its place."""

    place: str
    text: str
    label: str = ""
    """What stands before it on paper. Digits after ``Sagsnr.`` are hardly anyone's birth date."""
    is_address: bool = False
    """Whether it is an address and nothing else."""


_PLACES: dict[tuple[type[Struct], str], str] = {
    (Minutes, "preamble"): "the text before the first item",
    (Minutes, "unplaced"): "the text that could not be placed",
    (Annex, "title"): "the title of annex {}",
    (Annex, "text"): "annex {}",
    (AgendaItem, "document_numbers"): "its document numbers",
    (AgendaItem, "kle"): "its KLE number",
    (Section, "heading"): "the heading of its section {}",
    (Section, "text"): "its section {}",
    (Decision, "heading"): "the heading of its section {}",
    (Decision, "text"): "its section {}",
    (Decision, "body"): "the body in its section {}",
    (Decision, "item_number"): "the item number in its section {}",
    (Change, "what"): "what was changed",
    (Source, "name"): "the source's name",
    (Source, "url"): "the source's address",
    (Source, "format"): "the source's format",
}
"""How problems and the file of reviews call a place. Any other is called by its field: ``its title``, ``the place``."""
_LABELS: dict[tuple[type[Struct], str], str] = {
    (AgendaItem, "case_number"): "Sagsnr. ",
    (AgendaItem, "kle"): "KLE ",
    (AgendaItem, "document_numbers"): "Dok.nr. ",
}
_APART = frozenset({"items", "sha256"})
"""Not walked: an item is held back as a whole, and a hash means nothing to a reader."""


def map_texts(value: _Value, change: Callable[[Text], str | None], number: int = 0) -> _Value:
    """The value with each of its texts changed; for minutes, all but their items.

    Args:
        value: minutes, an item, or a part of one.
        change: what becomes of a text. None where the text is gone.
        number: of the value among its kind, from 1.
    """
    changed: dict[str, Any] = {}
    for name in value.__struct_fields__:
        if name not in _APART:
            before = getattr(value, name)
            after = _mapped(value, name, before, change, number)
            if after is not before and after != before:
                changed[name] = after
    return replace(value, **changed) if changed else value


def _mapped(owner: Struct, name: str, value: Any, change: Callable[[Text], str | None], number: int) -> Any:
    if type(value) is str:  # an enum's member is no text
        return change(_text(type(owner), name, value, number)) if value else value
    if isinstance(value, Struct):
        return map_texts(value, change, number)
    if isinstance(value, tuple):
        mapped = (_mapped(owner, name, part, change, at) for at, part in _numbered(value, number))
        return tuple(part for part in mapped if part is not None)
    return value


def _numbered(parts: tuple[Any, ...], number: int) -> Iterator[tuple[int, Any]]:
    """The parts of a list; in a list of structs the number tells which one it is."""
    return ((at if isinstance(part, Struct) else number, part) for at, part in enumerate(parts, 1))


def _text(owner: type[Struct], name: str, text: str, number: int) -> Text:
    place, label = _place_of(owner, name, number)
    return Text(place, text, label, name == "url")


@lru_cache(maxsize=4096)
def _place_of(owner: type[Struct], name: str, number: int) -> tuple[str, str]:
    whose = "its" if owner is AgendaItem else "the"
    place = _PLACES.get((owner, name)) or f"{whose} {name.replace('_', ' ')}"
    return place.format(number), _LABELS.get((owner, name), "")


def texts_of(value: Struct, number: int = 0) -> Iterator[Text]:
    """Every text of the value that is not empty, as `map_texts` would meet it."""
    for name in value.__struct_fields__:
        if name not in _APART:
            yield from _texts_in(value, name, getattr(value, name), number)


def _texts_in(owner: Struct, name: str, value: Any, number: int) -> Iterator[Text]:
    if type(value) is str:
        if value:
            yield _text(type(owner), name, value, number)
    elif isinstance(value, Struct):
        yield from texts_of(value, number)
    elif isinstance(value, tuple):
        for at, part in _numbered(value, number):
            yield from _texts_in(owner, name, part, at)
