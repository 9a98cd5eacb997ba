"""A case number that several municipalities use: one page that tells the cases apart."""

from msgspec import Struct

from referat.site.nodes import SharedNumber
from referat.site.views.case_line import CaseLine, case_line
from referat.site.views.head import Head
from referat.site.words import phrase


class SharedView(Struct, frozen=True, kw_only=True):
    """What ``shared.html`` shows."""

    head: Head
    display: str
    cases: tuple[CaseLine, ...]


def shared_view(node: SharedNumber) -> SharedView:
    """The page of one shared number."""
    return SharedView(
        head=Head(
            title=phrase("shared.title", number=node.display),
            url=node.url,
            here=phrase("case.number", number=node.display),
            description=phrase("shared.description", number=node.display),
        ),
        display=node.display,
        cases=tuple(map(case_line, node.cases)),
    )
