"""A Word file gives the text its reader saw, with the numbers Word makes, and nothing a reader did not see."""

import contextlib
import io
import time
import zipfile
from collections.abc import Callable

import pytest
from docx import Document as WordDocument
from docx.document import Document as Word
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from referat.importing.document import Document
from referat.importing.extract.docx import extract
from referat.importing.extract.repair import repair
from referat.importing.understand import understand
from referat.problems import ProblemError


def saved(word: Word) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def read(word: Word) -> Document:
    return extract(saved(word), "raw/referat.docx")[0]


def lines_of(word: Word) -> list[str]:
    return [line.text for line in read(word).lines if line.text.strip()]


def codes_of(word: Word) -> list[str]:
    return [problem.code for problem in extract(saved(word), "raw/referat.docx")[1]]


def word_of(*paragraphs: str) -> Word:
    word = WordDocument()
    for text in paragraphs:
        word.add_paragraph(text)
    return word


def number(paragraph: Paragraph, list_id: str, level: str = "0") -> None:
    """Let Word number the paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def add_list(word: Word, list_id: str, *levels: tuple[str, str]) -> None:
    """Define a list with these levels: style and text of the number."""
    numbering = word.part.numbering_part.element
    made = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (style, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="9{list_id}">{made}</w:abstractNum>'))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="9{list_id}"/></w:num>')
    )


def test_headings_paragraphs_and_bold_lines() -> None:
    word = WordDocument()
    word.add_heading("Referat", 0)
    word.add_heading("1. Havnevej", 1)
    word.add_paragraph().add_run("Indstilling").bold = True
    word.add_paragraph("Stien bygges.")
    assert lines_of(word) == ["# Referat", "# 1. Havnevej", "**Indstilling**", "Stien bygges."]


def test_the_numbers_that_word_makes_are_written_out() -> None:
    word = WordDocument()
    add_list(word, "71", ("decimal", "Punkt %1:"), ("lowerLetter", "%2)"), ("upperRoman", "%1.%3"))
    for level, text in (("0", "Havnevej"), ("1", "at a"), ("1", "at b"), ("2", "dybt"), ("0", "Skolen"), ("1", "at c")):
        number(word.add_paragraph(text), "71", level)
        word.add_paragraph("Tekst.")
    assert [line for line in lines_of(word) if line != "Tekst."] == [
        *("Punkt 1: Havnevej", "a) at a", "b) at b", "1.I dybt", "Punkt 2: Skolen", "a) at c")
    ]


def test_bullets_are_a_list() -> None:
    word = WordDocument()
    for text in ("en", "to"):
        word.add_paragraph(text, style="List Bullet")
    assert lines_of(word) == ["- en", "- to"]


def test_tables_are_lines_with_tabs() -> None:
    word = WordDocument()
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("År", "Mio. kr.", "2024", "1,2"), strict=True):
        cell.text = text
    assert lines_of(word) == ["År\tMio. kr.", "2024\t1,2"]


def test_a_link_to_a_file_keeps_its_address() -> None:
    word = WordDocument()
    paragraph = word.add_paragraph(style="List Bullet")
    target = word.part.relate_to("https://strandby.example/kort.pdf", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}"><w:r><w:t>Kort</w:t></w:r></w:hyperlink>')
    paragraph._p.append(link)
    assert lines_of(word) == ["- [Kort](https://strandby.example/kort.pdf)"]


def test_deletions_and_comments_are_left_out_and_told_and_insertions_are_read() -> None:
    word = word_of("Stien bygges")
    paragraph = word.paragraphs[0]._p
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1"><w:r><w:delText> aldrig</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2"><w:r><w:t> i 2025</w:t></w:r></w:ins>'))
    word.add_comment(word.paragraphs[0].runs, text="Er det rigtigt?", author="Anna", initials="A")
    assert lines_of(word) == ["Stien bygges i 2025"]
    assert codes_of(word) == ["deletions_left_out", "comments_left_out"]


def hide(word: Word) -> None:
    word.paragraphs[0].add_run("hemmeligt").font.hidden = True


def cover(word: Word) -> None:
    word.paragraphs[0].add_run("hemmeligt").font.highlight_color = WD_COLOR_INDEX.BLACK


def whiten(word: Word) -> None:
    word.paragraphs[0].add_run("hemmeligt").font.color.rgb = RGBColor(255, 255, 255)


def whiten_almost(word: Word) -> None:
    word.paragraphs[0].add_run("hemmeligt").font.color.rgb = RGBColor(250, 252, 250)


def whiten_by_theme(word: Word) -> None:
    word.paragraphs[0].add_run("hemmeligt").font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


def shrink(word: Word) -> None:
    word.paragraphs[0].add_run("hemmeligt").font.size = Pt(1)


def hide_by_style(word: Word) -> None:
    hidden = word.styles.add_style("Internt", WD_STYLE_TYPE.CHARACTER)
    hidden.font.hidden = True
    child = word.styles.add_style("Internt notat", WD_STYLE_TYPE.CHARACTER)
    child.base_style = hidden
    word.paragraphs[0].add_run("hemmeligt", style="Internt notat")


def hide_a_paragraph_by_style(word: Word) -> None:
    style = word.styles.add_style("Intern", WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    word.add_paragraph("hemmeligt", style="Intern")


def hide_in_the_head_of_the_pages(word: Word) -> None:
    word.sections[0].header.paragraphs[0].add_run("hemmeligt").font.hidden = True


@pytest.mark.parametrize(
    "change",
    [
        hide,
        cover,
        whiten,
        whiten_almost,
        whiten_by_theme,
        shrink,
        hide_by_style,
        hide_a_paragraph_by_style,
        hide_in_the_head_of_the_pages,
    ],
)
def test_what_a_reader_cannot_see_is_held_back_and_told(change: Callable[[Word], None]) -> None:
    word = word_of("Ansøgeren er ")
    change(word)
    assert lines_of(word) == ["Ansøgeren er"]
    assert codes_of(word) == ["hidden_text"]


def test_white_text_in_the_head_of_a_table_is_seen() -> None:
    word = word_of("Tal")
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    for cell, text in zip(cells, ("År", "Beløb"), strict=True):
        cell.paragraphs[0].add_run(text).font.color.rgb = RGBColor(255, 255, 255)
    assert lines_of(word) == ["Tal", "År\tBeløb"]


def test_the_head_of_the_pages_is_read_once_and_their_foot_is_furniture() -> None:
    word = word_of("Referat")
    word.sections[0].header.paragraphs[0].text = "Strandby Kommune"
    word.sections[0].footer.paragraphs[0].text = "Torvet 1"
    document = read(word)
    assert [line.text for line in document.lines if line.text.strip()] == ["Strandby Kommune", "Referat"]
    assert [claim.rule for claim in document.furniture] == ["running-head"]


def test_pictures_are_left_out_and_told() -> None:
    word = word_of("Kort:")
    word.paragraphs[0].add_run()._r.append(OxmlElement("w:drawing"))
    assert (lines_of(word), codes_of(word)) == (["Kort:"], ["images_left_out"])


def archive(**changes: bytes) -> bytes:
    """A Word file with parts of it replaced, or others added."""
    file, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(saved(word_of("Referat fra mødet"))))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            if name not in changes:
                made.writestr(name, source.read(name))
        for name, part in changes.items():
            made.writestr(name, part)
    return file.getvalue()


HEAD = b'<?xml version="1.0"?>'
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text_part(inside: bytes, before: bytes = b"") -> bytes:
    return HEAD + before + b"<w:document " + W + b"><w:body>" + inside + b"</w:body></w:document>"


HOSTILE = {
    "external entity": text_part(
        b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "entity bomb": text_part(b"&b;", b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
    "zip bomb": text_part(b"<w:p><w:r><w:t>" + b"a" * 60_000_000 + b"</w:t></w:r></w:p>"),
    "packed tight": text_part(b"<w:p/>" * 2_000_000),
    "deep nesting": text_part(b"<w:p>" * 100_000 + b"</w:p>" * 100_000),
    "deep tables": text_part(b"<w:tbl><w:tr><w:tc>" * 100 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 100),
    "no xml": b"\x00\x01\x02",
    "cut off": text_part(b"<w:p><w:r><w:t>Referat")[:-25],
    "no text": text_part(b"<w:p/>"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_file_made_to_harm_is_refused_in_short_time_with_a_reason(name: str) -> None:
    begin = time.process_time()
    with pytest.raises(ProblemError) as caught:
        extract(archive(**{"word/document.xml": HOSTILE[name]}), "x.docx")
    assert caught.value.problem.code in ("file_unreadable", "file_too_large", "file_empty")
    assert caught.value.problem.advice
    assert "root:" not in caught.value.problem.message
    assert time.process_time() - begin < 10


def test_an_archive_in_the_archive_is_never_opened() -> None:
    bomb = archive(**{"word/document.xml": HOSTILE["zip bomb"]})
    document, _ = extract(
        archive(**{"word/embeddings/inner.docx": bomb, "../evil.xml": b"x", "word/x.bin": b"x"}), "x.docx"
    )
    assert document.text.strip() == "Referat fra mødet"


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(ProblemError, match="files in its archive"):
        extract(archive(**{f"word/media/{n}.png": b"" for n in range(3000)}), "x.docx")


def test_pictures_from_elsewhere_are_never_fetched() -> None:
    picture = (
        b'<w:p><w:r><w:t>Kort</w:t></w:r><w:r><w:drawing><a:blip r:link="rId99" xmlns:a="a" xmlns:r="r"/></w:drawing>'
        b"</w:r></w:p>"
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId99" '
        b'Type="image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    parts = {"word/document.xml": text_part(picture), "word/_rels/document.xml.rels": relations}
    assert extract(archive(**parts), "x.docx")[0].text.strip() == "Kort"


SOUND = saved(word_of("Referat fra mødet", "1. Havnevej"))


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=8), st.integers(0, len(SOUND)))
@settings(max_examples=30, deadline=None)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(SOUND)
    for at, value in changes:
        data[at] = value
    for damaged in (bytes(data), bytes(data[:end])):
        with contextlib.suppress(ProblemError):
            assert extract(damaged, "x.docx")[0].text.strip()


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30), min_size=1, max_size=5))
@settings(max_examples=12, deadline=None)
def test_every_letter_of_any_paragraph_is_kept(texts: list[str]) -> None:
    expected = "".join(repair(texts).lines)
    document = read(word_of(*texts))
    assert [char for char in document.text if char.isalnum()] == [char for char in expected if char.isalnum()]


def labels(word: Word) -> None:
    for text in ("Udvalg: Teknikudvalget", "Mødedato: 14. maj 2024 kl. 16:30", "Mødested: Rådhuset"):
        word.add_paragraph(text)
    for title, decision in (("1. Havnevej", "Godkendt."), ("2. Skolen", "Udsat.")):
        word.add_heading(title, 1)
        for heading, text in (("Sagsfremstilling", "Stien bliver 3 km lang."), ("Beslutning", decision)):
            word.add_heading(heading, 2)
            word.add_paragraph(text)


def form(word: Word) -> None:
    table = word.add_table(rows=3, cols=2)
    told = (("Udvalg:", "Teknikudvalget"), ("Mødedato:", "14. maj 2024"), ("Mødested:", "Rådhuset"))
    for row, (label, value) in zip(table.rows, told, strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    for title, decision in (("1. Havnevej", "Godkendt."), ("2. Skolen", "Udsat.")):
        word.add_paragraph().add_run(title).bold = True
        word.add_paragraph("Sagsnr.: 24/1187")
        for heading, text in (("Sagsfremstilling", "Stien bliver 3 km lang."), ("Beslutning", decision)):
            word.add_paragraph().add_run(heading).bold = True
            word.add_paragraph(text)


def numbered(word: Word) -> None:
    add_list(word, "72", ("decimal", "%1."))
    word.add_paragraph("Referat fra Teknikudvalgets møde den 14. maj 2024 kl. 16.30")
    for title, decision in (("Havnevej", "Godkendt."), ("Skolen", "Udsat.")):
        number(word.add_paragraph(title), "72")
        for heading, text in (("Sagsfremstilling", "Stien bliver 3 km lang."), ("Beslutning", decision)):
            word.add_paragraph(heading)
            word.add_paragraph(text)


def dated(word: Word) -> None:
    word.add_paragraph("Referat Teknikudvalget d. 14-05-2024")
    word.add_paragraph("Mødedato Tirsdag d. 14. maj 2024 kl. 16:30")
    for n, (title, decision) in enumerate((("Havnevej", "Godkendt."), ("Skolen", "Udsat.")), 1):
        word.add_heading(f"Punkt {n}: {title}", 2)
        word.add_paragraph(f"24/118{n}")
        for heading, text in (
            ("Sagsfremstilling", "Stien bliver 3 km lang."),
            ("Beslutning Teknikudvalget den 14-05-2024", decision),
        ):
            word.add_heading(heading, 3)
            word.add_paragraph(text)


@pytest.mark.parametrize("layout", [labels, form, numbered, dated])
def test_minutes_of_this_layout_are_understood_and_every_character_accounted_for(
    layout: Callable[[Word], None],
) -> None:
    word = WordDocument()
    layout(word)
    reading = understand(read(word))
    minutes = reading.meetings[0].minutes
    assert minutes.meeting.body == "Teknikudvalget"
    assert minutes.meeting.date.isoformat() == "2024-05-14"
    assert [(item.number, item.title) for item in minutes.items] == [("1", "Havnevej"), ("2", "Skolen")]
    assert [item.decisions[-1].text for item in minutes.items] == ["Godkendt.", "Udsat."]
    assert reading.ledger.characters == len(reading.document.text)


def test_a_footnote_stands_below_what_refers_to_it() -> None:
    note = (
        HEAD
        + b"<w:footnotes "
        + W
        + b'><w:footnote w:id="2"><w:p><w:r><w:t>Lukket i 2020.</w:t></w:r></w:p></w:footnote>'
        b"</w:footnotes>"
    )
    text = text_part(
        b'<w:p><w:r><w:t>Vejen</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        b"<w:p><w:r><w:t>Mere</w:t></w:r></w:p>"
    )
    document, _ = extract(archive(**{"word/document.xml": text, "word/footnotes.xml": note}), "x.docx")
    assert [line for line in document.text.split("\n") if line] == ["Vejen<sup>[1]</sup>", "[1] Lukket i 2020.", "Mere"]
