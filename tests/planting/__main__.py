"""Plants identifiers in a site and counts what the gate finds: see docs/privacy.md."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.planting.speed import megabytes_a_second
from tests.planting.trial import Trial, alarms, fates, run_trial

PAGES = 2000
"""So many pages are looked at to time the gate."""


def summary(trial: Trial) -> list[str]:
    """All of it as lines."""
    lines = ["kind     disguise                               planted   gone   told  missed"]
    for (kind, name), fate in sorted(fates(trial).items()):
        lines.append(f"{kind:8} {name:38} {fate.planted:7} {fate.gone:6} {fate.told:6} {fate.missed:7}")
    lines += ["", "look-alike                                       number  taken   told"]
    for name, (number, taken, told) in sorted(alarms(trial).items()):
        lines.append(f"{name:48} {number:6} {taken:6} {told:6}")
    return lines


def leaks(trial: Trial) -> list[str]:
    """What must be gone and is not."""
    published = trial.in_content | trial.in_output
    left = [one for one in trial.planted if one.disguise.sure and one.plant.known_by in published]
    return [f"LEAK: {one.disguise.kind}, {one.disguise.name}, in {one.place}" for one in left]


def main() -> int:
    """The command. Its exit code is 1 where something that must be gone is not."""
    parser = argparse.ArgumentParser(prog="scripts/plant", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="how many of each (default: 10000)")
    parser.add_argument("--seed", type=int, default=20261122, help="another set")
    parser.add_argument("--no-search", action="store_true", help="make no search index")
    parser.add_argument("--speed", type=Path, metavar="OUTPUT", help="only time the gate on a built site's pages")
    asked = parser.parse_args()
    if asked.speed is not None:
        print(f"{megabytes_a_second(asked.speed, PAGES):.1f} MB/s over {PAGES} pages")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        trial = run_trial(Path(folder), asked.count, asked.seed, search=not asked.no_search)
    print("\n".join(summary(trial)))
    found = leaks(trial)
    print("\n".join(found))
    held = trial.report.held_back
    print(f"{len(trial.planted)} planted, {len(trial.decoys)} look-alikes, {held} held back, {len(found)} leaks")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
