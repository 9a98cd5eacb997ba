"""What comes of making: its files wait to be published."""

from msgspec import Struct

from referat.problems import Problem
from referat.site.link_check import Survey
from referat.site.weights import Weight


class Waiting(Struct, frozen=True, kw_only=True):
    """What was made, of a part or of all. What differs from the output waits to be published."""

    rendered: int
    staged: tuple[str, ...]
    gone: tuple[str, ...]
    """Files of the output that are nobody's any longer."""
    failed: tuple[tuple[str, Problem], ...]
    held_back: tuple[Problem, ...]
    problems: tuple[Problem, ...]


class MadePart(Waiting, frozen=True, kw_only=True):
    """A part that was made, or found to be what it was."""

    key: bytes
    """Of all that it was made from. Empty where not all of it could be made."""
    listing: bytes
    """Of its files in the output (`territory.listing_of`). Empty where not all could be made."""
    pages: int
    survey: Survey
    weights: dict[str, Weight]
