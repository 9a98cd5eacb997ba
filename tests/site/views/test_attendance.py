"""Who was absent, told apart by how."""

from referat.site.views.attendance import absences
from referat.vocabulary.absence import AbsenceKind


def test_those_who_sent_apologies_stand_apart_from_those_who_did_not() -> None:
    groups = absences(["Anna Holm (A), uden afbud", "Bo Kjær (V) (afbud)", "Carl Lund (C)", "Dorte Friis (F), afbud"])
    assert [(group.kind, [one.who for one in group.people]) for group in groups] == [
        (AbsenceKind.APOLOGY, ["Bo Kjær (V)", "Dorte Friis (F)"]),
        (AbsenceKind.NO_APOLOGY, ["Anna Holm (A)"]),
        (AbsenceKind.ABSENT, ["Carl Lund (C)"]),
    ]


def test_a_meeting_without_absence_has_no_groups() -> None:
    assert absences([]) == ()
