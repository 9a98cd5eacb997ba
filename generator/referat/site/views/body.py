"""A body and its meetings by year."""

from msgspec import Struct

from referat.site.nodes import BodyNode
from referat.site.views.head import Head, Link
from referat.site.views.meeting_line import MeetingYear, meetings_by_year
from referat.site.words import phrase


class BodyView(Struct, frozen=True, kw_only=True):
    """What ``body.html`` shows."""

    head: Head
    name: str
    municipality: Link
    count: int
    years: tuple[MeetingYear, ...]
    """Newest first."""


def body_view(node: BodyNode) -> BodyView:
    """The page of one body."""
    municipality = Link(node.municipality, node.municipality_url)
    return BodyView(
        head=Head(
            title=phrase("body.title", body=node.name, place=node.municipality),
            url=node.url,
            here=node.name,
            crumbs=(municipality,),
            description=phrase("body.description", body=node.name, place=node.municipality),
        ),
        name=node.name,
        municipality=municipality,
        count=len(node.meetings),
        years=meetings_by_year(node),
    )
