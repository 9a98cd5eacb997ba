"""Small sites for the tests of views: records in, the corpus out."""

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from referat.minutes_file import record_path
from referat.model import AgendaItem, Decision, Meeting, Minutes, MinutesKind
from referat.site.corpus import make_corpus
from referat.site.nodes import Corpus, Record

Decided: TypeAlias = tuple[str, str, str]
"""An item's title, its case number and what was decided."""


def minutes_of(municipality: str, body: str, day: str, *items: Decided, kind: str = "minutes") -> Minutes:
    return Minutes(
        meeting=Meeting(municipality=municipality, body=body, date=dt.date.fromisoformat(day), kind=MinutesKind(kind)),
        items=tuple(
            AgendaItem(
                number=str(number),
                title=title or None,
                case_number=case_number or None,
                closed=not title,
                parts=(Decision(text=decision),) if decision else (),
            )
            for number, (title, case_number, decision) in enumerate(items, start=1)
        ),
    )


@pytest.fixture
def minutes() -> Callable[..., Minutes]:
    """Minutes of a municipality's body on a day, with items of a title, a case number and a decision."""
    return minutes_of


@pytest.fixture
def corpus_of() -> Callable[..., Corpus]:
    """The corpus of some minutes, which must all be publishable."""

    def make(*records: Minutes) -> Corpus:
        corpus, problems = make_corpus(Record(minutes=one, path=record_path(one.meeting)) for one in records)
        assert problems == ()
        return corpus

    return make
