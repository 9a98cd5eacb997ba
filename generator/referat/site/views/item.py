"""An agenda item on its meeting's page: what was decided first, the case text after it."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from referat.model import Attachment, Decision, Section, Vote
from referat.passages import texts_of
from referat.site.mentions import LinkedText
from referat.site.nodes import CaseRef, ItemNode
from referat.site.views.anchored import anchored_texts
from referat.site.views.course import Step, step, steps_around
from referat.site.views.head import Linker
from referat.vocabulary import casenumber
from referat.vocabulary.motion_captions import motion_caption
from referat.vocabulary.outcomes import Outcome
from referat.vocabulary.referrals import Referral
from referat.vocabulary.routine import is_formality, is_round, says_nothing
from referat.vocabulary.sections import SectionKind, kind_of

ROUTINE_OUTCOMES = frozenset({Outcome.NONE, Outcome.APPROVED, Outcome.NOTED, Outcome.DISCUSSED})
"""A formality with another outcome is news: an agenda that was not approved as it was."""
FORMALITY_LENGTH, ROUND_LENGTH = 600, 80
"""Characters: an item that tells more is no routine, whatever its title."""

_LIST_LINE = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")


class HeadedText(Struct, frozen=True):
    """A text under its heading."""

    heading: str
    text: LinkedText


class ItemView(Struct, frozen=True, kw_only=True):
    """One item, in the order in which a reader needs it."""

    anchor: str
    number: str | None
    title: str | None
    addendum: bool
    closed: bool
    held_back: bool
    withdrawn: dt.date | None
    """When the item was taken back: nothing of it is shown but its place."""
    withdrawal: str | None
    """Why, in a sentence for readers."""
    routine: bool
    """Every meeting has such an item, and this one tells nothing else: it is shown folded."""
    changed: dt.date | None
    """When the municipality last changed what it had published of the item."""
    case: CaseRef | None
    case_number: str | None
    """As printed, also where it is no case that the site knows."""
    kle: str | None
    """The subject in KL's classification: as printed, or as the case number tells."""
    type: str | None
    document_numbers: tuple[str, ...]
    outcome: Outcome
    decisions: tuple[HeadedText, ...]
    votes: tuple[Vote, ...]
    """With the motion as a caption."""
    referral: Referral | None
    """Who had the case brought before which other body, by this decision."""
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    text: LinkedText
    """What stands before the first section."""
    sections: tuple[HeadedText, ...]
    """In the order of the source. Another body's decision without a date stands here: no course has a place for it."""
    attachments: tuple[Attachment, ...]


def item_view(node: ItemNode, date: dt.date, link: Linker, changed: dt.date | None = None) -> ItemView:
    """The item as its meeting of `date` shows it. Every text of the record is in it, once."""
    item = node.item
    before_parts, *texts = anchored_texts(node, link)
    parts = tuple(zip(item.parts, texts, strict=True))
    before, after = steps_around(date, _told(node, parts, link), node.elsewhere, link)
    listed = all(_is_list(section) for section in item.sections if _is_attachments(section))
    left_out = (*node.own, *(part for part in item.sections if listed and _is_attachments(part)))
    return ItemView(
        anchor=node.anchor,
        number=item.number,
        title=item.title,
        addendum=node.addendum,
        closed=item.closed,
        held_back=item.held_back,
        withdrawn=item.withdrawn,
        withdrawal=item.withdrawal,
        routine=_is_routine(node),
        changed=changed,
        case=node.case,
        case_number=item.case_number,
        kle=item.kle or _kle_in(item.case_number),
        type=item.type,
        document_numbers=item.document_numbers,
        outcome=node.outcome,
        decisions=tuple(HeadedText(part.heading, text) for part, text in parts if part in node.own and part.text),
        votes=tuple(map(_captioned, node.votes)),
        referral=node.referral,
        before=before,
        after=after,
        text=before_parts,
        sections=tuple(_headed(part, text) for part, text in parts if part not in left_out and not _is_dated(part)),
        attachments=node.attachments if listed else (),
    )


def _told(node: ItemNode, parts: Sequence[tuple[Section | Decision, LinkedText]], link: Linker) -> Iterator[Step]:
    """The treatments that the item tells of, with the ids of its own texts."""
    texts: dict[tuple[dt.date | None, str], list[LinkedText]] = defaultdict(list)
    for part, text in parts:
        if isinstance(part, Decision) and part not in node.own:
            texts[part.date, part.text].append(text)
    for treatment in node.earlier:
        told = texts[treatment.date, treatment.text]
        yield replace(step(treatment, link), text=told.pop(0)) if told else step(treatment, link)


def _is_routine(node: ItemNode) -> bool:
    item = node.item
    if item.title is None or item.closed or item.withdrawn or node.votes or node.referral or node.attachments:
        return False
    told = [text for text in texts_of(item) if text]
    length = sum(map(len, told))
    if is_formality(item.title):
        return node.outcome in ROUTINE_OUTCOMES and length <= FORMALITY_LENGTH
    short = node.outcome in ROUTINE_OUTCOMES and length <= ROUND_LENGTH
    return is_round(item.title) and (short or all(map(says_nothing, told)))


def _captioned(vote: Vote) -> Vote:
    # The whole sentence stands in the decision above the table.
    return vote if vote.motion is None else replace(vote, motion=motion_caption(vote.motion))


def _kle_in(case_number: str | None) -> str | None:
    # The subject has two dots, whatever the number is like.
    number = casenumber.parse(case_number) if case_number and "." in case_number else None
    return number.kle if number else None


def _headed(part: Section | Decision, text: LinkedText) -> HeadedText:
    told_by = part.body if isinstance(part, Decision) else None
    return HeadedText(f"{part.heading}: {told_by}" if told_by else part.heading, text)


def _is_dated(part: Section | Decision) -> bool:
    return isinstance(part, Decision) and part.date is not None


def _is_attachments(section: Section) -> bool:
    return kind_of(section.heading) is SectionKind.ATTACHMENTS


def _is_list(section: Section) -> bool:
    """Whether the attachments' section is nothing but a list, so that the list of attachments says all of it."""
    return all(_LIST_LINE.match(line) for line in section.text.splitlines() if line.strip())
