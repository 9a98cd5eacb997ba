"""The audit finds out what a format calls placed and has lost."""

import datetime as dt

from referat.importing.audit import find_lost
from referat.importing.document import Document
from referat.importing.ledger import Claim
from referat.model import AgendaItem, Decision, Meeting, Minutes, Section

SOURCE = "Byrådet 14. maj 2024\n2. Havnen\n24/1187\nBaggrund\nHavnen er for lille.\nDen skal udvides.\nGodkendt."


def minutes(background: str) -> Minutes:
    parts = (Section(heading="Baggrund", text=background), Decision(text="Godkendt."))
    return Minutes(
        meeting=Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14)),
        items=(AgendaItem(number="2", title="Havnen", case_number="24/1187", parts=parts),),
    )


def lost(record: Minutes) -> list[str]:
    document = Document(name="x.txt", text=SOURCE, sha256="")
    pieces = [
        "Byrådet",
        "14. maj 2024",
        "2",
        "Havnen",
        "24/1187",
        "Baggrund",
        "Havnen er for lille.",
        "Den skal udvides.",
    ]
    claims, at = [], 0
    for piece in [*pieces, "Godkendt."]:
        at = SOURCE.index(piece, at)
        claims.append(Claim(at, at + len(piece)))
        at += len(piece)
    return [SOURCE[claim.start : claim.end] for claim in find_lost(document, record, claims)]


def test_a_faithful_record_has_lost_nothing() -> None:
    assert lost(minutes("Havnen er for lille.\n\nDen skal udvides.")) == []


def test_layout_may_change_but_letters_may_not() -> None:
    assert lost(minutes("- **Havnen** er for\n  lille.\n- Den skal udvides.")) == []
    assert lost(minutes("Havnen er for lidt.\n\nDen skal udvides.")) == ["Havnen er for lille."]


def test_text_that_was_left_out_is_found() -> None:
    assert lost(minutes("Havnen er for lille.")) == ["Den skal udvides."]


def test_text_in_another_order_is_found() -> None:
    assert lost(minutes("Den skal udvides. Havnen er for lille.")) == ["Den skal udvides."]


def test_dropped_text_is_not_looked_for() -> None:
    document = Document(name="x.txt", text="Side 2 af 9", sha256="")
    assert find_lost(document, minutes(""), [Claim(0, 11, "running-head")]) == ()


def test_a_footnote_may_stand_below_the_paragraph_it_parted() -> None:
    source = "Havnen er for\n[1] Målt i maj.\nlille til bådene."
    document = Document(name="x.txt", text=source, sha256="")
    claims = [Claim(0, 13), Claim(14, 29), Claim(30, 47)]
    record = minutes("Havnen er for lille til bådene.\n\n[^1]: Målt i maj.")
    assert find_lost(document, record, claims) == ()
    assert len(find_lost(document, minutes("Havnen er for lille til bådene."), claims)) == 1


def test_text_that_stands_there_twice_does_not_lead_past_what_follows() -> None:
    """The council's long name is the meeting's head, and stands again far below: there, nothing above it is lost."""
    name = "Udvalget for havnen og dens takster"
    between = "Kajen er blevet målt op, og den er kortere end på kortet."
    source = f"{name}\n{between}\n{name}\nTaget til efterretning."
    claims, at = [], 0
    for line in source.split("\n"):
        claims.append(Claim(at, at + len(line)))
        at += len(line) + 1
    item = AgendaItem(number="1", text=f"{between}\n\n{name}\n\nTaget til efterretning.")
    document = Document(name="x.txt", text=source, sha256="")
    record = Minutes(meeting=minutes("").meeting, items=(item,))
    assert [source[claim.start : claim.end] for claim in find_lost(document, record, claims)] == [name]
