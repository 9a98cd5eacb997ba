"""What is withdrawn leaves every export, and whoever has it already is told so under the same id."""

import json
from pathlib import Path

import pytest
from tests.exports.reading import read_feed
from tests.exports.small import build, write_site
from typer.testing import CliRunner

from referat.cli import app

ITEM = "/strandby/teknikudvalget/2024-05-07/#punkt-2"
TAG = "tag:moede.example,2026:"
WORDS = ("medhold", "plankeværk", "hegnet")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which an item was withdrawn after it was published."""
    root = tmp_path_factory.mktemp("site")
    write_site(root)
    build(root)
    told = (root / "output/strandby/sag/24-10/feed.xml").read_text(encoding="utf-8")
    assert all(word in told for word in ("medhold", "plankeværk"))
    done = CliRunner().invoke(app, ["withdraw", ITEM, "--reason", "En borger har bedt om det.", "-C", str(root)])
    assert done.exit_code == 0, done.output
    build(root)
    return root / "output"


def test_no_export_has_a_word_of_it(site: Path) -> None:
    exports = [path for ending in ("xml", "ics", "csv", "jsonl", "jsonld") for path in site.rglob(f"*.{ending}")]
    assert len(exports) >= 14
    assert [path for path in exports if any(word in path.read_text(encoding="utf-8") for word in WORDS)] == []


def test_its_case_keeps_the_id_and_tells_that_it_is_gone(site: Path) -> None:
    (entry,) = read_feed(site / "strandby/sag/24-10/feed.xml").items()
    name, told = entry
    assert name == f"{TAG}{ITEM}"
    assert told.summary == "Punktet er trukket tilbage"
    assert told.updated > "2024-05-07T12:00:00Z"


def test_the_meeting_comes_again_so_that_what_readers_have_of_it_is_replaced(site: Path) -> None:
    feed = read_feed(site / "strandby/feed.xml")
    name, told = next(iter(feed.items()))
    assert name == f"{TAG}/strandby/teknikudvalget/2024-05-07/"
    assert "Punkt 2: Punktet er trukket tilbage" in told.summary
    assert told.updated > "2024-08-27"


def test_the_data_keep_a_row_with_the_day_and_no_text(site: Path) -> None:
    lines = (site / "data/strandby/decisions.jsonl").read_text(encoding="utf-8").splitlines()
    (row,) = [row for row in map(json.loads, lines) if row["item"] == ITEM]
    assert row["text"] == ""
    assert row["outcome"] == "none"
    assert row["withdrawn"]


def test_a_paragraph_of_a_decision_is_replaced_under_the_same_id(tmp_path: Path) -> None:
    write_site(tmp_path)
    build(tmp_path)
    page = (tmp_path / "output/strandby/teknikudvalget/2024-05-07/index.html").read_text(encoding="utf-8")
    place = page[: page.index("Klageren får")].rpartition('id="')[2].partition('"')[0]
    address = f"{ITEM.partition('#')[0]}#{place}"
    done = CliRunner().invoke(app, ["withdraw", address, "-C", str(tmp_path)])
    assert done.exit_code == 0, done.output
    build(tmp_path)
    told = read_feed(tmp_path / "output/strandby/sag/24-10/feed.xml")[f"{TAG}{ITEM}"]
    assert "medhold" not in told.summary
    assert told.updated > "2024-05-07T12:00:00Z"
