"""The other treatments of an item's case, before its meeting and after it."""

import datetime as dt

from referat.site.mentions import LinkedText
from referat.site.nodes import Treatment
from referat.site.views.course import step, steps_around
from referat.vocabulary.outcomes import Outcome


def treatment(body: str, day: str, text: str = "") -> Treatment:
    return Treatment(
        body=body,
        date=dt.date.fromisoformat(day),
        item_number="2",
        outcome=Outcome.POSTPONED,
        text=text,
        title="Cykelsti langs Havnevej",
        url=None,
        told_by=None,
    )


def test_what_the_item_tells_keeps_its_words_and_what_others_tell_only_leads_there() -> None:
    before, after = steps_around(
        dt.date(2024, 5, 28),
        told=[step(treatment("Økonomiudvalget", "2024-05-21", "Udsat en uge."), LinkedText)],
        elsewhere=[treatment("Teknik- og Miljøudvalget", "2024-05-14", "Anbefales.")],
        link=LinkedText,
    )
    assert [(step.body, step.text.markdown) for step in before] == [
        ("Teknik- og Miljøudvalget", ""),
        ("Økonomiudvalget", "Udsat en uge."),
    ]
    assert after == ()


def test_later_treatments_stand_apart_from_earlier_ones() -> None:
    _, after = steps_around(
        dt.date(2024, 5, 28), told=[], elsewhere=[treatment("Byrådet", "2024-06-25", "Godkendt.")], link=LinkedText
    )
    assert [(step.body, step.date) for step in after] == [("Byrådet", dt.date(2024, 6, 25))]
