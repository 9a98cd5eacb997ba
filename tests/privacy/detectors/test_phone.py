"""A phone number is one where a word beside it says so. All numbers are made up."""

import pytest

from referat.privacy.finding import Verdict
from referat.privacy.policy import Policy
from referat.privacy.redact import redact
from referat.privacy.scan import scan_text


def phones(text: str) -> list[Verdict]:
    return [finding.verdict for finding in scan_text(text) if finding.kind == "phone"]


@pytest.mark.parametrize(
    "text",
    [
        "tlf. 44 55 66 77",
        "Telefon: 44556677",
        "mobilnr. 4455 6677",
        "Ring på 44-55-66-77",
        "sms til 44.55.66.77",
        "+45 44556677",
        "0045 44 55 66 77",
        "+4544556677",
        "44 55 66 77 (mobil)",
        "Tlf. 44 55 66 77 / 22 33 44 55",
        "tlf. ４４ ５５ ６６ ７７",
        "tlf.&nbsp;44&nbsp;55&nbsp;66&nbsp;77",
        "[ring](tel:+4544556677)",
        "| Telefon | 44 55 66 77 |",
        "+46 70 123 45 67",
    ],
)
def test_a_number_with_its_word_is_taken_out(text: str) -> None:
    assert set(phones(text)) == {Verdict.REMOVE}
    assert "66" not in redact(text).replace("６", "6")


@pytest.mark.parametrize(
    "text",
    [
        "CVR 44556677",
        "telefonmøde om CVR 44556677",
        "sag 24/44556677",
        "44 55 66 77",
        "Telefonudgifter 44556677",
        "Ring 3, 44556677 kr.",
        "omkring 44556677",
        "tlf. 12 34 56 78",
        "mobil 14-05-2024",
        "Anna har mobil.\n\n44556677",
        "| Telefon |\n| 44556677 |",
    ],
)
def test_eight_other_digits_are_left_alone(text: str) -> None:
    assert phones(text) == []


def test_a_switchboard_may_be_public() -> None:
    policy = Policy(phones=frozenset({"44556677"}))
    assert redact("tlf. +45 44 55 66 77 eller 22 33 44 55", policy) == (
        "tlf. +45 44 55 66 77 eller [telefonnummer fjernet]"
    )
