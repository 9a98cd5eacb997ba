"""A meeting's page: facts first, addenda included, every text of its records on it."""

import datetime as dt

from msgspec.structs import replace

from referat.importing.registry import all_formats
from referat.model import AgendaItem, Annex, Meeting, Minutes, MinutesKind, Source, Status
from referat.site.corpus import make_corpus
from referat.site.mentions import LinkedText
from referat.site.nodes import Record
from referat.site.views.meeting import MeetingView, meeting_view
from referat.site.views.origin import LOSE_NUMBERS
from referat.site.words import phrase

MEETING = Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14))


def view_of(*records: Minutes) -> MeetingView:
    paths = (f"content/minutes/strandby/byraadet/{number}.md" for number in range(len(records)))
    corpus, problems = make_corpus(Record(minutes=one, path=path) for one, path in zip(records, paths, strict=False))
    assert problems == ()
    return meeting_view(corpus.municipalities[0].bodies[0].meetings[0], LinkedText)


def test_the_source_tells_what_it_was_read_as_where_that_has_a_name() -> None:
    for name, read_as in (("firstagenda", phrase("format.firstagenda")), ("own_shape", None)):
        (origin,) = view_of(Minutes(meeting=replace(MEETING, source=Source(format=name)))).origins
        assert origin.read_as == read_as


def test_preamble_annexes_and_what_could_not_be_placed_are_shown() -> None:
    view = view_of(
        Minutes(
            meeting=MEETING,
            preamble="Mødet blev sendt på nettet.",
            items=(AgendaItem(number="1", title="Havnebad"),),
            annexes=(Annex(title="Takster 2025", text="Voksne 40 kr."),),
            unplaced="Side 3 mangler.",
        )
    )
    assert [text.markdown for text in view.preambles] == ["Mødet blev sendt på nettet."]
    assert [(annex.heading, annex.text.markdown) for annex in view.annexes] == [("Takster 2025", "Voksne 40 kr.")]
    assert [text.markdown for text in view.unplaced] == ["Side 3 mangler."]


def test_a_passage_outside_of_the_items_has_an_id_that_is_given_once() -> None:
    text = "Mødet blev sendt på nettet."
    view = view_of(Minutes(meeting=MEETING, preamble=text, annexes=(Annex(title="Brev", text=text),), unplaced=text))
    first, second, third = (text.anchors[0][1] for text in (view.preambles[0], view.annexes[0].text, view.unplaced[0]))
    assert first.startswith("moedet-")
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_an_addendums_items_are_marked_and_its_source_named() -> None:
    view = view_of(
        Minutes(
            meeting=replace(MEETING, source=Source(name="referat.pdf")),
            items=(AgendaItem(number="1", title="Havnebad"),),
        ),
        Minutes(
            meeting=replace(MEETING, kind=MinutesKind.MINUTES_ADDENDUM, source=Source(name="tillaeg.pdf")),
            items=(AgendaItem(number="2", title="Cykelsti"),),
        ),
    )
    assert [(item.title, item.addendum) for item in view.items] == [("Havnebad", False), ("Cykelsti", True)]
    assert [origin.source.name for origin in view.origins] == ["referat.pdf", "tillaeg.pdf"]


def test_a_reading_is_called_unsure_below_one_half() -> None:
    for score, unsure in ((0.49, True), (0.5, False), (None, False)):
        view = view_of(Minutes(meeting=replace(MEETING, source=Source(name="referat.pdf", score=score))))
        assert view.unsure is unsure


def test_a_document_that_may_have_lost_figures_is_told_from_others() -> None:
    for name, loses in (("docplayer", True), ("firstagenda", False), (None, False)):
        view = view_of(Minutes(meeting=replace(MEETING, source=Source(name="referat.txt", format=name, score=1))))
        assert view.loses_numbers is loses
        assert view.unsure is False
    assert view_of(Minutes(meeting=MEETING)).loses_numbers is False


def test_formats_that_lose_figures_are_formats_that_there_are() -> None:
    assert {known.name for known in all_formats()} >= LOSE_NUMBERS


def test_a_corrected_record_says_so_also_where_no_date_is_known() -> None:
    corrected = view_of(Minutes(meeting=replace(MEETING, status=Status.CORRECTED)))
    assert corrected.correction is not None
    assert view_of(Minutes(meeting=replace(MEETING, status=Status.APPROVED))).correction is None
