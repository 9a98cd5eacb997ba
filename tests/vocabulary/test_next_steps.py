"""What a decision says of the case's next step."""

import pytest

from referat.vocabulary.next_steps import sent_to, waits_until


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Anbefales over for Byrådet.", "Byrådet"),
        ("Udvalget anbefaler indstillingen over for Økonomiudvalget og Byrådet.", "Økonomiudvalget"),
        ("Forslaget oversendes til Byrådets 1. behandling.", "Byrådet"),
        ("Drøftet. Sendt tilbage til Teknik- og Miljøudvalget med ønske om et overslag.", "Teknik- og Miljøudvalget"),
        ("Sagen sendes til endelig godkendelse i Kommunalbestyrelsen.", "Kommunalbestyrelsen"),
    ],
)  # fmt: skip
def test_the_body_that_gets_the_case_is_the_one_that_is_named(text: str, body: str) -> None:
    assert sent_to(text) == body


@pytest.mark.parametrize(
    "text",
    [
        "Anbefales.",
        "Økonomiudvalget anbefaler, at Byrådet godkender planen.",
        "Forslaget sendes i høring til den 1. maj.",
        "Byrådet vedtog at lade forslaget overgå til 2. behandling.",
        "Brevet sendes til Anna Holm (A).",
        "",
    ],
)
def test_where_nobody_is_named_nobody_is_supposed(text: str) -> None:
    assert sent_to(text) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Udsat til december.", "til december"),
        ("Udsat til mødet den 4. juni 2024.", "til mødet den 4. juni 2024"),
        ("Punktet udsættes til næste møde, da tallene mangler.", "til næste møde"),
        ("Sagen genoptages på mødet i august.", "på mødet i august"),
    ],
)
def test_until_when_a_case_waits_is_told_in_the_decisions_own_words(text: str, until: str) -> None:
    assert waits_until(text) == until


@pytest.mark.parametrize(
    "text", ["Udsat.", "Udsættes, da udvalget ønsker flere tal.", "Udsat på grund af møde i Strandby."]
)
def test_where_no_time_is_told_none_is_supposed(text: str) -> None:
    assert waits_until(text) is None
