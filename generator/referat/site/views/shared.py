"""A case number that several municipalities use: one page that tells the cases apart."""

from collections.abc import Sequence

from msgspec import Struct

from referat.site.views.case_line import CaseLine
from referat.site.views.head import Head
from referat.site.words import phrase


class SharedView(Struct, frozen=True, kw_only=True):
    """What ``shared.html`` shows."""

    head: Head
    display: str
    cases: tuple[CaseLine, ...]


def shared_view(url: str, cases: Sequence[CaseLine]) -> SharedView:
    """The page of one shared number.

    Args:
        url: Of the page.
        cases: Those with the number, in the order of their municipalities. At least two.
    """
    display = cases[0].display
    return SharedView(
        head=Head(
            title=phrase("shared.title", number=display),
            url=url,
            here=phrase("case.number", number=display),
            description=phrase("shared.description", number=display),
        ),
        display=display,
        cases=tuple(cases),
    )
