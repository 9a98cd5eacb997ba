"""An item on its meeting's page: the decision first, and nothing of the record lost."""

import datetime as dt

from msgspec.structs import replace

from referat.model import AgendaItem, Attachment, Decision, Section
from referat.passages import item_passages
from referat.site.mentions import LinkedText
from referat.site.nodes import ItemNode, Treatment
from referat.site.views.item import ItemView, item_view
from referat.vocabulary.outcomes import Outcome

DAY = dt.date(2024, 5, 14)


def node(item: AgendaItem, attachments: tuple[Attachment, ...] = ()) -> ItemNode:
    return ItemNode(
        item=item,
        anchor="punkt-2",
        url="/strandby/byraadet/2024-05-14/#punkt-2",
        path="content/minutes/strandby/byraadet/2024-05-14.md",
        addendum=False,
        case=None,
        own=tuple(decision for decision in item.decisions if decision.is_own),
        outcome=Outcome.APPROVED,
        deciding="",
        votes=(),
        referral=None,
        earlier=(),
        elsewhere=(),
        attachments=attachments,
    )


def headings(view: ItemView) -> list[str]:
    return [section.heading for section in view.sections]


def test_the_own_decision_is_taken_out_of_the_sections_and_the_others_keep_their_order() -> None:
    item = AgendaItem(
        title="Cykelsti langs Havnevej",
        parts=(
            Section(heading="Sagsfremstilling", text="Stien er 2 km."),
            Decision(text="Godkendt."),
            Section(heading="Økonomi", text="3 mio. kr."),
        ),
    )
    view = item_view(node(item), DAY, LinkedText)
    assert [part.text.markdown for part in view.decisions] == ["Godkendt."]
    assert headings(view) == ["Sagsfremstilling", "Økonomi"]


def test_another_bodys_decision_without_a_date_is_shown_among_the_sections() -> None:
    item = AgendaItem(title="Cykelsti", parts=(Decision(body="Ældrerådet", text="Rådet støtter stien."),))
    view = item_view(node(item), DAY, LinkedText)
    assert headings(view) == ["Beslutning: Ældrerådet"]
    assert view.sections[0].text.markdown == "Rådet støtter stien."


def test_a_list_of_attachments_is_shown_as_attachments() -> None:
    bilag = Section(heading="Bilag", text="- [Kort.pdf](https://strandby.example/kort.pdf)\n- Notat")
    attachments = (Attachment(name="Kort.pdf", url="https://strandby.example/kort.pdf"), Attachment(name="Notat"))
    view = item_view(node(AgendaItem(title="Cykelsti", parts=(bilag,)), attachments), DAY, LinkedText)
    assert view.attachments == attachments
    assert headings(view) == []


def test_attachments_told_in_prose_are_shown_as_the_source_has_them() -> None:
    bilag = Section(heading="Bilag", text="Kortet ligger på sagen.\n\n- Notat")
    view = item_view(node(AgendaItem(title="Cykelsti", parts=(bilag,)), (Attachment(name="Notat"),)), DAY, LinkedText)
    assert view.attachments == ()
    assert view.sections[0].text.markdown == "Kortet ligger på sagen.\n\n- Notat"


def routine(item: AgendaItem, outcome: Outcome = Outcome.APPROVED) -> bool:
    return item_view(replace(node(item), outcome=outcome), DAY, LinkedText).routine


def test_an_item_that_every_meeting_has_is_routine_where_it_tells_nothing_else() -> None:
    approval = AgendaItem(title="Godkendelse af dagsorden", parts=(Decision(text="Godkendt."),))
    assert routine(approval)
    assert not routine(approval, Outcome.POSTPONED)
    assert not routine(replace(approval, closed=True))
    assert not routine(replace(approval, title="Godkendelse af budget"))
    assert not routine(replace(approval, parts=(Decision(text="Punkt 7 udgår. " * 60),)))


def test_a_round_of_words_is_routine_only_where_nothing_was_said() -> None:
    assert routine(AgendaItem(title="Eventuelt", parts=(Decision(text="Intet at bemærke."),)), Outcome.OTHER)
    assert routine(AgendaItem(title="Eventuelt"), Outcome.NONE)
    assert not routine(AgendaItem(title="Eventuelt", text="Anna Holm (A) roste havnen."), Outcome.OTHER)
    assert not routine(AgendaItem(title="Eventuelt", text="Havnen lukkes for biler fra maj. " * 5), Outcome.NONE)


def test_each_passage_of_the_item_has_an_id_that_is_given_once() -> None:
    item = AgendaItem(
        text="Godkendt.",
        parts=(
            Section(heading="Sagsfremstilling", text="Stien er 2 km.\n\nGodkendt."),
            Decision(body="Økonomiudvalget", date=dt.date(2024, 5, 7), text="Godkendt."),
            Decision(text="Godkendt."),
        ),
    )
    told = Treatment(
        body="Økonomiudvalget",
        date=dt.date(2024, 5, 7),
        item_number=None,
        outcome=Outcome.APPROVED,
        text="Godkendt.",
        title=None,
        url=None,
        told_by=None,
    )
    view = item_view(replace(node(item), earlier=(told,)), DAY, LinkedText)
    texts = [view.text, view.sections[0].text, view.before[0].text, view.decisions[0].text]
    assert [[anchor for _, anchor in text.anchors] for text in texts] == [
        [f"punkt-2-{passage.id}" for passage in passages] for passages in item_passages(item)
    ]
    assert texts[1].anchors[1][0] == 2


def test_what_is_only_known_from_other_pages_has_no_passages_here() -> None:
    assert item_view(node(AgendaItem(text="")), DAY, LinkedText).text == LinkedText("")


def test_the_subject_is_told_by_a_case_number_that_has_it() -> None:
    subjects = {
        number: item_view(node(AgendaItem(title="Sti", case_number=number)), DAY, LinkedText).kle
        for number in ("27.69.40-P20-1-18", "Sagsnr.: 01.02.05P16-0168", "24/1187", None)
    }
    assert list(subjects.values()) == ["27.69.40", "01.02.05", None, None]
