import pytest

from referat.vocabulary.casenumber import parse
from referat.vocabulary.containers import is_container_kle, is_container_title


@pytest.mark.parametrize("title", ["Godkendelse af dagsorden", "EVENTUELT", "Øvrige sager -", "Meddelelser."])
def test_a_standing_point_of_every_meeting_is_no_matter_of_its_own(title: str) -> None:
    assert is_container_title(title)


@pytest.mark.parametrize("title", ["", "Orientering om cykelstien", "Cykelsti langs Havnevej"])
def test_a_title_with_a_subject_is_a_matter(title: str) -> None:
    assert not is_container_title(title)


@pytest.mark.parametrize(
    ("printed", "container"),
    [
        ("00.22.02-A26-1-13", True),
        ("00.22.00-3584-18", True),
        ("85.02.02G00-0011", True),
        ("00.01.00-P35-130-15", True),
        ("00.01.00-G01-130-15", False),
        ("27.69.40-P35-1-18", False),
        ("24/1187", False),
    ],
)
def test_the_subject_of_a_number_tells_a_meetings_own_file(printed: str, container: bool) -> None:
    number = parse(printed)

    assert number is not None
    assert is_container_kle(number) is container
