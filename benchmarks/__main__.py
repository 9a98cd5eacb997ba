"""Runs the benchmark and prints its tables: ``scripts/benchmark --help``."""

import argparse
import datetime as dt
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.estimate import estimate
from benchmarks.measure import describe_disk, describe_machine
from benchmarks.preview import preview_table
from benchmarks.programs import HUGO, REFERAT
from benchmarks.series import Series, measure

RESULTS = Path(__file__).with_name("RESULTS.md")
MOST_ASKED_OF = 10_000
"""The size that is also built in parts and previewed, and that the country is estimated from."""
SAVES = 20
"""How often a record is saved in the preview, of each kind."""


def main() -> None:
    """Measure every size that was asked for."""
    options = _parser().parse_args()
    told: list[str] = []
    for line in _lines(options):
        print(line, flush=True)
        told.append(line)
        if options.write:
            RESULTS.write_text("\n".join(told) + "\n", encoding="utf-8")


def _lines(options: argparse.Namespace) -> Iterator[str]:
    yield from _heading(sys.argv[1:], options.folder or Path(tempfile.gettempdir()))
    for number, meetings in enumerate(options.meetings):
        yield from _table_head(meetings)
        rounds = options.rounds[min(number, len(options.rounds) - 1)]
        series: list[Series] = []
        with tempfile.TemporaryDirectory(prefix="referat-benchmark-", dir=options.folder) as folder:
            asked = meetings == MOST_ASKED_OF
            for one in measure(Path(folder), meetings, rounds, beside_hugo=not options.alone, apart=asked):
                series.append(one)
                yield _row(one, series[0])
        if meetings == MOST_ASKED_OF:
            yield from estimate(meetings, series)
            yield from preview_table(options.folder, meetings, SAVES)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description="Measures the build on made-up minutes.")
    parser.add_argument("--meetings", type=int, nargs="+", default=[1_000, 10_000], help="sizes (1000 10000)")
    parser.add_argument(
        "--rounds", type=int, nargs="+", default=[3], help="how often each command runs (3), for each size or all"
    )
    parser.add_argument("--folder", type=Path, help="where the sites are made (the system's place for such files)")
    parser.add_argument("--alone", action="store_true", help="leave Hugo out: it takes long at 30,000 meetings")
    parser.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md, too")
    return parser


def _heading(arguments: Sequence[str], folder: Path) -> Iterator[str]:
    told = " ".join("FOLDER" if "/" in argument else argument for argument in arguments)
    yield "# Results\n"
    yield f"Made by `scripts/benchmark {told}` on {dt.date.today()}, in a folder on {describe_disk(folder)}."
    yield "[README.md](README.md) says what is measured and how."
    yield "Medians, with the range in brackets where a command ran more than once.\n"
    yield f"Machine: {describe_machine()}. "
    yield f"{_version(HUGO, 'version')}; {_version(REFERAT, '--version')}; Python {sys.version.split()[0]}."


def _version(program: Path, argument: str) -> str:
    said = subprocess.run([program, argument], capture_output=True, text=True, check=True).stdout
    return said.strip().splitlines()[-1].split("-")[0]


def _table_head(meetings: int) -> Iterator[str]:
    yield f"\n## {meetings:,} meetings\n"
    yield "| what | seconds | to Hugo | memory, peak of all processes | files | size |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"


def _row(series: Series, first: Series) -> str:
    """A line of the table: medians with the range, and the ratio to the first line."""
    seconds = [run.seconds for run in series.runs.runs]
    span = f" ({min(seconds):.1f}–{max(seconds):.1f})" if len(seconds) > 1 else ""
    size = series.size
    return (
        f"| {series.what} | {series.runs.seconds:.1f}{span} | {_to_hugo(series, first)} "
        f"| {series.runs.memory / 2**20:,.0f} MB "
        f"| {f'{size.files:,}' if size else ''} | {f'{size.size / 1e6:,.0f} MB' if size else ''} |"
    )


def _to_hugo(series: Series, first: Series) -> str:
    return f"{series.runs.seconds / first.runs.seconds:.2f}" if first.what.startswith("Hugo") else ""


if __name__ == "__main__":
    main()
