"""Where in minutes an identifier can stand."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, Section, Source


class ItemPlace(Struct, frozen=True):
    """A place in an agenda item."""

    name: str
    put: Callable[[AgendaItem, str], AgendaItem]
    takes_lines: bool = False


class RecordPlace(Struct, frozen=True):
    """A place that belongs to no item."""

    name: str
    put: Callable[[Minutes, str], Minutes]
    takes_lines: bool = False


def _part(heading: str, text: str) -> Callable[[AgendaItem, str], AgendaItem]:
    def put(item: AgendaItem, written: str) -> AgendaItem:
        section = Section(heading=heading.format(written), text=text.format(written))
        return replace(item, parts=(section, *item.parts))

    return put


def _decision(item: AgendaItem, written: str) -> AgendaItem:
    return replace(item, parts=(*item.parts, Decision(text=f"Godkendt.\n\nHensyn til {written}\n\ntages.")))


ITEM_PLACES = (
    ItemPlace("overskrift", lambda item, written: replace(item, title=f"{item.title}, {written}")),
    ItemPlace("tekst", lambda item, written: replace(item, text=f"Naboen skriver:\n\n{written}\n\nTaget op."), True),
    ItemPlace("afsnit", _part("Sagsfremstilling", "Ejeren {} ønsker en ny carport."), True),
    ItemPlace("afsnits overskrift", _part("Om {}", "Intet.")),
    ItemPlace("beslutning", _decision, True),
    ItemPlace("tabel", _part("Økonomi", "| Post | Note |\n| --- | --- |\n| Drift | {} |")),
    ItemPlace("liste", _part("Indstilling", "1. at svare\n2. at skrive til {}\n3. at lukke")),
    ItemPlace("linkets ord", _part("Sagsfremstilling", "Se [{}](https://a.example/1).")),
    ItemPlace("linkets mål", _part("Sagsfremstilling", "Se [brevet](https://a.example/{}).")),
    ItemPlace("bilagets navn", _part("Bilag", "- [Brev {}.pdf](https://a.example/2)")),
    ItemPlace("citat", _part("Høringssvar", "> Jeg, {}, er imod.")),
    ItemPlace("note", _part("Sagsfremstilling", "Se noten[^1].\n\n[^1]: Fra {}.")),
    ItemPlace("udvalgets navn", lambda item, written: replace(item, parts=(Decision(body=f"Udvalget {written}"),))),
    ItemPlace("type", lambda item, written: replace(item, type=f"Sag fra {written}")),
)


def _meeting(change: Callable[[Meeting, str], Meeting]) -> Callable[[Minutes, str], Minutes]:
    return lambda minutes, written: replace(minutes, meeting=change(minutes.meeting, written))


RECORD_PLACES = (
    RecordPlace("sted", _meeting(lambda meeting, written: replace(meeting, place=f"Hos {written}"))),
    RecordPlace("deltager", _meeting(lambda meeting, written: replace(meeting, participants=("Bo Kjær", written)))),
    RecordPlace("fravær", _meeting(lambda meeting, written: replace(meeting, absent=(written,)))),
    RecordPlace("rettelse", _meeting(lambda meeting, written: replace(meeting, correction=f"Taget ud: {written}"))),
    RecordPlace("kildens navn", _meeting(lambda meeting, written: replace(meeting, source=Source(name=written)))),
    RecordPlace(
        "kildens adresse",
        _meeting(lambda meeting, written: replace(meeting, source=Source(url=f"https://a.example/{written}"))),
    ),
    RecordPlace("indledning", lambda minutes, written: replace(minutes, preamble=f"Gæst:\n\n{written}\n\nTak."), True),
    RecordPlace("uplaceret", lambda minutes, written: replace(minutes, unplaced=f"Efter mødet:\n\n{written}"), True),
    RecordPlace("bilag", lambda minutes, written: replace(minutes, annexes=(Annex(title="Brev", text=written),)), True),
    RecordPlace("bilagets titel", lambda minutes, written: replace(minutes, annexes=(Annex(title=f"Brev {written}"),))),
)
