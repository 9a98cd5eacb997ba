"""What was changed after the first publication, and the way to it."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from referat.model import Change, Minutes
from referat.site.mentions import LinkedText
from referat.site.nodes import Corpus
from referat.site.views.changes import ChangedPlace
from referat.site.views.meeting import MeetingView, meeting_view

MARCH, APRIL = dt.date(2026, 3, 2), dt.date(2026, 4, 9)


def shown(corpus_of: Callable[..., Corpus], minutes: Minutes, *changes: Change) -> MeetingView:
    changed = replace(minutes, meeting=replace(minutes.meeting, changes=changes))
    return meeting_view(corpus_of(changed).municipalities[0].bodies[0].meetings[0], LinkedText)


def test_a_changed_item_is_linked_to_and_tells_when_it_was_changed_last(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    record = minutes("Strandby", "Byrådet", "2026-01-27", ("Havnebad", "", "Godkendt."), ("Cykelsti", "", "Udsat."))
    view = shown(
        corpus_of,
        record,
        Change(date=MARCH, what=("punkt 2: Beslutning", "mødets deltagere")),
        Change(date=APRIL, what=("punkt 2: bilag",)),
    )
    assert [line.date for line in view.changes] == [APRIL, MARCH]
    assert view.changes[1].places == (
        ChangedPlace("punkt 2: Beslutning", "punkt-2"),
        ChangedPlace("mødets deltagere", None),
    )
    assert [item.changed for item in view.items] == [None, APRIL]
    assert view.version.corrected == APRIL


def test_a_place_that_is_there_no_longer_is_told_without_a_link(
    minutes: Callable[..., Minutes], corpus_of: Callable[..., Corpus]
) -> None:
    record = minutes("Strandby", "Byrådet", "2026-01-27", ("Havnebad", "", "Godkendt."))
    view = shown(corpus_of, record, Change(date=MARCH, what=("punkt 7: Beslutning",)))
    assert view.changes[0].places == (ChangedPlace("punkt 7: Beslutning", None),)
