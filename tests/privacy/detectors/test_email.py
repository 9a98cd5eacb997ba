"""Private mail addresses are taken out, those of authorities stay. All addresses are made up."""

import pytest

from referat.privacy.finding import Verdict
from referat.privacy.policy import Policy
from referat.privacy.redact import redact
from referat.privacy.scan import scan_text


def verdicts(text: str, policy: Policy = Policy()) -> list[Verdict]:
    return [finding.verdict for finding in scan_text(text, policy) if finding.kind == "email"]


@pytest.mark.parametrize(
    "address",
    [
        "anna.holm@gmail.com",
        "ANNA.HOLM@GMAIL.COM",
        "anna_holm+sag@mail.dk",
        "anna@familien-holm.example",
        "anna (at) gmail.com",
        "anna[snabel-a]gmail.com",
        "anna@\ngmail.com",
        "anna＠gmail.com",
        "anna&#64;gmail.com",
        "anna%40gmail.com",
        "anna@**gmail**.com",
        "formand@gmail.com",
        "anna@gmail.com.",
        "(anna@gmail.com)",
        "anna@købmand-holm.dk",
    ],
)
def test_a_private_address_is_taken_out_however_it_is_written(address: str) -> None:
    assert verdicts(f"Skriv til {address} i dag") == [Verdict.REMOVE]
    assert "anna" not in redact(f"Skriv til {address} i dag").lower()


@pytest.mark.parametrize(
    "text",
    ["byraad@kk.dk", "anho@mail.aarhus.dk", "post@im.dk", "pris @ 12 kr.", "@strandby", "anna@lokalnet", "a@b"],
)
def test_an_authority_s_address_and_what_is_none_stay(text: str) -> None:
    assert verdicts(text) == []


def test_an_address_of_nobody_in_particular_is_left_to_a_person() -> None:
    assert verdicts("Skriv til kontakt@strandby-bio.example") == [Verdict.REVIEW]


def test_the_publisher_can_say_what_is_public() -> None:
    policy = Policy(domains=frozenset({"strandby.example", "bo@avisen.example"}))

    assert verdicts("anna@strandby.example, anna@skole.strandby.example, bo@avisen.example", policy) == []
    assert verdicts("bo@ikke-strandby.example og anna@avisen.example", policy) == [Verdict.REMOVE] * 2


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Skriv til [Anna](mailto:anna@gmail.com) nu.", "Skriv til Anna [e-mailadresse fjernet] nu."),
        ("[anna@gmail.com](mailto:anna@gmail.com)", "[e-mailadresse fjernet]"),
        ("Svar: <anna@gmail.com>.", "Svar: [e-mailadresse fjernet]."),
        ("Svar: <mailto:anna@gmail.com>.", "Svar: [e-mailadresse fjernet]."),
        ("| anna@gmail.com | ja |", "| [e-mailadresse fjernet] | ja |"),
    ],
)
def test_a_link_that_must_go_leaves_its_words(text: str, published: str) -> None:
    assert redact(text) == published
