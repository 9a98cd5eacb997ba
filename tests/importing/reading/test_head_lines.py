"""Lines above the items that have no label are read by what they are and where they stand."""

import datetime as dt

from referat.importing.ledger import Claim
from referat.importing.reading import rules
from referat.importing.reading.head_lines import Told, body_by_position, explain, find_moment
from referat.importing.reading.pieces import Piece
from referat.model import MinutesKind

TOLD = Told(
    kind=MinutesKind.MINUTES,
    body="Byrådet",
    date=dt.date(2024, 5, 14),
    times=(dt.time(16, 30),),
    place="Rådhussalen",
)


def test_a_date_on_a_line_of_its_own_is_the_moment() -> None:
    assert find_moment(["2. maj 2024: Siden er ny.", "tirsdag den 14. maj 2024 kl. 16:30"]) == 1
    assert find_moment(["den 14. maj 2024 kl. 16:30 i Rådhussalen"]) == 0
    assert find_moment(["Byrådet så på sagen den 2. maj 2024"]) is None


def test_a_body_is_named_by_where_it_stands() -> None:
    assert body_by_position(["Referat", "mødet i Social og Sundhed", "den 14. maj 2024"]) == "Social og Sundhed"
    assert body_by_position(["Rådet for havnen - Dagsordener og referater"]) == "Rådet for havnen"
    assert body_by_position(["Havn, By og Land", "Tirsdag den 14-05-2024 kl. 16:30"]) == "Havn, By og Land"
    assert body_by_position(["Broen er lukket hele sommeren", "14. maj 2024"]) is None


def test_a_line_that_only_repeats_the_fields_is_accounted_for() -> None:
    assert explain(Piece("Referat", 10), TOLD) == (Claim(10, 17, rules.LABEL),)
    assert explain(Piece("den 14. maj 2024 kl. 16:30 i Rådhussalen", 0), TOLD) is not None


def test_a_line_that_says_more_stays_text() -> None:
    assert explain(Piece("Byrådet den 14. maj 2024 var lukket", 0), TOLD) is None
    assert explain(Piece("den 15. maj 2024", 0), TOLD) is None
