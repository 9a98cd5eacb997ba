"""Six meetings of one summer half year."""

from tests.fetching.published import Published, guid

MEETINGS = [
    Published(
        id=guid(f"møde {month}"), start=f"2026-{month:02}-06T18:00:00+02:00", released="2026-10-20T08:00:00+02:00"
    )
    for month in range(4, 10)
]
