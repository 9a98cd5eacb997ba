"""Bank accounts are never published, a budget's accounts are. All numbers are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.privacy.detectors.iban import is_valid
from referat.privacy.finding import Verdict
from referat.privacy.policy import Policy
from referat.privacy.scan import scan_text


def found(text: str, policy: Policy = Policy()) -> list[tuple[str, Verdict]]:
    return [(finding.kind, finding.verdict) for finding in scan_text(text, policy)]


@pytest.mark.parametrize(
    "text",
    [
        "reg.nr. 1234 kontonr. 0012345678",
        "Reg. nr.: 1234\nKonto: 123456",
        "reg 1234-0012345678",
        "bankkonto 1234 0012345678",
        "Beløbet overføres til konto 1234 001 2345678",
    ],
)
def test_an_account_of_a_bank_is_blocked(text: str) -> None:
    assert set(found(text)) == {("account", Verdict.BLOCK)}


def test_an_account_that_may_be_the_budget_s_is_left_to_a_person() -> None:
    assert found("konto 1234 12345678") == [("account", Verdict.REVIEW)]


@pytest.mark.parametrize("text", ["konto 5.32.30", "registreret 1234 gange i 2012345", "regnskab 1234 og 123456"])
def test_other_figures_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_iban_is_known_by_its_check_digits() -> None:
    assert is_valid("DK50 0040 0440 1162 43")  # the example of the standard's register
    assert found("IBAN DK50 0040 0440 1162 43") == [("iban", Verdict.BLOCK)]
    assert found("DK5000400440116243") == [("iban", Verdict.BLOCK)]
    assert found("GB29 NWBK 6016 1331 9268 19") == [("iban", Verdict.BLOCK)]
    assert found("DK51 0040 0440 1162 43") == [("iban", Verdict.REVIEW)]
    assert found("GB28 NWBK 6016 1331 9268 19") == []


@given(st.integers(0, 10**14 - 1), st.integers(0, 17))
def test_one_wrong_digit_is_always_noticed(account: int, place: int) -> None:
    digits = f"{account:014}"
    number = f"DK{98 - int(f'{digits}132000') % 97:02}{digits}"
    assert is_valid(number)
    at = 2 + place % 16
    assert not is_valid(number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :])


def test_the_municipality_s_own_account_may_be_public() -> None:
    policy = Policy(accounts=frozenset({"DK5000400440116243", "12340012345678"}))
    assert found("IBAN DK50 0040 0440 1162 43, reg.nr. 1234 konto 0012345678", policy) == []
