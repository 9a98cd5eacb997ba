"""Runs the benchmark and prints its tables: ``scripts/benchmark --help``."""

import argparse
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import describe_machine
from benchmarks.series import HUGO, REFERAT, Series, measure


def main() -> None:
    """Measure every size that was asked for."""
    options = _parser().parse_args()
    print(f"Machine: {describe_machine()}.")
    print(f"{_version(HUGO, 'version')}; {_version(REFERAT, '--version')}.")
    for meetings in options.meetings:
        with tempfile.TemporaryDirectory(prefix="referat-benchmark-", dir=options.folder) as folder:
            print("\n".join(_table(meetings, measure(Path(folder), meetings, options.rounds))), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description="Measures the build on made-up minutes.")
    parser.add_argument("--meetings", type=int, nargs="+", default=[1_000, 10_000], help="sizes (1000 10000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs (3)")
    parser.add_argument("--folder", type=Path, help="where the sites are made (the system's place for such files)")
    return parser


def _version(program: Path, argument: str) -> str:
    return subprocess.run([program, argument], capture_output=True, text=True, check=True).stdout.strip().split("-")[0]


def _table(meetings: int, measured: Iterator[Series]) -> Iterator[str]:
    """A Markdown table: medians with the range, and ratios to the first line."""
    yield f"\n## {meetings:,} meetings\n"
    yield "| what | pages | seconds, median (from–to) | to Hugo | memory, peak of all processes |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    first = 0.0
    for series in measured:
        seconds = [run.seconds for run in series.runs.runs]
        first = first or series.runs.seconds
        yield (
            f"| {series.what} | {series.pages:,} | {series.runs.seconds:.1f} ({min(seconds):.1f}–{max(seconds):.1f}) "
            f"| {series.runs.seconds / first:.2f} | {series.runs.memory / 2**20:,.0f} MB |"
        )


if __name__ == "__main__":
    main()
