"""A site in two languages: the same pages at addresses of their own, and the minutes stay as they are."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from referat.site import urls
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport

SETTINGS = """
[site]
name = "Møder"
tagline = "Hvad blev besluttet?"
base_url = "https://moede.example/arkiv/"
languages = ["da", "en"]

[site.translations.en]
tagline = "What was decided?"
"""
MINUTES = """---
municipality: Strandby
body: Byrådet
date: 2024-05-14
---

## 1. Havnebad

Sagsnr.: 24/9

Se sag 24/10.

### Beslutning

Godkendt.

## 2. Kajen

Sagsnr.: 24/10

### Beslutning

Udsat.
"""
FILES = {
    "site.toml": SETTINGS,
    "content/minutes/strandby/byraadet/2024-05-14.md": MINUTES,
    "content/pages/om.md": "---\ntitle: Om os\n---\n\nVi er tre.",
    "content/pages/om.en.md": "---\ntitle: About us\n---\n\nWe are three.",
    "content/pages/hjaelp.md": "---\ntitle: Hjælp\n---\n\nSkriv til os. [Byrådet](/strandby/byraadet/)",
}
PLACE = "strandby/byraadet/2024-05-14/index.html"


def build(root: Path, files: Mapping[str, str] = FILES) -> BuildReport:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build_site(root, BuildOptions(search=False))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    assert build(root).problems == ()
    return root / "output"


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    danish = {path for path in pages(site) if not path.startswith("en/")}
    assert {path.removeprefix("en/") for path in pages(site) if path.startswith("en/")} == danish
    assert {"index.html", "404.html", "soeg/index.html", "strandby/sag/24-9/index.html", PLACE} <= danish
    assert not list(site.glob("en/**/*.xml"))


def test_the_site_speaks_english_and_the_minutes_stay_danish(site: Path) -> None:
    page = (site / "en" / PLACE).read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "Tuesday 14 May 2024" in page
    assert "Approved" in page
    assert re.search(r'<div class="prose" lang="da">\s*<p[^>]*>Godkendt\.', page)
    danish = (site / PLACE).read_text(encoding="utf-8")
    assert 'lang="da"' in danish
    assert danish.count('lang="da"') == 1 + danish.count('hreflang="da"')


def test_a_link_stays_in_the_language_and_each_page_links_to_itself_in_the_other(site: Path) -> None:
    for path, html in pages(site).items():
        own = path.startswith("en/")
        inner = {
            address
            for address in re.findall(r'<a [^>]*?href="/arkiv(/[^"#?]*)', re.sub(r'<a [^>]*hreflang="[^>]*>', "", html))
            if address.endswith("/")
        }
        assert {address.startswith("/en/") for address in inner} <= {own}, path
        (other,) = re.findall(r'<a href="/arkiv([^"]*)" lang="(?:da|en)" hreflang', html)
        shown = f"/{path.removesuffix('index.html')}"
        assert other == (shown.removeprefix("/en") if own else f"/en{shown}"), path


def test_search_engines_are_told_of_both(site: Path) -> None:
    page = (site / "en" / PLACE).read_text(encoding="utf-8")
    address = "https://moede.example/arkiv{}/strandby/byraadet/2024-05-14/"
    assert f'<link rel="canonical" href="{address.format("/en")}">' in page
    assert f'<link rel="alternate" hreflang="da" href="{address.format("")}">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="{address.format("")}">' in page
    sitemap = (site / "strandby/sitemap.xml").read_text(encoding="utf-8")
    for prefix in ("", "/en"):
        assert f"<loc>{address.format(prefix)}</loc>" in sitemap
    assert f'<xhtml:link rel="alternate" hreflang="en" href="{address.format("/en")}"/>' in sitemap


def test_the_search_has_one_index_for_both(site: Path) -> None:
    page = (site / "en/soeg/index.html").read_text(encoding="utf-8")
    assert 'action="/arkiv/en/soeg/"' in page
    assert 'data-site="/arkiv/en/"' in page
    assert 'data-bundles="/arkiv/pagefind/"' in page
    assert "Show more" in page


def test_the_sites_own_texts_are_shown_in_the_language_they_were_written_in(site: Path) -> None:
    english = (site / "en/om/index.html").read_text(encoding="utf-8")
    assert "We are three." in english
    assert "<title>About us – Møder</title>" in english
    only_danish = (site / "en/hjaelp/index.html").read_text(encoding="utf-8")
    assert '<h1 lang="da">Hjælp</h1>' in only_danish
    assert 'href="/arkiv/en/strandby/byraadet/"' in only_danish
    front = (site / "en/index.html").read_text(encoding="utf-8")
    assert "What was decided?" in front


def test_an_address_that_is_not_there_is_told_of_in_its_language(site: Path) -> None:
    assert (site / "_redirects").read_text() == "/arkiv/en/* /arkiv/en/404.html 404\n"
    assert "There is no such page" in (site / "en/404.html").read_text(encoding="utf-8")


def test_a_language_that_is_taken_out_leaves_no_page(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, {"site.toml": SETTINGS.replace('["da", "en"]', '["da"]')})
    assert not (tmp_path / "output/en").exists()
    assert not (tmp_path / "output/_redirects").exists()
    assert "hreflang" not in (tmp_path / "output" / PLACE).read_text(encoding="utf-8")


def test_what_is_wrong_in_both_languages_is_told_once(tmp_path: Path) -> None:
    broken = {**FILES, "content/pages/hjaelp.md": "---\ntitle: Hjælp\n---\n\n[Vej](/strandby/vejudvalget/)"}
    (found,) = build(tmp_path, broken).problems
    assert (found.code, found.where) == ("link_broken", "content/pages/hjaelp.md:5")


def test_only_pages_have_languages() -> None:
    assert urls.in_language("/strandby/#punkt-2", "/en") == "/en/strandby/#punkt-2"
    assert urls.in_language("/soeg/?q=havn", "/en") == "/en/soeg/?q=havn"
    for address in ("/kort.pdf", "#punkt-2", "https://andre.example/", "//andre.example/", "kort/"):
        assert urls.in_language(address, "/en") == address
