"""Parts that were built apart become the site that one build makes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from referat.problems import ProblemError
from referat.site.build import build_site
from referat.site.joining import join_site
from referat.site.parts.whole import PART_CACHE
from referat.site.report import BuildOptions

RECORD = "---\nmunicipality: {}\nbody: Byrådet\ndate: {}\n---\n\n## 1. {}\n\nSagsnr.: {}\n\n### Beslutning\n\n{}\n"
RECORDS = {
    "strandby/a": ("Strandby", "2024-05-14", "Havnebad", "24/1187", "Godkendt."),
    "strandby/b": ("Strandby", "2024-06-04", "Cykelsti", "24/7", "Se sag 24/1187. Udsat."),
    "egedalen/c": ("Egedalen", "2024-05-15", "Skovskole", "24/1187", "Forkastet."),
    "noerre-aa/d": ("Nørre Aa", "2024-05-16", "Vindmølle", "24/99", "Godkendt."),
}
"""Two municipalities share a number."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name, values in RECORDS.items():
        path = site / f"content/minutes/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RECORD.format(*values), "utf-8")
    (site / "site.toml").write_text('[site]\nbase_url = "https://referat.example/"\nlanguages = ["da", "en"]\n')
    return site


def part(root: Path, *only: str, search: bool = False) -> Path:
    folder = root.parent / "-".join(only)
    build_site(root, BuildOptions(only=only, output=folder, search=search))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def clean_build(root: Path) -> dict[str, bytes]:
    output = root.parent / "clean"
    build_site(root, BuildOptions(output=output, cache=root.parent / "cache", search=False))
    return files(output)


def test_a_part_holds_one_municipality_and_what_joining_needs(root: Path) -> None:
    made = part(root, "Nørre Aa")
    pages = {name.split("/")[0] for name in files(made)}
    assert pages == {".referat", PART_CACHE, "noerre-aa", "en", "data"}
    assert (made / "en/noerre-aa/index.html").is_file()
    assert not (root / "output").exists()


def test_parts_become_the_site_that_one_build_makes(root: Path) -> None:
    parts = [part(root, "Strandby"), part(root, "Egedalen", "Nørre Aa")]
    report = join_site(root, parts, BuildOptions(search=False))
    assert report.problems == ()
    assert files(root / "output") == clean_build(root)


def test_only_what_depends_on_others_is_rendered_when_parts_are_joined(root: Path) -> None:
    whole = build_site(root, BuildOptions(output=root.parent / "whole", cache=root.parent / "c", search=False))
    parts = [part(root, "Strandby"), part(root, "Egedalen"), part(root, "Nørre Aa")]
    report = join_site(root, parts, BuildOptions(search=False))
    own = ("strandby/", "egedalen/", "noerre-aa/", "en/strandby/", "en/egedalen/", "en/noerre-aa/")
    assert sorted(path for path in report.written if path.startswith(own)) == [
        "egedalen/sag/24-1187/index.html",
        "en/egedalen/sag/24-1187/index.html",
        "en/strandby/sag/24-1187/index.html",
        "strandby/sag/24-1187/index.html",
    ]
    assert report.rendered < whole.rendered / 2


def test_the_search_of_a_part_is_taken_over(root: Path) -> None:
    parts = [part(root, name, search=True) for name in ("Strandby", "Egedalen", "Nørre Aa")]
    entries = {name: (parts[0].parent / name / "pagefind/strandby").exists() for name in ("Strandby",)}
    assert entries == {"Strandby": True}
    before = (parts[0] / "pagefind/strandby/pagefind-entry.json").read_bytes()
    report = join_site(root, parts)
    assert report.search == ()
    assert (root / "output/pagefind/strandby/pagefind-entry.json").read_bytes() == before
    assert {path.name for path in (root / "output/pagefind").iterdir()} == {
        "egedalen",
        "engine.d",
        "noerre-aa",
        "strandby",
    }


def test_parts_that_were_copied_and_lost_their_times_are_as_good(root: Path) -> None:
    parts = [part(root, "Strandby"), part(root, "Egedalen"), part(root, "Nørre Aa")]
    moved = [folder.with_name(f"{folder.name}-hentet") for folder in parts]
    for folder, place in zip(parts, moved, strict=True):
        shutil.copytree(folder, place, copy_function=shutil.copyfile)
        shutil.rmtree(folder)
    report = join_site(root, moved, BuildOptions(search=False))
    assert files(root / "output") == clean_build(root)
    assert not [path for path in report.written if path.startswith("noerre-aa/")]


def test_a_part_of_older_records_or_none_is_made_good_by_the_join(root: Path) -> None:
    parts = [part(root, "Strandby"), part(root, "Egedalen")]
    record = root / "content/minutes/strandby/a.md"
    record.write_text(record.read_text("utf-8").replace("Godkendt.", "Forkastet."), "utf-8")
    join_site(root, parts, BuildOptions(search=False))
    assert files(root / "output") == clean_build(root)


def test_a_join_takes_the_place_of_an_older_site(root: Path) -> None:
    build_site(root, BuildOptions(search=False))
    (root / "output/fremmed.html").write_text("fremmed")
    join_site(root, [part(root, "Strandby")], BuildOptions(search=False))
    assert files(root / "output") == clean_build(root)
    assert build_site(root, BuildOptions(search=False)).rendered == 0
    assert not [path.name for path in root.iterdir() if path.name.startswith("output.")]


def test_folders_that_are_no_parts_and_parts_that_overlap_are_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    with pytest.raises(ProblemError) as error:
        join_site(root, [tmp_path / "tom"])
    assert error.value.problem.code == "part_unreadable"
    strandby = part(root, "Strandby")
    shutil.copytree(strandby, tmp_path / "igen")
    with pytest.raises(ProblemError) as error:
        join_site(root, [strandby, tmp_path / "igen"])
    assert error.value.problem.code == "part_doubled"


def test_a_municipality_that_is_not_there_is_told(root: Path) -> None:
    report = build_site(root, BuildOptions(only=("Vesterby",), output=root.parent / "del", search=False))
    assert [problem.code for problem in report.problems] == ["part_missing"]


def test_the_commands_do_it_in_separate_processes(root: Path) -> None:
    def referat(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "referat", *arguments, "-C", str(root), "--no-search"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    folders: list[str] = []
    for name in ("Strandby", "Egedalen", "Nørre Aa"):
        folders.append(str(root.parent / f"del-{len(folders)}"))
        assert referat("build", "--only", name, "--output", folders[-1]).returncode == 0
    assert referat("join", *folders).returncode == 0
    assert files(root / "output") == clean_build(root)
    refused = referat("build", "--only", "Strandby")
    assert (refused.returncode, "--output" in refused.stderr) == (2, True)
