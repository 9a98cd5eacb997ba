"""What the whole country would take: 180,000 meetings, out of what was measured at a smaller size."""

from collections.abc import Iterator, Sequence

from benchmarks.apart import JOINED
from benchmarks.series import SEARCHED, WHOLE, Series

COUNTRY = 180_000
"""Meetings of all municipalities in fifteen years."""
JOBS = 20
"""CI jobs at the same time, as the free plans of common hosts allow."""


def estimate(meetings: int, measured: Sequence[Series]) -> Iterator[str]:
    """The estimate with its arithmetic, in Markdown. Work is taken to grow with the number of meetings."""
    seconds = {series.what: series.runs.seconds for series in measured}
    size = next(series.size for series in measured if series.what == WHOLE)
    whole, join = seconds[WHOLE], seconds[JOINED]
    search = seconds[SEARCHED] - whole
    if size is None:
        return
    share = COUNTRY / JOBS
    yield f"\n## The country: {COUNTRY:,} meetings, estimated\n"
    yield f"- {JOBS} jobs, each with {COUNTRY:,} / {JOBS} = {share:,.0f} meetings: {share:,.0f} / {meetings:,} × "
    yield f"  ({whole:.0f} s + {search:.0f} s for the search) = {share / meetings * (whole + search):,.0f} s each."
    factor = COUNTRY / meetings
    yield f"- Joined on one machine: {COUNTRY:,} / {meetings:,} × {join:.0f} s = {factor * join / 60:,.0f} min."
    yield f"- On one machine alone: {factor:,.0f} × ({whole:.0f} s + {search:.0f} s) = "
    yield f"  {factor * (whole + search) / 3600:.1f} h."
    yield f"- Files: {factor:,.0f} × {size.files:,} = {factor * size.files / 1e6:.1f} million, "
    yield f"  {factor * size.size / 1e9:.0f} GB, search left out: more than common hosts of static sites take, so that"
    yield "  such a site wants a server of its own, or a site for each region."
