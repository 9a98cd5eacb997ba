"""What a withdrawal doesn't reach: other places of the site where a person has to look, and copies beyond it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from referat.passages import folded, item_passages, texts_of
from referat.privacy.withdrawals import Scope, Withdrawal
from referat.privacy.withdrawals.applying import LONG
from referat.privacy.withdrawals.entry import same_case
from referat.site.meetings import PlacedItem, gather_meetings
from referat.site.nodes import Record


class Copy(Struct, frozen=True):
    """Where copies may be, and what to do about them."""

    where: str
    what: str


OUT_OF_REACH = (
    Copy("The site as it is published now", "Run `referat build` and publish: until then everything is still there."),
    Copy(
        "Earlier deployments",
        "Netlify and others keep each one under an address of its own: delete those that have it.",
    ),
    Copy(
        "The history of git, forks, and the logs and caches of CI",
        "Take content/ out of the history (git filter-repo), push with force, and ask forks and the host to follow.",
    ),
    Copy("Search engines", "Ask them to remove outdated content (Google and Bing have a form) once it is published."),
    Copy("Web archives", "Write to the Internet Archive (info@archive.org) and netarkivet.dk with the address."),
    Copy(
        "The municipality's own portal", "Only the municipality can remove it there: tell it, where it was a mistake."
    ),
    Copy(
        "raw/ and .cache/ on every computer that imported or fetched it",
        "Delete the originals and run `referat clean`. Nobody but you sees them, and they are imported without it.",
    ),
    Copy("Readers' copies: feeds, downloads, screenshots", "The feeds tell that it was withdrawn. More can't be done."),
)
"""In the order in which to see to them."""


def further_places(records: Sequence[Record], entries: Sequence[Withdrawal]) -> tuple[str, ...]:
    """Addresses where the same may stand: items of the same case, and passages of the same words."""
    meetings, _ = gather_meetings(records)
    found: dict[str, None] = {}
    for meeting in meetings:
        for placed in meeting.items:
            for entry in entries:
                found.update(dict.fromkeys(_places(placed, entry)))
    return tuple(found)


def _places(placed: PlacedItem, entry: Withdrawal) -> Iterator[str]:
    item = placed.item
    if item.withdrawn is not None or placed.url == f"{entry.meeting}#{entry.anchor}":
        return
    if entry.scope is Scope.ITEM and entry.case is not None and same_case(entry.case, item.case_number):
        yield placed.url
    if entry.passage is None:
        return
    for text, passages in zip(texts_of(item), item_passages(item), strict=True):
        for passage in passages:
            words = text[passage.start : passage.end]
            if passage.id.partition("-")[0] == entry.passage and len(folded(words)) >= LONG:
                yield f"{placed.url}-{passage.id}"
