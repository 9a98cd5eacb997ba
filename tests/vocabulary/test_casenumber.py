import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary.casenumber import alone_on_line, find_mentions, label_match, parse, readings_of

years = st.integers(0, 99).map(lambda year: f"{year:02}")
serials = st.integers(1, 999_999)


@pytest.mark.parametrize(
    ("printed", "canonical", "slug"),
    [
        ("15/3036", "2015/3036", "15-3036"),
        ("98/12", "1998/12", "98-12"),
        ("2009/049528", "2009/49528", "09-49528"),
        ("27.69.40-p20-1-18", "27.69.40-P20-1-18", "27-69-40-p20-1-18"),
        ("00.30.10-Ø00-4-16", "00.30.10-Ø00-4-16", "00-30-10-oe00-4-16"),
        ("00.22.00-3584-18", "00.22.00-3584-18", "00-22-00-3584-18"),
        ("01.02.05P16-0168", "01.02.05P16-0168", "01-02-05-p16-0168"),
        ("01.02.05-P16-168", "01.02.05P16-0168", "01-02-05-p16-0168"),
        ("08.03.00 G01 / 549", "08.03.00-G01/549", "08-03-00-g01-549"),
        ("330-2018-3619", "330-2018-3619", "330-2018-3619"),
        ("306_2016_11967", "306-2016-11967", "306-2016-11967"),
        ("2019-004751", "2019-4751", "2019-4751"),
        ("19-002467", "19-002467", "19-002467"),
        ("018520-2013", "018520-2013", "018520-2013"),
        ("EMN-2018-03434", "EMN-2018-03434", "emn-2018-03434"),
        ("BR 677/06", "BR 2006/677", "br-677-06"),
        ("ØU 23/2010", "ØU 2010/23", "oeu-23-10"),
        ("ØU-55/07-O", "ØU-55/07-O", "oeu-55-07-o"),
        ("1-51-71-3321-08", "1-51-71-3321-08", "1-51-71-3321-08"),
        ("299836", "299836", "299836"),
    ],
)
def test_each_scheme_has_its_canonical_form_and_its_slug(printed: str, canonical: str, slug: str) -> None:
    number = parse(printed)

    assert number is not None
    assert (number.canonical, number.slug) == (canonical, slug)


@given(years, st.integers(1, 99_999))
def test_every_spelling_of_a_number_is_the_same_number(year: str, serial: int) -> None:
    spellings = [
        f"{year}/{serial}",
        f"{year}-{serial}",
        f"{year} / {serial}",
        f"{year}–{serial}",
        f"{year}/{serial:05}",
        f"sag {year}/{serial}",
        f"Sag nr. {year}/{serial}",
        f"Sagsnr.: {year}/{serial}",
        f"sagsid. {year}/{serial}.",
        f"\u00a0J.nr.: {year}/{serial} ",
    ]

    assert {parse(spelling) for spelling in spellings} == {parse(f"{year}/{serial}")}
    assert None not in {parse(spelling) for spelling in spellings}


@given(years, serials, years, serials)
def test_different_numbers_are_never_the_same(year: str, serial: int, other_year: str, other_serial: int) -> None:
    one, other = parse(f"{year}/{serial}"), parse(f"{other_year}/{other_serial}")

    assert one is not None
    assert other is not None
    same = (year, serial) == (other_year, other_serial)
    assert (one.canonical == other.canonical) is same
    assert (one.slug == other.slug) is same


def test_a_row_of_zeros_is_no_number() -> None:
    assert parse("00000") is None


def test_the_place_of_the_slash_counts() -> None:
    assert parse("14/32918") is not None
    assert parse("143/2918") is None
    assert parse("14/32918") != parse("1/432918")


@given(years, serials)
def test_a_canonical_form_reads_as_itself(year: str, serial: int) -> None:
    number = parse(f"{year}/{serial}")

    assert number is not None
    again = parse(number.canonical)
    assert again == number or 1900 <= serial < 2100


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "sag",
            "2014/2015",
            "2018-2021",
            "131025/14",
            "45601/10",
            "17.00.00A00",
            "30/4 2016",
            "24/8-12",
            "½",
            "1.69",
        ),
        *("43 59 10 00", "12345678", "24/1187 Godkendt", "24/1187-2", "x24/1187", "https://example.org/24/1187"),
    ],
)
def test_what_is_no_case_number_is_none(text: str) -> None:
    assert parse(text) is None


def test_what_could_be_a_cpr_number_is_no_case_number() -> None:
    assert parse("010120-2013") is None
    assert parse("018520-2013") is not None


def test_a_journal_key_beside_the_number_is_kept_as_its_subject() -> None:
    number = parse("17.00.00A00 - 2008/048591")

    assert number is not None
    assert (number.canonical, number.kle) == ("2008/48591", "17.00.00")


def test_a_number_that_two_schemes_write_alike_has_both_readings() -> None:
    assert [reading.canonical for reading in readings_of("24-118700")] == ["24-118700", "2024/118700"]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Sagsnr.: 24/1187", "24/1187"),
        ("Sagsnr.: 06/19", "06/19"),
        ("UdskrivSagsid.: 17/3668", "17/3668"),
        ("Sagsid.: 17/3668, Sagsinitialer: ABCD", "17/3668"),
        ("Sagnr.: 1-51-71-3321-08", "1-51-71-3321-08"),
        ("Sagsnummer: 00.22.00-3584-18", "00.22.00-3584-18"),
        ("Sag 306-2009-600", "306-2009-600"),
        ("Åbent - 00.00.00-A00-31-15", "00.00.00-A00-31-15"),
        ("Sagsnr. 299836 Teknikudvalget Åbent punkt", "299836"),
        ("Sagsnr.: 330-2017-1212  Dok.nr.: 330-2017-99001  Åbent", "330-2017-1212"),
        ("J. nr 2012-13478", "2012-13478"),
        ("Sagsnr.: 17.00.00A00 - 2008/048591", "2008/048591"),
        ("Sagsnr.:", None),
        ("Sagsnr.:  Dok.nr.: 330-2018-403086", None),
        ("Dok.nr.: 24/1187", None),
        ("Dokumentnr. 24/1187", None),
        ("Sag nr. 163", None),
        ("Vej nr. 24/1187", None),
        ("Projekt nr. 222033", None),
        ("Møde nr. 14/2012", None),
    ],
)
def test_only_a_label_of_cases_announces_a_case(line: str, printed: str | None) -> None:
    assert label_match(line) == printed


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("24/1187", "24/1187"),
        ("**24/1187**", "24/1187"),
        ("25/19069 -", "25/19069"),
        ("17.00.00A00 - 2008/048591", "2008/048591"),
        ("24/1187 Godkendt", None),
        ("2014/2015", None),
        ("299836", None),
        ("Sagsnr.: 24/1187", None),
    ],
)
def test_a_number_alone_on_its_line_is_found_as_printed(line: str, printed: str | None) -> None:
    assert alone_on_line(line) == printed


def test_mentions_are_found_where_they_stand() -> None:
    text = "Som i sag 24/1187 og sagsnr. 24 / 12, se 27.69.40-P20-1-18. BR 677/06 og 24/9913 ligeså."

    mentions = find_mentions(text)

    assert [mention.text for mention in mentions] == ["24/1187", "24 / 12", "27.69.40-P20-1-18", "BR 677/06", "24/9913"]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize(
    "text",
    [
        "den 30/4 2016 og 1/1-30/9",
        "i 01/2015 og 2014/2015 og 2024/25",
        "fordelt 80/20 eller 1/3",
        "side 2/28",
        "lokalplan 20/2013 og lokalplan nr. 21/300",
        "(131025/14), dok.nr. 24/1187",
        "§ 17/123",
        "2026-29, 2018-2021, pkt. 129-138",
        "-3.751.000 kr. og 2.177,4",
        "tlf. 4477 2875, 48 100 100, CVR 12345678",
        "010120-2013",
    ],
)
def test_prose_is_full_of_numbers_that_are_no_cases(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("junk", ["1", "1/", "00.22.", "A1", "sag ", "Sagsnr.:", " ", "-", "24/"])
def test_a_million_characters_of_junk_take_no_time(junk: str) -> None:
    text = junk * (1_000_000 // len(junk))
    started = time.process_time()

    find_mentions(text)
    label_match(text)
    alone_on_line(text)
    parse(text)

    assert time.process_time() - started < 5
