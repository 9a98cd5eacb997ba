"""Pages are read as people read them: paragraphs whole, columns one after the other, lists and tables as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table
from tests.importing.extract.pdf.documents import (
    BODY,
    HEIGHT,
    WIDTH,
    document,
    drawn,
    items,
    plain,
    table,
    text,
    title,
    two_columns,
)
from tests.importing.extract.pdf.minutes import BRIDGE, LIGHT

from referat.importing.extract.pdf import extract
from referat.importing.extract.pdf.hyphens import join_lines

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def lines_of(data: bytes) -> list[str]:
    """The document's lines that are not empty."""
    found, _ = extract(data, "raw/moede.pdf")
    return [line.text for line in found.lines if line.text]


@pytest.mark.parametrize("alignment", [0, 4])
@pytest.mark.parametrize("leading", [11, 12.5, 15, 20])
def test_paragraphs_are_whole_ragged_or_not_however_far_their_lines_stand_apart(alignment: int, leading: float) -> None:
    style = ParagraphStyle("it", parent=BODY, alignment=alignment, leading=leading, spaceAfter=leading / 2)
    story = [Paragraph(words, style) for words in (BRIDGE, LIGHT, BRIDGE, "Kort.", LIGHT)]
    assert lines_of(document(story)) == [BRIDGE, LIGHT, BRIDGE, "Kort.", LIGHT]


def test_a_paragraph_may_begin_with_an_indent_instead_of_a_gap() -> None:
    style = ParagraphStyle("it", parent=BODY, firstLineIndent=14, spaceAfter=0)
    assert lines_of(document([Paragraph(words, style) for words in (BRIDGE, LIGHT, BRIDGE)])) == [BRIDGE, LIGHT, BRIDGE]


def test_short_lines_below_each_other_stay_lines() -> None:
    address = ["Mødet blev holdt", "på Rådhuset", "i den store sal"]
    assert lines_of(document([*map(plain, address), text(BRIDGE)])) == [*address, BRIDGE]


def test_a_heading_close_to_its_text_is_a_line_of_its_own() -> None:
    style = ParagraphStyle("it", parent=BODY, fontName="Helvetica-Bold", spaceAfter=0)
    story = [text(BRIDGE), Paragraph("Hvad koster det?", style), text(LIGHT)]
    found, _ = extract(document(story), "x.pdf")
    assert f"{BRIDGE}\n\nHvad koster det?\n\n{LIGHT}\n" in found.text


def test_a_known_heading_is_a_line_of_its_own_without_any_weight() -> None:
    full = "Udvalget har i flere år talt om broen, og om hvem der skal betale for den i de år der kom"
    story = [plain(full), plain("Beslutning"), plain("Godkendt.")]
    assert lines_of(document(story)) == [full, "Beslutning", "Godkendt."]


def test_long_titles_and_list_items_are_whole() -> None:
    long_title = "Punkt 4: Forslag til en ny plan for vedligehold af broer, stier og veje i hele kommunen frem til 2030"
    story = [title(long_title), *items(LIGHT, BRIDGE), *items(LIGHT, mark="•")]
    assert lines_of(document(story)) == [long_title, f"1. {LIGHT}", f"2. {BRIDGE}", f"• {LIGHT}"]


def test_a_list_under_a_list_is_indented() -> None:
    under = ParagraphStyle("under", parent=BODY, leftIndent=36, bulletIndent=18, spaceAfter=2)
    story = [
        *items("Lamperne bestilles"),
        Paragraph("først på kirkestien", under, bulletText="-"),
        *items("Og så", mark="2."),
    ]
    found, _ = extract(document(story), "x.pdf")
    assert [line for line in found.text.split("\n") if line] == [
        "1. Lamperne bestilles",
        "    - først på kirkestien",
        "2. Og så",
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    words = [f"{LIGHT} Afsnit {number}." for number in range(8)]
    told = lines_of(two_columns([title("Nyt fra Havneudvalget i Strandby")], [*map(text, words)]))
    assert " ".join(told) == " ".join(["Nyt fra Havneudvalget i Strandby", *words])
    assert len(told) == 10  # the end of the first column parts a paragraph, as the end of a page does


def test_labels_and_values_side_by_side_are_read_line_by_line() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(12):
            canvas.drawString(70, 700 - 20 * number, f"Felt {number}:")
            canvas.drawString(320, 700 - 20 * number, f"værdi {number}")

    assert lines_of(drawn(page)) == [f"Felt {number}: værdi {number}" for number in range(12)]


def test_figures_below_figures_are_a_table_without_any_lines() -> None:
    rows = [
        ("Kr.", "Drift", "Anlæg"),
        ("Broen", "1.250", "10.500"),
        ("Stien", "300", "-"),
        ("I alt", "1.550", "10.500"),
    ]

    def page(canvas: Canvas) -> None:
        for number, (what, running, building) in enumerate(rows):
            canvas.drawString(70, 700 - 14 * number, what)
            canvas.drawRightString(260, 700 - 14 * number, running)
            canvas.drawRightString(360, 700 - 14 * number, building)

    assert lines_of(drawn(page)) == ["\t".join((what, *figures)) for what, *figures in rows]


def test_cells_of_a_table_may_be_empty_or_run_over_lines() -> None:
    rows = [
        ["Sted", "Hvad der skal ske", "Kr."],
        ["Broen", "Dækket skiftes helt, og pælene bliver set efter", ""],
        ["Stien", "", "400"],
    ]
    assert lines_of(document([table(rows, [60, 90, 60])])) == ["\t".join(row) for row in rows]


def test_two_tables_with_the_same_head_on_one_page_keep_both_heads() -> None:
    rows = [["År", "Kr."], ["2024", "5"]]
    assert lines_of(document([table(rows, [60, 60]), text("Og så:"), table(rows, [60, 60])])).count("År\tKr.") == 2


def test_a_frame_around_prose_is_no_table() -> None:
    whole = Table(
        [[text(BRIDGE), text(LIGHT)], [text(LIGHT), text(BRIDGE * 2)]],
        style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    )
    assert lines_of(document([whole])) == [BRIDGE, LIGHT, LIGHT, BRIDGE * 2]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        canvas.rotate(turn)
        for number, words in enumerate(("Tillæg til referatet", "af mødet i Havneudvalget")):
            canvas.drawString(100, 400 - 60 * number, words)

    assert lines_of(drawn(page)) == ["Tillæg til referatet", "af mødet i Havneudvalget"]


def test_what_is_stamped_up_the_margin_is_a_line_of_its_own() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Tillæg til referatet")
        canvas.drawString(70, 686, "af mødet i Havneudvalget")
        canvas.rotate(90)
        canvas.drawString(600, -40, "Bilag nummer 3")

    assert lines_of(drawn(page)) == ["Tillæg til referatet", "af mødet i Havneudvalget", "Bilag nummer 3"]


def test_heads_of_left_and_right_pages_differ() -> None:
    def running(canvas: Canvas, page: int) -> None:
        place = canvas.drawString if page % 2 else canvas.drawRightString
        place(70 if page % 2 else WIDTH - 70, HEIGHT - 40, "Egedalen Kommune" if page % 2 else "Kulturudvalget")

    found, _ = extract(document([text(f"{BRIDGE} {n}.") for n in range(110)], running), "x.pdf")
    dropped = [found.text[claim.start : claim.end] for claim in found.furniture]
    assert set(dropped) >= {"Egedalen Kommune"}
    assert not any("Kommune" in line.text for line in found.lines)


def test_what_items_begin_with_on_every_page_is_no_running_head() -> None:
    def page(number: int) -> Canvas:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(70, 780, f"Punkt {number}")
            canvas.drawString(70, 760, "Sagsnr.: 24/1187")
            canvas.drawString(70, 740, "Beslutning")
            canvas.drawString(70, 600, f"Godkendt af {number} medlemmer.")

        return draw

    found, _ = extract(drawn(*(page(number) for number in range(1, 7))), "x.pdf")
    assert found.furniture == ()


def test_a_head_that_alone_tells_date_and_body_stays_once() -> None:
    def running(canvas: Canvas, page: int) -> None:
        canvas.drawString(70, HEIGHT - 40, "Kulturudvalget den 3. oktober 2024")

    kept = lines_of(document([text(BRIDGE)] * 40, running))
    assert kept.count("Kulturudvalget den 3. oktober 2024") == 1


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("en beret-", "ning om", "en beretning om"),
        ("en beret\N{SOFT HYPHEN}", "ning om", "en beretning om"),
        ("i børne-", "og ungeområdet", "i børne- og ungeområdet"),
        ("Høje-", "Sande skole", "Høje-Sande skole"),
        ("en e-", "mail fra", "en e-mail fra"),
        ("i it-", "afdelingen", "i it-afdelingen"),
        ("fra 2024-", "2026", "fra 2024- 2026"),
        ("slut.", "Begynd", "slut. Begynd"),
    ],
)
def test_words_that_the_end_of_a_line_parts(left: str, right: str, joined: str) -> None:
    assert join_lines(left, right, frozenset({"it-afdelingen"})) == joined
