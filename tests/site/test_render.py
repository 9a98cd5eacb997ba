"""Templates see a page's view and pure functions, and a fault in one is told with its line."""

import datetime as dt
from pathlib import Path

from msgspec import Struct

from referat.problems import Problem
from referat.settings import Settings
from referat.site.assets import Asset
from referat.site.edition import read_editions
from referat.site.page import PageSpec
from referat.site.render import Renderer
from referat.site.templates.files import TemplateFiles
from referat.vocabulary.outcomes import Outcome

THEME = Path(__file__).parents[2] / "themes/default"


class View(Struct, frozen=True):
    """A page of this test."""

    name: str = "Strandby"
    date: dt.date = dt.date(2024, 5, 14)
    outcome: Outcome = Outcome.APPROVED


PAGE = PageSpec(url="/", template="page.html", view=View())


def renderer(
    root: Path, templates: dict[str, str], *, settings: Settings = Settings(), theme: str = "eget"
) -> Renderer:
    for name, text in templates.items():
        path = root / theme / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    assets = {"site.css": Asset("/aktiver/site.abc.css", b"")}
    return Renderer(
        TemplateFiles([root / "eget", root / "default"]),
        assets,
        settings,
        root,
        read_editions([THEME], settings.languages, root)[0],
    )


def rendered(root: Path, template: str, settings: Settings = Settings()) -> str:
    html = renderer(root, {"page.html": template}, settings=settings).render(PAGE)
    assert isinstance(html, str), html
    return html


def problem(root: Path, templates: dict[str, str]) -> Problem:
    html = renderer(root, templates).render(PAGE)
    assert isinstance(html, Problem), html
    return html


def test_what_a_template_can_use(tmp_path: Path) -> None:
    template = (
        "{{ view.name }} {{ site.name }} {{ '/om/' | href }} {{ asset('site.css') }} {{ view.date | date_long }} "
        "{{ view.date | iso }} {{ view.outcome | outcome_label }} {{ t('count.meetings', count=2) }} "
        "{{ '*ja*' | markdown(2, 'a-') }}"
    )
    assert rendered(tmp_path, template, Settings(name="Referat", base_url="https://a.example/r/")) == (
        "Strandby Referat /r/om/ /r/aktiver/site.abc.css 14. maj 2024 2024-05-14 Godkendt 2 møder <p><em>ja</em></p>\n"
    )


def test_everything_is_escaped(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ '<b>' }}") == "&lt;b&gt;"


def test_a_name_that_the_view_does_not_have_is_told_with_the_line(tmp_path: Path) -> None:
    found = problem(tmp_path, {"page.html": '{% include "a.html" %}', "a.html": "En\n{{ view.titel }}\n"})
    assert (found.code, found.where) == ("template_error", "eget/templates/a.html:2")
    assert found.source_line == "{{ view.titel }}"
    assert "titel" in found.message


def test_a_fault_of_the_template_language_is_told_with_the_line(tmp_path: Path) -> None:
    found = problem(tmp_path, {"page.html": "En\n\n{% if %}"})
    assert (found.where, found.source_line) == ("eget/templates/page.html:3", "{% if %}")


def test_a_missing_template_and_a_missing_asset_are_told(tmp_path: Path) -> None:
    assert "“b.html”" in problem(tmp_path, {"page.html": '{% include "b.html" %}'}).message
    assert "“x.css”" in problem(tmp_path, {"page.html": "{{ asset('x.css') }}"}).message


def test_a_fault_of_any_kind_is_the_templates_and_stops_nothing(tmp_path: Path) -> None:
    found = problem(tmp_path, {"page.html": "\n{{ 1 / 0 }}"})
    assert (found.where, "ZeroDivisionError" in found.message) == ("eget/templates/page.html:2", True)


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    page = tmp_path / "eget/templates/page.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"\xe5")
    found = renderer(tmp_path, {}).render(PAGE)
    assert isinstance(found, Problem)
    assert found.path == "eget/templates/page.html"


def test_a_sites_own_template_goes_before_the_default(tmp_path: Path) -> None:
    renderer(tmp_path, {"page.html": "standard"}, theme="default")
    assert rendered(tmp_path, "egen") == "egen"


TEMPLATES = {
    "page.html": (
        '{% extends "base.html" %}{% from "dele/ord.html" import ord %}{% include "findes-ikke.html" ignore missing %}'
    ),
    "base.html": "<p>{% block main %}{% endblock %}</p>",
    "dele/ord.html": '{% macro ord() %}{% include "dele/dybt.html" %}{% endmacro %}',
    "dele/dybt.html": "dybt",
    "anden.html": "en anden side",
}


def test_the_key_of_a_page_is_the_same_in_every_build(tmp_path: Path) -> None:
    keys = {renderer(tmp_path, TEMPLATES).key(PAGE) for _ in range(2)}
    assert len(keys) == 1


def test_the_key_changes_with_every_template_that_the_page_is_made_of(tmp_path: Path) -> None:
    keys = {renderer(tmp_path, TEMPLATES).key(PAGE)}
    for name in ("page.html", "base.html", "dele/ord.html", "dele/dybt.html"):
        keys.add(renderer(tmp_path, {**TEMPLATES, name: TEMPLATES[name] + "!"}).key(PAGE))
    assert len(keys) == 5


def test_the_key_changes_when_a_template_appears_that_was_missing_or_is_overridden(tmp_path: Path) -> None:
    before = renderer(tmp_path, TEMPLATES, theme="default").key(PAGE)
    missing = renderer(tmp_path, {"findes-ikke.html": "nu findes den"}, theme="default").key(PAGE)
    override = renderer(tmp_path, {"dele/dybt.html": "egen"}).key(PAGE)
    assert len({before, missing, override}) == 3


def test_the_key_does_not_change_with_templates_of_other_pages(tmp_path: Path) -> None:
    before = renderer(tmp_path, TEMPLATES).key(PAGE)
    assert renderer(tmp_path, {"anden.html": "ændret"}).key(PAGE) == before


def test_a_template_whose_name_is_computed_may_be_any(tmp_path: Path) -> None:
    templates = {**TEMPLATES, "page.html": '{% include view.name ~ ".html" ignore missing %}'}
    before = renderer(tmp_path, templates).key(PAGE)
    assert renderer(tmp_path, {"anden.html": "ændret"}).key(PAGE) != before


def test_the_key_changes_with_the_view_and_with_the_settings(tmp_path: Path) -> None:
    maker = renderer(tmp_path, TEMPLATES)
    other = PageSpec(url="/", template="page.html", view=View(name="Egedalen"))
    elsewhere = renderer(tmp_path, TEMPLATES, settings=Settings(name="Et andet navn"))
    assert len({maker.key(PAGE), maker.key(other), elsewhere.key(PAGE)}) == 3
