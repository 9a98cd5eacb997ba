"""Where in ``site.toml`` something stands: TOML's reader keeps no places."""

import re

from referat.problems import Problem

FILE = "site.toml"


def problem_at(code: str, message: str, text: str, place: tuple[str, str], advice: str) -> Problem:
    """A problem with the key of a table (``("site", "name")``; the table ``""`` is the file's top)."""
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


def syntax_problem(error: Exception, text: str) -> Problem:
    """What TOML's reader could not read, with the place that its message names."""
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


def unreadable(error: Exception) -> Problem:
    """The file cannot be opened, or is no text."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else "they are not in UTF-8"
    return Problem(
        code="settings_unreadable",
        message=f"the settings cannot be read: {why}",
        path=FILE,
        advice="Save the file as UTF-8, and let it be readable for you.",
    )


_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_PLACE = re.compile(r"at line ([0-9]+), column ([0-9]+)")


def _find(text: str, table: str, key: str) -> tuple[int | None, int | None]:
    sought = f"{table}.{key}" if table else key
    current = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _TABLE.match(line):
            current = header.group(1)
            if current == sought or current.startswith(f"{sought}."):
                return number, header.start(1) + 1
        elif current == table and (match := _KEY.match(line)) and match.group(1) == key:
            return number, match.start(1) + 1
    return None, None
