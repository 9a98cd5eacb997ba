"""What a municipality changed after it published is kept in the record."""

import datetime as dt

from referat.minutes_file import read, write
from referat.model import Change, Meeting, Minutes, Status


def test_each_change_is_one_line_of_the_front_matter() -> None:
    meeting = Meeting(
        municipality="Strandby",
        body="Byrådet",
        date=dt.date(2026, 1, 13),
        changes=(
            Change(date=dt.date(2026, 3, 2), what=("punkt 3: Beslutning", "punkt 5: bilag")),
            Change(date=dt.date(2026, 3, 9), what=("mødets deltagere",)),
        ),
    )

    text = write(Minutes(meeting=meeting))

    assert '  - "2026-03-02: punkt 3: Beslutning; punkt 5: bilag"\n  - "2026-03-09: mødets deltagere"\n' in text
    assert read(text, "a.md") == (Minutes(meeting=meeting), ())


def test_a_change_whose_places_are_not_known_is_only_a_day() -> None:
    minutes, problems = read(
        "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2026-01-13\nchanges: [2026-03-02]\n---\n", "a.md"
    )

    assert problems == ()
    assert minutes is not None
    assert minutes.meeting.changes == (Change(date=dt.date(2026, 3, 2)),)


def test_a_withdrawn_record_is_its_front_matter() -> None:
    meeting = Meeting(
        municipality="Strandby",
        body="Byrådet",
        date=dt.date(2026, 1, 13),
        status=Status.WITHDRAWN,
        withdrawn=dt.date(2026, 4, 1),
    )

    text = write(Minutes(meeting=meeting))

    assert text.endswith("status: withdrawn\nwithdrawn: 2026-04-01\n---\n")
    assert read(text, "a.md") == (Minutes(meeting=meeting), ())
