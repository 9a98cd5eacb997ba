"""Markdown becomes HTML that is harmless and fits its place on the page."""

import re
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.site import urls
from referat.site.markdown import is_safe_link
from referat.site.markdown import to_html as to_html_in
from referat.site.mentions import LinkedText
from referat.site.words import read_language

THEME = Path(__file__).parents[2] / "themes/default"
to_html = partial(to_html_in, words=read_language([THEME], "da").say)


def test_raw_html_is_shown_as_text() -> None:
    assert to_html("Se <script>alert(1)</script>") == "<p>Se &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://strandby.example/bilag.pdf", True),
        ("mailto:byraad@strandby.example", True),
        ("/strandby/", True),
        ("kort.pdf", True),
        ("#punkt-2", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("ftp://strandby.example/", False),
        ("//andre.example/", False),
        ("\\\\andre.example/", False),
    ],
)
def test_links_go_to_the_web_to_mail_and_to_the_site(address: str, safe: bool) -> None:
    assert is_safe_link(address) is safe


def test_a_link_that_is_not_allowed_stays_text() -> None:
    assert to_html("[Læs](javascript:alert)") == "<p>[Læs](javascript:alert)</p>\n"


def test_a_link_that_leads_away_says_so_and_one_on_the_site_gets_its_folder() -> None:
    html = to_html("[ude](https://andre.example/) [hjemme](/om/)", place=partial(urls.href, folder="/referat"))
    assert '<a href="https://andre.example/" rel="external noopener">ude</a>' in html
    assert '<a href="/referat/om/">hjemme</a>' in html


def test_a_picture_becomes_a_link_so_that_nothing_is_fetched_from_others() -> None:
    html = to_html("![Kort](https://andre.example/kort.png)")
    assert html == '<p><a href="https://andre.example/kort.png" rel="external noopener">Kort</a></p>\n'


def test_headings_begin_at_the_level_of_their_place_and_leave_no_gap() -> None:
    html = to_html("#### Økonomi\n\n###### Drift\n\n#### Tidsplan", heading_level=3, id_prefix="punkt-2-")
    assert re.findall(r"<(h\d) id=\"([^\"]+)\"", html) == [
        ("h3", "punkt-2-oekonomi"),
        ("h4", "punkt-2-drift"),
        ("h3", "punkt-2-tidsplan"),
    ]


def test_two_headings_of_one_name_have_ids_of_their_own() -> None:
    html = to_html("#### Økonomi\n\n#### Økonomi\n\n#### Økonomi 2")
    assert len(set(re.findall(r'id="([^"]+)"', html))) == 3


def test_a_link_to_a_heading_of_the_same_text_finds_it_under_its_prefix() -> None:
    assert 'href="#om-kilder"' in to_html("# Kilder\n\nSe [kilder](#kilder).", id_prefix="om-")


def test_a_table_stands_in_a_region_that_can_be_reached_and_has_a_name() -> None:
    html = to_html("| År | Beløb |\n|---|---|\n| 2024 | 40 |")
    region = '<div class="table-region" role="region" tabindex="0" aria-label="Tabel 1: År, Beløb">\n<table>'
    assert html.startswith(region)
    assert html.endswith("</table>\n</div>\n")


def test_a_cell_is_aligned_by_a_class_because_the_policy_forbids_styles() -> None:
    html = to_html("| Post | Beløb |\n|---|---:|\n| Sti | 12 |")
    assert '<td class="to-right">12</td>' in html
    assert "style" not in html


def test_an_empty_cell_of_a_tables_head_is_no_heading() -> None:
    html = to_html("|  | 2024 |\n| --- | --- |\n| Drift | 3 |")
    assert "<td></td>\n<th>2024</th>" in html


def test_footnotes_of_two_texts_on_one_page_do_not_meet() -> None:
    text = "Tilskud[^1]\n\n[^1]: Efter serviceloven."
    first, second = to_html(text, id_prefix="punkt-1-"), to_html(text, id_prefix="punkt-2-")
    ids = [re.findall(r'id="([^"]+)"', html) for html in (first, second)]
    assert len(ids[0]) == 2
    assert not set(ids[0]) & set(ids[1])
    assert set(re.findall(r'href="#([^"]+)"', first)) == set(ids[0])
    assert 'aria-label="Tilbage til teksten"' in first


def test_a_footnote_that_nothing_refers_to_is_not_lost() -> None:
    assert to_html("Tilskud.\n\n[^3]: Efter serviceloven.") == "<p>Tilskud.</p>\n<p>[3] Efter serviceloven.</p>\n"


def test_indents_and_rules_of_extracted_text_do_not_become_code_or_headings() -> None:
    assert to_html("Beslutning\n-----\n\n    Godkendt.") == "<p>Beslutning</p>\n<hr>\n<p>Godkendt.</p>\n"


def test_words_that_are_links_become_links_but_not_inside_a_link_or_as_part_of_another_number() -> None:
    text = LinkedText("Se sag 24/1187, [sag 24/1187](/om/) og sag 24/11870.", (("24/1187", "/strandby/sag/24-1187/"),))
    assert to_html(text, place=partial(urls.href, folder="/r")) == (
        '<p>Se sag <a href="/r/strandby/sag/24-1187/">24/1187</a>, '
        '<a href="/r/om/">sag 24/1187</a> og sag 24/11870.</p>\n'
    )


def test_a_citation_that_runs_over_the_end_of_a_line_is_one_link() -> None:
    words = "Økonomiudvalget den\n7. maj 2024, pkt. 3"
    assert f'<a href="/x/">{words}</a>' in to_html(LinkedText(f"Som i {words}.", ((words, "/x/"),)))


def test_an_empty_text_is_nothing() -> None:
    assert to_html("  \n") == ""


class _Tags(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@given(st.text(alphabet=st.sampled_from(list("<>\"'&=[]()!#|-:/\\`*_^ \nabjavscriptonload")), max_size=80))
def test_no_text_becomes_anything_that_runs_or_fetches(text: str) -> None:
    parser = _Tags()
    parser.feed(to_html(text))
    for tag, attributes in parser.seen:
        assert tag not in {"script", "img", "iframe", "style", "object", "base", "form"}
        assert not any(name.startswith("on") or name in {"style", "src"} for name in attributes)
        assert is_safe_link(attributes.get("href") or "")
