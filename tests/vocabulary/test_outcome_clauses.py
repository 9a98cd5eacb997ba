"""One sentence at a time: what it tells, of what, and where it leaves a doubt."""

from referat.vocabulary.outcome_clauses import Told, told_by
from referat.vocabulary.outcomes import Outcome


def test_a_sentence_tells_an_outcome() -> None:
    assert told_by("Indstillingen blev tiltrådt.") == Told(Outcome.APPROVED)


def test_a_sentence_that_decides_nothing_tells_nothing() -> None:
    assert not told_by("Der blev talt længe om broens farve.").tells


def test_a_doubt_is_told_too() -> None:
    assert told_by("Byrådet godkendte, at grunden ikke sælges.") == Told(Outcome.OTHER, doubted=True)
    assert told_by("Planen blev godkendt, og ansøgningen blev afvist.") == Told(Outcome.OTHER, doubted=True)


def test_a_proposal_is_no_result() -> None:
    assert told_by("Bo Kjær (V) foreslog sagen udsat.") == Told(Outcome.POSTPONED, proposed=True)
    assert told_by("Godkendt, som formanden foreslog.").is_result


def test_what_became_of_a_counter_proposal_is_no_result() -> None:
    assert told_by("Venstres forslag blev forkastet.") == Told(Outcome.REJECTED, counter=True)
    assert told_by("Forvaltningens forslag blev forkastet.").is_result


def test_a_part_that_is_decided_by_number() -> None:
    assert told_by("Indstillingens punkt 1 og 2 blev godkendt.") == Told(Outcome.APPROVED, point=True)
    assert told_by("1. og 2. led blev godkendt.") == Told(Outcome.APPROVED, point=True)


def test_reasons_and_asides_tell_nothing_of_the_outcome() -> None:
    assert told_by("Da planen ikke er vedtaget, udsættes sagen.") == Told(Outcome.POSTPONED)
    assert told_by("Udvalget har, idet sagen haster, godkendt planen.") == Told(Outcome.APPROVED)


def test_a_clause_that_comes_afterwards_settles_it() -> None:
    assert told_by("Forslaget blev forkastet, hvorefter planen blev godkendt.") == Told(Outcome.APPROVED)
