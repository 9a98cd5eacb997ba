"""Whatever stops a build, at whichever write: what is published is whole, and the next build makes everything right."""

import gzip
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

import pytest
from tests.stopping import How, count_writes, kinds_of_writes, some_of, stop_at

from referat.lock import locked
from referat.problems import ProblemError
from referat.site.build import build_site
from referat.site.links import find_links
from referat.site.page import output_path
from referat.site.report import BuildOptions
from referat.site.themes import default_theme

RECORD = """---
municipality: {municipality}
body: {body}
date: {date}
---

## 1. Havnebad

Sagsnr.: {case}

### Beslutning

{decision}
"""
OLD = {
    "content/minutes/strandby/a.md": ("Strandby", "Byrådet", "2024-05-14", "24/1187", "Godkendt."),
    "content/minutes/egedalen/b.md": ("Egedalen", "Byrådet", "2024-05-15", "24/9", "Udsat."),
}
NEW = {
    "content/minutes/strandby/a.md": ("Strandby", "Byrådet", "2024-05-14", "24/1187", "Forkastet."),
    "content/minutes/strandby/c.md": ("Strandby", "Økonomiudvalget", "2024-06-04", "24/7", "Godkendt."),
}
"""One decision is another, one body is new, one municipality is gone."""
THEME = {
    **{path.name: "" for path in (default_theme() / "templates").glob("*.html")},
    "front.html": "{% for place in view.places %}{{ link(place.url) }}{% endfor %}",
    "municipality.html": "{{ link(view.cases_url) }}{% for body in view.bodies %}{{ link(body.url) }}{% endfor %}",
    "body.html": "{% for y in view.years %}{% for one in y.meetings %}{{ link(one.url) }}{% endfor %}{% endfor %}",
    "meeting.html": """{% for item in view.items %}<p id="{{ item.anchor }}">{{ link(item.case.url) }}</p>
    {% for own in item.decisions %}{{ own.text | markdown }}{% endfor %}{% endfor %}""",
    "cases.html": "{% for y in view.years %}{% for one in y.cases %}{{ link(one.url) }}{% endfor %}{% endfor %}",
    "case.html": "{% for step in view.course %}{{ link(step.url) }}{{ step.text | markdown }}{% endfor %}",
}
"""Templates that show little: those of the default theme take much longer to compile than all the rest of a build."""
LINK = '{% macro link(url) %}<a href="{{ url | href }}">{{ url }}</a>{% endmacro %}'
Contents = dict[str, tuple[str, str, str, str, str]]
Files = dict[str, bytes]


def write_content(root: Path, contents: Contents) -> None:
    shutil.rmtree(root / "content", ignore_errors=True)
    for name, text in THEME.items():
        write(root / "themes/bar/templates" / name, LINK + text)
    write(root / "site.toml", 'theme = "bar"\n')
    for name, (municipality, body, date, case, decision) in contents.items():
        text = RECORD.format(municipality=municipality, body=body, date=date, case=case, decision=decision)
        write(root / name, text)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(root: Path, *, search: bool = False) -> None:
    build_site(root, BuildOptions(search=search))


def output(root: Path) -> Files:
    folder = root / "output"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def clean_output(root: Path, contents: Contents, *, search: bool = False) -> Files:
    write_content(root, contents)
    build(root, search=search)
    return output(root)


def restore(root: Path, saved: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(saved, root)


def broken_ways(files: Files) -> list[str]:
    """The links that lead nowhere, of all pages that a reader comes to from the front page."""
    seen: set[str] = set()
    waiting, broken = ["/"], []
    while waiting:
        address = waiting.pop().partition("#")[0].partition("?")[0]
        file = output_path(address)
        if file in seen:
            continue
        seen.add(file)
        if file not in files:
            broken.append(address)
        elif file.endswith(".html"):
            waiting += find_links(files[file].decode()).links
    return broken


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Files, Files]:
    """A folder to build in, a saved site that was built with the old content and has the new, and what clean builds
    give of either.
    """
    folder = tmp_path_factory.mktemp("sites")
    root, saved = folder / "site", folder / "saved"
    old, new = clean_output(root, OLD), clean_output(folder / "new", NEW)
    write_content(root, NEW)
    shutil.copytree(root, saved)
    return root, saved, old, new


def test_a_build_that_is_stopped_at_any_write_leaves_whole_pages_and_the_next_one_mends_all(
    sites: tuple[Path, Path, Files, Files],
) -> None:
    root, saved, old, new = sites
    restore(root, saved)
    writes = kinds_of_writes(lambda: build(root), root)
    assert output(root) == new
    assert len(writes) > 20
    states = set()
    for number in sorted({*some_of(writes, 5), *some_of(writes, 10, "output")}):
        restore(root, saved)
        stop_at(number, How.FULL_DISK if number % 2 else How.KILLED, lambda: build(root), root)
        found = output(root)
        assert all(content in (old.get(name), new.get(name)) for name, content in found.items())
        assert broken_ways(found) == []
        states.add(frozenset(found.items()))
        if number % 3 == 0:  # the next build has other content: it was taken back in between
            write_content(root, OLD)
            build(root)
            assert output(root) == old
        else:
            build(root)
            assert output(root) == new
    assert frozenset(old.items()) in states
    assert len(states) > 5, "the build was not stopped while it changed the output"


def test_a_first_build_that_is_stopped_is_made_whole_by_the_next(tmp_path: Path) -> None:
    root = tmp_path / "site"
    new = clean_output(tmp_path / "clean", NEW)
    write_content(root, NEW)
    writes = count_writes(lambda: build(root), root)
    for number in [1, 2, 3, 4, writes // 2, writes]:
        shutil.rmtree(root)
        write_content(root, NEW)
        stop_at(number, How.FULL_DISK if number % 2 else How.KILLED, lambda: build(root), root)
        assert all(content == new[name] for name, content in output(root).items())
        build(root)
        assert output(root) == new


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Files]:
    """A folder to build in, a saved site with an index of the old content that has the new, and what it publishes."""
    folder = tmp_path_factory.mktemp("searched")
    root, saved = folder / "site", folder / "saved"
    old = clean_output(root, OLD, search=True)
    write_content(root, NEW)
    shutil.copytree(root, saved)
    return root, saved, old


@pytest.mark.parametrize("search", [True, False])
def test_what_was_taken_back_is_found_at_no_moment_beside_a_page_that_is_new(
    searched: tuple[Path, Path, Files], search: bool
) -> None:
    root, saved, old = searched
    restore(root, saved)
    writes = kinds_of_writes(lambda: build(root, search=search), root)
    taken_back = hits(old) - hits(output(root))
    assert len(taken_back) == 2
    moments = set()
    for number in some_of(writes, 4, "output"):
        restore(root, saved)
        stop_at(number, How.FULL_DISK if number % 2 else How.KILLED, lambda: build(root, search=search), root)
        found = output(root)
        changed = any(found.get(name) != content for name, content in old.items() if not name.startswith("pagefind/"))
        left = hits(found) & taken_back
        assert not (changed and left)
        moments.add((changed, bool(left)))
    assert moments == {(False, True), (False, False), (True, False)}, "the build was not stopped between the two"


def test_a_search_index_that_is_stopped_is_made_whole_by_the_next_build(searched: tuple[Path, Path, Files]) -> None:
    root, saved, _ = searched
    restore(root, saved)
    writes = count_writes(lambda: build(root, search=True), root)
    new = hits(output(root))
    for number in range(1, writes + 1, 1 + writes // 3):
        restore(root, saved)
        stop_at(number, How.KILLED, lambda: build(root, search=True), root)
        build(root, search=True)
        assert hits(output(root)) == new


def hits(files: Files) -> set[tuple[str, str]]:
    """What can be found, wherever in the output it lies: address and text."""
    unzipped = (gzip.decompress(content) for name, content in files.items() if name.endswith(".pf_fragment"))
    fragments = [json.loads(content.removeprefix(b"pagefind_dcd")) for content in unzipped]
    return {(fragment["url"], fragment["content"]) for fragment in fragments}


@pytest.mark.parametrize("room", [0, 100])
def test_a_file_that_is_cut_off_by_the_system_is_never_published(
    sites: tuple[Path, Path, Files, Files], room: int
) -> None:
    root, saved, old, new = sites
    restore(root, saved)
    process = subprocess.run(
        [sys.executable, "-m", "referat", "build", "-C", str(root), "--no-search", "--force"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 1
    assert "error[disk_failed]" in process.stderr
    assert "Traceback" not in process.stderr
    assert output(root) == old
    build(root)
    assert output(root) == new


def test_a_build_that_is_killed_at_any_moment_leaves_whole_files(sites: tuple[Path, Path, Files, Files]) -> None:
    root, saved, old, new = sites
    for delay in (0.3, 0.5, 0.7):
        restore(root, saved)
        command = [sys.executable, "-m", "referat", "build", "-C", str(root), "--no-search", "--force", "-q"]
        process = subprocess.Popen(command)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert all(content in (old.get(name), new.get(name)) for name, content in output(root).items())
        build(root)
        assert output(root) == new


def test_every_file_of_the_cache_may_be_damaged(sites: tuple[Path, Path, Files, Files]) -> None:
    root, saved, _, new = sites
    names = [path.relative_to(saved) for path in (saved / ".cache").rglob("*") if path.is_file()]
    assert len(names) > 3
    for name, damage in zip(sorted(names), cycle((_cut, _flipped, _emptied)), strict=False):
        restore(root, saved)
        (root / name).write_bytes(damage((root / name).read_bytes()))
        build(root)
        assert output(root) == new


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes(byte ^ 0x10 for byte in content[middle : middle + 1]) + content[middle + 1 :]


def _emptied(_content: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("seconds", [0, 2_000_000_000, 4_000_000_000])
def test_a_clock_that_jumps_or_stands_still_changes_nothing(
    sites: tuple[Path, Path, Files, Files], seconds: int
) -> None:
    root, saved, old, new = sites
    restore(root, saved)
    _set_times(root, seconds)
    build(root)
    _set_times(root, seconds)
    assert output(root) == new
    write_content(root, OLD)
    build(root)
    assert output(root) == old


def test_a_stopped_build_under_a_clock_that_stands_still_leaves_no_page_that_is_taken_for_another(
    tmp_path: Path,
) -> None:
    here, there = {**OLD}, {**OLD}
    there["content/minutes/strandby/a.md"] = ("Strandby", "Byrådet", "2024-05-14", "24/1187", "Udsatte.")
    here["content/minutes/strandby/a.md"] = ("Strandby", "Byrådet", "2024-05-14", "24/1187", "Udgik...")
    root = tmp_path / "site"
    before = clean_output(root, here)
    _set_times(root, 1_000_000_000)
    build(root)
    write_content(root, there)
    copy = tmp_path / "copy"
    shutil.copytree(root, copy)
    for number in range(1, count_writes(lambda: build(root), root) + 1, 12):
        restore(root, copy)
        stop_at(number, How.KILLED, lambda: build(root), root)
        _set_times(root, 1_000_000_000)
        write_content(root, here)
        build(root)
        assert output(root) == before


def _set_times(root: Path, seconds: int) -> None:
    for path in (root / "output").rglob("*"):
        os.utime(path, (seconds, seconds))


def test_two_builds_at_once_give_what_one_gives(sites: tuple[Path, Path, Files, Files]) -> None:
    root, saved, _, new = sites
    restore(root, saved)
    command = [sys.executable, "-m", "referat", "build", "-C", str(root), "--no-search", "-q"]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert output(root) == new


def test_a_command_that_waits_too_long_for_another_one_says_who_is_at_work(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(ProblemError) as error, locked(tmp_path, patience=0):
        pass
    assert error.value.problem.code == "site_busy"
    with locked(tmp_path, patience=0):
        pass
