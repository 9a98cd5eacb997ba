"""After any sequence of edits, every file of the site in memory is byte for byte what a clean build writes."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from referat.preview.learning import learn
from referat.preview.live import LiveSite
from referat.problems import ProblemError
from referat.site.build import build_site
from referat.site.report import BuildOptions

PLACES = (("strandby", "Strandby"), ("egedalen", "Egedalen"))
"""Folders, and the municipality whose records they usually hold."""
DAYS = ("2024-05-14", "2024-06-11", "2024-09-03")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""To look for the shortest sequence that fails would take minutes, and they are short."""
SETTINGS = '[site]\nname = "Prøve"\nbase_url = "https://referat.example/"\nlanguages = ["da", "en"]\n'


def record(municipality: str, day: str, title: str, number: str) -> str:
    """A record with one item, and the mention of another case."""
    return (
        f"---\nmunicipality: {municipality}\nbody: Byrådet\ndate: {day}\nkind: minutes\n---\n\n"
        f"## 1. {title}\n\nSagsnr.: {number}\n\n### Beslutning\n\nGodkendt som i sag 24/1.\n"
    )


class Edit(Struct, frozen=True):
    """Files that are written, or removed (None), or moved (a path in the place of the text)."""

    files: tuple[tuple[str, str | None], ...]
    moves: tuple[tuple[str, str], ...] = ()

    def make(self, root: Path) -> set[str]:
        """Make the edit. Returns the names that a watcher would tell."""
        names = set()
        for name, text in self.files:
            path = root / name
            if text is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            else:
                path.unlink(missing_ok=True)
            names.add(name)
        for old, new in self.moves:
            if (root / old).exists() and not (root / new).exists():
                (root / new).parent.mkdir(parents=True, exist_ok=True)
                (root / old).rename(root / new)
                names |= {old, new}
        return names


paths = st.builds(
    lambda place, day: f"content/minutes/{place[0]}/byraadet/{day}.md", st.sampled_from(PLACES), st.sampled_from(DAYS)
)
records = st.builds(
    record,
    st.sampled_from(("Strandby", "Egedalen", "Nørre Aa", "Om")),
    st.sampled_from(DAYS),
    st.sampled_from(("Cykelsti", "Havnebad", "Eventuelt")),
    st.sampled_from(("24/1", "24/2", "23/7")),
)
written = st.builds(lambda path, text: Edit(((path, text),)), paths, records)
removed = st.builds(lambda path: Edit(((path, None),)), paths)
moved = st.builds(lambda old, new: Edit((), ((old, new),)), paths, paths)
folder_moved = st.sampled_from(
    [
        Edit((), (("content/minutes/strandby", "content/minutes/nord"),)),
        Edit((), (("content/minutes/nord", "content/minutes/strandby"),)),
        Edit((), (("content/minutes", "content/andet"),)),
        Edit((), (("content/andet", "content/minutes"),)),
    ]
)
others = st.sampled_from(
    [
        Edit((("site.toml", SETTINGS),)),
        Edit((("site.toml", SETTINGS.replace("Prøve", "Skriv til folk@referat.example")),)),
        Edit((("site.toml", '[site]\nname = "Uden adresse"\n'),)),
        Edit((("themes/default/css/95-egne.css", "p { color: red }\n"),)),
        Edit((("themes/default/css/95-egne.css", None),)),
        Edit((("themes/default/templates/glossary.html", "<!doctype html><title>Ord</title><body>Ord</body>\n"),)),
        Edit((("themes/default/templates/glossary.html", None),)),
        Edit((("content/pages/om.md", "---\ntitle: Om\n---\n\nSe [Strandby](/strandby/).\n"),)),
        Edit((("content/pages/strandby.md", "---\ntitle: Byen\n---\n\nDen er taget.\n"),)),
        Edit((("content/pages/strandby.md", None),)),
        Edit(
            (
                (
                    "content/withdrawals.toml",
                    '[[withdrawal]]\naddress = "/strandby/byraadet/2024-05-14/"\ndate = 2026-01-02\nreason = "Ønske"\n',
                ),
            )
        ),
        Edit((("content/withdrawals.toml", None),)),
    ]
)
edits = st.lists(st.one_of(written, written, removed, moved, folder_moved, others), min_size=1, max_size=6)
FIRST = Edit(
    (
        ("site.toml", SETTINGS),
        *(
            (f"content/minutes/{folder}/byraadet/{DAYS[0]}.md", record(name, DAYS[0], "Sti", "24/1"))
            for folder, name in PLACES
        ),
    )
)


@contextmanager
def a_site() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        FIRST.make(root)
        yield root


def bring_up_to_date(site: LiveSite, names: set[str] | None) -> None:
    site.refresh(names)
    lesson = site.lesson()
    if lesson is not None:
        site.adopt(lesson, learn(lesson))


def in_memory(site: LiveSite) -> dict[str, bytes]:
    return {file: content for file in site.files() if (content := site.file(file)) is not None}


def built(root: Path) -> dict[str, bytes]:
    """All files of a clean build, the search index left out."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        build_site(root, BuildOptions(output=place / "output", cache=place / "cache", search=False, jobs=1))
        return {
            path.relative_to(place / "output").as_posix(): path.read_bytes()
            for path in (place / "output").rglob("*")
            if path.is_file()
        }


def assert_same(live: dict[str, bytes], clean: dict[str, bytes]) -> None:
    assert sorted(live) == sorted(clean)
    assert [file for file in clean if live[file] != clean[file]] == []


@settings(max_examples=12, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(edits)
def test_after_any_edits_the_site_in_memory_is_what_a_clean_build_gives(sequence: list[Edit]) -> None:
    with a_site() as root:
        site = LiveSite(root, jobs=1)
        bring_up_to_date(site, None)
        for edit in sequence:
            names = edit.make(root)
            bring_up_to_date(site, names)
            site.file("strandby/index.html")  # somebody looks, and what was made for them must not stay
        assert_same(in_memory(site), built(root))


@settings(max_examples=6, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(edits)
def test_after_edits_of_which_nobody_told_a_look_at_all_is_enough(sequence: list[Edit]) -> None:
    with a_site() as root:
        site = LiveSite(root, jobs=1)
        bring_up_to_date(site, None)
        in_memory(site)
        for edit in sequence:
            edit.make(root)
        bring_up_to_date(site, None)
        assert_same(in_memory(site), built(root))


@settings(max_examples=6, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(edits, edits)
def test_beside_builds_and_after_a_restart_it_is_the_same(before: list[Edit], after: list[Edit]) -> None:
    with a_site() as root:
        for edit in before:
            edit.make(root)
        build_site(root, BuildOptions(search=False, jobs=1))
        site = LiveSite(root, jobs=1)
        bring_up_to_date(site, None)
        for edit in after:
            names = edit.make(root)
            bring_up_to_date(site, names)
            build_site(root, BuildOptions(search=False, jobs=1))
        assert_same(in_memory(site), built(root))


def test_the_example_site_is_the_same(tmp_path: Path) -> None:
    example = Path(__file__).parents[2]
    for name in ("content", "themes"):
        shutil.copytree(example / name, tmp_path / name)
    shutil.copy(example / "site.toml", tmp_path)
    site = LiveSite(tmp_path, jobs=1)
    bring_up_to_date(site, None)
    assert_same(in_memory(site), built(tmp_path))


def test_broken_lists_leave_what_was(tmp_path: Path) -> None:
    FIRST.make(tmp_path)
    site = LiveSite(tmp_path, jobs=1)
    bring_up_to_date(site, None)
    before = in_memory(site)
    bring_up_to_date(site, Edit((("content/withdrawals.toml", "[[withdrawal\n"),)).make(tmp_path))
    with pytest.raises(ProblemError):
        built(tmp_path)
    assert_same(in_memory(site), before)
    assert [problem.path for problem in site.problems] == ["content/withdrawals.toml"]
