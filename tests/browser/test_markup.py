"""The pages are HTML as its standard has it. `scripts/validate` asks a whole validator; this much needs no Java."""

from pathlib import Path

import html5lib
import pytest
from html5lib.constants import E
from selectolax.lexbor import LexborHTMLParser
from tests.proofs.kinds import KINDS, Kind

pytestmark = pytest.mark.browser

REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


def html_of(kind: Kind, output: Path) -> str:
    """The page as it is written, whatever address it is asked for with."""
    path = kind.address.partition("?")[0].lstrip("/")
    return (output / (path if path.endswith(".html") else f"{path}index.html")).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_strict_parser_has_nothing_to_mend(example_files: Path, kind: Kind) -> None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(html_of(kind, example_files))
    assert [(place, E[code] % values) for place, code, values in parser.errors] == []


def test_every_id_is_one_elements_and_every_reference_has_its_element(example_files: Path) -> None:
    wrong = []
    for path in example_files.rglob("*.html"):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        ids = [node.attributes["id"] for node in page.css("[id]")]
        asked = {
            name
            for attribute in REFERRING
            for node in page.css(f"[{attribute}]")
            for name in (node.attributes[attribute] or "").split()
        }
        if len(ids) > len(set(ids)) or asked - set(ids):
            wrong.append((path.relative_to(example_files).as_posix(), asked - set(ids)))
    assert wrong == []
