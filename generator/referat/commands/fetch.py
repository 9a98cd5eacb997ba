"""``referat fetch``: municipalities are followed on their own portals."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.commands.exitcodes import ExitCode, code_for
from referat.fetching.agent import user_agent
from referat.fetching.events import Answered, Ended, Listed, Looked, Stopped
from referat.fetching.index_file import followed_municipalities
from referat.fetching.portals import find_portal, list_portals
from referat.fetching.providers import all_providers
from referat.fetching.run import Errand, run_fetch
from referat.fetching.tally import as_table, count_run
from referat.problems import Problem, ProblemError, Severity
from referat.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from referat.commands.console import Terminal
    from referat.fetching.clock import Clock
    from referat.fetching.due import Wanted
    from referat.fetching.events import Told
    from referat.fetching.provider import Portal
    from referat.fetching.tally import Tally
    from referat.settings.fetch import FetchSettings


class Request(Struct, frozen=True, kw_only=True):
    """What the person asked for."""

    municipalities: tuple[str, ...] = ()
    """Empty: all that the site follows."""
    wanted: Wanted
    accept_loss: bool = False
    remake: bool = False
    dry: bool = False


def run(root: Path, request: Request, terminal: Terminal, clock: Clock, *, strict: bool) -> ExitCode:
    """Fetch what is new from each municipality, one after the other, and tell what came of it.

    A municipality with a problem never stops the others.
    """
    settings, told = load_settings(root)
    terminal.list_problems(told)
    agent = user_agent(settings.fetch.contact)
    portals, unknown = choose_portals(root, request.municipalities, settings.fetch)
    terminal.list_problems(unknown)
    found = [problem.severity for problem in (*told, *unknown)]
    tallies: list[Tally] = []
    try:
        for portal in portals:
            shown = _Shown(portal, terminal)
            tallies.append(shown.follow(root, _errand(portal, request, agent, clock)))
            found += shown.severities
    except KeyboardInterrupt:
        terminal.complain("Stopped. What was fetched is kept: the same command goes on.")
        return ExitCode.INTERRUPTED
    if tallies:
        terminal.say("\n".join(as_table(tallies)))
    terminal.count_problems()
    return code_for(max(found, default=None), strict=strict)


def show_known(root: Path, terminal: Terminal) -> ExitCode:
    """All municipalities whose portal is known, with its system and host; and whether it can be fetched from."""
    settings, told = load_settings(root)
    terminal.list_problems(told)
    for choice in list_portals(settings.fetch):
        can = "" if choice.can_fetch else "  (cannot be fetched from yet)"
        seen = choice.seen or "site.toml"
        terminal.say(f"{choice.municipality:20} {choice.system:14} {choice.host:42} {seen}{can}")
    return ExitCode.FINE


def choose_portals(
    root: Path, names: Sequence[str], settings: FetchSettings
) -> tuple[tuple[Portal, ...], tuple[Problem, ...]]:
    """The portals of these municipalities; without names of all that ``site.toml`` names or that were fetched before.

    Gives also what is wrong with the others.
    """
    portals: dict[str, Portal] = {}
    problems: list[Problem] = []
    for name in names or (*settings.hosts, *followed_municipalities(root)):
        try:
            portal = find_portal(name, settings)
        except ProblemError as error:
            problems.append(error.problem)
        else:
            portals.setdefault(portal.municipality, portal)
    if not portals and not problems:
        problems.append(_nobody())
    return tuple(portals.values()), tuple(dict.fromkeys(problems))


def _errand(portal: Portal, request: Request, agent: str, clock: Clock) -> Errand:
    return Errand(
        portal=portal,
        provider=all_providers()[portal.provider],
        agent=agent,
        wanted=request.wanted,
        accept_loss=request.accept_loss,
        remake=request.remake,
        dry=request.dry,
        clock=clock,
    )


def _nobody() -> Problem:
    return Problem(
        code="fetch_nobody",
        message="No municipality is followed yet",
        advice='Name one: referat fetch "Strandby". `referat fetch --list` shows those that are known.',
    )


def _nothing() -> None:
    """Nobody looks on."""


class _Shown:
    """One municipality's run, as it is shown: a bar to a person, a line a meeting to a log."""

    def __init__(self, portal: Portal, terminal: Terminal) -> None:
        self.severities: list[Severity] = []
        self._portal = portal
        self._terminal = terminal

    def follow(self, root: Path, errand: Errand) -> Tally:
        """Run, show everything as it happens, and give the numbers."""
        told: list[Told] = []
        with ExitStack() as stack, closing(run_fetch(root, errand)) as steps:
            advance: Callable[[], None] = _nothing
            for step in steps:
                told.append(step)
                match step:
                    case Listed():
                        self._show_list(step, dry=errand.dry)
                        if self._terminal.is_watched and not errand.dry:
                            what = f"Fetching {self._portal.municipality}"
                            advance = stack.enter_context(self._terminal.progress(what, len(step.due)))
                    case Looked():
                        self._show_meeting(step)
                        if step.answered is not None:
                            advance()
                    case Stopped():
                        self._show_problems(step.problem)
                    case Ended():
                        pass
        return count_run(self._portal.municipality, told)

    def _show_list(self, listed: Listed, *, dry: bool) -> None:
        name, found = self._portal.municipality, listed.survey
        news = f"{found.new} new, {found.missing} missing, {len(found.gone)} gone"
        self._terminal.say(f"{name}: {listed.publications} listed ({news}); {len(listed.due)} to ask for")
        for row in listed.due if dry else ():
            self._terminal.say(f"  {row.date} {row.committee}: {row.name or row.id}")
        self._show_problems(*listed.problems, *found.problems)

    def _show_meeting(self, looked: Looked) -> None:
        is_news = looked.answered is not Answered.SAME or bool(looked.kept)
        if is_news or not self._terminal.is_watched or self._terminal.verbose:
            records = ", ".join(f"{kept.outcome.value} {kept.path}" for kept in looked.kept)
            answered = [looked.answered.value] if looked.answered else []
            self._terminal.say(
                f"  {looked.key.date} {looked.key.body}: {'; '.join([*answered, *filter(None, [records])])}"
            )
        self._show_problems(*looked.problems, *(problem for kept in looked.kept for problem in kept.problems))

    def _show_problems(self, *problems: Problem) -> None:
        self._terminal.list_problems(problems)
        self.severities += [problem.severity for problem in problems]
