"""The sections of an item are told by their place in the tree; a decision is this meeting's only where it made it."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from tests.fetching.published import Point, framed, section
from tests.fetching.records import checked, item_of, publish
from tests.importing.extract.test_fragment import MARKUP, words_between_tags

from referat.fetching.providers.firstagenda.record import outline
from referat.importing.audit import letters_of
from referat.importing.ledger import LAYOUT
from referat.importing.outline import read_outline
from referat.model import Decision, Section

EARLIER = dt.date(2026, 2, 9)


def test_a_decision_of_the_form_with_bare_text_after_breaks_is_whole() -> None:
    item = item_of(
        framed(
            "<div><h3>Beslutning</h3>\r\n<span><p class='xsltFirstParagraph'>Indstillingen blev godkendt.</p>"
            "<br><br>Afbud: Bo Kjær</span>\r\n</div>",
            section("Resume", "Broen er gammel.", "resume"),
        )
    )
    assert item.parts == (
        Decision(text="Indstillingen blev godkendt.\n\nAfbud: Bo Kjær"),
        Section(heading="Resume", text="Broen er gammel."),
    )


def test_where_every_section_has_the_same_class_the_heading_counts() -> None:
    item = item_of(
        framed(
            section("Beslutninger", "<div>Byrådet godkendte indstillingen.</div><div>For stemte alle.</div>", "resume"),
            section("Sagsfremstilling", "Broen er gammel.", "resume"),
        )
    )
    assert item.parts == (
        Decision(heading="Beslutninger", text="Byrådet godkendte indstillingen.\nFor stemte alle."),
        Section(heading="Sagsfremstilling", text="Broen er gammel."),
    )


@pytest.mark.parametrize("minutes", [True, False])
def test_a_decision_of_an_earlier_meeting_is_history_in_agendas_and_in_minutes(minutes: bool) -> None:
    item = item_of(
        framed(section("Beslutning i Teknikudvalget den 09-02-2026", "Anbefales godkendt.")), minutes=minutes
    )
    assert item.parts == (Decision(body="Teknikudvalget", date=EARLIER, text="Anbefales godkendt."),)


def test_a_decision_under_this_meetings_own_name_and_day_is_its_own() -> None:
    html = framed(section("Beslutning i Byrådet den 02-03-2026", "Godkendt."))
    assert item_of(html).parts == (Decision(text="Godkendt."),)


def test_before_the_meeting_nothing_is_decided_whatever_the_heading_says() -> None:
    html = framed(section("Beslutning", "Skrives efter mødet."))
    assert item_of(html, minutes=False).parts == (Section(heading="Beslutning", text="Skrives efter mødet."),)


def test_a_theme_is_no_decision() -> None:
    html = framed(section("Beslutningstema", "Skal broen males?", "beslutningstema"))
    assert item_of(html).parts == (Section(heading="Beslutningstema", text="Skal broen males?"),)


def test_headings_within_a_text_belong_to_it() -> None:
    item = item_of(
        framed(
            "<h3>Sagsfremstilling</h3><span><div><p>Broen er gammel.</p><h3><span>Trafik</span></h3>"
            "<p>Der kører mange.</p></div></span>",
            section("Økonomi", "2 mio. kr."),
        )
    )
    assert item.parts == (
        Section(heading="Sagsfremstilling", text="Broen er gammel.\n\n#### Trafik\n\nDer kører mange."),
        Section(heading="Økonomi", text="2 mio. kr."),
    )


def test_sections_that_are_put_together_in_a_box_are_sections() -> None:
    item = item_of(
        framed("<div>", section("Indstilling", "At broen males.", "indstilling"), section("Høring", "Ingen."), "</div>")
    )
    assert [part.heading for part in item.parts] == ["Indstilling", "Høring"]


def test_a_text_in_a_box_right_below_its_heading_is_no_box_of_sections() -> None:
    html = framed("<h3>Sagsfremstilling</h3><div><p>Broen.</p><h3>Trafik</h3><p>Mange.</p></div>")
    assert item_of(html).parts == (Section(heading="Sagsfremstilling", text="Broen.\n\n#### Trafik\n\nMange."),)


def test_sections_without_the_usual_container_are_found() -> None:
    html = f"<div><div>{section('Sagsfremstilling', 'Broen.')}{section('Beslutning', 'Godkendt.')}</div></div>"
    assert item_of(html).parts == (Section(heading="Sagsfremstilling", text="Broen."), Decision(text="Godkendt."))


def test_what_stands_above_the_first_heading_is_the_items_text() -> None:
    item = item_of(framed("<p>Sagen er udsat fra sidst.</p>", section("Beslutning", "Godkendt.")))
    assert (item.text, item.parts) == ("Sagen er udsat fra sidst.", (Decision(text="Godkendt."),))


def test_an_empty_heading_takes_the_name_of_its_class_or_says_that_there_is_none() -> None:
    item = item_of(framed(section("", "Hvad det koster.", "oekonomi"), section("", "Noget andet.", "ukendt")))
    assert item.parts == (
        Section(heading="Økonomi", text="Hvad det koster."),
        Section(heading="Uden overskrift", text="Noget andet."),
    )


def test_headings_with_nothing_below_them_are_left_out() -> None:
    html = framed(section("Økonomi", " "), "<h3></h3><span class='resume'><div> </div></span>", "<h3>Høring</h3>")
    assert item_of(html).parts == ()


def test_the_course_of_a_case_is_told_as_decisions_of_others() -> None:
    item = item_of(
        framed(
            "<h3>Sagens forløb</h3><span class='sagsforloeb'><u>09/02/2026 Havneudvalget</u><br>\r\nUdsat.<br>"
            "<u>23/02/2026 Vækst og Havn</u><br>Anbefales.<br>\r\n</span>"
        )
    )
    assert item.parts == (
        Decision(body="Havneudvalget", date=EARLIER, text="Udsat."),
        Decision(body="Vækst og Havn", date=dt.date(2026, 2, 23), text="Anbefales."),
    )


def test_the_course_of_a_case_with_labels_keeps_the_items_number() -> None:
    item = item_of(
        framed(
            "<h3>Sagsforløb</h3><span class='resume'>Sagen har været i høring.<br>Udvalg: Havneudvalget<br>"
            "Dato: 09-02-2026<br>Punktnummer: 7<br>Anbefales godkendt.<br>Udvalg: Økonomiudvalget<br>"
            "Dato: 16-02-2026<br>Anbefales.</span>"
        )
    )
    assert item.parts == (
        Section(heading="Sagsforløb", text="Sagen har været i høring."),
        Decision(body="Havneudvalget", date=EARLIER, item_number="7", text="Anbefales godkendt."),
        Decision(body="Økonomiudvalget", date=dt.date(2026, 2, 16), text="Anbefales."),
    )


def test_a_course_that_names_no_meeting_stays_a_section() -> None:
    html = framed(section("Sagens forløb", "Udvalg: Havneudvalget ventes at se på sagen til maj."))
    assert item_of(html).parts == (
        Section(heading="Sagens forløb", text="Udvalg: Havneudvalget ventes at se på sagen til maj."),
    )


def test_word_processors_leave_nothing_behind() -> None:
    item = item_of(
        framed(
            "<h3>Sagsfremstilling & økonomi</h3><span><meta name='generator' content='Words'>"
            "<title>Dagsordenspunkt</title><div><p><span>Gang\u00adbroen er\u00a0på 85 m</span><span>2</span>.</p>"
            "<p><span> </span></p><p><a>Skolen har bedt om en ny.</a></p>"
            "<ol type='1'><li>at broen males,<br><ul type='disc'><li>rød</li></ul></li><li>at den vaskes</li></ol>"
            "<table border='1'><tr><td colspan='2'><p>Pris</p></td></tr><tr><td>Maling</td><td>2</td></tr></table>"
            "<edoc:note>Se bilag.</edoc:note></div></span>"
        )
    )
    assert item.parts == (
        Section(
            heading="Sagsfremstilling & økonomi",
            text="Gangbroen er på 85 m2.\n\nSkolen har bedt om en ny.\n\n"
            "1. at broen males,\n    - rød\n2. at den vaskes\n\nPris\n\n| Maling | 2 |\n| --- | --- |\n\nSe bilag.",
        ),
    )


def test_a_picture_within_a_text_leaves_a_note() -> None:
    html = framed(section("Sagsfremstilling", "Se her:<img src='data:image/png;base64,iVBORw0KGgo=' alt='Kort'>"))
    (part,) = item_of(html).parts
    assert part.text == "Se her: (Billede, som kun ses i kommunens egen udgave): Kort"


def test_scripts_and_their_attributes_vanish() -> None:
    html = framed(
        section("Beslutning", "Godkendt.<img src=x onerror=alert(2)><script>alert(1)</script>"),
        "<iframe src='https://strandby.example'></iframe><a href='javascript:alert(3)' onclick='alert(4)'>Mere</a>",
    )
    text = item_of(html).parts[0].text
    assert text == "Godkendt. (Billede, som kun ses i kommunens egen udgave)\n\nMere"


def test_a_text_that_is_nested_without_end_keeps_its_words() -> None:
    deep = "<div>" * 5000 + "Broen er rød." + "</div>" * 5000
    (part,) = item_of(framed(f"<h3>Sagsfremstilling</h3><span>{deep}</span>", section("Økonomi", "2 mio. kr."))).parts[
        :1
    ]
    assert "Broen er rød." in part.text


@given(MARKUP, MARKUP)
@settings(deadline=None, max_examples=80)
def test_every_word_between_tags_is_placed_or_dropped_by_a_rule(first: str, second: str) -> None:
    html = framed(f"<h3>Sagsfremstilling</h3><span>{first}</span>", f"<h3>Beslutning</h3><span>{second}</span>")
    read = read_outline(outline(checked(publish(Point(title="Havnens bro", html=html)))))

    accounted = [
        letters_of(read.document.text[claim.start : claim.end]) for claim in read.ledger.claims if claim.rule != LAYOUT
    ]

    assert not Counter(words_between_tags(html)) - Counter("".join(accounted))
    assert read.assessed.minutes.unplaced == ""
