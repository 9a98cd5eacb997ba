"""Options that several verbs have, and what they take."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Site = Annotated[
    Path, typer.Option("-C", "--directory", help="The site's folder.", file_okay=False, exists=True, resolve_path=True)
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Print only problems.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Print what is only worth knowing, too.")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings.")]
Color = Annotated[bool | None, typer.Option("--color/--no-color", help="Colour on or off, whatever the terminal is.")]
Paths = Annotated[list[Path], typer.Argument(help="Documents, or folders of documents.")]
Municipality = Annotated[
    str | None, typer.Option("--municipality", help="Whose minutes these are, where the documents do not say.")
]
Jobs = Annotated[
    int, typer.Option(help="How many documents are read at the same time; 0 takes all the machine's cores.", min=0)
]
BuildJobs = Annotated[
    int, typer.Option("--jobs", help="How many processes make pages; 0 takes all the machine's cores.", min=0)
]
Output = Annotated[Path | None, typer.Option(help="Where the site is written.", show_default="output/")]
Drafts = Annotated[bool, typer.Option("--drafts", help="Publish minutes with status draft, too.")]
Timings = Annotated[bool, typer.Option("--timings", help="Print how long each step took.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as one JSON object.")]
HERE = Path()
DAY = "%Y-%m-%d"


def _site_address(given: str | None) -> str | None:
    from referat.settings.values import Unfit, site_address

    try:
        return site_address(given) if given else None
    except Unfit as unfit:
        raise typer.BadParameter(f"{given} {unfit.what}. {unfit.advice}") from None


BaseUrl = Annotated[
    str | None, typer.Option(help="Where it will be published, instead of site.toml's.", callback=_site_address)
]


def day_that_was(given: datetime | None) -> datetime | None:
    """The day, unless it is yet to come."""
    if given is not None and given.date() > datetime.now().date():
        raise typer.BadParameter(f"{given.date()} is yet to come.")
    return given
