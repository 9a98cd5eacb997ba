import datetime as dt

from referat.vocabulary.withdrawal_marks import mark, mark_days


def test_the_days_of_a_text_are_those_that_its_marks_tell() -> None:
    first = mark("kdfbhmr", dt.date(2026, 3, 2), "En borger har bedt om det.")
    second = mark("a1", dt.date(2026, 4, 1), "Fejl.", attachment=True)
    assert list(mark_days(f"{first}\n\nGodkendt.\n\n{second}")) == [dt.date(2026, 3, 2), dt.date(2026, 4, 1)]


def test_a_day_that_does_not_exist_and_words_that_only_look_like_a_mark_tell_none() -> None:
    assert list(mark_days("[Afsnit kdfbhmr trukket tilbage 2026-02-31: Fejl.]")) == []
    assert list(mark_days("Forslaget blev trukket tilbage 2026-03-02: det var dyrt.")) == []
