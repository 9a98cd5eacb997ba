"""Reading an answer that should be JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from referat.fetching.faults import unavailable

if TYPE_CHECKING:
    from referat.fetching.answer import Answer

T = TypeVar("T")


def read_json(answer: Answer, shape: type[T]) -> T:
    """The answer as a value of that shape.

    JSON is UTF-8 by definition: what the header says of the letters does not count, and wrong ones are refused.

    Raises:
        UnavailableError: it is something else, cut off, or of another shape.
    """
    if not answer.content_type.endswith("json"):
        told = f"The answer is {answer.content_type or 'of no kind'} where JSON was expected"
        raise unavailable("fetch_no_json", told, answer.url)
    try:
        return msgspec.json.decode(answer.body.removeprefix(b"\xef\xbb\xbf"), type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        told = f"The answer cannot be read: {error}"
        raise unavailable("fetch_unreadable", told, answer.url) from None
