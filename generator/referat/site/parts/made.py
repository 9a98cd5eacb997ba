"""What comes of making a part, whichever it is. Its files wait to be published."""

from msgspec import Struct

from referat.problems import Problem
from referat.site.link_check import Survey
from referat.site.weights import Weight


class MadePart(Struct, frozen=True, kw_only=True):
    """A part that was made, or found to be what it was. The files that differ from the output wait to be published."""

    key: bytes
    """Of all that it was made from. Empty where not all of it could be made."""
    listing: bytes
    """Of its files in the output (`territory.listing_of`). Empty where not all could be made."""
    pages: int
    rendered: int
    staged: tuple[str, ...]
    gone: tuple[str, ...]
    """Files of the output in the part's folders that are nobody's any longer."""
    failed: tuple[tuple[str, Problem], ...]
    held_back: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    survey: Survey
    weights: dict[str, Weight]
