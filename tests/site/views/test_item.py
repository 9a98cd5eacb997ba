"""An item on its meeting's page: the decision first, and nothing of the record lost."""

import datetime as dt

from referat.model import AgendaItem, Attachment, Decision, Section
from referat.site.mentions import LinkedText
from referat.site.nodes import ItemNode
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
