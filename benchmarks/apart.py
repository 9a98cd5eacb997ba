"""The site built in parts, as a matrix of CI jobs would: each municipality in a process of its own, and then joined."""

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.made_up.country import MUNICIPALITIES
from benchmarks.made_up.places import municipalities
from benchmarks.measure import Run, Runs, run_command
from benchmarks.programs import REFERAT
from benchmarks.trees import differences
from referat.workers import cores

JOINED = "Referat: the parts joined"


class NotEqualError(Exception):
    """The joined site is another one than a single build makes."""


def measure_apart(root: Path) -> Iterator[tuple[str, Runs]]:
    """Build the parts of the site in `root` and join them: what each step took.

    Raises:
        NotEqualError: the result is not the output that is there from a single build.
    """
    whole, folder = root.with_name("whole"), root.with_name("parts")
    (root / "output").rename(whole)
    shutil.rmtree(root / ".cache")
    shutil.rmtree(whole / "pagefind", ignore_errors=True)
    began = time.perf_counter()
    with ThreadPoolExecutor(cores()) as pool:
        runs = list(pool.map(lambda name: _build_part(root, folder, name), municipalities(MUNICIPALITIES)))
    took = Run(seconds=time.perf_counter() - began, memory=cores() * max(run.memory for run in runs))
    yield "Referat: 98 parts, a process each, as many at a time as there are cores", Runs((took,))
    joined = run_command([REFERAT, "join", *map(str, sorted(folder.iterdir())), "--no-search", "--quiet"], root)
    yield JOINED, Runs((joined,))
    different = differences(whole, root / "output")
    if different:
        raise NotEqualError(f"{len(different)} files differ: {', '.join(different[:5])}")
    shutil.rmtree(whole)
    shutil.rmtree(folder)


def _build_part(root: Path, folder: Path, name: str) -> Run:
    command: list[str | Path] = [
        REFERAT,
        "build",
        "--only",
        name,
        "--output",
        folder / name,
        "--no-search",
        "--jobs",
        "1",
        "--quiet",
    ]
    return run_command(command, root)
