"""What is still to come of a case, where the minutes say so."""

import datetime as dt
from collections.abc import Callable

from referat.model import Minutes
from referat.site.nodes import Corpus
from referat.site.views.next_step import NextStep, NextStepKind, next_step

MAY, JUNE = dt.date(2024, 5, 14), dt.date(2024, 6, 11)


def step_after(corpus_of: Callable[..., Corpus], *records: Minutes) -> NextStep | None:
    return next_step(corpus_of(*records).municipalities[0].cases[0])


def test_a_case_waits_for_the_body_that_it_was_sent_to(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    sent = minutes("Strandby", "Økonomiudvalget", "2024-05-14", ("Havnebad", "24/9", "Anbefales over for Byrådet."))
    assert step_after(corpus_of, sent) == NextStep(kind=NextStepKind.SENT, date=MAY, body="Byrådet")


def test_a_postponed_case_waits_as_long_as_its_decision_says(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    postponed = minutes("Strandby", "Byrådet", "2024-05-14", ("Havnebad", "24/9", "Udsat til december."))
    assert step_after(corpus_of, postponed) == NextStep(kind=NextStepKind.POSTPONED, date=MAY, until="til december")


def test_an_agenda_goes_before_what_was_told_earlier(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    postponed = minutes("Strandby", "Byrådet", "2024-05-14", ("Havnebad", "24/9", "Udsat."))
    agenda = minutes("Strandby", "Byrådet", "2024-06-11", ("Havnebad", "24/9", ""), kind="agenda")
    step = step_after(corpus_of, postponed, agenda)
    assert step == NextStep(
        kind=NextStepKind.AGENDA, date=JUNE, body="Byrådet", url="/strandby/byraadet/2024-06-11/#punkt-1"
    )


def test_where_the_minutes_say_nothing_of_it_nothing_is_supposed(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    bare = minutes("Strandby", "Økonomiudvalget", "2024-05-14", ("Havnebad", "24/9", "Anbefales."))
    done = minutes("Strandby", "Byrådet", "2024-05-14", ("Havnebad", "24/9", "Godkendt."))
    assert step_after(corpus_of, bare) is None
    assert step_after(corpus_of, done) is None


def test_a_meeting_since_then_that_tells_nothing_leaves_it_open_what_is_to_come(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    postponed = minutes("Strandby", "Byrådet", "2024-05-14", ("Havnebad", "24/9", "Udsat."))
    silent = minutes("Strandby", "Byrådet", "2024-06-11", ("Havnebad", "24/9", ""))
    assert step_after(corpus_of, postponed, silent) is None


def test_a_container_case_goes_nowhere(minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]) -> None:
    container = minutes(
        "Strandby", "Byrådet", "2024-05-14", ("Havnebad", "24/9", "Udsat."), ("Skole", "24/9", "Udsat.")
    )
    assert step_after(corpus_of, container) is None
