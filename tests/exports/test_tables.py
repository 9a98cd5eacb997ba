"""Open data: three tables a municipality, the same rows in both formats, and a catalogue of them."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.small import FILES, build, write_site

from referat.exports.csv_file import csv_text
from referat.exports.json_lines import json_lines
from referat.exports.table import Table

COUNCIL = "/strandby/byraadet/2024-05-14/"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write_site(root)
    assert build(root).problems == ()
    return root / "output/data"


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sheet(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def table(*cells: str) -> Table:
    return Table(url="/data/a/items", columns=tuple(f"c{place}" for place in range(len(cells))), rows=(cells,))


def test_a_meeting_is_told_with_all_that_its_record_says_of_it(data: Path) -> None:
    assert rows(data / "strandby/meetings.jsonl")[-1] == {
        "id": "/strandby/teknikudvalget/2024-05-07/",
        "municipality": "Strandby",
        "body": "Teknikudvalget",
        "date": "2024-05-07",
        "begins": "16:30",
        "ends": "18:00",
        "place": "Mødelokale 2, rådhuset; stuen",
        "sequence": 1,
        "kind": "minutes",
        "status": None,
        "items": 2,
        "updated": "2024-05-07",
        "withdrawn": None,
        "source_url": None,
        "source_sha256": None,
    }


def test_an_item_and_what_was_decided_are_joined_by_addresses(data: Path) -> None:
    item = rows(data / "strandby/items.jsonl")[0]
    (decision,) = [row for row in rows(data / "strandby/decisions.jsonl") if row["item"] == item["id"]]
    assert item["id"] == f"{COUNCIL}#punkt-3"
    assert item["meeting"] == COUNCIL
    assert item["case"] == "/strandby/sag/24-9/"
    assert decision["text"] == "Godkendt, idet badebroen bliver 40 meter."
    assert decision["outcome"] == item["outcome"] == "approved_modified"
    assert decision["own"] is True


@pytest.mark.parametrize("name", ["meetings", "items", "decisions"])
def test_both_formats_tell_the_same(data: Path, name: str) -> None:
    told = [
        {
            key: "" if value is None else str(value).lower() if value in (True, False) else str(value)
            for key, value in row.items()
        }
        for row in rows(data / f"strandby/{name}.jsonl")
    ]
    assert sheet(data / f"strandby/{name}.csv") == told
    assert told


def test_a_change_of_one_municipality_leaves_the_data_of_the_others_as_they_are(tmp_path: Path) -> None:
    other = {
        path.replace("strandby", "egedalen"): text.replace("Strandby", "Egedalen")
        for path, text in FILES.items()
        if path.endswith(".md")
    }
    write_site(tmp_path, {**FILES, **other})
    build(tmp_path)
    path = "content/minutes/egedalen/byraadet/2024-05-14.md"
    write_site(tmp_path, {path: other[path].replace("40 meter", "50 meter")})
    written = build(tmp_path).written
    assert {name for name in written if name.startswith("data/")} == {
        "data/egedalen/decisions.csv",
        "data/egedalen/decisions.jsonl",
        "data/katalog.jsonld",
    }
    assert not any(name.startswith("strandby/") for name in written)


def test_the_catalogue_has_every_file_with_its_size_and_its_hash(data: Path) -> None:
    catalogue = json.loads((data / "katalog.jsonld").read_text(encoding="utf-8"))
    (dataset,) = catalogue["dcat:dataset"]
    told = {
        file["dcat:downloadURL"]["@id"].removeprefix("https://moede.example/arkiv/data/"): (
            int(file["dcat:byteSize"]["@value"]),
            file["spdx:checksum"]["spdx:checksumValue"],
        )
        for file in dataset["dcat:distribution"]
    }
    there = {path.relative_to(data).as_posix(): path.read_bytes() for path in (data / "strandby").iterdir()}
    assert told == {name: (len(file), hashlib.sha256(file).hexdigest()) for name, file in there.items()}
    assert len(told) == 6
    assert dataset["dct:modified"]["@value"] == "2024-05-14"


def test_the_page_leads_to_every_file_in_both_languages(tmp_path: Path) -> None:
    settings = FILES["site.toml"] + 'languages = ["da", "en"]\n'
    write_site(tmp_path, {**FILES, "site.toml": settings})
    assert build(tmp_path).problems == ()
    for page in ("data", "en/data"):
        text = (tmp_path / "output" / page / "index.html").read_text(encoding="utf-8")
        for name in ("items.csv", "items.jsonl", "decisions.csv", "meetings.jsonl"):
            assert f'href="/arkiv/data/strandby/{name}"' in text
        assert 'href="/arkiv/strandby/moeder.ics"' in text
        assert 'href="/arkiv/feed.xml"' in text


def test_a_site_without_an_address_has_data_and_says_that_it_has_no_feeds(tmp_path: Path) -> None:
    write_site(tmp_path, {**FILES, "site.toml": '[site]\nname = "Møder"\n'})
    assert build(tmp_path).problems == ()
    page = (tmp_path / "output/data/index.html").read_text(encoding="utf-8")
    assert "hverken feeds eller kalendere" in page
    assert (tmp_path / "output/data/strandby/items.csv").is_file()
    assert not (tmp_path / "output/data/katalog.jsonld").exists()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_no_cell_is_a_formula(sign: str) -> None:
    (row,) = list(csv.reader(io.StringIO(csv_text(table(f"{sign}1+1")), newline="")))[1:]
    assert row == [f"'{sign}1+1"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=4))
def test_every_text_comes_through(cells: list[str]) -> None:
    (read,) = list(csv.reader(io.StringIO(csv_text(table(*cells)), newline="")))[1:] or [[""]]
    assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in cells]
    assert list(json.loads(json_lines(table(*cells))).values()) == cells


def test_the_documentation_names_every_column(data: Path) -> None:
    text = (Path(__file__).parents[2] / "docs/data.md").read_text(encoding="utf-8")
    for name in ("meetings", "items", "decisions"):
        columns = ", ".join(f"`{column}`" for column in rows(data / f"strandby/{name}.jsonl")[0])
        assert f"| `{name}` | {columns} |" in text
