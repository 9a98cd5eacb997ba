"""The items of a meeting as references, for the files that programs for literature read."""

from msgspec import Struct

from referat.model import MinutesKind
from referat.site.citing import Reference
from referat.site.nodes import ItemNode, MeetingNode
from referat.site.views.version import version_of
from referat.vocabulary.slugs import slugify

_KINDS = {
    MinutesKind.MINUTES: "Referat",
    MinutesKind.AGENDA: "Dagsorden",
    MinutesKind.MINUTES_ADDENDUM: "Tillægsreferat",
    MinutesKind.AGENDA_ADDENDUM: "Tillægsdagsorden",
}
"""As the minutes are Danish, so are the references to them, whatever language the site is read in."""


class CitationsView(Struct, frozen=True):
    """What ``citation.bib`` and ``citation.json`` show."""

    references: tuple[Reference, ...]


def citations_url(node: MeetingNode) -> str:
    """Of both files, without what tells them apart: ``/strandby/byraadet/2024-09-03/citation``."""
    return f"{node.url}citation"


def citations_view(node: MeetingNode) -> CitationsView:
    """A reference to each item of the meeting."""
    return CitationsView(tuple(_reference(item, node) for item in node.items))


def _reference(placed: ItemNode, node: MeetingNode) -> Reference:
    item = placed.item
    return Reference(
        key=f"{slugify(node.url)}-{placed.anchor}",
        municipality=node.municipality,
        body=node.body,
        date=node.date,
        kind=_KINDS[node.minutes.meeting.kind],
        number=item.number,
        title=None if item.held_back or item.withdrawn else item.title,
        case_number=item.case_number,
        url=placed.url,
        version=_version(node),
    )


def _version(node: MeetingNode) -> str | None:
    version = version_of(node)
    told = [
        f"rettet {version.corrected.isoformat()}" if version.corrected else None,
        f"kilde SHA-256 {version.hash}" if version.hash else None,
    ]
    return ", ".join(part for part in told if part) or None
