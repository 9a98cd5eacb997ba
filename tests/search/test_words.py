"""The words of a municipality: one form each, those of titles first, and no more than a list for slips needs."""

import datetime as dt
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.search import words
from referat.search.records import Passage, SearchRecord
from referat.search.words import other_spellings, ringed, with_words, word_list
from referat.vocabulary.inflections import base


def listed(*texts: str, title: str = "") -> list[str]:
    records = [
        SearchRecord(
            url=f"/s/b/2024-05-14/#punkt-{number}",
            title=title if number == 1 else "",
            municipality="Strandby",
            body="Byrådet",
            date=dt.date(2024, 5, 14),
            passages=(Passage("", text),),
        )
        for number, text in enumerate(texts, 1)
    ]
    return word_list([with_words(record) for record in records]).decode().split()


def test_a_record_has_each_of_its_words_once_and_no_markdown() -> None:
    record = SearchRecord(
        url="/s/",
        title="Stien",
        municipality="Strandby",
        body="Byrådet",
        date=dt.date(2024, 5, 14),
        passages=(Passage("Sagsfremstilling", "**Stien** er 2,4 km, se [kort](https://strandby.example/x.pdf)."),),
    )
    worded = with_words(record)
    assert worded.words == ("stien", "er", "km", "se", "kort")
    assert worded.passages[0].text == "Stien er 2,4 km, se kort."


def test_the_most_common_form_of_a_word_is_listed_for_all() -> None:
    assert listed("Færgen sejler", "Færgen ligger", "Færger ligger") == ["færgen", "ligger", "sejler"]


def test_words_of_titles_come_first() -> None:
    assert listed("fisk og kød", "fisk og brød", title="Mødeplan")[:2] == ["mødeplan", "fisk"]


def test_the_list_never_grows_beyond_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "LISTED", len("fisk\nbrød\n".encode()))
    assert listed("brød", "fisk fisk", "fisk kage") == ["fisk", "brød"]


def test_names_are_found_with_double_a_and_with_ring() -> None:
    assert other_spellings("Nørre Aa Gård i Strandby") == ("Å", "Gaard")


def test_a_word_that_is_only_double_a_is_left_as_it_is() -> None:
    assert ringed(("aa", "klitgaard", "sti")) == ("klitgård",)


@given(st.lists(st.lists(st.sampled_from(["bro", "broen", "sti", "stien", "havn", "ål", "færge", "vej"])), max_size=6))
def test_words_are_listed_by_how_common_they_are_then_by_length_then_by_letters(texts: list[list[str]]) -> None:
    counts = Counter(word for text in texts for word in set(text))
    order = sorted(counts, key=lambda word: (-counts[word], len(word), word))
    forms: dict[str, str] = {}
    for word in order:
        if len(word) >= 4:
            forms.setdefault(base(word), word)
    assert listed(*map(" ".join, texts)) == list(forms.values())


@given(st.text() | st.text("ab2_½².- \n\u00a0åΣ"))
def test_a_word_is_two_letters_and_more_between_what_is_no_letter(text: str) -> None:
    assert words.words_of(text) == tuple(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", text.lower())))
