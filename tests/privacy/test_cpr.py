"""CPR numbers are found however they are written. All numbers here are made up."""

import datetime as dt
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referat.privacy.cpr.number import birth_date, has_check_digit
from referat.privacy.detectors.cpr import DETECTOR
from referat.privacy.finding import Verdict
from referat.privacy.folding import fold
from referat.privacy.redact import redact
from referat.privacy.scan import may_hold, scan_text


def verdicts(text: str) -> list[Verdict]:
    return [finding.verdict for finding in scan_text(text) if finding.kind == "cpr"]


@pytest.mark.parametrize(
    "number",
    [
        "010165-1234",
        "311299-1234",
        "010165 - 1234",
        "010165 1234",
        "010165/1234",
        "010165.1234",
        "01.01.65-1234",
        "01-01-65-1234",
        "01 01 65 1234",
        "01 01 65 12 34",
        "01 01 65-12 34",
        "010165–1234",
        "010165—1234",
        "010165‑1234",
        "010165\u22121234",
        "010165－1234",
        "010165\u00a0-\u00a01234",
        "010165\u20091234",
        "010165\u200b-1234",
        "010\u00ad165-1234",
        "150365\u00ad1234",
        "010165-\n1234",
        "010165\n-1234",
        "010165\n1234",
        "0101\n65-1234",
        "| 010165 | 1234 |",
        "010165\t1234",
        "**010165**-1234",
        "010165\\-1234",
        "010165&ndash;1234",
        "010165&#45;1234",
        "0&#49;0165-1234",
        "https://a.example/010165%2D1234.pdf",
        "https://a.example/010165%E2%80%931234.pdf",
        "ansøgning_010165-1234.pdf",
        "０１０１６５-１２３４",
        "٠١٠١٦٥-١٢٣٤",
        "(010165-1234)",
        "010165--1234",
        "0 1 0 1 6 5 - 1 2 3 4",
        "01011965-1234",
        "01.01.1965-1234",
        "0101-\n65-1234",
        "ansøger010165-1234og",
        "0101[65](https://a.example/)-1234",
        "[010165](https://a.example/)[-1234](https://a.example/)",
        "0101<b>65</b>-1234",
        "[brev](https://a.example/0101<b>65</b>-1234)",
        "010165<br>1234",
        "https://a.example/010165%252D1234.pdf",
        "010165&amp;#45;1234",
        "010165&NonBreakingSpace;1234",
        "Anna Holm,010165-1234,Havnevej",
    ],
)
def test_a_divided_number_is_blocked_in_every_spelling(number: str) -> None:
    assert verdicts(number) == [Verdict.BLOCK]
    assert "65" not in redact(number)


def test_only_the_number_is_taken_out() -> None:
    assert redact("Ansøger 010165–1234 bor her.") == "Ansøger [CPR-nummer fjernet] bor her."


@pytest.mark.parametrize(
    "text",
    [
        "cpr 1503651234",
        "CPR-nr.: 1503651234",
        "CPR1503651234",
        "cpr010165-1234",
        "1503651234 (personnummer)",
        "født 1503651234",
        "f. 1503651234",
        "0101651234",
        "1503651234",
    ],
)
def test_ten_plain_digits_are_blocked_where_something_supports_them(text: str) -> None:
    assert verdicts(text) == [Verdict.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "1503651230",
        "P-nummer 1003651234",
        "p-nr. 150365-1234",
        "Produktionsenhed: 150365-1234",
        "EAN 150365-1234",
        "CVR-nr. 150365-1234",
        "ordrenr. 150365-1234",
        "faktura 150365-1234",
        "Sagsnr. 150365-1234",
        "sag 19/150365-1234",
        "19/150365-1234",
        "dok.nr. 1503651230",
        "journalnr. 150365-1234",
        "1503651230 kr.",
        "kr. 1503651230",
        "10 11 12 13 14 15",
        "150365/2014",
        "A150365-1234",
        "150365-xxxx",
        "150365-••••",
        "15.03.1965 1234",
        "15.03.1965-2012",
        "15.03.2019-1630",
        "31.12.15 1500 kr.",
        "| 31.12.15 | 1500 |",
        "150365, 1234",
    ],
)
def test_doubt_goes_to_review(text: str) -> None:
    assert set(verdicts(text)) == {Verdict.REVIEW}


def test_a_label_of_something_else_clears_nothing_that_is_called_cpr() -> None:
    assert verdicts("Faktura 150365-1234 til borger med cpr") == [Verdict.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "24-09-2015 kl. 08:15",
        "den 01.02.15 16.30",
        "2011/12 2012/13 2013/14",
        "| 2011/12 | 2012/13 |",
        "2012 2013 2014 2015",
        "Dokumentnummer: 480-2011-163055",
        "Sagsnr. 24/1187",
        "320165-1234",
        "011365-1234",
        "290201-1234",
        "12.345.678,90 kr.",
        "1.250.000 2.500.000",
        "tlf. 44 55 66 77",
        "5790001234567",
        "a1503651234f",
        "konto 150365\n\n1234 stemte",
        "| 1 | 150365 |\n| 1234 | 5 |",
        "§ 12, stk. 3, nr. 4",
        "0" * 40,
        "https://a.example/vis?id=3f010165-1234-4abc-8def-0123456789ab",
        "sha1 1503651234abcdef1503651234abcdef15036512",
        "010 165 12 34",
    ],
)
def test_what_is_no_number_of_a_person_is_left_alone(text: str) -> None:
    assert verdicts(text) == []


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("0101653", dt.date(1965, 1, 1)),
        ("0101364", dt.date(2036, 1, 1)),
        ("0101374", dt.date(1937, 1, 1)),
        ("0101575", dt.date(2057, 1, 1)),
        ("0101588", dt.date(1858, 1, 1)),
        ("0101369", dt.date(2036, 1, 1)),
        ("0101379", dt.date(1937, 1, 1)),
        ("2902004", dt.date(2000, 2, 29)),
        ("2902000", None),
        ("3104650", None),
    ],
)
def test_the_seventh_digit_tells_the_century(digits: str, born: dt.date | None) -> None:
    assert birth_date(digits) == born


def test_the_check_digit_is_computed_as_the_register_does() -> None:
    assert has_check_digit("0707614285")  # the example of the register's own documentation
    assert not has_check_digit("0707614286")


birthdays = st.dates(dt.date(1937, 1, 1), dt.date(1999, 12, 31))
serials = st.integers(0, 3999).map("{:04}".format)
dividers = st.sampled_from(["-", " ", "–", " - ", "-\n", "/", ".", "\u00ad", "&shy;", "%2D", "\u2009", "|"])
surroundings = st.text("abcæøå ,.()\n", max_size=20).map(lambda text: f"{text} ")


@given(birthdays, serials, dividers, surroundings)
def test_every_divided_number_with_a_birth_date_is_found(
    birthday: dt.date, serial: str, divider: str, around: str
) -> None:
    text = f"{around}{birthday:%d%m%y}{divider}{serial} {around}"

    assert [finding.kind for finding in scan_text(text)] == ["cpr"]
    assert f"{birthday:%d%m%y}" not in redact(text) or (divider == "/" and serial.startswith(("19", "20")))


numbers = st.sampled_from(
    ["010165-1234", "1503651234", "01 01 65", "12 34", "-", "cpr", "Faktura", "&ndash;", "%2D", "\u00ad"]
)
fragments = numbers | st.text("0123456789-–. |\n\u00ad*_²①٣", max_size=14) | st.text(max_size=6)
numeric_text = st.lists(fragments, max_size=8).map("".join)


@given(numeric_text)
def test_taking_numbers_out_twice_changes_nothing_more(text: str) -> None:
    once = redact(text)

    assert redact(once) == once
    assert Verdict.BLOCK not in verdicts(once)


@given(numeric_text)
@example("０１０１６５-１２３４")
def test_the_quick_look_never_misses_what_the_close_one_finds(text: str) -> None:
    if DETECTOR.find(fold(text).text):
        assert may_hold(text)


@given(numeric_text)
def test_a_finding_never_holds_what_it_found(text: str) -> None:
    for finding in scan_text(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert sum(char.isnumeric() for char in repr(finding)) < 10


@pytest.mark.parametrize(
    "piece", ["1", "12 ", "010165 ", "01 01 65" + " " * 80, "010165|", "01-01-", "&#4", "%2", "<a ", "cpr"]
)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        began = time.process_time()
        scan_text(text)
        return time.process_time() - began

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.005)


def test_a_million_digits_are_looked_at_at_once() -> None:
    assert scan_text("1" * 1_000_000) == ()
