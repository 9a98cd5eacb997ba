"""Whatever happened before, in whatever order: the output is byte for byte what a clean build gives.

Sites are small, and so is their theme: the default theme's templates take longer to compile than all else here. Between
two builds anything may happen to records, pages, settings, templates, the output, the cache and the program itself.
"""

import os
import shutil
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from referat.site import digest
from referat.site.build import build_site
from referat.site.joining import join_site
from referat.site.report import BuildOptions, BuildReport
from referat.site.themes import default_theme

RECORD = """---
municipality: {municipality}
body: {body}
date: {date}
{further}---

## 1. {title}

Sagsnr.: {case}

Se sag 24/{other}.

### Beslutning

{decision}
"""
LINK = '{% macro link(url) %}<a href="{{ url | href }}">{{ url }}</a>{% endmacro %}'
THEME = {
    **{path.name: "" for path in (default_theme() / "templates").glob("*.html")},
    "front.html": "{{ site.name }}{% for place in view.places %}{{ link(place.url) }}{{ place.meetings }}{% endfor %}",
    "municipality.html": "{{ link(view.cases_url) }}{% for body in view.bodies %}{{ link(body.url) }}{% endfor %}",
    "body.html": "{% for y in view.years %}{% for one in y.meetings %}{{ link(one.url) }}{% endfor %}{% endfor %}",
    "meeting.html": """{% for item in view.items %}<p id="{{ item.anchor }}">{{ item.title }}</p>
    {% for own in item.decisions %}{{ own.text | markdown }}{% endfor %}{% endfor %}""",
    "cases.html": "{% for y in view.years %}{% for one in y.cases %}{{ link(one.url) }}{% endfor %}{% endfor %}",
    "case.html": """{{ view.title }}{% for step in view.course %}{{ step.text | markdown }}{% endfor %}
    {% for other in view.elsewhere %}{{ link(other.url) }}{% endfor %}""",
    "shared.html": "{% for case in view.cases %}{{ link(case.url) }}{{ case.title }}{% endfor %}",
    "page.html": "{% for version in view.versions %}{{ version.text | markdown }}{% endfor %}",
}

MUNICIPALITIES = st.sampled_from(["Strandby", "Egedalen", "Nørre Aa"])
PLACES = st.sampled_from([f"{folder}/{name}" for folder in ("strandby", "egedalen", "andre") for name in "abc"])
RECORDS = st.fixed_dictionaries(
    {
        "municipality": MUNICIPALITIES,
        "body": st.sampled_from(["Byrådet", "Økonomiudvalget"]),
        "date": st.sampled_from(["2024-05-14", "2024-06-04", "2025-01-07"]),
        "further": st.sampled_from(["", "", "status: draft\n", "kind: agenda\n"]),
        "title": st.sampled_from(["Havnebad", "Skolegård"]),
        "case": st.sampled_from(["24/1187", "24/7", "24/9"]),
        "other": st.sampled_from(["1187", "7"]),
        "decision": st.sampled_from(["Godkendt.", "Udsat.", "Forkastet.", "Godkendt for 010203-4567."]),
    }
)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class AnySequence(RuleBasedStateMachine):
    """One site, edited and built again and again."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp())
        self.root = self._folder / "site"
        self._moves = 0
        self._release = b"1"
        self._settings = {"name": "Prøve", "languages": '["da"]'}

    @initialize(first=RECORDS, second=RECORDS)
    def begin(self, first: dict[str, str], second: dict[str, str]) -> None:
        for name, text in THEME.items():
            self._write(f"themes/bar/templates/{name}", LINK + text)
        self._write_settings()
        self.write_record("strandby/a", first)
        self.write_record("egedalen/b", second)
        self.build()

    @rule(place=PLACES, record=RECORDS)
    def write_record(self, place: str, record: dict[str, str]) -> None:
        self._write(f"content/minutes/{place}.md", RECORD.format(**record))

    @rule(place=PLACES)
    def delete_record(self, place: str) -> None:
        (self.root / f"content/minutes/{place}.md").unlink(missing_ok=True)

    @rule(place=PLACES, goal=PLACES)
    def rename_record(self, place: str, goal: str) -> None:
        path = self.root / f"content/minutes/{place}.md"
        if path.is_file():
            (self.root / f"content/minutes/{goal}.md").parent.mkdir(parents=True, exist_ok=True)
            path.replace(self.root / f"content/minutes/{goal}.md")

    @rule(place=PLACES)
    def break_record(self, place: str) -> None:
        self._write(f"content/minutes/{place}.md", "---\n")

    @rule(text=st.sampled_from(["Skriv til os.", "Ring til os."]), slug=st.sampled_from(["hjaelp", "strandby"]))
    def write_page(self, text: str, slug: str) -> None:
        self._write(f"content/pages/{slug}.md", f"---\ntitle: Hjælp\n---\n{text}")

    @rule(slug=st.sampled_from(["hjaelp", "strandby"]))
    def delete_page(self, slug: str) -> None:
        (self.root / f"content/pages/{slug}.md").unlink(missing_ok=True)

    @rule(name=st.sampled_from(["meeting.html", "case.html", "front.html"]), word=st.sampled_from(["<b>Nyt</b>", ""]))
    def change_template(self, name: str, word: str) -> None:
        self._write(f"themes/bar/templates/{name}", LINK + THEME[name] + word)

    @rule(color=st.sampled_from(["red", "blue"]))
    def change_style(self, color: str) -> None:
        self._write("themes/bar/css/90.css", f"p {{ color: {color} }}")

    @rule(name=st.sampled_from(["Prøve", "Andet"]), languages=st.sampled_from(['["da"]', '["da", "en"]', '["en"]']))
    def change_settings(self, name: str, languages: str) -> None:
        self._settings = {"name": name, "languages": languages}
        self._write_settings()

    @rule(release=st.sampled_from([b"1", b"2"]))
    def upgrade_the_program(self, release: bytes) -> None:
        self._release = release

    @rule(place=st.integers(0, 1000), content=st.sampled_from([b"rettet", b""]))
    def tamper_with_the_output(self, place: int, content: bytes) -> None:
        paths = sorted(path for path in (self.root / "output").rglob("*") if path.is_file() and path.name != ".referat")
        if paths:
            paths[place % len(paths)].write_bytes(content)

    @rule(place=st.integers(0, 1000), how=st.sampled_from(["lose", "damage"]))
    def damage_the_cache(self, place: int, how: str) -> None:
        paths = sorted(path for path in (self.root / ".cache").rglob("*") if path.is_file() and path.name != "lock")
        if paths and how == "lose":
            paths[place % len(paths)].unlink()
        elif paths:
            paths[place % len(paths)].write_bytes(b"beskadiget")

    @rule(times=st.booleans())
    def move_to_another_machine(self, times: bool) -> None:
        """Everything lies elsewhere, and no file has the time that it had."""
        self._moves += 1
        there = self._folder / f"site-{self._moves}"
        shutil.copytree(self.root, there, copy_function=shutil.copy2 if times else shutil.copyfile)
        shutil.rmtree(self.root)
        self.root = there

    @precondition(lambda self: any((self.root / "content/minutes").rglob("*.md")))
    @rule(name=MUNICIPALITIES)
    def join_a_part_of_it(self, name: str) -> None:
        part = self._folder / "part"
        shutil.rmtree(part, ignore_errors=True)
        with self._program():
            report = build_site(self.root, BuildOptions(only=(name,), output=part, search=False))
            if report.pages:
                join_site(self.root, [part], BuildOptions(search=False))

    @rule(drafts=st.booleans())
    def build(self, drafts: bool = False) -> None:
        self._build(self.root, BuildOptions(search=False, drafts=drafts))

    @invariant()
    def a_build_gives_what_a_clean_one_gives(self) -> None:
        if not (self.root / "site.toml").is_file():
            return
        self._build(self.root, BuildOptions(search=False))
        clean = self._folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        self._build(self.root, BuildOptions(search=False, output=clean / "output", cache=clean / "cache"))
        assert files(self.root / "output") == files(clean / "output")
        again = self._build(self.root, BuildOptions(search=False))
        assert again.written == again.removed == ()

    def teardown(self) -> None:
        shutil.rmtree(self._folder)

    def _build(self, root: Path, options: BuildOptions) -> BuildReport:
        with self._program():
            return build_site(root, options)

    def _program(self) -> AbstractContextManager[object]:
        """The release of the program that builds."""
        digest.generator_fingerprint.cache_clear()
        return patch.object(digest, "code_fingerprint", lambda *_: self._release)

    def _write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _write_settings(self) -> None:
        told = f'theme = "bar"\n[site]\nname = "{self._settings["name"]}"\nlanguages = {self._settings["languages"]}\n'
        self._write("site.toml", told)


TestAnySequence = pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")(
    AnySequence.TestCase
)
TestAnySequence.settings = settings(
    max_examples=int(os.environ.get("SEQUENCES", "6")),
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
