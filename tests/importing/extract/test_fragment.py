"""A piece of HTML is read where its elements stand: no word that a reader sees is lost, and nothing in it can act."""

import re
import time
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referat.importing.audit import letters_of
from referat.importing.extract.html.fragment import Fragment

PIECES = [
    "<div>", "</div>", "<span>", "</span>", "<p>", "</p>", "<h3>", "</h3>", "<br>", "<b>", "</b>", "<u>", "</u>",
    "<ul><li>", "</li></ul>", "<ol type='1'><li>", "</ol>", "<table><tr><td>", "<td colspan=2>", "<th>", "</table>",
    "<a>", "<a href='https://strandby.example'>", "</a>", "<edoc:text>", "</edoc:text>", "<center>", "<dl><dd>",
    "<nav class='menu'>", "</nav>", "<footer>", "<header>", "<form><select><option>", "</select>", "<frameset>",
    "<html>", "<body>", "</body>", "<svg><text>", "</svg>", "<optgroup>", "<rt>", "<sup>", "</sup>", "<pre>", "</pre>",
    "Havnen", " udvides ", "3,5 mio.", "Æblehaven", "&amp;", " & ", "&nbsp;", "\u00ad", "\u200b", "\r\n", "\t",
    " < ", ">",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def lines_of(html: str, picture: str = "") -> list[str]:
    """The lines that are text, empty ones left out."""
    fragment = Fragment(html, picture=picture)
    lines = (*fragment.lines(fragment.nodes), *fragment.rest())
    return [line.text for line in lines if line.rule is None and line.text]


class _Words(HTMLParser):
    """All text between the tags, found without a tree."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_between_tags(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return letters_of("".join(parser.words))


@given(MARKUP)
@settings(deadline=None, max_examples=200)
def test_every_word_between_tags_stands_in_the_lines(html: str) -> None:
    wanted = Counter(words_between_tags(html))
    missing = wanted - Counter(letters_of("".join(lines_of(html))))
    assert not missing


def test_nothing_is_a_menu_whatever_its_elements_are_called() -> None:
    assert lines_of("<nav>Stien</nav><div class='menu footer'>Broen</div><header>Havnen</header>") == [
        "Stien",
        "Broen",
        "Havnen",
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert('x')</script>Broen",
        "<p onclick='x()'>Broen<img src=x onerror=alert(1)></p>",
        "<a href='javascript:x()'>Broen</a>",
        "<style>p { color: red }</style><p>Broen</p>",
        "<meta name='generator' content='Word'><title>Dagsordenspunkt</title>Broen",
        "<p style='display: none'>Udkast</p><p style='mso-hide:all'>Udkast</p><p hidden>Udkast</p>Broen",
        "<iframe src='https://strandby.example'>Ramme</iframe>Broen",
        "<table><tr><td>Broen</td></tr><script>x()</script></table>",
    ],
)
def test_what_acts_and_what_no_reader_sees_is_left_out(html: str) -> None:
    assert lines_of(html) == ["Broen"]


def test_what_is_left_out_is_told_with_its_rule() -> None:
    fragment = Fragment("<title>Punkt</title><p style='display:none'>Udkast.</p>Broen")
    assert [(line.text, line.rule) for line in fragment.lines(fragment.nodes) if line.text] == [
        ("Punkt", "web-code"),
        ("Udkast.", "web-hidden"),
        ("Broen", None),
    ]


def test_a_picture_leaves_a_note_and_what_it_is_said_to_show() -> None:
    html = "<p>Før<img src='data:image/png;base64,AAAA' alt='Kort over\n havnen'>efter</p><img src='data:x'>"
    assert lines_of(html, "(Billede)") == ["Før (Billede): Kort over havnen efter", "(Billede)"]


def test_an_anchor_without_an_address_is_no_link() -> None:
    fragment = Fragment("<a>Hele sætningen.</a> <a href=''>Nu.</a>", base="https://strandby.example")
    assert [line.text for line in fragment.lines(fragment.nodes) if line.text] == ["Hele sætningen. Nu."]


def test_damage_to_letters_is_mended() -> None:
    assert lines_of("Kvali\u00adtets\u200bmål\u00a0for ra\u030adet") == ["Kvalitetsmål for rådet"]


@pytest.mark.parametrize("tag", ["div", "span", "b", "table><tr><td", "ul><li", "rt", "optgroup", "svg", "p><button"])
def test_text_nested_five_thousand_deep_is_read_at_once(tag: str) -> None:
    html = "".join(f"<{tag}>Linje {number} " for number in range(5000))
    begun = time.perf_counter()

    words = " ".join(lines_of(html))

    assert re.findall(r"\d+", words) == [str(number) for number in range(5000)]
    assert time.perf_counter() - begun < 10
