"""After a sequence of edits a large site is what a clean build makes: ``python -m benchmarks.sequence --help``.

The tests prove it for any sequence on small sites; here it is looked at once on a large one. The last clean build runs
under another hash seed, time zone and language, in one process, on records that were written in the opposite order.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.made_up.country import make_country
from benchmarks.programs import REFERAT
from benchmarks.referat_site import SETTINGS, write_referat_site
from benchmarks.trees import differences


def main() -> None:
    """Edit, build, and compare in the end."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="referat-sequence-", dir=options.folder) as folder:
        root = Path(folder) / "edited"
        write_referat_site(root, make_country(options.meetings))
        _build(root, "the first build")
        for what, edit in EDITS.items():
            edit(root)
            _build(root, what)
        clean = _copy_backwards(root, Path(folder) / "clean")
        strange = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
        _build(clean, "a clean build of the same elsewhere", "--jobs", "1", environment=strange)
        different = differences(root / "output", clean / "output")
    print(f"{len(different)} files differ{': ' if different else '.'}{', '.join(different[:5])}")
    sys.exit(bool(different))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sequence", description="Edits a large site.")
    parser.add_argument("--meetings", type=int, default=10_000, help="how large the site is (10000)")
    parser.add_argument("--folder", type=Path, help="where the sites are made (the system's place for such files)")
    return parser


def _build(root: Path, what: str, *options: str, environment: dict[str, str] | None = None) -> None:
    began = time.perf_counter()
    told = subprocess.run(
        [REFERAT, "build", "--no-search", *options],
        cwd=root,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    print(f"{time.perf_counter() - began:7.2f} s  {what}: {told.splitlines()[0]}", flush=True)


def _copy_backwards(root: Path, copy: Path) -> Path:
    """The site's sources, the last one written first."""
    for name in ("content", "themes", "site.toml"):
        source = root / name
        paths = sorted(source.rglob("*"), reverse=True) if source.is_dir() else [source]
        for path in (path for path in paths if path.is_file()):
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return copy


def _records(root: Path) -> list[Path]:
    return sorted((root / "content/minutes").rglob("*.md"))


def _change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def _add_a_sentence(root: Path) -> None:
    _change(_records(root)[0], "### Beslutning", "Et punktum mere.\n\n### Beslutning")


def _change_many_outcomes(root: Path) -> None:
    for record in _records(root)[::250]:
        _change(record, "Godkendt.", "Afvist.")


def _delete_some(root: Path) -> None:
    for record in _records(root)[7::2000]:
        record.unlink()


def _rename_one(root: Path) -> None:
    record = _records(root)[11]
    record.rename(record.with_name("flyttet.md"))


def _move_one_to_another_municipality(root: Path) -> None:
    record, other = _records(root)[20], _records(root)[-1]
    own, new = (
        next(line for line in path.read_text("utf-8").splitlines() if line.startswith("municipality:"))
        for path in (record, other)
    )
    _change(record, own, new)
    _change(record, "date: 20", "date: 19")  # no meeting of the other's has that day


def _remove_a_municipality(root: Path) -> None:
    shutil.rmtree(_records(root)[500].parents[1])


def _add_a_page(root: Path) -> None:
    (root / "content/pages").mkdir(parents=True)
    (root / "content/pages/hjaelp.md").write_text("---\ntitle: Hjælp\n---\nSkriv til os.\n", "utf-8")


def _spoil_the_output(root: Path) -> None:
    for page in sorted((root / "output").rglob("index.html"))[::5000]:
        page.write_text("rettet i hånden", "utf-8")


def _change_a_template(root: Path) -> None:
    (root / "site.toml").write_text('theme = "eget"\n' + SETTINGS, "utf-8")
    place = root / "themes/eget/templates/components"
    place.mkdir(parents=True)
    (place / "foot.html").write_text("<footer><p>Slut</p></footer>\n", "utf-8")


def _change_a_setting(root: Path) -> None:
    _change(root / "site.toml", "Målt", "Målt igen")


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing changed": lambda _: None,
    "a sentence more": _add_a_sentence,
    "other outcomes in many records": _change_many_outcomes,
    "some records deleted": _delete_some,
    "a record renamed": _rename_one,
    "a record moved to another municipality": _move_one_to_another_municipality,
    "a municipality gone": _remove_a_municipality,
    "a page added": _add_a_page,
    "the output spoilt by hand": _spoil_the_output,
    "another footer": _change_a_template,
    "another name": _change_a_setting,
}


if __name__ == "__main__":
    main()
