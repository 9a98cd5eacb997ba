"""The values that pass between import, the record on disk and the site.

Glossary, as the words are used all through the code:

==============  =======================  ====================================================================
English         Danish                   meaning
==============  =======================  ====================================================================
municipality    kommune                  the authority whose minutes these are
body            udvalg, råd, bestyrelse  who met: the council, a committee, the executive board
meeting         møde                     one body, on one day
minutes         referat                  what was said and decided; an *agenda* (dagsorden) has no decisions yet
addendum        tillæg                   extra items, published apart from the main agenda or minutes
agenda item     punkt                    one numbered matter of a meeting
case            sag                      the matter itself, which may come back as an item of many meetings
case number     sagsnummer               the municipality's own number of the case
recommendation  indstilling              what the administration asks the body to decide
decision        beslutning               what a body decided, on a date
attachment      bilag                    a document that belongs to an item
annex           bilag                    a whole text printed after the last item
==============  =======================  ====================================================================

All values are frozen. Text fields named ``text`` hold Markdown; all others hold plain text on one line.
What a heading means, which outcome a decision has and who voted how is *derived* (see ``referat.vocabulary``): a record
holds the source's words, and one who edits it edits words.
"""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from referat.vocabulary.outcomes import Outcome


class MinutesKind(StrEnum):
    """What kind of document a record was made from."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    MINUTES_ADDENDUM = "minutes-addendum"
    AGENDA_ADDENDUM = "agenda-addendum"

    @property
    def is_addendum(self) -> bool:
        """Whether the document only adds items to another one of the same meeting."""
        return self in (MinutesKind.MINUTES_ADDENDUM, MinutesKind.AGENDA_ADDENDUM)

    @property
    def is_agenda(self) -> bool:
        """Whether the document was made before the meeting, and so can hold no decision of it."""
        return self in (MinutesKind.AGENDA, MinutesKind.AGENDA_ADDENDUM)


class Status(StrEnum):
    """How final the minutes are, where the source says so."""

    DRAFT = "draft"
    APPROVED = "approved"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    """The municipality took the publication back: the record keeps its front matter and nothing else."""


SURE = 0.5
"""A reading with a lower score is published with a notice, and fails ``--strict``."""


class Source(Struct, frozen=True, kw_only=True):
    """Where a record came from, so that a reader can check it against the original."""

    url: str | None = None
    """The public address of the original."""
    name: str | None = None
    """The file name of the original."""
    sha256: str | None = None
    """The hash of the original's bytes: 64 lower-case hexadecimal digits."""
    released: dt.date | None = None
    """When the municipality published the original, where its portal says so."""
    format: str | None = None
    """The name of what read it: a module of ``referat.importing.formats``, or a portal's system."""
    score: float | None = None
    """How sure the reading is, from 0 to 1, in steps of 0.01. None where a person wrote the record."""

    @property
    def is_unsure(self) -> bool:
        """Whether readers should look at the original: the reading's score is below `SURE`."""
        return self.score is not None and self.score < SURE


class Change(Struct, frozen=True, kw_only=True):
    """What the municipality changed in what it had published, as far as comparing the two texts shows it."""

    date: dt.date
    """When the new text was published, or first seen where the source doesn't say."""
    what: tuple[str, ...] = ()
    """Places, in Danish for readers: ``punkt 3: Beslutning``, ``punkt 5: bilag``, ``mødets deltagere``."""


class Meeting(Struct, frozen=True, kw_only=True):
    """The front matter of a record: who met, when and where."""

    municipality: str
    body: str
    date: dt.date
    time: dt.time | None = None
    """When it began, local Danish time, to the minute."""
    ends: dt.time | None = None
    place: str | None = None
    period: str | None = None
    """The election period that the source prints with the body's name: ``2022-2025``."""
    sequence: int = 1
    """1, or 2, 3, … for a further meeting of the same body on the same day."""
    kind: MinutesKind = MinutesKind.MINUTES
    status: Status | None = None
    corrected: dt.date | None = None
    """When a corrected record was corrected."""
    correction: str | None = None
    """What was corrected, in a sentence for readers."""
    changes: tuple[Change, ...] = ()
    """What was changed after the first publication that was read, the oldest first."""
    withdrawn: dt.date | None = None
    """When the publication was taken back (`Status.WITHDRAWN`): by the municipality, unless `withdrawal` says why."""
    withdrawal: str | None = None
    """Why the site's publisher took the whole record back, in a sentence for readers. None: the publisher did not."""
    participants: tuple[str, ...] = ()
    """Those present, as printed: ``Anna Holm (A)``."""
    absent: tuple[str, ...] = ()
    source: Source | None = None


class Section(Struct, frozen=True, kw_only=True, tag="section"):
    """A headed part of an agenda item that is no decision."""

    heading: str
    """As the source wrote it (case repaired). ``vocabulary.sections`` knows what it means."""
    text: str = ""


class Decision(Struct, frozen=True, kw_only=True, tag="decision"):
    """What a body decided about the item.

    Without body and date it is the meeting's own decision. With them it is another body's, or the same body's at an
    earlier meeting: the history that the minutes tell.
    """

    heading: str = "Beslutning"
    body: str | None = None
    date: dt.date | None = None
    item_number: str | None = None
    """The item's number in that other meeting, where it is told (``pkt. 65``)."""
    outcome: Outcome | None = None
    """Set only where a person overrode what the words say (``Udfald: …``)."""
    text: str = ""

    @property
    def is_own(self) -> bool:
        """Whether this is the meeting's own decision."""
        return self.body is None and self.date is None


class AgendaItem(Struct, frozen=True, kw_only=True):
    """One matter of a meeting."""

    number: str | None = None
    """As printed, without its dot: ``2``, ``132a``."""
    title: str | None = None
    """None where the source has none: a closed item, or one whose title was lost. Never invented."""
    case_number: str | None = None
    """As printed: ``24/1187``. ``vocabulary.casenumber.parse`` reads it."""
    document_numbers: tuple[str, ...] = ()
    closed: bool = False
    """Dealt with behind closed doors (lukket punkt)."""
    held_back: bool = False
    """The privacy gate took its title and text away: they held what must not be published."""
    withdrawn: dt.date | None = None
    """When the site's publisher took it back. Its title and text are gone for good; its number and case stay."""
    withdrawal: str | None = None
    """Why it was taken back, in a sentence for readers. Only where it was."""
    kle: str | None = None
    """The subject in KL's classification, ``01.02.05``, where it is printed apart from the case number."""
    type: str | None = None
    """What the source calls the item: ``Beslutningssag``, ``Orientering``."""
    text: str = ""
    """What stands before the first section."""
    parts: tuple[Section | Decision, ...] = ()
    """Sections and decisions in the order of the source."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions told about the item, in the order of the source."""
        return tuple(part for part in self.parts if isinstance(part, Decision))

    @property
    def sections(self) -> tuple[Section, ...]:
        """All other parts, in the order of the source."""
        return tuple(part for part in self.parts if isinstance(part, Section))


class Annex(Struct, frozen=True, kw_only=True):
    """A text of its own that the source prints after the last item."""

    title: str
    text: str = ""


class Minutes(Struct, frozen=True, kw_only=True):
    """One record: all that one document tells of one meeting."""

    meeting: Meeting
    preamble: str = ""
    """What stands before the first item and is no field."""
    items: tuple[AgendaItem, ...] = ()
    annexes: tuple[Annex, ...] = ()
    unplaced: str = ""
    """What could not be placed. It is shown to readers: nothing is dropped silently."""


class Attachment(Struct, frozen=True, kw_only=True):
    """A document that belongs to an item, as its Bilag section lists it."""

    name: str
    url: str | None = None


class VoteBasis(StrEnum):
    """How the text states who voted how."""

    NAMES = "names"
    GROUPS = "groups"
    COUNTS = "counts"


class VoteSide(Struct, frozen=True, kw_only=True):
    """One side of a vote, only as far as the text states it."""

    count: int | None = None
    names: tuple[str, ...] = ()
    """Members by name, parties by letter or name: what the text lists."""


class Vote(Struct, frozen=True, kw_only=True):
    """One vote, as the decision's text tells it. Nothing in it is concluded from anything else."""

    stated: str
    """The sentences that tell it, word for word."""
    motion: str | None = None
    """What was voted on, where the text says so."""
    in_favour: VoteSide = VoteSide()
    against: VoteSide = VoteSide()
    abstained: VoteSide = VoteSide()
    carried: bool | None = None
    """Whether the motion was carried, where the text says so."""
    basis: VoteBasis = VoteBasis.COUNTS
