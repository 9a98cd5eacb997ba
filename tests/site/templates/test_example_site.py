"""The default theme's templates are as their code foresees them: every page of the example site, in all languages."""

from functools import cache
from pathlib import Path

import pytest
from tests.site.templates.library import library_of

from referat.site.build import build_site
from referat.site.report import BuildOptions
from referat.site.templates.environment import SiteEnvironment

ROOT = Path(__file__).parents[3]


def test_every_page_is_what_the_librarys_own_code_makes_and_none_needs_that_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = cache(library_of)
    templates: set[str] = set()
    others = []

    def text(own: SiteEnvironment, template: str, view: object) -> str:
        made = own.get_template(template).render(view=view)
        if made != library(own).get_template(template).render(view=view):
            others.append((template, made))
        templates.add(template)
        return made

    monkeypatch.setattr(SiteEnvironment, "text", text)
    report = build_site(ROOT, BuildOptions(output=tmp_path / "output", cache=tmp_path / "cache", search=False, jobs=1))
    assert others == []
    assert [problem for problem in report.problems if problem.code == "template_error"] == []
    assert {"meeting.html", "case.html", "body.html", "municipality.html", "search.html", "feed.xml"} <= templates
    assert library.cache_info().currsize == 2
