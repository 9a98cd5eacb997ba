"""What a build remembers of each part, small enough to be read whole before it is known what changed."""

from pathlib import Path

from msgspec import Struct

from referat.problems import Problem
from referat.site.kept import Kept
from referat.site.link_check import Survey
from referat.site.parts.told import Told
from referat.site.texts import Text, by_path
from referat.site.weights import Weight

FILE = "state"
"""In the cache."""


class PartState(Struct, frozen=True, kw_only=True):
    """One part as the last build left it."""

    texts: tuple[Text, ...]
    rules: bytes
    """`Intake.rules`."""
    intake: bytes
    """`Intake.digest`."""
    numbers: bytes
    """The digest of its case numbers."""
    told: Told
    sharing: bytes = b""
    """The digest of who shares its case numbers."""
    key: bytes = b""
    """Of all that its pages were made from. Empty where not all of them could be made."""
    listing: bytes = b""
    """Of its files in the output (`territory.listing_of`). Empty where that is not known."""
    facts: bytes = b""
    """The digest of its facts. Empty for a part without a page."""
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    """What was wrong with its pages."""
    survey: Survey = Survey(outward={}, problems=())
    weights: dict[str, Weight] = {}
    """Of its files, its search index left out."""
    search: str = ""
    """The digest of what its search index is made from. Empty while it has none."""
    indexed: Weight = Weight()
    """Of its search index."""


class State(Struct, frozen=True, kw_only=True):
    """All parts as the last build left them, by their names."""

    parts: dict[str, PartState] = {}
    numbers: bytes = b""
    """The digest of the case numbers of all parts that were known of when `PartState.sharing` was found."""
    broken: tuple[Problem, ...] = ()
    """The links of the whole site that lead nowhere."""
    indexing: bytes = b""
    """The digest of how search indexes are made."""

    def texts(self) -> dict[str, Text]:
        """All records, by their paths."""
        return by_path(text for part in self.parts.values() for text in part.texts)

    def part_of(self) -> dict[str, str]:
        """The part that each record is in."""
        return {text.path: name for name, part in self.parts.items() for text in part.texts}


_state = Kept(State)


def read_state(cache: Path) -> State:
    """What the last build remembers; nothing where that is lost."""
    return _state.read(cache / FILE) or State()


def write_state(cache: Path, state: State) -> None:
    """Remember it for the next build."""
    _state.write(cache / FILE, state)
