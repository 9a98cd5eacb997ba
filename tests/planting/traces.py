"""Looks for identifiers in every byte of a folder, in its own way: nothing here is the gate's."""

import gzip
import html
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote

_INVISIBLE = re.compile(r"<[^<>]*>|\]\([^()]*\)|[\u00ad\u200b-\u200f\u2060\ufeff\[\]]")
_BETWEEN = re.compile(r"(?<=\d)[\s.,\-/_|*~`\\]+(?=\d)")
_RUN = re.compile(r"\d{8,}")


def traces_in(folder: Path, known: Collection[str]) -> dict[str, set[str]]:
    """The files, by their path, in which some of the rows of digits `known` stand in whatever spelling."""
    wanted, lengths = frozenset(known), {len(digits) for digits in known}
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        rows = {row for text in _readings(path) for row in _rows(text, lengths) if row in wanted}
        if rows:
            found[path.relative_to(folder).as_posix()] = rows
    return found


def _readings(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":  # as Pagefind packs its files
        data = gzip.decompress(data)
    plain = f"{path.name}\n{data.decode('utf-8', 'replace')}"
    decoded = html.unescape(unquote(plain.replace("\\n", " ").replace("\\u", " ")))
    for text in dict.fromkeys((plain, decoded)):
        digits = "".join(map(_plain, text)) if not text.isascii() else text
        yield digits
        yield _INVISIBLE.sub("", digits)


def _plain(char: str) -> str:
    if char.isascii():
        return char
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return "-" if unicodedata.category(char) == "Pd" or char == "\u2212" else " " if char.isspace() else char


def _rows(text: str, lengths: Collection[int]) -> Iterator[str]:
    for run in _RUN.finditer(_BETWEEN.sub("", text)):
        for length in lengths:
            for start in range(len(run[0]) - length + 1):
                yield run[0][start : start + length]
