"""Reading a language's words: those of the default theme, and over them the ones that the site's own theme changes."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from referat.problems import Problem, ProblemError
from referat.site.words.language import Language
from referat.site.words.wording import Wording, read_text

FOLDER = "words"
"""Where a theme has its words, one file a language."""
DANISH = "da"
"""The language of the minutes. Its file in the default theme has every word there is."""

_FORMS = frozenset({"one", "other"})


class _Entries(Struct, frozen=True):
    words: dict[str, Wording]
    lists: dict[str, tuple[str, ...]]


def read_language(theme_dirs: Sequence[Path], code: str, root: Path | None = None) -> Language:
    """The words of one language.

    Args:
        theme_dirs: The folders of the theme, the site's own before the default: a single word of the first counts.
        code: ``da``.
        root: The site's folder: problems name files relative to it.

    Raises:
        ProblemError: no theme has the language, a file of it is no list of words, or words are missing.
    """
    files = [path for theme in reversed(theme_dirs) if (path := theme / FOLDER / f"{code}.toml").is_file()]
    name = f"{FOLDER}/{code}.toml"
    if not files:
        raise ProblemError(_unknown(code, name))
    words: dict[str, Wording] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for path in files:
        entries = _read_file(path, root)
        words |= entries.words
        lists |= entries.lists
    if code != DANISH:
        danish = read_language(theme_dirs[-1:], DANISH)
        _demand_all(danish, words, lists, _shown(files[-1], root))
    return Language(code=code, file=name, words=words, lists=lists)


def _read_file(path: Path, root: Path | None) -> _Entries:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProblemError(_invalid(path, root, str(error))) from None
    entries = _Entries({}, {})
    for key, value in _leaves(tables, ""):
        if isinstance(value, str):
            entries.words[key] = Wording(read_text(value))
        elif isinstance(value, dict) and all(isinstance(form, str) for form in value.values()):
            entries.words[key] = Wording(read_text(value["other"]), read_text(value["one"]))
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            entries.lists[key] = tuple(value)
        else:
            raise ProblemError(_invalid(path, root, f"{key} is neither a text nor {{ one = …, other = … }}"))
    return entries


def _leaves(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        key = f"{above}.{name}" if above else name
        if isinstance(value, dict) and value.keys() != _FORMS:
            yield from _leaves(value, key)
        else:
            yield key, value


def _demand_all(
    danish: Language, words: Mapping[str, Wording], lists: Mapping[str, tuple[str, ...]], path: str
) -> None:
    missing = [key for key in (*danish.words, *danish.lists) if key not in words and key not in lists]
    if missing:
        named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        raise ProblemError(
            Problem(
                code="words_missing",
                message=f"The language has no words for {named}",
                path=path,
                advice="Write them into the file: words/da.toml of the default theme has the Danish ones.",
            )
        )


def _unknown(code: str, name: str) -> Problem:
    return Problem(
        code="language_unknown",
        message=f"There are no words for the language “{code}”",
        path="site.toml",
        advice=f"Make the file {name} in your theme, or take the language out of languages in site.toml.",
    )


def _invalid(path: Path, root: Path | None, why: str) -> Problem:
    return Problem(
        code="words_invalid",
        message=f"The words cannot be read: {why}",
        path=_shown(path, root),
        advice='Write name = "…" on a line of its own, below the table it belongs to.',
    )


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root is not None and path.is_relative_to(root) else path.as_posix()
