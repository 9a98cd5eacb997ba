"""Damages documents in many ways and looks whether an import keeps what it promises of every file.

Each document is made from one number, its seed: the same seed gives the same document, as long as the documents it is
made from are the same.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct
from tests.fuzz.damage import damage_text
from tests.fuzz.files import KINDS, make_file
from tests.fuzz.promises import Broken, Outcome, try_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
SEEDS = 2**32
MOST_TOLD = 25
"""Of so many kinds of broken promises an example is printed."""


class Case(Struct, frozen=True):
    """A damaged document."""

    seed: int
    origin: str
    kind: str
    data: bytes


class Tally:
    """What was tried so far, and what came of it."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.broken: Counter[Broken] = Counter()
        self.slowest = (0.0, 0)

    def add(self, case: Case, outcome: Outcome, seconds: float) -> None:
        """Count a case, and tell of the first that breaks a promise in its way."""
        self.kinds[case.kind] += 1
        self.refused.update([outcome.refused] if outcome.refused else [])
        self.slowest = max(self.slowest, (seconds, case.seed))
        for broken in outcome.broken:
            way = Broken(broken.promise, broken.detail.split(":")[0])
            self.broken[way] += 1
            if self.broken[way] == 1 and len(self.broken) <= MOST_TOLD:
                print(f"broken: {broken.promise}: {broken.detail}", flush=True)
                print(
                    f"    made from {case.origin} as {case.kind}; again with: scripts/fuzz --seed {case.seed}",
                    flush=True,
                )

    def summary(self) -> str:
        """All of it in a few lines."""
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.kinds.most_common())
        refused = ", ".join(f"{count} {code}" for code, count in self.refused.most_common())
        lines = [
            f"{self.kinds.total()} documents ({kinds}); {self.refused.total()} refused ({refused})",
            f"slowest: {self.slowest[0]:.1f} s (seed {self.slowest[1]})",
            f"{self.broken.total()} broken promises",
        ]
        return "\n".join(
            [*lines, *(f"    {count} x {way.promise}: {way.detail}" for way, count in self.broken.items())]
        )


def make_case(seed: int, origins: Sequence[Path]) -> Case:
    """The document of that seed."""
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    origin, other = chance.choice(origins), chance.choice(origins)
    kind = chance.choice(KINDS)
    text = damage_text(origin.read_text("utf-8"), other.read_text("utf-8"), chance)
    return Case(seed, origin.name, kind, make_file(text, kind, chance))


def run(seeds: Iterator[int], origins: Sequence[Path], keep: Path | None) -> Tally:
    """Try the documents of the seeds, one after the other."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            case = make_case(seed, origins)
            path = (keep or Path(folder)) / f"fuzz-{seed}.{case.kind}"
            path.write_bytes(case.data)
            begun = time.monotonic()
            tally.add(case, try_file(path), time.monotonic() - begun)
            if keep is None:
                path.unlink()
            else:
                print(f"kept as {path}")
    return tally


def seeds_for(minutes: float, first: int) -> Iterator[int]:
    """Seeds, as long as there is time."""
    end = time.monotonic() + minutes * 60
    seed = first
    while time.monotonic() < end:
        yield seed
        seed = (seed + 1) % SEEDS


def origins_in(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The fixtures of all formats, and the text documents of further folders."""
    fixtures = sorted((ROOT / "tests/importing/formats").glob("*/*.txt"))
    return (*fixtures, *(path for folder in folders for path in sorted(folder.glob("*.txt"))))


def main() -> int:
    """The command. Its exit code is 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("minutes", type=float, nargs="?", default=1.0, help="how long (default: 1)")
    parser.add_argument("--seed", type=int, help="try only this one, and keep the document in this folder")
    parser.add_argument("--first", type=int, default=int.from_bytes(os.urandom(4)), help="the seed to begin with")
    parser.add_argument("--documents", type=Path, action="append", default=[], help="further folder of text documents")
    asked = parser.parse_args()
    origins = origins_in(asked.documents)
    if asked.seed is not None:
        tally = run(iter([asked.seed]), origins, Path())
    else:
        print(f"{len(origins)} documents to make others from; seeds from {asked.first}", flush=True)
        tally = run(seeds_for(asked.minutes, asked.first), origins, None)
    print(tally.summary())
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
