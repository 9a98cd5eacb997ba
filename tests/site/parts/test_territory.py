"""Every file of the output is one part's, and a part knows its files again without reading them."""

import os
from pathlib import Path

import pytest

from referat.site.parts import SITE
from referat.site.parts.listings import listings_of
from referat.site.parts.territory import files_below, listing_of, part_of_file, territory_of


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name in ("index.html", "strandby/index.html", "strandby/sag/24-1/index.html", "data/strandby/items.csv"):
        path = tmp_path / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "output"


def paths(output: Path, *folders: str, without: tuple[str, ...] = ()) -> list[str]:
    return sorted(file.path for file in files_below(output, folders, without=without))


def test_a_municipality_has_its_folder_its_data_and_its_pages_in_other_languages() -> None:
    assert territory_of("strandby", ["/en"]) == ("strandby", "data/strandby", "en/strandby")


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("strandby/index.html", "strandby"),
        ("strandby/feed.xml", "strandby"),
        ("en/strandby/sag/24-1/index.html", "strandby"),
        ("data/strandby/items.csv", "strandby"),
        ("data/index.html", SITE),
        ("en/index.html", SITE),
        ("index.html", SITE),
        ("soeg/index.html", SITE),
        ("sag/24-1/index.html", SITE),
    ],
)
def test_a_file_is_found_to_be_its_parts(path: str, part: str) -> None:
    assert part_of_file(path, {"strandby", "egedalen"}, ["/en"]) == part


def test_the_files_of_a_part_are_found_and_those_of_others_left_out(output: Path) -> None:
    assert paths(output, "strandby", "data/strandby", "en/strandby") == [
        "data/strandby/items.csv",
        "strandby/index.html",
        "strandby/sag/24-1/index.html",
    ]
    assert paths(output, "", without=("strandby", "data/strandby")) == ["index.html"]


def test_a_link_is_a_file_and_is_not_gone_into(output: Path, tmp_path: Path) -> None:
    (tmp_path / "andet").mkdir()
    (tmp_path / "andet/brev.txt").write_text("andres")
    (output / "strandby/genvej").symlink_to(tmp_path / "andet")
    (output / "egedalen").symlink_to(tmp_path / "andet")
    assert paths(output, "strandby")[0] == "strandby/genvej"
    assert paths(output, "egedalen") == ["egedalen"]


def test_a_listing_changes_with_any_file(output: Path) -> None:
    def listing() -> bytes:
        return listing_of(files_below(output, ["strandby"]))

    seen = [listing()]
    page = output / "strandby/index.html"
    page.write_text("et andet indhold")
    seen.append(listing())
    os.utime(page, ns=(1, 1))
    seen.append(listing())
    page.rename(output / "strandby/forside.html")
    seen.append(listing())
    page.with_name("forside.html").unlink()
    seen.append(listing())
    assert len(set(seen)) == 5


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_processes_that_look_together_find_what_one_finds(tmp_path: Path, jobs: int) -> None:
    for number in range(40):
        (tmp_path / f"kommune-{number}").mkdir()
        (tmp_path / f"kommune-{number}/index.html").write_text(str(number))
    territories = {f"kommune-{number}": (f"kommune-{number}",) for number in range(40)}
    alone = {name: listing_of(files_below(tmp_path, folders)) for name, folders in territories.items()}
    assert listings_of(tmp_path, territories, jobs) == alone
    assert len(set(alone.values())) == 40
