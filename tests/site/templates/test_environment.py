"""Templates give what the library's own code gives, with less work: what all pages say alike is said once."""

from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from referat.settings import Settings
from referat.site.assets import Asset
from referat.site.edition import read_editions
from referat.site.render import Renderer
from referat.site.shown import safe, shown
from referat.site.templates.environment import SiteEnvironment
from referat.site.templates.files import TemplateFiles

THEME = Path(__file__).parents[3] / "themes/default"
SETTINGS = Settings(name="Åen & Bæk", base_url="https://a.example/r/", contact="post@a.example")
VALUES = {"view": {"name": "A & B", "safe": Markup("<b>A</b>"), "count": 2, "none": None, "rows": [1, 2, 3]}}

SAME = {
    "constants": "{{ t('frame.skip') }}{{ asset('site.css') }}{{ site.name }}|{{ danish }}|{{ '/om/' | href }}",
    "a condition on a setting": "{% if site.notice %}ja{% else %}nej{% endif %}{{ site.tagline or site.name }}",
    "settings of any kind": "{{ site.languages | length }}{{ site.languages | join(', ') }}{{ site.feed_authority }}",
    "values in words": "{{ t('frame.title', page=view.name, site=site.name) }}{{ t('frame.about', site=view.safe) }}",
    "one and many": "{{ t('count.meetings', count=1) }}{{ t('count.meetings', count=view.count) }}",
    "words in words": "{{ t('cases.explained', cases=t('count.cases', count=view.count)) }}",
    "values of all kinds": "{{ view.name }}{{ view.safe }}{{ view.count }}{{ view.none }}{{ 1.5 }}"
    "{{ '<' ~ view.safe }}",
    "a variable with a known name": "{% set t = view.name %}{% set site = view %}{{ t }}{{ site.name }}",
    "a loop over a known name": "{% for language in view.rows %}{{ language }}{% endfor %}{{ language }}",
    "a parameter with a known name": "{% macro m(danish, site=1) %}{{ danish }}{{ site }}{% endmacro %}"
    "{{ m(view.safe) }}",
    "a macro with a known name": "{% macro asset(x) %}[{{ x }}]{% endmacro %}{{ asset('site.css') }}",
    "an import with a known name": "{% from 'part.html' import m as t %}{{ t('frame.skip') }}",
    "a module with a known name": "{% import 'part.html' as site %}{{ site.m(1) }}",
    "an include that sees a variable": "{% for language in view.rows %}{% include 'included.html' %}{% endfor %}",
    "includes stand in their places": "a{% include 'part.html' without context %}b{% include 'included.html' %}c",
    "blocks": "{% extends 'base.html' %}{% block one %}[{{ super() }}{% block two %}2{% endblock %}]{% endblock %}",
    "a parent by condition": "{% if view.none %}{% extends 'base.html' %}{% endif %}x{% block one %}y{% endblock %}z",
    "macros": "{% macro m(a, b=2, c=3) %}{{ a }}{{ b }}{{ c }};{% endmacro %}"
    "{% for x in view.rows %}{{ m(x) }}{{ m(x, c='<') }}{{ m(a=x, b=view.safe) }}{{ m(1, 2, 3) }}{% endfor %}",
    "what macros are called with": "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}"
    "{% macro n() %}<{{ caller() }}>{% endmacro %}{% call n() %}{{ view.name }}{% endcall %}",
    "a text that is set": "{% set x %}<i>{{ view.name }}</i>{% endset %}{{ x }}{{ x | length }}",
    "a part that is not made safe": "{% autoescape false %}{{ view.name }}{% macro m() %}<{% endmacro %}{{ m() }}"
    "{% endautoescape %}{{ view.name }}",
    "a filter over a part": "{% filter upper %}a{{ view.name }}{% endfilter %}",
}
PARTS = {
    "part.html": "{% macro m(x) %}({{ x }}){% endmacro %}part {{ language }}",
    "included.html": "<{{ language }}>",
    "base.html": "{{ t('frame.skip') }}{% block one %}1{{ view.name }}{% endblock %}{{ site.name }}",
}


def environment(root: Path, templates: dict[str, str]) -> SiteEnvironment:
    for name, text in templates.items():
        path = root / "eget/templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    files = TemplateFiles([root / "eget"])
    edition = read_editions([THEME], ("da",), root)[0]
    return Renderer(files, {"site.css": Asset("/aktiver/a.css", b"")}, SETTINGS, root, edition).environment


def plain(own: SiteEnvironment) -> Environment:
    made = Environment(
        loader=own.loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(own.globals)
    made.filters.update(own.filters)
    return made


@pytest.mark.parametrize("template", SAME.values(), ids=SAME.keys())
def test_the_text_is_what_the_librarys_own_code_gives(tmp_path: Path, template: str) -> None:
    own = environment(tmp_path, {"page.html": template, **PARTS})
    assert own.get_template("page.html").render(VALUES) == plain(own).get_template("page.html").render(VALUES)


def error_of(made: Environment) -> tuple[type[Exception], str] | None:
    try:
        made.get_template("page.html").render(VALUES)
    except Exception as error:
        return type(error), str(error)
    return None


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.missing }}",
        "{{ site.missing }}",
        "{{ t('no.words') }}",
        "{{ t('frame.title', page=1) }}",
        "{{ asset('no.css') }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}",
    ],
)
def test_what_is_wrong_is_told_alike(tmp_path: Path, template: str) -> None:
    own = environment(tmp_path, {"page.html": template})
    errors = [error_of(made) for made in (own, plain(own))]
    assert errors[0] == errors[1]
    assert errors[0] is not None


def test_words_that_no_page_needs_may_be_missing(tmp_path: Path) -> None:
    own = environment(tmp_path, {"page.html": "{% if view.none %}{{ t('no.words') }}{% endif %}ja"})
    assert own.get_template("page.html").render(VALUES) == "ja"


def test_what_is_the_same_on_all_pages_is_no_work_for_a_page(tmp_path: Path) -> None:
    """Words are no longer looked up when a page is made: they could even be gone."""
    own = environment(
        tmp_path,
        {"page.html": "{{ t('frame.skip') }}{{ t('frame.title', page=view.name, site=site.name) }}{{ site.name }}"},
    )
    template = own.get_template("page.html")
    before = template.render(VALUES)
    own.globals.clear()
    template.globals.clear()
    assert template.render(VALUES) == before


def test_what_is_html_already_is_only_marked() -> None:
    marked = safe("<i>&amp;</i>")
    assert (type(marked), marked) == (Markup, Markup("<i>&amp;</i>"))


def test_values_are_made_safe_whatever_they_are() -> None:
    class Shown:
        def __html__(self) -> str:
            return "<i>"

    class Text(str):
        __slots__ = ()

    values = ("a", "<", Markup("<"), Text("<"), Shown(), 1, None, True)
    assert [shown(value) for value in values] == ["a", "&lt;", "<", "&lt;", "<i>", "1", "None", "True"]
