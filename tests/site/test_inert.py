"""A page runs nothing but the theme's own scripts and fetches nothing from elsewhere, or it is not published."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.problems import Severity
from referat.site import inert
from referat.site.build import build_site
from referat.site.inert import active_content, foreign_fetch
from referat.site.markdown import to_html
from referat.site.report import BuildOptions
from referat.site.words import read_language

ACTIVE = (
    "<script>alert(1)</script>",
    '<script src="https://a.example/x.js"></script>',
    '<script src="//a.example/x.js"></script>',
    "<SCRIPT SRC=//a.example/x.js></SCRIPT>",
    '<script type="module">import "/x.js"</script>',
    "<style>p { color: red }</style>",
    '<p style="color: red">',
    "<p title='a'style='color: red'>",
    '<img src="/a.png" onerror="alert(1)">',
    "<img src=/a.png OnLoad = alert(1)>",
    '<img src="https://a.example/p.gif">',
    '<img src="data:image/png;base64,AAAA">',
    '<img srcset="/a.png 1x, https://a.example/b.png 2x">',
    '<img src="\\\\a.example\\p.gif">',
    '<a href="javascript:alert(1)">',
    '<a href=" jAva&#115;cript:alert(1)">',
    '<a href="java&Tab;script:alert(1)">',
    '<a href="data:text/html,hej">',
    '<a href="vbscript:x">',
    '<iframe src="/strandby/">',
    '<object data="/x.pdf">',
    '<embed src="/x.pdf">',
    '<base href="/">',
    '<link rel="stylesheet" href="https://a.example/a.css">',
    '<link rel="preconnect" href="https://a.example">',
    "<link href=//a.example/a.css rel=StyleSheet>",
    '<meta http-equiv="refresh" content="0; url=https://a.example/">',
    '<form action="https://a.example/">',
    '<button formaction="https://a.example/">',
    '<link rel="preload" imagesrcset="https://a.example/a.png">',
    '<svg><use xlink:href="https://a.example/a.svg#x">',
    '<video poster="//a.example/a.png">',
    '<body background="https://a.example/a.png">',
    '<a ping="/x" href="/y">',
)
INERT = (
    '<script src="/aktiver/js.0a/search.js" type="module"></script>',
    '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
    '<link rel="stylesheet" href="/aktiver/site.0a.css">',
    '<link rel="canonical" href="https://referat.example/strandby/">',
    '<link rel="alternate" type="application/atom+xml" href="https://referat.example/a.xml">',
    '<meta property="og:url" content="https://referat.example/">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
    '<meta http-equiv="refresh" content="0; url=/strandby/">',
    '<a href="https://strandby.example/a?b=c&amp;onclick=d" rel="external noopener">',
    '<a href="mailto:post@strandby.example">',
    '<a href="om/">',
    '<img src="/aktiver/a.0a.png" alt="style=&quot;x&quot; onerror=">',
    '<form action="/soeg/">',
    "<p>onclick=ja, style=nej, src=https://a.example/, javascript:alert(1), &lt;script&gt;",
)


@pytest.mark.parametrize("html", ACTIVE)
def test_what_runs_or_fetches_from_elsewhere_is_found(html: str) -> None:
    assert active_content(f'<!doctype html><p class="a">Tekst</p>{html}<p>')


@pytest.mark.parametrize("html", INERT)
def test_what_a_page_of_the_site_has_is_inert(html: str) -> None:
    assert active_content(html) is None


@pytest.mark.parametrize(
    "css", ["a{b:url(https://a.example/b)}", "a{b:url( '//a.example/b')}", '@import "https://a.example"']
)
def test_a_style_sheet_that_fetches_from_elsewhere_is_found(css: str) -> None:
    assert foreign_fetch(f"p {{ color: red }} {css}")
    assert foreign_fetch('a { b: url("../billede.svg") } /* https://a.example */') is None


WORDS = read_language([Path(__file__).parents[2] / "themes/default"], "da").say
PIECES = st.sampled_from([*"<>\"'=/&;:#()[]! \n`*_|\\a", "on", "style", "script", "javascript:", "https://a.example"])


@given(st.lists(PIECES).map("".join))
def test_no_text_that_people_write_is_ever_active(text: str) -> None:
    assert active_content(to_html(text, words=WORDS)) is None


NAMED = ("onclick", "onfocus", "style", "srcdoc", "ping", "background", "src", "poster", "action", "formaction", "href")
NAMED_TOO = ("xlink:href", "srcset", "imagesrcset", "http-equiv", "content", "class", "HREF", "sRc", "bacKground")
ATTRIBUTES = st.sampled_from([*NAMED, *NAMED_TOO, "x\u017frc", "hre\u017f", "bac\u212aground"])
BETWEEN = st.sampled_from(["", "", *" \n\x0b\x1c\x85\xa0\u2003ø/\"'"])
ADDRESSES = st.sampled_from(["/a", "#a", "?a", "//a", "/\\a", "a/b", "https://a.example", "javascript:a", "ø/a"])
NAMES = st.sampled_from(["a", "img", "meta", "script", "LINK", "li", "linkø", "lin\u212a", "\u017fcript", "base", "/a"])
TAGS = st.builds(
    "<{}{}{}{}={}{}{}{}{}>".format,
    NAMES, st.just(" ") | BETWEEN, ATTRIBUTES, BETWEEN, BETWEEN, st.sampled_from(["", '"', "'"]), ADDRESSES,
    st.sampled_from(['"', "'", ""]), st.sampled_from(["", " rel=stylesheet", ' type="x"', "<"]),
)  # fmt: skip


@given(st.lists(TAGS | PIECES, max_size=4).map("".join))
def test_nothing_active_is_passed_by_where_the_search_is_short(html: str) -> None:
    slowly = (tag[:80] for tag in inert._suspects_by_text(html) if inert._is_active(tag))
    assert active_content(html) == next(slowly, None)


RELATIONS = st.sampled_from(["alternate", "CANONICAL", "search", "icon", "alternate stylesheet", "searc\u212a", ""])
PAIRS = st.builds(
    "{}{}={}{}{}".format,
    st.just(" ") | BETWEEN, st.sampled_from(["href", "hreflang", "title", "TYPE", "rel"]) | ATTRIBUTES,
    st.just('"') | st.sampled_from(["", "'"]), ADDRESSES | st.sampled_from(["rel=stylesheet", "a b", " src=//a"]),
    st.just('"') | st.sampled_from(["", "'"]),
)  # fmt: skip
LINKS = st.builds(
    '<link rel="{}"{}{}>'.format, RELATIONS, st.lists(PAIRS, max_size=3).map("".join), st.sampled_from(["", " ", "/"])
)


@given(st.lists(LINKS, max_size=3).map("".join))
def test_a_link_that_only_leads_on_is_passed_by_and_no_other(html: str) -> None:
    slowly = (tag[:80] for tag in inert._suspects_by_text(html) if inert._is_active(tag))
    assert active_content(html) == next(slowly, None)


def test_a_link_that_only_leads_on_is_no_work_for_a_page() -> None:
    canonical = '<link rel="canonical" href="https://referat.example/strandby/">'
    feed = '<link rel="alternate" type="application/atom+xml" title="Strandby" href="/strandby/feed.xml">'
    assert list(inert._suspects(canonical + feed)) == []


SITE = {
    "site.toml": 'theme = "eget"\n',
    "content/minutes/strandby/a.md": "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n",
    "themes/eget/templates/components/foot.html": '<script src="https://a.example/taeller.js"></script>',
    "themes/eget/css/95-eget.css": "p { background: url(https://a.example/a.png) }",
}


def test_a_theme_that_fetches_from_elsewhere_fails_the_build_and_none_of_its_pages_is_published(tmp_path: Path) -> None:
    for name, text in SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = build_site(tmp_path, BuildOptions(search=False))
    told = {problem.code: problem for problem in report.problems}
    assert told.keys() == {"page_not_inert", "asset_not_inert"}
    assert all(problem.severity is Severity.ERROR for problem in report.problems)
    assert 'src="https://a.example/taeller.js"' in told["page_not_inert"].message
    assert not [path for path in (tmp_path / "output").rglob("*.html") if b"taeller" in path.read_bytes()]
