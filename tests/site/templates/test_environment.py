"""Templates give what the library's own code gives, with less work: what all pages say alike is said once."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import Markup
from tests.site.templates.library import library_of

from referat.settings import Settings
from referat.site.assets import Asset
from referat.site.edition import read_editions
from referat.site.render import Renderer
from referat.site.shown import safe, shown
from referat.site.templates.environment import SiteEnvironment
from referat.site.templates.files import TemplateFiles

THEME = Path(__file__).parents[3] / "themes/default"
SETTINGS = Settings(name="Åen & Bæk", base_url="https://a.example/r/", contact="post@a.example")
VIEW = SimpleNamespace(
    name="A & B",
    safe=Markup("<b>A</b>"),
    count=2,
    none=None,
    rows=[1, 2, 3],
    mapping={"size": 4, "keys": "k"},
    entry=SimpleNamespace(name="<é>", count=1),
)

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
    "a block that is shown again": "{% block one %}{{ view.name }}{% endblock %}{{ self.one() }}",
    "a filter over a part": "{% filter upper %}a{{ view.name }}{% endfilter %}",
    "attributes": "{{ view.entry.name }}{{ view.entry.count + view.count }}{{ (view).name }}{{ view.entry['name'] }}",
    "methods": "{{ view.name.lower() }}{{ view.name.replace('A', new) if false else view.name.split(' ', 1)[1] }}"
    "{{ '{}{a}'.format(view.count, a=view.safe) }}{{ view.rows.index(*[2]) }}{{ '{b}'.format(**{'b': 1}) }}",
    "entries of a mapping of its own": "{% set m = {'name': view.name, 'items': 1} %}{{ m.name }}{{ m['items'] }}",
    "what may not be there": "{{ view.missing is defined }}{{ view.missing | default('?') }}{{ view.none | d('!') }}",
    "a loop that tells where it is": "{% for x in view.rows %}{{ loop.index }}/{{ loop.length }}"
    "{{ loop.cycle('a', view.name) }}{% endfor %}",
    "imported macros": "{% from 'macros.html' import badge, line as row with context %}{{ badge(1) }}{{ row(2) }}"
    "{% from 'macros.html' import badge as mark, pair %}{{ mark(view.name, large=true) }}{{ pair(b=1, a=view.safe) }}",
    "macros in values": "{% from 'macros.html' import badge %}{% set x = badge(view.name) %}{{ x }}"
    "{{ badge(x) | upper }}"
    "{{ badge(badge(badge('<'))) }}{{ [badge(1)] }}{{ badge(view.name) ~ '<' }}{{ 'B' in badge('B') }}",
    "macros in blocks": "{% extends 'base.html' %}{% from 'macros.html' import badge, pair %}"
    "{% block one %}{{ badge(view.name) }}{% for x in view.rows %}{{ pair(x) }}{% endfor %}{% endblock %}",
    "one name for two macros": "{% from 'macros.html' import double %}{{ double(1) }}{% include 'imports.html' %}"
    "{{ double(1) }}",
    "a macro's name for something else": "{% from 'macros.html' import badge %}{% for x in view.rows %}"
    "{% set badge = view.name.upper %}{{ badge() }}{% endfor %}{% macro m(badge) %}{{ badge(1) }}{% endmacro %}"
    "{{ m(view.rows.index) }}",
    "a macro within a macro": "{% macro n(x) %}{% macro badge(y) %}[{{ y }}{{ x }}]{% endmacro %}"
    "{{ badge(x) }}{% endmacro %}{{ n(view.name) }}",
    "includes in includes": "{% set language = 'fr' %}{% include 'outer.html' %}{{ language }}",
    "includes keep their variables": "{% set x = 1 %}{% include 'sets.html' %}{{ x }}"
    "{% if view.count %}{% include 'sets.html' %}{% endif %}"
    "{% for y in view.rows %}{% include 'sets.html' %}{{ x }}{% endfor %}",
    "safe words put together": "{{ danish ~ '<' }}{{ t('frame.skip') ~ view.name }}"
    "{% set x = t('frame.skip') ~ '!' %}{{ x }}",
    "includes see what is said before them": "{% include 'asks.html' %}{% set x = 1 %}{% include 'asks.html' %}"
    "{% for x in view.rows %}{% include 'asks.html' %}{% endfor %}{% from 'macros.html' import badge as x %}"
    "{% include 'asks.html' %}",
    "includes that set what they ask for": "{% set x = 1 %}{% set y = 1 %}{% include 'sets.html' %}"
    "{% include 'nests.html' %}{{ x }}{{ y }}",
    "includes that import late": "{% from 'macros.html' import badge %}{% include 'late.html' %}{{ badge(1) }}",
    "an include in an include in a block in a block": "{% extends 'base.html' %}{% block one %}{% block two %}"
    "{% include 'deep.html' %}{% endblock %}{% endblock %}",
    "an include of includes without context": "{% set x %}a{% include 'plain.html' %}b{% endset %}[{{ x }}]",
    "an order of its own": "{% from 'macros.html' import pair %}{% set next = cycler(1, 2).next %}"
    "{{ pair(b=next(), a=next()) }}{{ t('frame.title', site=next(), page=next()) }}",
    "a child's variable in its parent's include": "{% extends 'asking.html' %}{% set x = 1 %}",
    "a macro by condition": "{% if view.count %}{% macro badge(b, a) %}{{ a }}{{ b }}{% endmacro %}{% endif %}"
    "{% extends 'base.html' %}{% from 'macros.html' import badge %}{% block one %}{{ badge(1) }}{% endblock %}",
    "a macro of a module": "{% import 'macros.html' as all %}{{ all.pair(view.name, b=1) }}"
    "{{ all.badge('<') | upper }}",
    "a name space": "{% set ns = namespace(pair=1) %}{% from 'macros.html' import pair %}{% set ns.name = pair %}"
    "{{ ns.name(1) }}{{ ns.pair }}",
    "an include within a text": "{% set x %}a{% include 'part.html' without context %}b{% endset %}[{{ x }}]",
    "includes in macros": "{% macro m(x) %}{% include 'shows.html' %}{% endmacro %}{{ m(1) }}{{ m(view.name) }}",
    "includes in blocks": "{% extends 'base.html' %}{% set x = 5 %}{% block one %}{% set y = 6 %}"
    "{% include 'shows.html' %}{% endblock %}",
    "an include that includes itself": "{% set x = 3 %}{% include 'counts.html' %}",
    "an include with blocks": "{% include 'base.html' %}",
    "an include that may be missing": "a{% include 'nothing.html' ignore missing %}"
    "{% include ['nothing.html', 'part.html'] %}",
    "an include whose name is computed": "{% include 'incl' ~ 'uded.html' %}",
}
UNFORESEEN = {
    "other macros of a name": "{% from 'macros.html' import pair as double %}{% include 'may_import.html' %}"
    "{% if view.none %}{% from 'doubles.html' import double as pair %}{% endif %}{{ double(1, b=3) }}",
    "a part that is not made safe": "{% autoescape false %}{{ view.name }}{% macro m() %}<{% endmacro %}{{ m() }}"
    "{% endautoescape %}{{ view.name }}",
    "an include that is not made safe": "{% set x = view.name %}"
    "{% autoescape false %}{% include 'shows.html' %}{% endautoescape %}",
    "entries of a mapping from elsewhere": "{{ view.mapping.size }}{{ view.mapping['keys'] }}",
    "a name that is a word of Python": "{% macro m(class) %}{{ class }}{% endmacro %}{{ m(class=view.name) }}"
    "{{ dict(**{'class': 1})['class'] }}{{ '{class}'.format(class=view.name) }}",
}
"""What the own code may not be made for: the library's is asked then."""
PARTS = {
    "macros.html": "{% set mark = '!' %}"
    "{% macro badge(x, large=false) %}<b>{{ x }}{{ mark if large }}</b>{% endmacro %}"
    "{% macro line(x) %}{{ badge(x) }}{{ varargs }}{% endmacro %}"
    "{% macro pair(a, b=2) %}{{ badge(a) }}{{ b }}{% endmacro %}"
    "{% macro double(x) %}{{ x * 2 }}{% endmacro %}",
    "imports.html": "{% from 'doubles.html' import double %}{{ double(1) }}",
    "doubles.html": "{% macro double(x) %}{{ x }}{{ x }}{% endmacro %}",
    "outer.html": "{% from 'macros.html' import badge %}{% include 'included.html' %}{% set language = 'de' %}"
    "{{ badge(language) }}{% include 'included.html' %}",
    "sets.html": "{{ x }}{% set x = 2 %}{{ x }}",
    "late.html": "{% for x in [1] %}{{ badge is defined }}{% endfor %}{% from 'macros.html' import badge %}",
    "deep.html": "{% set y = 1 %}{% include 'nests.html' %}",
    "plain.html": "{% include 'part.html' without context %}",
    "asks.html": "{{ x | default('?') }}",
    "nests.html": "{% for z in view.rows %}{{ y | default('?') }}{% endfor %}{% set y = 2 %}"
    "{% set x %}{{ x | default('?') }}{% endset %}{{ x }}",
    "asking.html": "{% include 'asks.html' %}{% set x = 2 %}{% block one %}{% include 'asks.html' %}{% endblock %}",
    "may_import.html": "{% macro z() %}{% endmacro %}{% if view.none %}"
    "{% from 'macros.html' import double %}{% endif %}{{ double(1) }}",
    "shows.html": "{{ x }}{% if y is defined %}{{ y }}{% endif %}",
    "counts.html": "{{ x }}{% set x = x - 1 %}{% if x %}{% include 'counts.html' %}{% endif %}",
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


@pytest.mark.parametrize("template", SAME.values(), ids=SAME.keys())
def test_the_text_is_what_the_librarys_own_code_gives(tmp_path: Path, template: str) -> None:
    own = environment(tmp_path, {"page.html": template, **PARTS})
    assert own.get_template("page.html").render(view=VIEW) == library_of(own).get_template("page.html").render(
        view=VIEW
    )


@pytest.mark.parametrize("template", UNFORESEEN.values(), ids=UNFORESEEN.keys())
def test_what_was_not_foreseen_is_left_to_the_librarys_own_code(tmp_path: Path, template: str) -> None:
    own = environment(tmp_path, {"page.html": template, **PARTS})
    assert own.text("page.html", VIEW) == library_of(own).get_template("page.html").render(view=VIEW)


def test_a_template_behind_a_link_may_give_known_names_another_meaning(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "linked.html").write_text("{% macro t(x) %}[{{ x }}]{% endmacro %}{{ t('frame.skip') }}")
    (tmp_path / "eget/templates").mkdir(parents=True)
    (tmp_path / "eget/templates/parts").symlink_to(elsewhere)
    own = environment(tmp_path, {"page.html": "{% include 'parts/linked.html' %}"})
    assert own.text("page.html", VIEW) == "[frame.skip]"


def error_of(render: Callable[[], str]) -> tuple[type[Exception], str] | None:
    try:
        render()
    except Exception as error:
        return type(error), str(error)
    return None


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.missing }}",
        "{{ view.missing.name }}",
        "{{ view.name() }}",
        "{% from 'macros.html' import nothing %}{{ nothing() }}",
        "{% from 'nothing.html' import m %}{{ m() }}",
        "{% include 'nothing.html' %}",
        "{% include 'broken.html' %}",
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
    own = environment(tmp_path, {"page.html": template, "broken.html": "{% if %}", **PARTS})
    error = error_of(lambda: own.text("page.html", VIEW))
    assert error == error_of(lambda: library_of(own).get_template("page.html").render(view=VIEW))
    assert error is not None


def test_words_that_no_page_needs_may_be_missing(tmp_path: Path) -> None:
    own = environment(tmp_path, {"page.html": "{% if view.none %}{{ t('no.words') }}{% endif %}ja"})
    assert own.get_template("page.html").render(view=VIEW) == "ja"


def test_what_is_the_same_on_all_pages_is_no_work_for_a_page(tmp_path: Path) -> None:
    """Words are no longer looked up when a page is made: they could even be gone."""
    own = environment(
        tmp_path,
        {"page.html": "{{ t('frame.skip') }}{{ t('frame.title', page=view.name, site=site.name) }}{{ site.name }}"},
    )
    template = own.get_template("page.html")
    before = template.render(view=VIEW)
    own.globals.clear()
    template.globals.clear()
    assert template.render(view=VIEW) == before


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
