"""Records that are full of planted identifiers, or of look-alikes."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from msgspec import Struct
from tests.planting.disguises import ALL, Disguise, Plant
from tests.planting.lookalikes import LOOK_ALIKES, LookAlike
from tests.planting.places import ITEM_PLACES, RECORD_PLACES

from referat.minutes_file import normalise_minutes
from referat.model import AgendaItem, Decision, Meeting, Minutes

ITEMS = 19
"""Items of one record. Each has one identifier, and one stands outside of them."""
MUNICIPALITIES = ("Strandby", "Egedalen", "Nørre Aa")


class Planted(Struct, frozen=True):
    """One identifier, how it is written and where."""

    disguise: Disguise
    plant: Plant
    place: str


class Decoy(Struct, frozen=True):
    """One look-alike."""

    kind: LookAlike
    written: str


def planted_records(count: int, chance: Random) -> Iterator[tuple[Minutes, list[Planted]]]:
    """Records with `count` identifiers: every disguise in turn, at a place that takes it."""
    for number in range(count // (ITEMS + 1)):
        minutes = _empty(number)
        planted, items = [], []
        for index in range(ITEMS):
            disguise = ALL[(number * (ITEMS + 1) + index) % len(ALL)]
            place = chance.choice([place for place in ITEM_PLACES if place.takes_lines or not disguise.block])
            plant = disguise.write(chance)
            items.append(place.put(_item(number, index), plant.written))
            planted.append(Planted(disguise, plant, place.name))
        disguise = ALL[(number * (ITEMS + 1) + ITEMS) % len(ALL)]
        outside = chance.choice([place for place in RECORD_PLACES if place.takes_lines or not disguise.block])
        plant = disguise.write(chance)
        planted.append(Planted(disguise, plant, outside.name))
        full = outside.put(Minutes(meeting=minutes.meeting, items=tuple(items)), plant.written)
        yield normalise_minutes(full), planted


def decoy_records(count: int, chance: Random, first: int) -> Iterator[tuple[Minutes, list[Decoy]]]:
    """Records with `count` look-alikes, `first` being the number of the first record."""
    for number in range(first, first + count // ITEMS + 1):
        decoys = [Decoy(kind, kind.write(chance)) for kind in chance.choices(LOOK_ALIKES, k=ITEMS)]
        items = tuple(
            AgendaItem(number=str(index), title="Orientering", text=f"Der henvises til {decoy.written} i sagen.")
            for index, decoy in enumerate(decoys, 1)
        )
        yield normalise_minutes(Minutes(meeting=_empty(number).meeting, items=items)), decoys


def _empty(number: int) -> Minutes:
    date = dt.date(2020, 1, 6) + dt.timedelta(days=number % 1500)
    municipality = MUNICIPALITIES[number % len(MUNICIPALITIES)]
    return Minutes(meeting=Meeting(municipality=municipality, body=f"Udvalg {number // 1500}", date=date))


def _item(record: int, index: int) -> AgendaItem:
    return AgendaItem(
        number=str(index + 1),
        title=f"Orientering {index + 1}",
        case_number=f"24/{record * ITEMS + index + 1}",
        parts=(Decision(text="Taget til efterretning."),),
    )
