"""Many documents at once, in real processes: the same content in the same order, whoever is interrupted or killed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from referat.importing.inspection import inspect_all
from referat.importing.report_json import to_json

PROSE = "Forvaltningen har talt cyklerne på havnen en onsdag i regnvejr. " * 3
MEETINGS = 28
"""Telling of all of them takes more than the 65,536 bytes that wait in a pipe which nobody reads."""


def minutes(day: int) -> str:
    items = "\n\n".join(
        f"Punkt {number}: Cykler på havnen, optælling nummer {number} af dem, der blev stillet ved kajen den dag\n\n"
        f"24/{day:02}{number:02}\n\nSagsfremstilling\n\n{PROSE}\n\nBeslutning Byrådet den {date(day)}\n\nGodkendt."
        for number in range(1, 41)
    )
    return f"REFERAT Byrådet d. {date(day)}\n\n{items}\n"


def date(day: int) -> str:
    return f"{day % 28 + 1:02}-{day // 28 + 1:02}-2024"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with many documents, some of them bad."""
    (tmp_path / "raw").mkdir()
    for day in range(MEETINGS):
        (tmp_path / f"raw/{day:03}.txt").write_text(minutes(day), "utf-8")
    (tmp_path / "raw/007.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "raw/019.txt").write_text("En opskrift på kage", "utf-8")
    return tmp_path


def start(site: Path) -> subprocess.Popen[bytes]:
    """An import in a process group of its own that Ctrl-C reaches, as a shell starts it where a person sits.

    Whatever a script runs in the background is deaf to it, and so is all that this starts: these tests, too.
    """
    command = [sys.executable, "-m", "referat", "import", "--jobs", "2", "--municipality", "Strandby", "raw"]
    return subprocess.Popen(
        command,
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
        preexec_fn=_listen_to_ctrl_c,
    )


def _listen_to_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until_it_stands_still(process: subprocess.Popen[bytes], documents: int) -> bytes:
    """Read until so many documents are told of. The import goes on until the pipe is full, and stands there."""
    assert process.stdout is not None
    told = b""
    while told.count(b"  -> ") < documents:
        told += process.stdout.read(512)
    return told


def content(site: Path) -> dict[str, bytes]:
    folder = site / "content"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_import_that_is_interrupted_goes_on_and_ends_as_if_it_had_not_been(site: Path) -> None:
    process = start(site)
    until_it_stands_still(process, 3)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors.decode()
    assert b"the same command goes on" in errors
    assert b"Traceback" not in errors
    interrupted = content(site)
    assert 3 <= len(interrupted) < MEETINGS - 2

    again = start(site)
    told, _ = again.communicate(timeout=120)
    assert told.count(b"as it was when it was last imported") >= 3
    assert told.count(b": unchanged") + told.count(b": written") == MEETINGS - 2
    finished = content(site)
    assert finished.items() >= interrupted.items()

    clean = site / "clean"
    clean.mkdir()
    (site / "raw").rename(clean / "raw")
    start(clean).communicate(timeout=120)
    assert content(clean) == finished


def test_a_killed_worker_costs_no_document(site: Path) -> None:
    process = start(site)
    until_it_stands_still(process, 3)
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    told, errors = process.communicate(timeout=120)
    assert len(content(site)) == MEETINGS - 2
    assert b"worker_died" not in errors
    assert process.returncode == 1  # For the two bad documents.
    assert told.endswith(b" written, 2 documents without a record\n")


def workers_of(pid: int) -> list[int]:
    """The processes that an import has started to read documents."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [int(child) for child in children if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_several_processes_tell_the_same_in_the_same_order_as_one(site: Path) -> None:
    paths = sorted((site / "raw").iterdir())
    alone = [to_json(inspection) for inspection in inspect_all(paths, "Strandby", jobs=1)]
    together = [to_json(inspection) for inspection in inspect_all(paths, "Strandby", jobs=2)]
    assert together == alone
    assert [json.loads(line)["date"] is None for line in alone].count(True) == 2


def test_one_file_is_read_without_further_processes(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("referat.importing.inspection.in_order", None)
    paths = sorted((site / "raw").iterdir())[:3]
    assert [inspection.format is not None for inspection in inspect_all(paths, "Strandby", jobs=8)] == [True] * 3
