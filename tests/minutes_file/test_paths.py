import datetime as dt

import pytest

from referat.minutes_file import record_path
from referat.model import Meeting, MinutesKind


def meeting(body: str = "Byrådet", kind: MinutesKind = MinutesKind.MINUTES, sequence: int = 1) -> Meeting:
    date = dt.date(2024, 5, 14)
    return Meeting(municipality="Nørre Aa", body=body, date=date, kind=kind, sequence=sequence)


def test_a_record_lies_under_municipality_and_body() -> None:
    assert record_path(meeting("Teknik- og Miljøudvalget")) == (
        "content/minutes/noerre-aa/teknik-og-miljoeudvalget/2024-05-14.md"
    )


@pytest.mark.parametrize(
    ("kind", "sequence", "name"),
    [
        (MinutesKind.MINUTES, 2, "2024-05-14-2.md"),
        (MinutesKind.AGENDA, 1, "2024-05-14-dagsorden.md"),
        (MinutesKind.MINUTES_ADDENDUM, 1, "2024-05-14-tillaeg.md"),
        (MinutesKind.AGENDA_ADDENDUM, 3, "2024-05-14-3-tillaegsdagsorden.md"),
    ],
)
def test_each_document_of_a_day_has_a_name_of_its_own(kind: MinutesKind, sequence: int, name: str) -> None:
    assert record_path(meeting(kind=kind, sequence=sequence)) == f"content/minutes/noerre-aa/byraadet/{name}"


@pytest.mark.parametrize("body", ["../../etc", "/", "..", "🙂", "", "ø" * 5000])
def test_no_name_leads_out_of_the_folder_or_is_too_long(body: str) -> None:
    path = record_path(meeting(body))

    assert path.count("/") == 4
    assert ".." not in path
    assert len(path) < 200
