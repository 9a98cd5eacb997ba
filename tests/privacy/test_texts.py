"""Every text of every value is screened, whatever fields the model has."""

import datetime as dt
from enum import Enum
from inspect import isclass
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields, replace

from referat.minutes_file import write
from referat.model import Minutes
from referat.privacy.gate import screen
from referat.privacy.texts import texts_of

_Value = TypeVar("_Value", bound=Struct)


def test_no_text_of_the_model_gets_past_the_gate() -> None:
    """Every field of every value is filled with a number, those of tomorrow, too."""
    minutes = filled(Minutes)

    screened = screen(minutes, "a.md").minutes

    assert len(list(texts_of(minutes))) > 15
    assert "010165-1234" in repr(minutes.items[0])
    assert "010165-1234" not in repr(screened)
    assert "010165" not in write(replace(screened, meeting=replace(screened.meeting, municipality="a", body="b")))


def filled(value: type[_Value]) -> _Value:
    """A value with a number in each of its texts."""
    return value(**{field.name: _filled(get_type_hints(value)[field.name], field.name) for field in fields(value)})


def _filled(hint: Any, name: str) -> Any:
    choices = [choice for choice in get_args(hint) if choice is not type(None)]
    if hint is str:
        return f"cpr 010165-1234 {name}" if name != "sha256" else "0" * 64
    if get_origin(hint) is tuple:
        return (_filled(choices[0], name),)
    if isclass(hint) and issubclass(hint, Struct):
        return filled(hint)
    if isclass(hint) and issubclass(hint, Enum):
        return next(iter(hint))
    if choices:
        return _filled(choices[0], name)
    plain = {bool: False, int: 1, float: 0.5, dt.date: dt.date(2024, 5, 14), dt.time: dt.time(16, 30)}
    return plain[hint]
