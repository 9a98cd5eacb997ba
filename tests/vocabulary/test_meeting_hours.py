"""A sentence tells when the meeting was."""

import datetime as dt

import pytest

from referat.vocabulary.meeting_hours import meeting_hours


@pytest.mark.parametrize(
    ("sentence", "begins", "ends"),
    [
        ("Mødet startede kl. 14.15 og sluttede kl. 16.50.", dt.time(14, 15), dt.time(16, 50)),
        ("Mødet begynder kl. 17.00 og er færdigt senest kl. 21.00.", dt.time(17), None),
        ("Mødet begyndte kl. 17:10 og sluttede kl. 19:20.", dt.time(17, 10), dt.time(19, 20)),
        ("Anna Holm forlod mødet kl. 17.00.", None, None),
        ("Næste møde begynder i maj.", None, None),
    ],
)
def test_hours_are_read(sentence: str, begins: dt.time | None, ends: dt.time | None) -> None:
    assert meeting_hours(sentence) == (begins, ends)
