"""The site in memory: what is asked for is made, and nothing else; what changed is read, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from referat.preview.learning import learn
from referat.preview.live import LiveSite
from referat.preview.municipalities import NotYet
from referat.preview.open_part import SHARED_ON
from referat.privacy.policy import STRICT
from referat.privacy.withdrawals import Withdrawals
from referat.settings import Settings
from referat.site.corpus import make_partition, municipality_node
from referat.site.digest import digest_value
from referat.site.nodes import CaseRef, Record, Sharing
from referat.site.parts.making import linker_of
from referat.site.plan import plan_municipality
from referat.site.reading import Rules, record_of

RECORD = """---
municipality: {place}
body: Byrådet
date: {date}
kind: minutes
---

## 1. {title}

Sagsnr.: 24/{number}

### Beslutning

Godkendt.
"""
MAY, JUNE = "strandby/byraadet/2024-05-14/index.html", "strandby/byraadet/2024-06-11/index.html"
FRONT, CASE = "index.html", "strandby/sag/24-1/index.html"


def write(root: Path, name: str, text: str) -> str:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def write_record(root: Path, place: str, date: str, title: str, number: int = 1) -> str:
    text = RECORD.format(place=place, date=date, title=title, number=number)
    return write(root, f"content/minutes/{place.lower()}/byraadet/{date}.md", text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "site.toml", "")
    write_record(tmp_path, "Strandby", "2024-05-14", "Cykelsti")
    write_record(tmp_path, "Strandby", "2024-06-11", "Havnebad", 2)
    write_record(tmp_path, "Egedalen", "2024-05-14", "Skole")
    return tmp_path


@pytest.fixture
def site(root: Path) -> LiveSite:
    site = LiveSite(root, jobs=1)
    site.refresh()
    learn_all(site)
    return site


def learn_all(site: LiveSite) -> None:
    lesson = site.lesson()
    assert lesson is not None
    site.adopt(lesson, learn(lesson))


def text_of(site: LiveSite, file: str) -> str:
    content = site.file(file)
    assert content is not None, file
    return content.decode()


def test_only_what_is_looked_at_is_rendered_and_only_once(site: LiveSite) -> None:
    assert site.shelf.rendered == 0
    for file in (MAY, FRONT, MAY):
        text_of(site, file)
    assert site.shelf.rendered == 2


def test_after_a_save_one_record_is_read_and_pages_that_are_what_they_were_are_not_rendered(
    root: Path, site: LiveSite
) -> None:
    for file in (MAY, JUNE, CASE, FRONT):
        text_of(site, file)
    read, rendered = site.records_read, site.shelf.rendered
    site.refresh({write_record(root, "Strandby", "2024-06-11", "Badebro", 2)})
    assert "Badebro" in text_of(site, JUNE)
    text_of(site, CASE)
    assert "Cykelsti" in text_of(site, MAY)
    assert (site.records_read - read, site.shelf.rendered - rendered) == (1, 1)


def test_a_file_that_is_written_with_the_same_words_is_no_change(root: Path, site: LiveSite) -> None:
    read = site.records_read
    assert site.refresh({write_record(root, "Strandby", "2024-05-14", "Cykelsti")}) is False
    assert site.records_read == read


def test_a_change_in_one_municipality_is_told_where_the_whole_site_is_told_of(root: Path, site: LiveSite) -> None:
    assert "Badebro" not in text_of(site, FRONT)
    site.refresh({write_record(root, "Egedalen", "2024-09-03", "Badebro", 2)})
    assert "Badebro" in text_of(site, FRONT)
    assert "Egedalen" in text_of(site, "strandby/sag/24-2/index.html")  # which has that number now, too


def test_other_edits_of_the_same_files_are_nobodys_business(root: Path, site: LiveSite) -> None:
    assert site.refresh({write(root, "content/minutes/strandby/byraadet/.2024-05-14.md.swp", "x")}) is False
    site.refresh({write(root, "themes/default/css/95-egne.css", "p {}")})
    assert site.refresh({write(root, "themes/default/css/.20-tokens.css.swp", "x")}) is False


def test_a_new_style_sheet_changes_no_record_and_its_address_is_told(root: Path, site: LiveSite) -> None:
    before, read = text_of(site, MAY), site.records_read
    old = site.styles
    site.refresh({write(root, "themes/default/css/95-egne.css", "p { color: red }")})
    assert old != site.styles
    assert text_of(site, MAY) == before.replace(old, site.styles)
    assert b"color: red" in (site.file(site.styles.lstrip("/")) or b"")
    assert site.records_read == read


def test_what_cannot_be_read_stays_what_it_was_and_is_told_until_it_is_mended(root: Path, site: LiveSite) -> None:
    name = write(root, "content/minutes/strandby/byraadet/2024-05-14.md", "---\ndate: i går\n---\n")
    site.refresh({name})
    assert "Cykelsti" in text_of(site, MAY)
    assert {problem.path for problem in site.problems} == {name}
    site.refresh({write_record(root, "Egedalen", "2024-05-14", "Torvet")})
    assert "Cykelsti" in text_of(site, MAY)
    site.refresh({write_record(root, "Strandby", "2024-05-14", "Sti")})
    assert ">Sti" in text_of(site, MAY)
    assert site.problems == ()


def test_a_page_of_the_publishers_own_that_cannot_be_read_stays_what_it_was(root: Path, site: LiveSite) -> None:
    name = write(root, "content/pages/hjaelp.md", "---\ntitle: Om os\n---\n\nVi læser med.")
    site.refresh({name})
    write(root, name, "Vi læser")
    site.refresh({name})
    assert "Vi læser med." in text_of(site, "hjaelp/index.html")
    assert [problem.path for problem in site.problems] == [name]
    (root / name).unlink()
    site.refresh({name})
    assert site.file("hjaelp/index.html") is None
    assert site.problems == ()


def test_a_broken_template_leaves_pages_that_nobody_had_looked_at_too(root: Path, site: LiveSite) -> None:
    template = write(root, "themes/default/templates/meeting.html", "{{ view.nothing }}")
    site.refresh({template})
    assert "Cykelsti" in text_of(site, MAY)
    assert [problem.code for problem in site.problems] == ["template_error"]
    write(root, template, "{% if %}")
    site.refresh({template})
    assert "Havnebad" in text_of(site, JUNE)
    (root / template).unlink()
    site.refresh({template})
    text_of(site, MAY), text_of(site, JUNE)
    assert site.problems == ()


def test_a_municipality_is_shown_before_all_others_are_read(root: Path) -> None:
    site = LiveSite(root, jobs=1)
    site.refresh()
    assert "Cykelsti" in text_of(site, MAY)
    assert site.slugs() == ("egedalen", "strandby")
    for needs_all in (FRONT, CASE, "soeg/index.html", "404.html"):
        with pytest.raises(NotYet):
            site.file(needs_all)
    text_of(site, site.styles.lstrip("/"))
    early = text_of(site, MAY)
    learn_all(site)
    assert text_of(site, MAY) == early
    assert "Egedalen" in text_of(site, CASE)


def test_what_was_learned_of_other_settings_is_learned_again(root: Path) -> None:
    site = LiveSite(root, jobs=1)
    site.refresh()
    lesson = site.lesson()
    assert lesson is not None
    learned = learn(lesson)
    site.refresh({write(root, "site.toml", '[privacy]\npublic_phones = ["33 12 34 56"]\n')})
    site.adopt(lesson, learned)
    assert site.lesson() is not None


def records(root: Path) -> Iterator[Record]:
    for path in sorted((root / "content/minutes/strandby").rglob("*.md")):
        read = record_of(path.read_text("utf-8"), path.name, Rules(policy=STRICT, withdrawals=Withdrawals()))
        assert read.found is not None
        yield read.found


def test_only_a_cases_page_tells_who_else_uses_its_number(root: Path) -> None:
    partition, _ = make_partition(list(records(root)))
    assert partition is not None
    other = CaseRef(municipality="Egedalen", display="24/1", url="/egedalen/sag/24-1/", container=False)
    shared = {canonical: Sharing("/sag/24-1/", (other,)) for canonical in partition.cases}
    settings = Settings(base_url="https://referat.example/")
    alone, among_others = (
        {
            page.url: (page.template, digest_value(page.view))
            for page in plan_municipality(node, settings, linker_of(node))
        }
        for node in (municipality_node(partition, {}), municipality_node(partition, shared))
    )
    assert {template for template, view in alone.values() if (template, view) not in among_others.values()} == {
        SHARED_ON
    }
