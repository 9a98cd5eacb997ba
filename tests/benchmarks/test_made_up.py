from collections import Counter

from benchmarks.made_up.country import MUNICIPALITIES, make_country
from benchmarks.made_up.places import is_real, municipalities

from referat import minutes_file


def test_the_same_numbers_give_the_same_words() -> None:
    assert list(make_country(98)) == list(make_country(98))


def test_meetings_are_dealt_out_evenly_and_are_valid_records() -> None:
    country = list(make_country(100))

    shares = Counter(minutes.meeting.municipality for minutes in country)
    assert (len(shares), sum(shares.values()), max(shares.values())) == (MUNICIPALITIES, 100, 2)
    for minutes in country[:10]:
        assert minutes_file.read(minutes_file.write(minutes), "a.md") == (minutes, ())


def test_text_cases_and_items_are_as_many_as_in_real_minutes() -> None:
    country = list(make_country(980))

    items = [(minutes.meeting.municipality, item.case_number) for minutes in country for item in minutes.items]
    size = sum(len(minutes_file.write(minutes).encode()) for minutes in country) / len(country)
    assert 5.2 < len(items) / len(country) < 5.8
    assert 0.88 < len(set(items)) / len(items) < 0.93
    assert 13_000 < size < 17_000


def test_no_municipality_bears_a_real_name() -> None:
    assert not any(map(is_real, municipalities(MUNICIPALITIES)))
    assert is_real("Aarhus")
