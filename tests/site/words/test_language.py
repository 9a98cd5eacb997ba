"""A language says words by their key, puts values into them, and writes dates its own way."""

import datetime as dt
from pathlib import Path

import pytest
from markupsafe import Markup

from referat.site.words import Language, WordsError, phrase, read_language

THEME = Path(__file__).parents[3] / "themes/default"


@pytest.fixture(scope="module", params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return read_language([THEME], request.param)


DANISH = read_language([THEME], "da")
ENGLISH = read_language([THEME], "en")


def test_a_word_is_chosen_by_the_number_of_things() -> None:
    assert [DANISH.say("count.meetings", count=count) for count in (0, 1, 2)] == ["0 møder", "1 møde", "2 møder"]
    assert [ENGLISH.say("count.meetings", count=count) for count in (0, 1, 2)] == [
        "0 meetings",
        "1 meeting",
        "2 meetings",
    ]


def test_values_are_escaped_and_markup_is_not() -> None:
    assert DANISH.say("case.number", number="<24>") == "Sag &lt;24&gt;"
    assert DANISH.say("case.number", number=Markup("<b>24</b>")) == "Sag <b>24</b>"


def test_a_phrase_of_a_view_is_said_in_the_language_with_the_phrases_and_dates_in_it() -> None:
    when = phrase("meeting.day_again", date=dt.date(2024, 5, 14), sequence=2)
    title = phrase("meeting.title", body="Byrådet", when=when, place="Strandby")
    assert DANISH.said(title) == "Byrådet, 14. maj 2024 (2. møde), Strandby"
    assert ENGLISH.said(title) == "Byrådet, 14 May 2024 (meeting no. 2), Strandby"
    assert DANISH.said("A & B") == "A &amp; B"


def test_dates_and_times_are_written_as_the_language_writes_them() -> None:
    date, time = dt.date(2024, 5, 4), dt.time(16, 5)
    assert DANISH.date_long(date) == "4. maj 2024"
    assert DANISH.date_short(date) == "04.05.2024"
    assert DANISH.date_weekday(date) == "lørdag den 4. maj 2024"
    assert DANISH.say("meeting.begins", begins=DANISH.clock(time)) == "kl. 16.05"
    assert ENGLISH.date_weekday(date) == "Saturday 4 May 2024"
    assert ENGLISH.clock(time) == "16:05"


def test_words_that_are_not_there_are_told_with_their_key_and_file(language: Language) -> None:
    with pytest.raises(WordsError, match=rf"words/{language.code}\.toml has no words for meeting\.presnt"):
        language.say("meeting.presnt")
    with pytest.raises(WordsError, match=rf"case\.number in words/{language.code}\.toml needs a value for {{number}}"):
        language.say("case.number")


def test_a_script_gets_the_words_of_a_table_as_the_file_has_them() -> None:
    script = DANISH.table("script")
    assert script["items"] == {"one": "{count} punkt", "other": "{count} punkter"}
    assert script["shortened"] == "Der er søgt efter »{words}«"
