"""A build makes the whole site, tells what is wrong, and leaves what a clean build would leave."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referat.problems import ProblemError
from referat.search import pagefind
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport

COMMITTEE = """---
municipality: Strandby
body: Teknik- og Miljøudvalget
date: 2024-05-07
---

## 2. Havnebad ved Østre Kaj

Sagsnr.: 24/1187

### Beslutning

Anbefales godkendt.
"""
COUNCIL = """---
municipality: Strandby
body: Byrådet
date: 2024-05-14
---

## 1. Havnebad

Sagsnr.: 24/1187

### Sagsfremstilling

Se Teknik- og Miljøudvalget den 7. maj 2024, pkt. 2.

### Beslutning

Godkendt.
"""
SITE = {
    "site.toml": '[site]\nname = "Prøve"\nbase_url = "https://referat.example/"\n',
    "content/minutes/strandby/tmu.md": COMMITTEE,
    "content/minutes/strandby/byraad.md": COUNCIL,
    "content/minutes/egedalen/byraad.md": COUNCIL.replace("Strandby", "Egedalen").replace("24/1187", "24/9"),
}


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def build(root: Path, files: dict[str, str] | None = None, *, force: bool = False) -> BuildReport:
    write(root, SITE if files is None else files)
    return build_site(root, BuildOptions(search=False, force=force))


def output(root: Path) -> dict[str, bytes]:
    folder = root / "output"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_without_a_problem(tmp_path: Path) -> None:
    report = build(tmp_path)
    assert report.problems == ()
    made = output(tmp_path)
    for page in ("index.html", "404.html", "strandby/index.html", "strandby/sag/24-1187/index.html", "soeg/index.html"):
        assert page in made
    assert (
        b'href="/strandby/teknik-og-miljoeudvalget/2024-05-07/#punkt-2"'
        in made["strandby/byraadet/2024-05-14/index.html"]
    )
    assert sorted(report.written) == sorted(made)
    assert [step.name for step in report.steps] == ["settings", "read", "make", "write", "check"]


def test_a_case_has_an_age_once_it_has_waited_a_day(tmp_path: Path) -> None:
    build(tmp_path, {**SITE, "content/minutes/strandby/byraad.md": COUNCIL.replace("Godkendt.", "Udsat.")})
    assert "Udsat på det nyeste møde: Byrådet," in output(tmp_path)["strandby/index.html"].decode()
    later = COUNCIL.replace("2024-05-14", "2024-05-15").replace("24/1187", "24/20")
    build(tmp_path, {"content/minutes/strandby/senere.md": later})
    assert "<b>1 dag</b> siden Byrådet," in output(tmp_path)["strandby/index.html"].decode()


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    assert build(tmp_path, {}).problems == ()
    assert "index.html" in output(tmp_path)


def test_a_second_build_renders_and_writes_nothing(tmp_path: Path) -> None:
    pages = build(tmp_path).pages
    report = build(tmp_path)
    assert (report.pages, report.rendered, report.written, report.removed) == (pages, 0, (), ())


def test_a_restored_cache_on_another_machine_is_as_good(tmp_path: Path) -> None:
    build(tmp_path / "her")
    shutil.copytree(tmp_path / "her", tmp_path / "der", copy_function=shutil.copyfile)
    report = build_site(tmp_path / "der", BuildOptions(search=False))
    assert (report.rendered, report.written) == (0, ())


def test_a_change_in_one_municipality_renders_no_page_of_another(tmp_path: Path) -> None:
    build(tmp_path)
    write(tmp_path, {"content/minutes/strandby/byraad.md": COUNCIL.replace("Godkendt.", "Godkendt med 9 stemmer.")})
    report = build(tmp_path, {})
    assert report.rendered < report.pages / 2
    assert "strandby/byraadet/2024-05-14/index.html" in report.written
    assert not [path for path in report.written if path.startswith("egedalen/")]


def test_force_renders_everything_and_still_writes_only_what_differs(tmp_path: Path) -> None:
    build(tmp_path)
    report = build(tmp_path, force=True)
    assert (report.rendered, report.written) == (report.pages, ())


def test_pages_of_records_that_are_gone_are_removed(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "content/minutes/egedalen/byraad.md").unlink()
    report = build(tmp_path, {})
    assert "egedalen/index.html" in report.removed
    assert not (tmp_path / "output/egedalen").exists()


def test_a_page_that_somebody_changed_in_the_output_is_made_right_again(tmp_path: Path) -> None:
    build(tmp_path)
    before = output(tmp_path)
    write(tmp_path, {"output/index.html": "rettet i hånden", "output/fremmed.html": "fremmed"})
    report = build(tmp_path)
    assert (report.written, report.removed) == (("index.html",), ("fremmed.html",))
    assert output(tmp_path) == before


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path) -> None:
    build(tmp_path)
    before = output(tmp_path)
    for path in (path for path in (tmp_path / ".cache").rglob("*") if path.is_file()):
        path.write_bytes(b"ikke en cache")
    report = build(tmp_path)
    assert (report.rendered, report.written) == (report.pages, ())
    assert output(tmp_path) == before


def test_two_builds_with_other_hash_seeds_zones_and_languages_are_equal_byte_for_byte(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from referat.site.build import *; "
        "build_site(Path(sys.argv[1]), BuildOptions(search=False))"
    )
    for name, seed, zone, language in (("a", "1", "UTC", "C.UTF-8"), ("b", "2", "Pacific/Auckland", "C")):
        write(tmp_path / name, SITE)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        subprocess.run([sys.executable, "-c", script, tmp_path / name], env=environment, check=True)
    assert output(tmp_path / "a") == output(tmp_path / "b")


def test_a_template_error_is_told_once_and_its_pages_stay_as_they_were(tmp_path: Path) -> None:
    build(tmp_path)
    before = output(tmp_path)
    write(
        tmp_path,
        {"site.toml": 'theme = "eget"\n' + SITE["site.toml"], "themes/eget/templates/case.html": "\n{{ x.y }}\n"},
    )
    write(tmp_path, {"content/minutes/strandby/byraad.md": COUNCIL.replace("Godkendt.", "Udsat.")})
    report = build(tmp_path, {})
    (problem,) = report.problems
    assert (problem.code, problem.where) == ("template_error", "themes/eget/templates/case.html:2")
    assert "/egedalen/sag/24-9/" in problem.message
    after = output(tmp_path)
    assert after["strandby/sag/24-1187/index.html"] == before["strandby/sag/24-1187/index.html"]
    assert b"Udsat" in after["strandby/byraadet/2024-05-14/index.html"]


def test_one_bad_record_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    write(tmp_path, {"content/minutes/strandby/tom.md": ""})
    report = build(tmp_path)
    assert {problem.path for problem in report.problems} == {"content/minutes/strandby/tom.md"}
    assert "strandby/byraadet/2024-05-14/index.html" in output(tmp_path)


def test_two_records_with_one_address_are_both_named(tmp_path: Path) -> None:
    report = build(tmp_path, {**SITE, "content/minutes/strandby/byraad-igen.md": COUNCIL})
    (problem,) = report.problems
    assert (problem.code, problem.where) == ("url_taken", "content/minutes/strandby/byraad.md:4")
    assert "content/minutes/strandby/byraad-igen.md" in problem.message


def test_a_page_that_takes_a_municipalitys_address_is_named(tmp_path: Path) -> None:
    report = build(tmp_path, {**SITE, "content/pages/strandby.md": "---\ntitle: Strandby\n---\nTekst"})
    (problem,) = report.problems
    assert problem.code == "url_taken"
    assert "content/pages/strandby.md" in f"{problem.path} {problem.message}"


def test_a_link_of_a_page_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    report = build(tmp_path, {**SITE, "content/pages/om.md": "---\ntitle: Om\n---\n[væk](/findes-ikke/)"})
    (problem,) = report.problems
    assert (problem.code, problem.where) == ("link_broken", "content/pages/om.md:4")
    assert "“/findes-ikke/”" in problem.message


def test_a_broken_link_of_a_record_is_told_with_its_line(tmp_path: Path) -> None:
    record = COUNCIL.replace("Godkendt.", "Godkendt. Se [budgettet](/strandby/budget%202024/).")
    write(tmp_path, {**SITE, "content/minutes/strandby/byraad.md": record})
    report = build_site(tmp_path, BuildOptions(search=False, base_url="https://a.example/referat/"))
    (problem,) = report.problems
    assert (problem.code, problem.where) == ("link_broken", "content/minutes/strandby/byraad.md:17")


def test_links_are_right_in_a_folder_of_a_host(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    report = build_site(tmp_path, BuildOptions(search=False, base_url="https://a.example/referat/"))
    assert report.problems == ()
    assert b'href="/referat/strandby/"' in output(tmp_path)["index.html"]


def test_a_build_without_search_leaves_no_index_of_what_has_changed(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    build_site(tmp_path)
    write(tmp_path, {"content/minutes/strandby/byraad.md": COUNCIL.replace("Godkendt.", "Udsat.")})
    build_site(tmp_path, BuildOptions(search=False))
    assert not (tmp_path / "output/pagefind/strandby").exists()
    assert (tmp_path / "output/pagefind/egedalen").is_dir()


def test_without_pagefind_the_problem_is_told_and_no_old_index_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, SITE)
    build_site(tmp_path)
    monkeypatch.setattr(pagefind, "get_executable", lambda: tmp_path / "gone")
    report = build_site(tmp_path)
    assert [problem.code for problem in report.search] == ["search_failed"]
    assert list((tmp_path / "output/pagefind").iterdir()) == []
    monkeypatch.undo()
    assert build_site(tmp_path).search == ()
    assert {path.name for path in (tmp_path / "output/pagefind").iterdir()} == {"engine.d", "egedalen", "strandby"}


def test_what_is_held_back_is_nowhere_in_the_output(tmp_path: Path) -> None:
    private = COUNCIL.replace("Godkendt.", "Godkendt for 010203-4567.")
    report = build(tmp_path, {**SITE, "content/minutes/strandby/byraad.md": private})
    assert (report.held_back, report.problems) == (1, ())
    assert not [path for path, content in output(tmp_path).items() if b"4567" in content]


def test_a_page_whose_template_joins_what_must_not_be_published_is_taken_away(tmp_path: Path) -> None:
    build(tmp_path)
    own = {"themes/eget/templates/case.html": "{{ '010203' }}-{{ 4567 }}"}
    report = build(tmp_path, {"site.toml": 'theme = "eget"\n' + SITE["site.toml"], **own})
    assert {problem.code for problem in report.privacy} == {"page_held_back"}
    assert "strandby/sag/24-1187/index.html" not in output(tmp_path)


def test_broken_settings_a_missing_theme_and_a_foreign_folder_stop_the_build_and_change_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    before = output(tmp_path)
    for text in ("[site", 'theme = "findes-ikke"\n'):
        with pytest.raises(ProblemError):
            build(tmp_path, {"site.toml": text})
    write(tmp_path, {"site.toml": "", "andres/brev.txt": "brev"})
    with pytest.raises(ProblemError):
        build_site(tmp_path, BuildOptions(search=False, output=tmp_path / "andres"))
    assert output(tmp_path) == before


EDITS: dict[str, dict[str, str | None]] = {
    "decide": {"content/minutes/strandby/byraad.md": COUNCIL.replace("Godkendt.", "Udsat.")},
    "restore": {"content/minutes/strandby/byraad.md": COUNCIL},
    "add": {"content/minutes/strandby/oeu.md": COMMITTEE.replace("Teknik- og Miljøudvalget", "Økonomiudvalget")},
    "remove": {"content/minutes/strandby/oeu.md": None, "content/minutes/strandby/tmu.md": None},
    "return": {"content/minutes/strandby/tmu.md": COMMITTEE},
    "share": {"content/minutes/egedalen/byraad.md": COUNCIL.replace("Strandby", "Egedalen")},
    "rename": {"site.toml": '[site]\nname = "Andet navn"\n'},
    "break": {"content/minutes/strandby/tmu.md": "---\n"},
    "page": {"content/pages/hjaelp.md": "---\ntitle: Hjælp\n---\nSkriv."},
    "no page": {"content/pages/hjaelp.md": None},
    "move": {"site.toml": '[site]\nbase_url = "https://a.example/r/"\n'},
    "style": {"site.toml": 'theme = "eget"\n', "themes/eget/templates/components/foot.html": "<footer>Slut</footer>"},
    "unstyle": {"themes/eget/templates/components/foot.html": None, "themes/eget/css/95.css": "p { color: red }"},
}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=5, unique=True))
def test_after_any_edits_the_output_is_what_a_clean_build_gives(
    edits: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, clean = tmp_path_factory.mktemp("edited"), tmp_path_factory.mktemp("clean")
    build(root)
    for edit in edits:
        for name, text in EDITS[edit].items():
            if text is None:
                (root / name).unlink(missing_ok=True)
            else:
                write(root, {name: text})
        if (root / "site.toml").read_text().startswith("theme"):
            (root / "themes/eget").mkdir(parents=True, exist_ok=True)
        build(root, {})
    for name in ("content", "themes", "site.toml"):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, clean / name)
        elif source.is_file():
            shutil.copy(source, clean / name)
    build(clean, {})
    assert output(root) == output(clean)


def test_a_page_with_a_municipalitys_address_keeps_it_from_build_to_build(tmp_path: Path) -> None:
    page = {"content/pages/strandby.md": "---\ntitle: Strandby\n---\nSidens egen tekst"}
    build(tmp_path, {**SITE, **page})
    before = output(tmp_path)
    assert b"Sidens egen tekst" in before["strandby/index.html"]
    report = build(tmp_path)
    assert (report.rendered, report.written, report.removed) == (0, (), ())
    write(tmp_path, {"content/minutes/strandby/byraad.md": COUNCIL.replace("Godkendt.", "Udsat.")})
    assert "strandby/index.html" not in build(tmp_path, {}).removed
    assert output(tmp_path)["strandby/index.html"] == before["strandby/index.html"]
