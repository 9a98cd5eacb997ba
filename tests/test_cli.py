"""The commands as a publisher meets them: a real process, real files, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

MINUTES = """\
REFERAT Teknik- og Miljøudvalget d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 16:30

Mødested Mødelokale 2

Mødedeltagere Anna Holm, Bo Kjær

Indholdsfortegnelse

Cykelsti langs Havnevej.....\t3
Lukket.....\t4

Punkt 1: Cykelsti langs Havnevej

24/1187

Indstilling

Det indstilles, at Strandby Kommune anlægger en cykelsti langs Havnevej.

Beslutning Teknik- og Miljøudvalget den 14-05-2024

Godkendt.

Punkt 2: Lukket

24/1190
"""

RECORD = "content/minutes/strandby/teknik-og-miljoeudvalget/2024-05-14.md"


def referat(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "referat", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


def imported(folder: Path) -> Path:
    (folder / "referat.txt").write_text(MINUTES, encoding="utf-8")
    run = referat(folder, "import", "--municipality", "Strandby", "referat.txt")
    assert run.returncode == 0, run.stderr
    return folder / RECORD


def test_a_document_becomes_a_record_and_the_record_a_page(tmp_path: Path) -> None:
    assert "## 1. Cykelsti langs Havnevej" in imported(tmp_path).read_text(encoding="utf-8")
    run = referat(tmp_path, "build", "--no-search", "--timings")
    assert run.returncode == 0, run.stderr
    assert "render" in run.stdout
    page = tmp_path / "output/strandby/teknik-og-miljoeudvalget/2024-05-14/index.html"
    assert "Cykelsti langs Havnevej" in page.read_text(encoding="utf-8")


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    record = imported(tmp_path)
    before = record.stat().st_mtime_ns
    run = referat(tmp_path, "import", "--municipality", "Strandby", "referat.txt")
    assert run.stdout.splitlines()[-1] == "1 unchanged"
    assert record.stat().st_mtime_ns == before


def test_a_file_that_is_missing_is_told_and_the_others_are_imported(tmp_path: Path) -> None:
    (tmp_path / "referat.txt").write_text(MINUTES, encoding="utf-8")
    run = referat(tmp_path, "import", "--municipality", "Strandby", "mangler.pdf", "referat.txt")
    assert run.returncode == 1
    assert "mangler.pdf error[file_unreadable]" in run.stderr
    assert run.stdout.splitlines()[-1] == "1 written, 1 document without a record"
    assert (tmp_path / RECORD).exists()


def test_a_misspelt_municipality_does_not_silently_get_a_folder_of_its_own(tmp_path: Path) -> None:
    imported(tmp_path)
    run = referat(tmp_path, "import", "--municipality", "Strandbyy", "referat.txt")
    assert "warning[municipality_doubtful]" in run.stderr
    assert "Did you mean Strandby? Then delete content/minutes/strandbyy/ and import again." in run.stderr


def test_an_edited_record_is_kept_its_difference_shown_and_replace_takes_the_new_reading(tmp_path: Path) -> None:
    record = imported(tmp_path)
    original = record.read_text(encoding="utf-8")
    edited = original.replace("Godkendt.", "Godkendt enstemmigt.")
    record.write_text(edited, encoding="utf-8")
    run = referat(tmp_path, "import", "--municipality", "Strandby", "referat.txt")
    assert record.read_text(encoding="utf-8") == edited
    assert "-Godkendt enstemmigt." in run.stdout
    assert "+Godkendt." in run.stdout
    referat(tmp_path, "import", "--municipality", "Strandby", "--replace", "referat.txt")
    assert record.read_text(encoding="utf-8") == original


def test_inspect_prints_one_json_object_a_document_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "referat.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "opskrift.txt").write_text("Pisk æggene med sukkeret.\n", encoding="utf-8")
    run = referat(tmp_path, "inspect", "--json", "--municipality", "Strandby", "referat.txt", "opskrift.txt")
    first, second = (json.loads(line) for line in run.stdout.splitlines())
    assert (first["body"], first["date"], first["time"]) == ("Teknik- og Miljøudvalget", "2024-05-14", "16:30")
    assert [item["outcome"] for item in first["items"]] == ["approved", "none"]
    assert first["ledger"]["characters"] == len(MINUTES)
    assert second["format"] is None
    assert run.returncode == 1
    assert not (tmp_path / "content").exists()


def test_a_broken_record_is_told_with_its_line_and_the_others_are_built(tmp_path: Path) -> None:
    record = imported(tmp_path)
    broken = record.with_name("2024-06-11.md")
    broken.write_text(record.read_text(encoding="utf-8").replace("2024-05-14", "2024-13-14"), encoding="utf-8")
    run = referat(tmp_path, "build", "--no-search")
    assert run.returncode == 1
    assert "content/minutes/strandby/teknik-og-miljoeudvalget/2024-06-11.md:4:7 error[value_invalid]" in run.stderr
    assert (tmp_path / "output/strandby/teknik-og-miljoeudvalget/2024-05-14/index.html").exists()


def test_check_tells_what_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    record = imported(tmp_path)
    record.write_text(record.read_text(encoding="utf-8").replace("Sagsnr.:", "Sagsnummre.:"), encoding="utf-8")
    run = referat(tmp_path, "check")
    assert "warning[field_unknown]" in run.stderr
    assert run.returncode == 0
    assert referat(tmp_path, "check", "--strict").returncode == 1
    assert not (tmp_path / "output").exists()


def test_check_says_that_nothing_is_wrong_also_where_something_is_worth_knowing(tmp_path: Path) -> None:
    record = imported(tmp_path)
    draft = record.read_text(encoding="utf-8").replace("kind: minutes", "kind: minutes\nstatus: draft")
    record.with_name("2024-06-11.md").write_text(draft.replace("2024-05-14", "2024-06-11"), encoding="utf-8")
    run = referat(tmp_path, "check")
    assert "pages, nothing wrong" in run.stdout
    assert run.stderr == ""
    assert "info[draft_left_out]" in referat(tmp_path, "check", "-v").stderr


def test_check_tells_of_a_portal_that_could_not_be_fetched_from(tmp_path: Path) -> None:
    hosts = 'Strandby = "firstagend:dagsordener.strandby.example"\nEgedalen = "https://dagsorden.egedalen.example/"\n'
    (tmp_path / "site.toml").write_text(f"[fetch.hosts]\n{hosts}", encoding="utf-8")
    run = referat(tmp_path, "check")
    assert run.returncode == 1
    assert run.stderr.count("error[fetch_host_invalid]") == 2


def test_an_item_with_a_cpr_number_is_held_back_and_the_command_says_so(tmp_path: Path) -> None:
    record = imported(tmp_path)
    record.write_text(
        record.read_text(encoding="utf-8").replace("Godkendt.", "Godkendt for 010203-1234."), encoding="utf-8"
    )
    run = referat(tmp_path, "build", "--no-search")
    assert run.returncode == 3
    assert "1 held back" in run.stdout
    assert not any(
        "010203" in path.read_text(encoding="utf-8", errors="ignore") for path in all_files(tmp_path / "output")
    )
    assert "010203" not in run.stdout + run.stderr


def test_clean_takes_away_what_a_build_made_and_nothing_else(tmp_path: Path) -> None:
    record = imported(tmp_path)
    referat(tmp_path, "build", "--no-search")
    assert referat(tmp_path, "clean").returncode == 0
    assert not (tmp_path / "output").exists()
    assert record.exists()


def all_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_version_is_told(tmp_path: Path) -> None:
    assert referat(tmp_path, "--version").stdout.startswith("referat ")


@pytest.mark.parametrize("verb", ["build", "check", "serve"])
def test_where_no_site_was_begun_nothing_is_made(tmp_path: Path, verb: str) -> None:
    run = referat(tmp_path, verb)
    assert run.returncode == 1
    assert "error[site_missing] There is no site in" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_no_site_can_have_is_a_wrong_command(tmp_path: Path) -> None:
    run = referat(tmp_path, "build", "--base-url", "eksempel")
    assert run.returncode == 2
    assert "eksempel is no address of a site" in run.stderr
