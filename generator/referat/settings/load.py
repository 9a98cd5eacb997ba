"""Reading ``site.toml``. Whatever is wrong with a setting keeps its default and is told with its line."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from referat.problems import Problem, Severity
from referat.settings.fetch import FETCH, FetchSettings
from referat.settings.places import FILE, problem_at, syntax_problem, unreadable
from referat.settings.privacy import PRIVACY, PrivacySettings
from referat.settings.site import SITE, SiteTexts
from referat.settings.values import Reader, Unfit, theme_name
from referat.spelling import known_words_advice

TOP: Mapping[str, Reader] = {"theme": theme_name}
"""The keys above all tables."""

TABLES: Mapping[str, Mapping[str, Reader]] = {"site": SITE, "fetch": FETCH, "privacy": PRIVACY}


class Settings(Struct, frozen=True, kw_only=True):
    """What a publisher says about the site. Every setting has a default: a site needs no ``site.toml``."""

    name: str = "Referat"
    """The site's name, at the top of every page."""
    tagline: str = "Kommunale referater, som man kan finde rundt i"
    """One line below the name on the front page."""
    base_url: str | None = None
    """Where the site is published, ending with a slash: ``https://referat.example/``."""
    notice: str | None = None
    """A sentence at the top of every page."""
    contact: str | None = None
    """Whom readers can write to, in a few words, at the foot of every page."""
    about: str | None = None
    """A few sentences that say what the site is."""
    security: str | None = None
    """Where a weakness of the site can be told, as a URI: ``mailto:sikkerhed@referat.example``."""
    security_expires: dt.date | None = None
    """Until when the publisher promises to be reached there. Without it there is no ``security.txt``."""
    feed_authority: str | None = None
    """Who gives ids to what feeds tell, so that they stay when the site moves: ``referat.example,2026``. None: the host
    of `base_url`."""
    languages: tuple[str, ...] = ("da",)
    """What the site itself speaks: the first language at the top of the site, another below its code (``/en/``)."""
    translations: Mapping[str, SiteTexts] = {}
    """What the site says about itself in its further languages."""
    theme: str = "default"
    """The theme: a folder of ``themes/``."""
    fetch: FetchSettings = FetchSettings()
    privacy: PrivacySettings = PrivacySettings()


def load_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings of the site in `root`."""
    try:
        text = (root / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (unreadable(error),)
    return read_settings(text)


def read_settings(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the text of ``site.toml``. Never raises."""
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, nested too deep, or a number of thousands of digits
        return Settings(), (syntax_problem(error, text),)
    problems = [_unknown(key, text, "", (*TOP, *TABLES)) for key in tables if key not in TOP and key not in TABLES]
    values = _read_table(tables, TOP, text, "", problems)
    read = {name: _read_table(tables.get(name, {}), keys, text, name, problems) for name, keys in TABLES.items()}
    settings = Settings(
        **values, **read["site"], fetch=FetchSettings(**read["fetch"]), privacy=PrivacySettings(**read["privacy"])
    )
    return settings, tuple(problems)


def _read_table(
    given: Any, keys: Mapping[str, Reader], text: str, table: str, problems: list[Problem]
) -> dict[str, Any]:
    """The values of a table's keys, without those that have none. What is wrong is added to `problems`."""
    if not isinstance(given, dict):
        problems.append(problem_at("setting_invalid", f"{table} is no table", text, ("", table), f"Write [{table}]."))
        return {}
    if table:
        problems += [_unknown(key, text, table, tuple(keys)) for key in given if key not in keys]
    values = {}
    for key in filter(given.__contains__, keys):
        try:
            value = keys[key](given[key])
        except Unfit as unfit:
            problems.append(problem_at("setting_invalid", f"{key} {unfit.what}", text, (table, key), unfit.advice))
        else:
            if value is not None:
                values[key] = value
    return values


def _unknown(key: str, text: str, table: str, known: tuple[str, ...]) -> Problem:
    home = next((name for name, keys in TABLES.items() if key in keys and name != table), None)
    advice = f"Put {key} below the line [{home}]." if home else known_words_advice(key, known)
    message = f"the setting {key} is unknown and has no effect"
    return replace(problem_at("setting_unknown", message, text, (table, key), advice), severity=Severity.WARNING)
