import datetime as dt

import pytest

from referat.vocabulary.agenda_approval import agenda_approval


@pytest.mark.parametrize(
    ("line", "body", "date"),
    [
        ("Godkendelse af dagsorden for ØU den 22. maj 2019.", "ØU", dt.date(2019, 5, 22)),
        ("Dagsordenen for mødet i Byrådet den 14-05-2024 godkendes", "Byrådet", dt.date(2024, 5, 14)),
        ("Dagsorden for mødet den 14. maj 2024", None, dt.date(2024, 5, 14)),
        ("Godkendelse af dagsorden til dagens møde i Kulturudvalget.", "Kulturudvalget", None),
    ],
)
def test_the_approval_of_an_agenda_tells_whose_it_is_and_when(
    line: str, body: str | None, date: dt.date | None
) -> None:
    found = agenda_approval(line)
    assert found is not None
    assert (found.body, found.date and found.date.date) == (body, date)


@pytest.mark.parametrize(
    "line", ["", "Godkendelse af dagsorden", "Mødet den 14. maj 2024 blev aflyst", "Forretningsordenen § 5"]
)
def test_other_lines_tell_nothing(line: str) -> None:
    assert agenda_approval(line) is None
