"""Whatever templates say, the site's code for them gives the text that the library's own gives, or the same error."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.templates.library import library_of

from referat.site.templates.constants import Constants
from referat.site.templates.environment import SiteEnvironment
from referat.site.templates.files import FOLDER, TemplateFiles

VIEW = SimpleNamespace(name="A & B", rows=("r", "<s>"), none=None, a="view's a")
SAID = "sagt & <skrevet>"
NAMES = st.sampled_from("abcm")
VALUES = st.recursive(
    st.one_of(
        st.sampled_from(["'<'", "view.name", "view.none", "view.a", "said"]),
        st.builds("({} | default('?'))".format, NAMES),
    ),
    lambda value: st.one_of(
        st.builds("({} ~ {})".format, value, value),
        st.builds("({} if {} else {})".format, value, value, value),
        st.builds("({0}({1}) if {0} is defined and {0} is callable else {1})".format, NAMES, value),
        st.builds("({0}({1}, b={2}) if {0} is defined and {0} is callable else {2})".format, NAMES, value, value),
        st.builds("('' ~ {}).upper()".format, value),
        st.builds("({} is defined)".format, NAMES),
    ),
    max_leaves=3,
)
FAULTS = st.one_of(NAMES, st.builds("{}({})".format, NAMES, VALUES), st.builds("({}).name".format, VALUES))
"""Where they are no faults, they are all the better."""


def statements(*includes: str, blocks: bool = False) -> st.SearchStrategy[str]:
    simple = [
        st.just("-"),
        *[st.builds("{{{{ {} }}}}".format, VALUES)] * 6,
        st.builds("{{{{ {} }}}}".format, FAULTS),
        st.builds("{{% set {} = {} %}}".format, NAMES, VALUES),
        st.builds("{{% from 'macros.html' import {} as {} %}}".format, st.sampled_from("mn"), NAMES),
        *(st.just(f"{{% include '{name}' %}}") for name in includes),
    ]

    def around(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        several = st.lists(part, max_size=3).map("".join)
        return st.one_of(
            st.builds("{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, VALUES, several, several),
            st.builds("{{% for {} in view.rows %}}{}{{% endfor %}}".format, NAMES, several),
            st.builds("{{% macro {}(a, b='d') %}}{}{{% endmacro %}}".format, NAMES, several),
            st.builds("{{% set {} %}}{}{{% endset %}}".format, NAMES, several),
            st.builds("{{% with {} = {} %}}{}{{% endwith %}}".format, NAMES, VALUES, several),
            st.builds("{{% filter upper %}}{}{{% endfilter %}}".format, several),
        )

    body = st.lists(st.recursive(st.one_of(simple), around, max_leaves=6), min_size=1, max_size=5).map("".join)
    if not blocks:
        return body
    return st.builds("{}{{% block one %}}{}{{% endblock %}}{}".format, body, body, body)


SITES = st.fixed_dictionaries(
    {
        "page.html": st.one_of(
            statements("outer.html", "inner.html"),
            st.builds("{{% extends 'base.html' %}}{}".format, statements("outer.html", blocks=True)),
        ),
        "base.html": statements("inner.html", blocks=True),
        "outer.html": statements("inner.html"),
        "inner.html": statements(),
        "macros.html": st.builds(
            "{}{{% macro m(a, b=2) %}}{}{{% endmacro %}}{{% macro n(a) %}}{}{{% endmacro %}}".format,
            st.one_of(st.just(""), st.builds("{{% set {} = {} %}}".format, NAMES, st.sampled_from(["'x'", "said"]))),
            statements("inner.html"),
            st.sampled_from(["{{ a }}", "{{ m(a) }}", "{{ varargs }}{{ a }}"]),
        ),
    }
)


def outcome(render: Callable[[], str]) -> str | tuple[type[Exception], str]:
    try:
        return render()
    except RecursionError:
        return RecursionError, "where it is noticed, depends on the code"
    except Exception as error:
        return type(error), str(error)


@settings(max_examples=60, deadline=None)
@given(site=SITES)
def test_the_text_of_any_template_is_the_librarys_own(site: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        templates = Path(folder, FOLDER)
        templates.mkdir()
        for name, text in site.items():
            (templates / name).write_text(text, encoding="utf-8")
        own = SiteEnvironment(TemplateFiles([Path(folder)]), Constants(values={"said": SAID}))
        own.globals["said"] = SAID
        library = library_of(own)
        expected = outcome(lambda: library.get_template("page.html").render(view=VIEW))
        got = outcome(lambda: own.text("page.html", VIEW))
        assert got == expected
        fast = outcome(lambda: own.get_template("page.html").render(view=VIEW))
        assert not isinstance(fast, str) or fast == expected
