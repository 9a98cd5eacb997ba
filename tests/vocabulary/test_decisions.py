import datetime as dt

import pytest

from referat.vocabulary.decisions import DecisionHead, decision_head, is_own

MAY_3 = dt.date(2021, 5, 3)


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("BESLUTNING", DecisionHead()),
        ("### **Beslutning:**", DecisionHead()),
        ("Beslutning: Vedtaget", DecisionHead(rest="Vedtaget")),
        ("BeslutningGodkendt.", DecisionHead(rest="Godkendt.")),
        ("Beslutning Tilbagesendes til forvaltningen", DecisionHead(rest="Tilbagesendes til forvaltningen")),
        ("Kommunalbestyrelsen, den 3. maj 2021:", DecisionHead(body="Kommunalbestyrelsen", date=MAY_3)),
        ("Beslutning i Byrådet den 03-05-2021", DecisionHead(body="Byrådet", date=MAY_3)),
        (
            "BESLUTNING TEKNIK- OG MILJØUDVALGET DEN 03-05-2021",
            DecisionHead(body="Teknik- og Miljøudvalget", date=MAY_3),
        ),
        ("Beslutning Byrådet 2018-2021 den 03-05-2021", DecisionHead(body="Byrådet", date=MAY_3)),
        (
            "Beslutning fra Havneudvalget, 3. maj 2021, pkt. 56:",
            DecisionHead(body="Havneudvalget", date=MAY_3, item_number="56"),
        ),
        ("Havneudvalget, 03-05-2021, pkt. 153", DecisionHead(body="Havneudvalget", date=MAY_3, item_number="153")),
        ("Byrådets beslutning i mødet den 3. maj 2021", DecisionHead(body="Byrådet", date=MAY_3)),
        (
            "Havne- og Færgeudvalget den 3. maj 2021: Anbefalet.",
            DecisionHead(body="Havne- og Færgeudvalget", date=MAY_3, rest="Anbefalet."),
        ),
        ("03-05-2021 Strandby Byråd", DecisionHead(body="Strandby Byråd", date=MAY_3)),
        ("03/05/2021 Havneudvalget", DecisionHead(body="Havneudvalget", date=MAY_3)),
        ("Beslutning den 3. maj 2021", DecisionHead(date=MAY_3)),
        ("Beslutninger 03-05-2021, pkt. 5: Udsat.", DecisionHead(date=MAY_3, item_number="5", rest="Udsat.")),
        ("Beslutning Byrådet, 3.5.2021 Godkendt.", DecisionHead(body="Byrådet", date=MAY_3, rest="Godkendt.")),
    ],
)
def test_the_head_of_a_decision_tells_whose_it_is(line: str, head: DecisionHead) -> None:
    assert decision_head(line) == head


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Beslutningstema",
        "Beslutningsprotokol",
        "Beslutningskompetence: Byrådet",
        "Beslutning om vinterdrift",
        "Beslutning Godkendelse af dagsorden",
        "Beslutning om salg af grund den 3. maj 2021",
        "Beslutninger om dagsordenen",
        "Byrådet vedtog på møde den 3. maj 2021 at sende forslaget i høring",
        "Sagen blev behandlet den 3. maj 2021",
        "Beslutning den 3. maj 2021 om havnen",
    ],
)
def test_other_lines_are_no_heads(line: str) -> None:
    assert decision_head(line) is None


def test_a_head_without_a_name_or_with_the_meetings_is_its_own() -> None:
    assert is_own(DecisionHead(), "Byrådet", MAY_3)
    assert is_own(DecisionHead(body="BYRÅD", date=MAY_3), "Byrådet", MAY_3)
    assert not is_own(DecisionHead(body="Byrådet", date=dt.date(2021, 4, 26)), "Byrådet", MAY_3)
    assert not is_own(DecisionHead(body="Havneudvalget", date=MAY_3), "Byrådet", MAY_3)
    assert is_own(DecisionHead(date=MAY_3), "Byrådet", MAY_3)
    assert not is_own(DecisionHead(date=dt.date(2021, 4, 26)), "Byrådet", MAY_3)


def test_the_words_after_a_head_are_whole_however_long_the_line() -> None:
    words = "Godkendt. " + "Broen males rød. " * 1000

    head = decision_head(f"Havneudvalget den 3. maj 2021: {words}")

    assert head is not None
    assert head.rest == words.strip()


def test_a_body_and_a_date_before_a_sentence_are_the_head_of_a_decision() -> None:
    head = decision_head("Økonomiudvalget, 14.11.2016 Anbefales.")
    assert head == DecisionHead(body="Økonomiudvalget", date=dt.date(2016, 11, 14), rest="Anbefales.")
    assert decision_head("Økonomiudvalget, 14.11.2016 kl. 17") is None
    assert decision_head("Økonomiudvalget, 14.11.2016 og Byrådet har set på sagen.") is None
