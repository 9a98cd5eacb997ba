"""A saved page gives the lines its reader saw; what belongs to the page is there too, marked by rule."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referat.importing.document import Document
from referat.importing.extract.html import extract
from referat.importing.understand import understand
from referat.problems import ProblemError


def read(html: str) -> Document:
    return extract(html.encode(), "raw/referat.html")[0]


def lines_of(html: str) -> list[str]:
    """The lines that may be minutes, empty ones left out."""
    return [line.text for line in read(html).lines if line.text.strip()]


def furniture_of(html: str) -> dict[str, str]:
    document = read(html)
    return {document.text[claim.start : claim.end]: claim.rule or "" for claim in document.furniture}


def test_blocks_are_lines_and_paragraphs_are_parted() -> None:
    assert read("<div>Mødested</div><div>Råd\n huset</div><p>Et  afsnit<br>i to linjer</p><p>Et til</p>").text == (
        "Mødested\nRåd huset\n\nEt afsnit\ni to linjer\n\nEt til\n"
    )


def test_headings_and_bold_lines_are_marked_and_emphasis_in_text_is_not() -> None:
    assert lines_of(
        "<h2>2. <b>Havnevej</b></h2><p><b>Indstilling</b></p><p>Det er <b>vigtigt</b>.</p><p><b>Nej.</b></p>"
    ) == [
        "## 2. Havnevej",
        "**Indstilling**",
        "Det er vigtigt.",
        "Nej.",
    ]


def test_lists_keep_their_numbers_and_their_depth() -> None:
    assert lines_of(
        "<ol start=3><li>at a<ul><li>b</li></ul></li><li value=7><p>at c</p></li></ol><ol type=a><li>d</ol>"
    ) == [
        "3. at a",
        "    - b",
        "7. at c",
        "a) d",
    ]


def test_a_table_of_data_is_lines_with_tabs() -> None:
    table = "<table><tr><th rowspan=2>År<th colspan=2>Mio. kr.<tr><td>anlæg<td>drift<tr><td>2024<td>1,2<td>0,4</table>"
    assert lines_of(table) == ["År\tMio. kr.\t", "\tanlæg\tdrift", "2024\t1,2\t0,4"]


def test_a_table_that_lays_out_a_form_or_a_page_is_its_text() -> None:
    form = "<table><tr><td>Mødested:<td>Rådhuset<tr><td>Medlemmer:<td>Anna Holm (A)<br>Bo Kjær (V)</table>"
    assert lines_of(form) == ["Mødested:", "Rådhuset", "Medlemmer:", "Anna Holm (A)", "Bo Kjær (V)"]
    assert lines_of("<table><tr><td><h2>1. Havnevej</h2><p>Tekst<td>Til højre</table>") == [
        "## 1. Havnevej",
        "Tekst",
        "Til højre",
    ]


def test_a_list_of_terms_is_labels_with_their_values_below() -> None:
    assert read("<dl><dt>Sted</dt><dd>Salen</dd><dt>Afbud</dt><dd>Carl Lund</dd></dl>").text.split() == [
        *("Sted", "Salen", "Afbud", "Carl", "Lund")
    ]


def test_links_to_files_keep_their_address() -> None:
    page = '<base href="https://strandby.example/dagsorden/"><ul><li><a href="../filer/kort (1).pdf">Kort [1]</a></ul>'
    assert lines_of(page) == [r"- [Kort \[1\]](https://strandby.example/filer/kort%20%281%29.pdf)"]


def test_links_around_the_page_are_text() -> None:
    page = '<h2><a href="https://a.example/x.pdf">1. Titel</a></h2><p><a href="https://a.example/sag">24/1187</a></p>'
    assert lines_of(page) == ["## 1. Titel", "24/1187"]


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "//evil.example/a.pdf", "data:text/html,a.pdf", "file:///etc/a.pdf", "https://u:p@x/a.pdf"],
)
def test_an_address_that_is_not_certain_is_left_out(href: str) -> None:
    assert lines_of(f'<p><a href="{href}">Kort</a></p>') == ["Kort"]


def test_footnotes_stand_below_what_refers_to_them() -> None:
    page = (
        '<p>Vej<sup><a href="#n1">1</a></sup> på 2 m<sup>2</sup>.</p><p>Mere</p><ol><li id="n1">Lukket i 2020. ↩</ol>'
    )
    assert lines_of(page) == ["Vej<sup>1</sup> på 2 m<sup>2</sup>.", "[1] Lukket i 2020.", "Mere"]


def test_what_belongs_to_the_page_is_there_with_its_rule() -> None:
    page = """<title>Referater</title><style>p { color: red }</style><header><a href="/">Strandby</a></header>
      <nav><a href="/">Forside</a></nav><div class="cookie-banner">Vi bruger cookies. Læs om dem her på siden.</div>
      <main><p>Referat</p></main><script>if (1 < 2) beslut()</script><footer>Torvet 1</footer>"""
    assert furniture_of(page) == {
        "Referater": "web-title",
        "p { color: red }": "web-code",
        "Strandby": "web-frame",
        "Forside": "web-menu",
        "Vi bruger cookies. Læs om dem her på siden.": "web-consent",
        "if (1 < 2) beslut()": "web-code",
        "Torvet 1": "web-frame",
    }
    assert lines_of(page) == ["Referat"]


MINUTES = (
    "Beslutning i Teknikudvalget den 14-05-2024",
    "Sagsnr.: 24/1187",
    "Mødested: Rådhuset",
    "Forvaltningen har talt cyklister på Havnevej, og her kom flere end ventet, især når skolerne åbner om morgenen.",
)


@pytest.mark.parametrize("text", MINUTES)
@pytest.mark.parametrize("around", ["nav", 'div class="menu"', 'div id="footer"', "footer", 'div role="search"'])
def test_minutes_stay_minutes_whatever_the_element_around_them_is_called(text: str, around: str) -> None:
    page = f"<p>{'Et langt afsnit om noget andet. ' * 40}</p><{around}><p>{text}</p></{around.split()[0]}>"
    assert text in lines_of(page)


def test_buttons_on_the_line_of_a_heading_do_not_end_up_in_it() -> None:
    page = "<h3><button>1. Havnevej<span class='sr-only'>Klik her for at folde ud</span></button></h3>"
    assert lines_of(page) == ["### 1. Havnevej", "Klik her for at folde ud"]
    assert lines_of("<div><a href='#'>Udskriv</a>Sagsid.: 24/1187</div>") == ["Sagsid.: 24/1187", "Udskriv"]


def test_the_title_is_read_where_it_alone_tells_who_met_and_when() -> None:
    assert lines_of("<title>Referat: Teknikudvalget 14. maj 2024</title><p>1. Havnevej") == [
        "Referat: Teknikudvalget 14. maj 2024",
        "1. Havnevej",
    ]


def test_the_page_tells_where_it_was_published() -> None:
    assert read("<!-- saved from url=(0031)https://strandby.example/ref/12 -->\n<p>Referat").url == (
        "https://strandby.example/ref/12"
    )
    assert read('<link rel="canonical" href="https://strandby.example/ref/13"><p>Referat').url == (
        "https://strandby.example/ref/13"
    )
    assert read('<link rel="canonical" href="javascript:x"><p>Referat').url is None


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        ("<p>Ærø på øen".encode(), False),
        ("<p>Ærø på øen".encode("utf-8-sig"), False),
        ("<p>Ærø på øen".encode("utf-16"), False),
        ('<meta charset="iso-8859-1"><p>Ærø på øen'.encode("cp1252"), False),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Ærø på øen'.encode("cp1252"),
            False,
        ),
        ("<p>Ærø på øen".encode("cp1252"), True),
        ('<meta charset="utf-8"><p>Ærø på øen'.encode("cp1252"), True),
        ('<meta charset="no-such"><p>Ærø på øen'.encode("cp1252"), True),
    ],
)
def test_letters_are_right_in_every_encoding(data: bytes, *, guessed: bool) -> None:
    document, problems = extract(data, "x.html")
    assert document.text.strip() == "Ærø på øen"
    assert ["encoding_guessed"] * guessed == [problem.code for problem in problems]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(ProblemError, match="no text"):
        extract(b"<html><img src='a.png'></html>", "x.html")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<font>" * 150_000,
        "<table><tr><td>" * 60_000,
        "<ul><li>" * 100_000,
        "".join(f"<p><font x{n}>" for n in range(60_000)),
        "<b><p>" * 100_000,
        "<svg>" * 200_000,
        "<" * 1_000_000,
        "<a href=" * 100_000,
        "<!--" * 250_000,
        "&#1;" * 250_000,
        "<td colspan=9999999 rowspan=99999999>x" * 20_000,
        "<p>" + "a b " * 250_000,
        "<p>" + "\t" * 1_000_000,
        "<title>" + "<nav>" * 100 + "x" * 900_000,
    ],
)
def test_a_page_made_to_choke_is_read_or_refused_in_short_time(page: str) -> None:
    begin = time.process_time()
    with contextlib.suppress(ProblemError):
        assert read(page).text.strip()
    assert time.process_time() - begin < 10


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div class=menu>", "</div>", "<table>", "<tr>", "<td rowspan=3>", "</table>", "<ul>", "<li>"),
        *("</ul>", "<b>", "</b>", "<h2>", "</h2>", "<br>", "<a href=/x.pdf>", "</a>", "<nav>", "</nav>", "<script>"),
        *(
            "</script>",
            "<sup>",
            "</sup>",
            "<dl>",
            "<dt>",
            "<dd>",
            "<button>",
            "<select>",
            "&",
            "&lt;",
            "Referat",
            "14.",
        ),
        *("\t", "\u00a0"),
    ]
)


@given(st.lists(TAGS, max_size=60))
@settings(deadline=None)
def test_broken_tags_lose_no_word_and_never_raise(parts: list[str]) -> None:
    page = "".join(parts) + "<p>Referat"
    document = read(page)
    assert document.text.count("Referat") == page.count("Referat")
    for claim in document.furniture:
        assert document.line_at(claim.start).start == claim.start
        assert document.line_at(claim.start).end == claim.end


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ProblemError):
        document, _ = extract(b"<html>" + data, "x.html")
        assert document.text.strip()


ITEM = """<h3>Sagsfremstilling</h3><p>Stien bliver 3 km lang.</p><h3>Indstilling</h3>
<p>Forvaltningen indstiller, at stien bygges.</p>"""
LAYOUTS = {
    "C": f"""<p>Referat<br>til<br>mødet i Teknikudvalget<br>den 14. maj 2024 kl. 16:30<br>i Mødelokale 2</p>
      <h2>A. Sager til afgørelse</h2><h3>1. Havnevej</h3><p>Åbent - 05.01.02-P20-1-24</p>{ITEM}
      <h4>Beslutning</h4><p>Godkendt.</p><h3>2. Skolen</h3><p>Åbent - 17.00.00-A00-7-24</p>{ITEM}
      <h4>Beslutning</h4><p>Udsat.</p>""",
    "E": f"""<h1>Beslutningsprotokol</h1><p>tirsdag den 14. maj 2024 kl. 16:30</p><table>
      <tr><td>Mødested:<td>Rådhuset<tr><td>Udvalg:<td>Teknikudvalget<tr><td>Medlemmer:<td>Anna Holm<br>Bo Kjær</table>
      <h2>1. Havnevej</h2><div><a href="#">Udskriv</a>Sagsid.: 24/1187, Sagsinitialer: ABC</div>{ITEM}
      <h3>Beslutning Teknikudvalget den 14-05-2024</h3><p>Godkendt.</p><h2>2. Skolen</h2>
      <div><a href="#">Udskriv</a>Sagsid.: 24/1190, Sagsinitialer: ABC</div>{ITEM}
      <h3>Beslutning Teknikudvalget den 14-05-2024</h3><p>Udsat.</p>""",
    "D": f"""<div>UDVALG</div><p>Teknikudvalget</p><div>MØDE</div><p>Referat</p><div>STARTTIDSPUNKT</div>
      <p>14-05-2024 16:30:00</p><div>PUNKTER</div><p>1. Havnevej</p><p>2. Skolen</p><h2>1. Havnevej</h2>{ITEM}
      <h3>Beslutning Teknikudvalget den 14-05-2024</h3><p>Godkendt.</p><h2>2. Skolen</h2>{ITEM}
      <h3>Beslutning Teknikudvalget den 14-05-2024</h3><p>Udsat.</p>""",
    "F": f"""<h1>Referat - Teknikudvalget den 14. maj 2024</h1><p>Mødedato: tirsdag den 14. maj 2024 kl. 16:30</p>
      <h2>1. Havnevej</h2><p>Sagsnr.: 24/1187</p>{ITEM}<h3>Beslutning</h3><p>Godkendt.</p><a href="#top">Til toppen</a>
      <h2>2. Skolen</h2><p>Sagsnr.: 24/1190</p>{ITEM}<h3>Beslutning</h3><p>Udsat.</p><a href="#top">Til toppen</a>""",
}


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_a_page_of_this_layout_is_understood_and_every_character_accounted_for(name: str) -> None:
    page = (
        f"<title>Møder</title><nav><a href='/'>Forside</a></nav><main>{LAYOUTS[name]}</main><footer>Torvet 1</footer>"
    )
    reading = understand(read(page))
    minutes = reading.meetings[0].minutes
    assert minutes.meeting.body == "Teknikudvalget"
    assert minutes.meeting.date.isoformat() == "2024-05-14"
    assert [(item.number, item.title) for item in minutes.items] == [("1", "Havnevej"), ("2", "Skolen")]
    assert [item.decisions[-1].text for item in minutes.items] == ["Godkendt.", "Udsat."]
    assert minutes.unplaced == ""
    assert reading.ledger.characters == len(reading.document.text)
    assert {"web-menu", "web-frame", "web-title"} <= {dropped.rule for dropped in reading.ledger.dropped}


@pytest.mark.parametrize(
    "element",
    [
        "<p hidden>{}</p>",
        '<p style="display:none">{}</p>',
        '<div style="color: red; DISPLAY : none !important"><p>{}</p></div>',
        '<span style="visibility:hidden">{}</span>',
        '<span style="opacity:0">{}</span>',
        '<td style="font-size:0px;">{}</td>',
        '<div hidden><p style="display:none">{}</p></div>',
        '<div hidden="">{}</div>',
    ],
)
def test_what_a_reader_of_the_page_does_not_see_is_nowhere_and_told(element: str) -> None:
    html = f"<p>Broen blev godkendt.</p><table><tr>{element.format('Anders And, Andeby')}</table>"
    document, (problem,) = extract(html.encode(), "raw/referat.html")

    assert "Broen blev godkendt." in document.text
    assert "Anders" not in repr(document)
    assert (problem.code, problem.message[:2]) == ("hidden_text", "1 ")


@pytest.mark.parametrize(
    "element",
    [
        '<a href="#sag">Vis</a><div id="sag" style="display:none">{}</div>',
        '<button aria-controls="x sag">Vis</button><div id="sag" hidden>{}</div>',
        '<div class="accordion-body" style="display: none">{}</div>',
        '<div role="tabpanel" hidden>{}</div>',
        '<div hidden="until-found">{}</div>',
        "<details><summary>Vis</summary>{}</details>",
        '<p style="opacity:0.9">{}</p>',
        '<p style="font-size:0.9em">{}</p>',
        '<p style="display:block">{}</p>',
    ],
)
def test_what_a_reader_can_unfold_is_read(element: str) -> None:
    document, problems = extract(element.format("Broen blev godkendt.").encode(), "raw/referat.html")

    assert "Broen blev godkendt." in document.text
    assert problems == ()
