"""What docs/hostile-input.md says of limits is what the code holds."""

import re
from pathlib import Path

import pytest

from referat import lock, toml
from referat.importing import sources, time_limit
from referat.importing.extract import lines
from referat.importing.extract.docx import package
from referat.importing.extract.html import limits as html_limits
from referat.importing.extract.html import tables
from referat.importing.extract.pdf import limits as pdf_limits
from referat.minutes_file import addresses, front_matter
from referat.site import discover
from referat.site.views import sitemap
from referat.vocabulary import slugs

ROOT = Path(__file__).parents[1]
DOC = (ROOT / "docs/hostile-input.md").read_text(encoding="utf-8")
LIMITS: dict[str, tuple[str, ...]] = {
    "importing/sources.py": (f"{sources.LARGEST // 1_000_000} MB",),
    "importing/extract/lines.py": (f"{lines.MOST_CHARACTERS:,} characters",),
    "importing/time_limit.py": (
        f"{time_limit.LEAST_SECONDS} s of processor time",
        f"{time_limit.SECONDS_A_MEGABYTE} s more for each MB",
    ),
    "importing/extract/pdf/limits.py": (
        f"{pdf_limits.MOST_PAGES:,} pages",
        f"{pdf_limits.MOST_CHARACTERS:,} characters",
        f"{pdf_limits.MOST_CHARACTERS_ON_A_PAGE:,} of them and {pdf_limits.MOST_OBJECTS_ON_A_PAGE:,} objects on a page",
        f"{pdf_limits.MEMORY_BYTES / 1e9} GB",
    ),
    "importing/extract/docx/package.py": (
        f"{package.MOST_ENTRIES:,}, {package.MOST_BYTES // 1_000_000} MB, {package.MOST_RATIO}:1, {package.DEEPEST}",
    ),
    "importing/extract/html/limits.py": (f"{html_limits.DEEPEST}, {html_limits.MOST_REOPENED:,}",),
    "importing/extract/html/tables.py": (f"{tables.MOST_CELLS:,} cells",),
    "minutes_file/front_matter.py": (f"{front_matter.MAX_CHARACTERS:,}, {front_matter.MAX_DEPTH}",),
    "toml.py": (f"{toml.LONGEST_LINE:,} characters, {toml.MOST_DOTS} dots",),
    "site/discover.py": (f"{discover.LARGEST // 1_000_000} MB",),
    "minutes_file/addresses.py": (f"{addresses.LONGEST:,} characters",),
    "vocabulary/slugs.py": (f"{slugs.LONGEST} characters",),
    "site/views/sitemap.py": (f"{sitemap.LONGEST:,} addresses",),
    "lock.py": (f"{lock.PATIENCE:.0f} s",),
}
ROWS = {
    match[2]: match[1]
    for match in re.finditer(r"^\| [^|]+ \| ([^|]+) \| `((?!tests/)[\w/]+\.py)` \|$", DOC, re.MULTILINE)
}


def test_every_limit_that_is_told_is_compared() -> None:
    assert ROWS.keys() == LIMITS.keys()


@pytest.mark.parametrize("module", LIMITS)
def test_a_limit_is_what_the_code_holds(module: str) -> None:
    for told in LIMITS[module]:
        assert told in ROWS[module]


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", DOC)
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).is_file()] == []
