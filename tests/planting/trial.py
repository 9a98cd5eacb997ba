"""One trial: identifiers are planted, a site is made, and every byte of what would be published is searched."""

from collections import Counter
from pathlib import Path
from random import Random

from msgspec import Struct
from tests.planting.records import Decoy, Planted, decoy_records, planted_records
from tests.planting.traces import traces_in

from referat.minutes_file import record_path, write
from referat.model import Minutes
from referat.privacy.finding import Verdict
from referat.privacy.gate import screen
from referat.privacy.scan import scan_text
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport


class Trial(Struct, frozen=True, kw_only=True):
    """What was planted, and what came of it."""

    planted: tuple[Planted, ...]
    in_content: frozenset[str]
    """What is known by stands in a record after the gate."""
    in_output: frozenset[str]
    """What is known by stands in a file of a site whose records had passed no gate."""
    files: tuple[str, ...]
    """Those files."""
    decoys: tuple[Decoy, ...]
    report: BuildReport


def run_trial(folder: Path, count: int, seed: int, *, search: bool) -> Trial:
    """Plant `count` identifiers and as many look-alikes, and look for them.

    Two sites are made. One has the records as an import writes them, past the gate; of the other a person has written
    the records, and only the build stands before the public.
    """
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    records = list(planted_records(count, chance))
    decoys = list(decoy_records(count, chance, len(records)))
    screened, unscreened = folder / "screened", folder / "unscreened"
    for minutes, _ in (*records, *decoys):
        _write(screened, screen(minutes, "a.pdf").minutes)
        _write(unscreened, minutes)
    # A site that knows its address has feeds and calendars, too.
    (unscreened / "site.toml").write_text('[site]\nbase_url = "https://plantet.example/"\n', encoding="utf-8")
    report = build_site(unscreened, BuildOptions(search=search))
    planted = tuple(one for _, several in records for one in several)
    known = {one.plant.known_by for one in planted}
    content, output = traces_in(screened / "content", known), traces_in(unscreened / "output", known)
    return Trial(
        planted=planted,
        in_content=frozenset().union(*content.values()),
        in_output=frozenset().union(*output.values()),
        files=(*content, *output),
        decoys=tuple(one for _, several in decoys for one in several),
        report=report,
    )


def _write(root: Path, minutes: Minutes) -> None:
    path = root / record_path(minutes.meeting)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(minutes), encoding="utf-8")


class Fate(Struct, frozen=True, kw_only=True):
    """What became of all that is written in one way."""

    planted: int
    gone: int
    """In no byte of what would be published."""
    told: int
    """Published, with a note that a person should look at it."""

    @property
    def missed(self) -> int:
        """Published without a word."""
        return self.planted - self.gone - self.told


def fates(trial: Trial) -> dict[tuple[str, str], Fate]:
    """By kind and disguise."""
    planted: Counter[tuple[str, str]] = Counter()
    gone: Counter[tuple[str, str]] = Counter()
    told: Counter[tuple[str, str]] = Counter()
    published = trial.in_content | trial.in_output
    for one in trial.planted:
        key = (one.disguise.kind, one.disguise.name)
        planted[key] += 1
        found = bool(scan_text(f"Naboen {one.plant.written} skriver"))
        # What is written with letters for digits leaves no trace that could be looked for.
        if found and one.plant.known_by not in published:
            gone[key] += 1
        elif found:
            told[key] += 1
    return {key: Fate(planted=planted[key], gone=gone[key], told=told[key]) for key in planted}


def alarms(trial: Trial) -> dict[str, tuple[int, int, int]]:
    """Of each kind of look-alike: how many there were, how many were taken away, how many are to be looked at."""
    several: dict[str, list[Verdict | None]] = {}
    for decoy in trial.decoys:
        found = scan_text(f"Der henvises til {decoy.written} i sagen.")
        worst = max((finding.verdict for finding in found), default=None)
        several.setdefault(decoy.kind.name, []).append(worst)
    return {
        name: (
            len(verdicts),
            sum(verdict is not None and verdict > Verdict.REVIEW for verdict in verdicts),
            sum(verdict is Verdict.REVIEW for verdict in verdicts),
        )
        for name, verdicts in several.items()
    }
