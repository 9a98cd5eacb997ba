"""The command line: the verbs, each with its options. What a verb does is in ``referat.commands``.

Each verb imports its stage when it is called, so that ``referat clean`` does not wait for a search engine.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode
from referat.commands.options import (
    DAY,
    HERE,
    AsJson,
    BaseUrl,
    BuildJobs,
    Color,
    Drafts,
    Jobs,
    Municipality,
    Output,
    Paths,
    Quiet,
    Site,
    Strict,
    Timings,
    Verbose,
    day_that_was,
)
from referat.disk import disk_problem
from referat.problems import ProblemError

app = typer.Typer(
    name="referat",
    help="Turns the minutes of municipal meetings into a public, searchable website.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"referat {version('referat')}")
        raise typer.Exit


@app.callback()
def referat(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Turns the minutes of municipal meetings into a public, searchable website."""


@app.command()
def fetch(
    municipalities: Annotated[
        list[str] | None, typer.Argument(help="Whose portals. Without it: those that the site follows.")
    ] = None,
    directory: Site = HERE,
    since: Annotated[datetime | None, typer.Option(help="Only meetings from this day on.", formats=[DAY])] = None,
    until: Annotated[datetime | None, typer.Option(help="Only meetings up to this day.", formats=[DAY])] = None,
    body: Annotated[list[str] | None, typer.Option(help="Only this body. Can be repeated.")] = None,
    limit: Annotated[int | None, typer.Option(help="Ask for so many publications at most.", min=1)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be asked for.")] = False,
    accept_loss: Annotated[
        bool, typer.Option("--accept-loss", help="You have looked: what is missing from the portal is taken away.")
    ] = False,
    remake: Annotated[
        bool, typer.Option("--remake", help="Make every record again of what was fetched before.")
    ] = False,
    as_list: Annotated[bool, typer.Option("--list", help="Show the municipalities whose portal is known.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
    color: Color = None,
) -> None:
    """Take what is new on municipalities' own portals into content/, politely."""
    from referat.commands import fetch as command
    from referat.fetching.clock import SystemClock
    from referat.fetching.due import Wanted
    from referat.fetching.provider import Span

    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    if as_list:
        raise typer.Exit(command.show_known(directory, terminal))
    span = Span(since.date() if since else None, until.date() if until else None)
    request = command.Request(
        municipalities=tuple(municipalities or ()),
        wanted=Wanted(span=span, bodies=tuple(body or ()), limit=limit),
        accept_loss=accept_loss,
        remake=remake,
        dry=dry_run,
    )
    raise typer.Exit(command.run(directory, request, terminal, SystemClock(), strict=strict))


@app.command("import")
def import_(
    paths: Paths,
    directory: Site = HERE,
    municipality: Municipality = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite records that someone has edited.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, one line a document. All are read again.")
    ] = False,
    jobs: Jobs = 0,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
    color: Color = None,
) -> None:
    """Take documents into content/, and report what was understood."""
    from referat.commands import import_ as command
    from referat.importing.store import Options
    from referat.workers import cores

    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    options = Options(municipality=municipality, replace=replace, read_all=as_json, jobs=jobs or cores())
    request = command.Request(paths=tuple(paths), options=options, as_json=as_json)
    raise typer.Exit(command.run(directory, request, terminal, strict=strict))


@app.command()
def inspect(
    paths: Paths,
    municipality: Municipality = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line, one line a document.")] = False,
    jobs: Jobs = 0,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
    color: Color = None,
) -> None:
    """Show what an import would understand. Writes nothing."""
    from referat.commands import inspect as command
    from referat.workers import cores

    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    told = command.run(paths, terminal, municipality=municipality, as_json=as_json, jobs=jobs or cores(), strict=strict)
    raise typer.Exit(told)


@app.command()
def build(
    directory: Site = HERE,
    output: Output = None,
    base_url: BaseUrl = None,
    drafts: Drafts = False,
    force: Annotated[bool, typer.Option("--force", help="Render every page anew.")] = False,
    no_search: Annotated[
        bool, typer.Option("--no-search", help="Make no search index, and remove one that is out of date.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(help="Build this municipality alone, as a part for `join`. Can be repeated. Needs --output."),
    ] = None,
    jobs: BuildJobs = 0,
    timings: Timings = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
    color: Color = None,
) -> None:
    """Make the site: content/ becomes output/."""
    from referat.commands import build as command
    from referat.site.report import BuildOptions

    if only and output is None:
        raise typer.BadParameter("a part is no whole site: name a folder of its own with --output", param_hint="--only")
    options = BuildOptions(
        output=output.resolve() if output else None,
        base_url=base_url,
        drafts=drafts,
        force=force,
        search=not no_search,
        only=tuple(only or ()),
        jobs=jobs,
    )
    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    raise typer.Exit(command.run(directory, options, terminal, strict=strict, timings=timings, as_json=as_json))


@app.command()
def join(
    parts: Annotated[
        list[Path], typer.Argument(help="Folders that `build --only` wrote.", exists=True, file_okay=False)
    ],
    directory: Site = HERE,
    output: Output = None,
    base_url: BaseUrl = None,
    drafts: Drafts = False,
    no_search: Annotated[bool, typer.Option("--no-search", help="Make no search index.")] = False,
    jobs: BuildJobs = 0,
    timings: Timings = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
    color: Color = None,
) -> None:
    """Make the site of parts that were built elsewhere: the same as one build of all."""
    from referat.commands import join as command
    from referat.site.report import BuildOptions

    options = BuildOptions(
        output=output.resolve() if output else None, base_url=base_url, drafts=drafts, search=not no_search, jobs=jobs
    )
    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    places = [part.resolve() for part in parts]
    told = command.run(directory, places, options, terminal, strict=strict, timings=timings, as_json=as_json)
    raise typer.Exit(told)


@app.command()
def serve(
    directory: Site = HERE,
    port: Annotated[int, typer.Option(help="Where to listen; 0 takes a free one.", min=0, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open the site in a browser.")] = False,
) -> None:
    """Build the site, show it, and reload what changed as you edit."""
    from referat.commands import serve as command

    raise typer.Exit(command.run(directory, host=host, port=port, open_browser=open_browser))


@app.command()
def check(
    directory: Site = HERE,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
    color: Color = None,
) -> None:
    """Tell all that is wrong with content and site. Builds nothing."""
    from referat.commands import check as command

    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    raise typer.Exit(command.run(directory, terminal, strict=strict))


@app.command()
def withdraw(
    address: Annotated[
        str | None,
        typer.Argument(
            help="What to withdraw: the address of a meeting, an item or a paragraph of the site, or an attachment's"
            " link. Without it, content/ is brought in line with the list of withdrawals."
        ),
    ] = None,
    directory: Site = HERE,
    reason: Annotated[
        str | None, typer.Option(help="Why, in a sentence for readers.", show_default="Hensyn til privatliv.")
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(help="When it was withdrawn.", formats=[DAY], show_default="today", callback=day_that_was),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = None,
) -> None:
    """Take an item, a paragraph, an attachment or a meeting off the site for good."""
    from referat.commands import withdraw as command
    from referat.withdrawing.targets import request_of

    request = request_of(address, date.date() if date else None, reason) if address else None
    ask = typer.confirm if command.on_terminal() and not yes else None
    terminal = Terminal(quiet=quiet, verbose=verbose, color=color)
    raise typer.Exit(command.run(directory, request, terminal, ask=ask))


@app.command()
def clean(directory: Site = HERE, quiet: Quiet = False) -> None:
    """Take away what a build made."""
    from referat.commands import clean as command

    raise typer.Exit(command.run(directory, Terminal(quiet=quiet)))


def main() -> None:
    """The ``referat`` command. A fault that stops all work is shown as a problem, never as a traceback."""
    try:
        app()
    except ProblemError as error:
        Terminal().show_problems([error.problem])
        raise SystemExit(ExitCode.PROBLEMS) from None
    except OSError as error:
        Terminal().show_problems([disk_problem(error, Path.cwd())])
        raise SystemExit(ExitCode.PROBLEMS) from None
