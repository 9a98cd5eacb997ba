"""The minutes of a whole made-up country."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from benchmarks.made_up.people import members
from benchmarks.made_up.places import BODIES, municipalities
from benchmarks.made_up.prose import Prose, vocabulary
from referat.model import AgendaItem, Decision, Meeting, Minutes, Section

MUNICIPALITIES = 98
_FIRST_DAY = dt.date(2010, 1, 5)
_ITEMS = (3, 8)
"""From and to: 5.5 items a meeting on average."""
_COMES_BACK = 0.1
"""How many items treat a case of an earlier one: 55,000 items then are 50,000 cases."""
_SERIALS = 30_000
"""How many numbers a municipality gives in a year, few of them to what a meeting decides: so that a number is used in
several municipalities as often as in a real country."""
_CLOSED = 0.05
_OUTCOMES = (
    "Godkendt.",
    "Godkendt som indstillet.",
    "Indstillingen blev tiltrådt.",
    "Taget til efterretning.",
    "Anbefales godkendt.",
    "Udsat til næste møde.",
    "Drøftet.",
    "Forslaget blev forkastet.",
)


def make_country(meetings: int) -> Iterator[Minutes]:
    """So many meetings, dealt out evenly to 98 municipalities and to the bodies of each.

    They come municipality by municipality, oldest first.
    """
    words = vocabulary()
    for place, name in enumerate(municipalities(MUNICIPALITIES)):
        share = meetings // MUNICIPALITIES + (place < meetings % MUNICIPALITIES)
        yield from _Municipality(name, words).meetings(share)


class _Municipality:
    def __init__(self, name: str, words: tuple[str, ...]) -> None:
        self._name = name
        self._random = Random(name)
        self._prose = Prose(self._random, words)
        self._members = members(self._random, 25)
        self._cases: list[tuple[str, str]] = []
        """Those so far: number and title."""
        self._taken: set[str] = set()

    def meetings(self, count: int) -> Iterator[Minutes]:
        for number in range(count):
            round_, body = divmod(number, len(BODIES))
            yield self._meeting(BODIES[body], _FIRST_DAY + dt.timedelta(weeks=4 * round_, days=body))

    def _meeting(self, body: str, date: dt.date) -> Minutes:
        items = tuple(self._item(number, date) for number in range(1, self._random.randint(*_ITEMS) + 1))
        present = self._random.sample(self._members, 9)
        return Minutes(
            meeting=Meeting(
                municipality=self._name,
                body=body,
                date=date,
                time=dt.time(16, 30),
                place="Mødelokale 2",
                participants=tuple(present[:8]),
                absent=tuple(present[8:]),
            ),
            items=items,
        )

    def _item(self, number: int, date: dt.date) -> AgendaItem:
        case, title = self._case(date)
        if self._random.random() < _CLOSED:
            return AgendaItem(number=str(number), case_number=case, closed=True)
        text = self._case_text()
        return AgendaItem(
            number=str(number),
            title=title,
            case_number=case,
            parts=(
                Section(heading="Sagsfremstilling", text=text),
                Section(heading="Indstilling", text=f"Forvaltningen indstiller, at {self._prose.sentence()}"),
                Decision(text=f"{self._random.choice(_OUTCOMES)}\n\n{self._prose.sentence()}"),
            ),
        )

    def _case(self, date: dt.date) -> tuple[str, str]:
        if self._cases and self._random.random() < _COMES_BACK:
            return self._random.choice(self._cases)
        number = f"{date:%y}/{self._random.randint(1, _SERIALS)}"
        if number in self._taken:
            return self._case(date)
        self._taken.add(number)
        self._cases.append((number, self._prose.title()))
        return self._cases[-1]

    def _case_text(self) -> str:
        blocks = [self._prose.paragraph() for _ in range(self._random.randint(1, 6))]
        chance = self._random.random()
        if chance < 0.3:
            blocks.insert(1, self._prose.bullets())
        elif chance < 0.4:
            blocks.insert(1, self._prose.table())
        if self._cases and self._random.random() < 0.1:
            blocks.append(f"Se også sag {self._random.choice(self._cases)[0]}.")
        return "\n\n".join(blocks)
