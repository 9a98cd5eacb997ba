"""A case number that several municipalities use: one page that tells the cases apart."""

from msgspec import Struct

from referat.site.nodes import SharedNumber
from referat.site.views.case_line import CaseLine, case_line
from referat.site.views.head import Head


class SharedView(Struct, frozen=True, kw_only=True):
    """What ``shared.html`` shows."""

    head: Head
    display: str
    cases: tuple[CaseLine, ...]


def shared_view(node: SharedNumber) -> SharedView:
    """The page of one shared number."""
    number = f"Sag {node.display}"
    return SharedView(
        head=Head(
            title=f"{number} i flere kommuner",
            url=node.url,
            here=number,
            description=f"Flere kommuner har hver sin sag med nummeret {node.display}.",
        ),
        display=node.display,
        cases=tuple(map(case_line, node.cases)),
    )
