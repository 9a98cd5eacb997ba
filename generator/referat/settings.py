"""The site's own settings: ``site.toml``."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from referat.problems import Problem, Severity
from referat.spelling import known_words_advice

FILE = "site.toml"
SITE_KEYS = ("name", "tagline", "base_url", "notice", "contact", "about")
TOP_KEYS = ("theme", "site")


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
    theme: str = "default"
    """The theme: a folder of ``themes/``."""


def load_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings of the site in `root`. Whatever is wrong keeps its default and is told with its line."""
    path = root / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (_unreadable(error),)
    return read_settings(text)


def read_settings(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the text of ``site.toml``. Never raises."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(), (_syntax_problem(error, text),)
    site = tables.get("site", {})
    if not isinstance(site, dict):
        return Settings(), (_problem("setting_invalid", "site is no table", text, ("", "site"), "Write [site]."),)
    problems = [_unknown(key, TOP_KEYS, text, "") for key in tables if key not in TOP_KEYS]
    problems += [_unknown(key, SITE_KEYS, text, "site") for key in site if key not in SITE_KEYS]
    values: dict[str, str] = {}
    for table, keys, known in (("", tables, ("theme",)), ("site", site, SITE_KEYS)):
        for key in known:
            problem = _check(table, key, keys, text)
            if problem is not None:
                problems.append(problem)
            elif keys.get(key, "").strip():
                values[key] = keys[key].strip()
    settings = replace(Settings(), **values)
    if settings.base_url is not None and not settings.base_url.endswith("/"):
        settings = replace(settings, base_url=f"{settings.base_url}/")
    return settings, tuple(problems)


_THEME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_PLACE = re.compile(r"at line ([0-9]+), column ([0-9]+)")


def _check(table: str, key: str, values: Mapping[str, Any], text: str) -> Problem | None:
    value = values.get(key, "")
    place = (table, key)
    if not isinstance(value, str):
        return _problem("setting_invalid", f"{key} is no text", text, place, f'Write {key} = "…" in quotes.')
    if key == "base_url" and value.strip() and not _is_address(value.strip()):
        advice = 'Write where the site is published: "https://referat.example/".'
        return _problem("setting_invalid", "base_url is no address of a site", text, place, advice)
    if key == "theme" and value.strip() and not _THEME.fullmatch(value.strip()):
        return _problem("setting_invalid", "theme is no name", text, place, "Write the name of a folder of themes/.")
    return None


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)


def _unknown(key: str, known: tuple[str, ...], text: str, table: str) -> Problem:
    advice = known_words_advice(key, known)
    if not table and key in SITE_KEYS:
        advice = f"Put {key} below the line [site]."
    message = f"the setting {key} is unknown and has no effect"
    return replace(_problem("setting_unknown", message, text, (table, key), advice), severity=Severity.WARNING)


def _problem(code: str, message: str, text: str, place: tuple[str, str], advice: str) -> Problem:
    line, column = _find(text, *place)
    lines = text.split("\n")
    return Problem(
        code=code,
        message=message,
        path=FILE,
        line=line,
        column=column,
        source_line=lines[line - 1].rstrip("\r") if line else None,
        advice=advice,
    )


def _find(text: str, table: str, key: str) -> tuple[int | None, int | None]:
    """Where the key stands: TOML's reader keeps no places."""
    current = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _TABLE.match(line):
            current = header.group(1)
            if not table and current.partition(".")[0] == key:
                return number, header.start(1) + 1
        elif current == table and (match := _KEY.match(line)) and match.group(1) == key:
            return number, match.start(1) + 1
    return None, None


def _syntax_problem(error: Exception, text: str) -> Problem:
    match = _PLACE.search(str(error))
    lines = text.split("\n")
    line, column = (int(match.group(1)), int(match.group(2))) if match else (len(lines), len(lines[-1]) + 1)
    return Problem(
        code="settings_syntax",
        message=f"the settings are no valid TOML: {_PLACE.sub('here', str(error))}",
        path=FILE,
        line=line,
        column=column,
        source_line=lines[line - 1] if line <= len(lines) else None,
        advice='Write key = "value", each on a line of its own.',
    )


def _unreadable(error: Exception) -> Problem:
    return Problem(
        code="settings_unreadable",
        message=f"the settings cannot be read: {error}",
        path=FILE,
        advice="Save the file as UTF-8, and let it be readable for you.",
    )
