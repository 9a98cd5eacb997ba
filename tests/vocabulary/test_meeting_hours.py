"""A sentence tells when the meeting was."""

import datetime as dt

import pytest

from referat.vocabulary.meeting_hours import meeting_hours


@pytest.mark.parametrize(
    ("sentence", "begins", "ends"),
    [
        ("Mødet startede kl. 15.30 og sluttede kl. 16.45.", dt.time(15, 30), dt.time(16, 45)),
        ("Mødet begynder kl. 16.00 og er færdigt senest kl. 22.00.", dt.time(16), None),
        ("Mødet begyndte kl. 16:00 og sluttede kl. 19:00.", dt.time(16), dt.time(19)),
        ("Anna Holm forlod mødet kl. 17.00.", None, None),
        ("Næste møde begynder i maj.", None, None),
    ],
)
def test_hours_are_read(sentence: str, begins: dt.time | None, ends: dt.time | None) -> None:
    assert meeting_hours(sentence) == (begins, ends)
