"""Who was absent from a meeting: those who sent their apologies apart from those who didn't."""

from collections.abc import Iterable

from msgspec import Struct

from referat.vocabulary.absence import Absence, AbsenceKind, read_absence


class Absences(Struct, frozen=True):
    """Those who were absent in one way."""

    kind: AbsenceKind
    people: tuple[Absence, ...]


def absences(printed: Iterable[str]) -> tuple[Absences, ...]:
    """The absent by how they were, in the order of `AbsenceKind`; each group in the order of the source."""
    read = [read_absence(entry) for entry in printed]
    groups = (Absences(kind, tuple(one for one in read if one.kind is kind)) for kind in AbsenceKind)
    return tuple(group for group in groups if group.people)
