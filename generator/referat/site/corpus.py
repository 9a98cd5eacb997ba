"""The whole site's minutes as one value, with every relation made: the one place where that happens.

Pure: records in, values out. A municipality is made from its own records and from the numbers that others share with
it, nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from referat.problems import Problem
from referat.site import urls
from referat.site.attachments import attachments_of
from referat.site.cases import CaseFile, case_node, gather_cases, numbers_of
from referat.site.meetings import Gathering, PlacedItem, gather_meetings
from referat.site.nodes import (
    BodyNode,
    CaseNode,
    CaseRef,
    Corpus,
    ItemNode,
    MeetingNode,
    MunicipalityNode,
    Record,
    Sharing,
)
from referat.site.shared_numbers import find_sharing
from referat.site.treatments import Dealt, Handled, make_calendar, read_dealt, sitting
from referat.vocabulary.bodies import is_council
from referat.vocabulary.collation import danish_key
from referat.vocabulary.outcomes import deciding_words
from referat.vocabulary.slugs import slugify
from referat.vocabulary.votes import votes_in


class Partition(Struct, frozen=True):
    """What is known of one municipality before its nodes are made."""

    name: str
    meetings: tuple[Gathering, ...]
    cases: dict[str, CaseFile]


def make_corpus(records: Iterable[Record]) -> tuple[Corpus, tuple[Problem, ...]]:
    """Make every relation. Records that cannot be published are named in the problems and left out.

    The order of the records makes no difference.
    """
    partitions: list[Partition] = []
    problems: list[Problem] = []
    for own in _by_municipality(records):
        partition, found = make_partition(own)
        problems.extend(found)
        if partition is not None:
            partitions.append(partition)
    sharing = find_sharing(numbers_of(partition.cases.values()) for partition in partitions)
    municipalities = tuple(municipality_node(partition, sharing) for partition in partitions)
    ordered = tuple(sorted(municipalities, key=lambda node: danish_key(node.name)))
    return Corpus(municipalities=ordered, sharing=sharing), tuple(problems)


def _by_municipality(records: Iterable[Record]) -> list[list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.path):
        groups[slugify(record.minutes.meeting.municipality)].append(record)
    return [groups[name] for name in sorted(groups)]


def make_partition(records: Sequence[Record]) -> tuple[Partition | None, tuple[Problem, ...]]:
    """The meetings and cases of one municipality. None where none of its records can be published."""
    meetings, problems = gather_meetings(records)
    if not meetings:
        return None, problems
    cases, found = gather_cases(meetings)
    return Partition(meetings[-1].ref.municipality, meetings, cases), (*problems, *found)


def municipality_node(partition: Partition, sharing: Mapping[str, Sharing]) -> MunicipalityNode:
    """The municipality with all that it has."""
    calendar = make_calendar(partition.meetings)
    dealt = {
        placed.url: read_dealt(Handled(meeting, placed), calendar)
        for meeting in partition.meetings
        for placed in meeting.items
    }
    cases = {canonical: case_node(case, dealt, sharing.get(canonical)) for canonical, case in partition.cases.items()}
    bodies: dict[str, list[Gathering]] = defaultdict(list)
    for meeting in partition.meetings:
        bodies[urls.body_url(meeting.ref.municipality, meeting.ref.body)].append(meeting)
    nodes = [_body_node(url, meetings, cases, dealt) for url, meetings in bodies.items()]
    return MunicipalityNode(
        name=partition.name,
        slug=slugify(partition.name),
        url=urls.municipality_url(partition.name),
        bodies=tuple(sorted(nodes, key=lambda body: (not is_council(body.name), danish_key(body.name)))),
        cases=tuple(sorted(cases.values(), key=_newest_first)),
    )


def _newest_first(case: CaseNode) -> tuple[int, int, str]:
    return -case.year, -(case.number.serial or 0), case.slug


def _body_node(
    url: str, meetings: Sequence[Gathering], cases: Mapping[str, CaseNode], dealt: Mapping[str, Dealt]
) -> BodyNode:
    around = [None, *(meeting.ref for meeting in meetings), None]
    nodes = [
        MeetingNode(
            url=meeting.ref.url,
            municipality=meeting.ref.municipality,
            municipality_url=urls.municipality_url(meeting.ref.municipality),
            body=meeting.ref.body,
            body_url=url,
            date=meeting.ref.date,
            minutes=meeting.main.minutes,
            path=meeting.main.path,
            addenda=meeting.addenda,
            items=tuple(_item_node(placed, dealt[placed.url], cases) for placed in meeting.items),
            previous=around[place],
            next=around[place + 2],
        )
        for place, meeting in enumerate(meetings)
    ]
    last = nodes[-1]
    return BodyNode(
        name=last.body,
        url=url,
        municipality=last.municipality,
        municipality_url=last.municipality_url,
        meetings=tuple(reversed(nodes)),
    )


def _item_node(placed: PlacedItem, dealt: Dealt, cases: Mapping[str, CaseNode]) -> ItemNode:
    case = cases[placed.number.canonical] if placed.number else None
    told = {sitting(treatment.body, treatment.date) for treatment in dealt.told}
    return ItemNode(
        item=placed.item,
        anchor=placed.anchor,
        url=placed.url,
        path=placed.record.path,
        addendum=placed.addendum,
        case=_ref(case),
        own=dealt.own,
        outcome=dealt.outcome,
        deciding=deciding_words(dealt.own[-1].text) if dealt.own else "",
        votes=tuple(vote for decision in dealt.own for vote in votes_in(decision.text)),
        referral=dealt.referral,
        earlier=dealt.told,
        elsewhere=()
        if case is None or case.container
        else tuple(
            treatment
            for treatment in case.treatments
            if treatment.url != placed.url and sitting(treatment.body, treatment.date) not in told
        ),
        attachments=attachments_of(placed.item),
    )


def _ref(case: CaseNode | None) -> CaseRef | None:
    if case is None:
        return None
    return CaseRef(municipality=case.municipality, display=case.display, url=case.url, container=case.container)
