"""Which portals can be fetched from: the bundled table, and what ``site.toml`` says instead of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.fetching.provider import Portal
from referat.fetching.providers import all_providers
from referat.problems import Problem, ProblemError
from referat.spelling import known_words_advice, near
from referat.vocabulary.collation import danish_key
from referat.vocabulary.municipalities import named
from referat.vocabulary.portals import known_portals
from referat.vocabulary.slugs import slugify

if TYPE_CHECKING:
    from referat.settings.fetch import FetchSettings

USUAL = "firstagenda"
"""The system where ``site.toml`` names only a host."""

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?", re.IGNORECASE)


class Choice(Struct, frozen=True, kw_only=True):
    """A portal that is known."""

    municipality: str
    system: str
    host: str
    can_fetch: bool
    """Whether there is a provider for its system."""
    seen: str | None
    """``2026-10``: when the bundled table found it there. None where ``site.toml`` names it."""


def list_portals(settings: FetchSettings) -> tuple[Choice, ...]:
    """All portals that are known, by the municipalities' names. What ``site.toml`` says goes before the table.

    Raises:
        ProblemError: ``site.toml`` names a host that is none, or a system that nobody knows.
    """
    choices = {
        known.municipality: Choice(
            municipality=known.municipality,
            system=known.system,
            host=known.host,
            can_fetch=known.system in all_providers(),
            seen=known.seen,
        )
        for known in known_portals()
    }
    choices |= {choice.municipality: choice for choice in (_told(*told) for told in settings.hosts.items())}
    return tuple(sorted(choices.values(), key=lambda choice: danish_key(choice.municipality)))


def host_problems(settings: FetchSettings) -> tuple[Problem, ...]:
    """What is wrong with the hosts that ``site.toml`` names."""
    problems = []
    for name, told in settings.hosts.items():
        try:
            _told(name, told)
        except ProblemError as error:
            problems.append(error.problem)
    return tuple(problems)


def find_portal(name: str, settings: FetchSettings) -> Portal:
    """The portal of the municipality of that name, in any spelling.

    Raises:
        ProblemError: no such municipality is known; or its system is none that can be fetched from.
    """
    choices = {slugify(choice.municipality): choice for choice in list_portals(settings)}
    choice = choices.get(named(name).slug)
    if choice is None:
        alike = [choices[slug].municipality for slug in near(named(name).slug, choices)]
        raise ProblemError(_unknown(name, alike))
    if not choice.can_fetch:
        raise ProblemError(_unsupported(choice))
    return Portal(municipality=choice.municipality, provider=choice.system, host=choice.host)


def _told(name: str, told: str) -> Choice:
    """What ``site.toml`` says of one municipality: ``host`` or ``provider:host``."""
    system, colon, host = told.partition(":")
    if not colon or "." in system or host.isdecimal():
        system, host = USUAL, told
    if system not in all_providers():
        advice = known_words_advice(system, all_providers())
        raise ProblemError(_in_settings(name, f"{system} is no system that can be fetched from", advice))
    if not _HOST.fullmatch(host):
        advice = 'Write only the name of the host: "dagsordener.strandby.example".'
        raise ProblemError(_in_settings(name, f"{host!r} is no host", advice))
    return Choice(municipality=named(name).name, system=system, host=host.lower(), can_fetch=True, seen=None)


def _in_settings(name: str, what: str, advice: str) -> Problem:
    return Problem(code="fetch_host_invalid", message=f"[fetch.hosts] {name}: {what}", path="site.toml", advice=advice)


def _unknown(name: str, alike: list[str]) -> Problem:
    meant = f"Did you mean {' or '.join(alike)}? " if alike else ""
    return Problem(
        code="fetch_municipality_unknown",
        message=f"No portal of {name} is known",
        advice=f"{meant}`referat fetch --list` shows all that are known; [fetch.hosts] in site.toml names others.",
    )


def _unsupported(choice: Choice) -> Problem:
    return Problem(
        code="fetch_system_unsupported",
        message=f"{choice.municipality} publishes on a system that cannot be fetched from yet: {choice.host}",
        advice="Save its minutes as PDF or as web pages, and import those.",
    )
