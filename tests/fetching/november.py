"""A meeting in November, from its agenda to its minutes, and some others in the year before it."""

from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.published import Point, Published, framed, guid, section

DECIDED = Point(
    title="Bænke i anlægget",
    case="26/411",
    html=framed(section("Beslutning", "Godkendt."), section("Sagsfremstilling", "Der er talt seksten bænke.")),
    attached=("Kort over anlægget", "Overslag"),
)
PLANNED = replace(DECIDED, html=framed(section("Sagsfremstilling", "Der er talt seksten bænke.")))
MINUTES = Published(
    id=guid("november"),
    start="2026-11-10T18:00:00+01:00",
    released="2026-11-12T10:00:00+01:00",
    items=(DECIDED,),
)
AGENDA_BEFORE = replace(
    MINUTES,
    id=guid("november-dagsorden"),
    minutes=False,
    name="Dagsorden",
    released="2026-11-05T10:00:00+01:00",
    items=(PLANNED,),
)
OTHERS = [
    Published(id=guid(f"møde {month}"), start=f"2026-{month:02}-06T18:00:00+02:00", items=(DECIDED,))
    for month in range(4, 10)
]
RECORD = "byraadet/2026-11-10.md"
BEFORE = "byraadet/2026-11-10-dagsorden.md"


def publish(site: Site, *published: Published) -> None:
    """From now on the portal has these, and the others."""
    site.portal.published[:] = [*OTHERS, *published]
