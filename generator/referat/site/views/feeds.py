"""What can be followed: the site, a municipality, a body, and each case. The texts are those of the pages."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from referat.exports.feed import Entry, Feed, Line
from referat.model import Status
from referat.site.nodes import CaseNode, ItemNode, MeetingNode, MunicipalityNode, Treatment
from referat.site.urls import feed_url
from referat.site.views.amended import amended_days
from referat.site.views.decided import is_remarkable
from referat.site.views.excerpt import EXCERPT_LENGTH, excerpt
from referat.site.words import Phrase, Said, phrase
from referat.vocabulary.outcomes import Outcome, deciding_words
from referat.vocabulary.routine import is_formality, is_round
from referat.vocabulary.slugs import slugify

TREATMENTS = 50
"""Entries of a case's feed."""
MEETINGS = 20
"""Entries of a feed of meetings, each of which tells of all that was decided there."""
OF_EACH = 5
"""Entries of each municipality in the site's own feed, which has `MEETINGS` in all."""

Words: TypeAlias = Callable[[str], str]
"""The words of a decision that a list shows, plain text."""


class FeedView(Struct, frozen=True):
    """What ``feed.xml`` shows."""

    feed: Feed


def case_feed(node: CaseNode, days: Mapping[str, dt.date], words: Words) -> FeedView:
    """The course of one case.

    Args:
        node: The case.
        days: By address, when the municipality's items were amended (`amended_days`).
        words: Shortens a decision.
    """
    entries = [_treatment(treatment, node, days, words) for treatment in reversed(node.treatments)]
    number = phrase("case.number", number=node.display)
    title = (
        phrase("case.title", title=node.title, number=number, place=node.municipality)
        if node.title
        else phrase("case.title_untitled", number=number, place=node.municipality)
    )
    return _feed(node.url, title, node.municipality, sorted(_told_apart(entries), key=_newest_first)[:TREATMENTS])


def meeting_feeds(node: MunicipalityNode, days: Mapping[str, dt.date], words: Words) -> Iterator[FeedView]:
    """The feeds of a municipality and of each of its bodies.

    Args:
        node: The municipality.
        days: By address, when its meetings were amended last (`amended_days`).
        words: Shortens a decision.
    """
    made: dict[str, Entry] = {}

    def entries(meetings: Iterable[MeetingNode]) -> Iterator[Entry]:
        for meeting in _newest(meetings, days, MEETINGS):
            if meeting.url not in made:
                made[meeting.url] = _meeting(meeting, days, words)
            yield made[meeting.url]

    whole = phrase("municipality.title", place=node.name)
    yield _feed(node.url, whole, node.name, entries(meeting for body in node.bodies for meeting in body.meetings))
    for body in node.bodies:
        title = phrase("body.title", body=body.name, place=node.name)
        yield _feed(body.url, title, node.name, entries(body.meetings))


def site_feed(entries: Iterable[Entry], name: str) -> FeedView:
    """The newest meetings of all municipalities."""
    newest = sorted(entries, key=_newest_first)[:MEETINGS]
    return FeedView(Feed(url=feed_url("/"), page="/", title=name, author=name, entries=tuple(newest)))


def newest_entries(node: MunicipalityNode) -> tuple[Entry, ...]:
    """What the site's own feed tells of a municipality."""
    days = amended_days(node)
    meetings = (meeting for body in node.bodies for meeting in body.meetings)
    return tuple(_meeting(meeting, days, shown) for meeting in _newest(meetings, days, OF_EACH))


def shown(decision: str) -> str:
    """The words of a decision as lists show them. A short one is shown whole, so that nobody need ask what decides."""
    return excerpt(decision if len(decision) <= EXCERPT_LENGTH else deciding_words(decision))


def _feed(page: str, title: Said, municipality: str, entries: Iterable[Entry]) -> FeedView:
    author = phrase("municipality.title", place=municipality)
    return FeedView(Feed(url=feed_url(page), page=page, title=title, author=author, entries=tuple(entries)))


def _newest(meetings: Iterable[MeetingNode], days: Mapping[str, dt.date], count: int) -> list[MeetingNode]:
    def key(meeting: MeetingNode) -> tuple[int, bool, str]:
        return -days[meeting.url].toordinal(), meeting.minutes.meeting.kind.is_agenda, meeting.url

    return sorted(meetings, key=key)[:count]


def _newest_first(entry: Entry) -> tuple[int, bool]:
    return -entry.updated.toordinal(), entry.expected


def _treatment(told: Treatment, case: CaseNode, days: Mapping[str, dt.date], words: Words) -> Entry:
    own = told.url if told.url is not None and "#" in told.url else None
    address = own or f"{case.url}#{slugify(told.body)}-{told.date.isoformat()}"
    return Entry(
        id=address,
        url=told.url or (told.told_by.url if told.told_by else case.url),
        title=phrase("feed.treatment", body=told.body, date=told.date, outcome=_came_of(told)),
        updated=max(told.date, days.get(address, told.date)),
        expected=told.upcoming,
        lines=(_treatment_line(told, case, words),),
    )


def _treatment_line(told: Treatment, case: CaseNode, words: Words) -> Line:
    if told.withdrawn:
        return Line(title="", outcome=Outcome.NONE, words=phrase("course.withdrawn"))
    title = told.title if case.container and told.title else ""
    return Line(title=title, outcome=told.outcome, words=words(told.text) or _nothing(told))


def _nothing(told: Treatment) -> Said:
    return "" if told.outcome is not Outcome.NONE else _came_of(told)


def _came_of(told: Treatment) -> Phrase:
    if told.withdrawn:
        return phrase("course.withdrawn")
    if told.outcome is not Outcome.NONE:
        return phrase(f"outcome.{told.outcome}.label")
    return phrase("course.on_agenda" if told.upcoming else "course.none")


def _told_apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    """No id stands twice, also where a meeting is told to have dealt with a case more than once."""
    taken: set[str] = set()
    for entry in entries:
        place, address = 1, entry.id
        while address in taken:
            place += 1
            address = f"{entry.id}-{place}"
        taken.add(address)
        yield entry if place == 1 else replace(entry, id=address)


def _meeting(node: MeetingNode, days: Mapping[str, dt.date], words: Words) -> Entry:
    meeting = node.minutes.meeting
    return Entry(
        id=node.url,
        url=node.url,
        title=phrase(
            "feed.agenda" if meeting.kind.is_agenda else "feed.meeting",
            body=node.body,
            place=node.municipality,
            date=node.date,
        ),
        updated=days[node.url],
        expected=meeting.kind.is_agenda,
        lines=_withdrawn(node) or tuple(_item(item, words) for item in node.items if _is_told(item)),
    )


def _withdrawn(node: MeetingNode) -> tuple[Line, ...]:
    """The notice in the place of a whole record that was taken back."""
    if node.minutes.meeting.status is not Status.WITHDRAWN:
        return ()
    return (Line(title="", outcome=Outcome.NONE, words=phrase("feed.meeting_withdrawn")),)


def _is_told(node: ItemNode) -> bool:
    title = node.item.title or ""
    return not is_formality(title) and not is_round(title)


def _item(node: ItemNode, words: Words) -> Line:
    item = node.item
    number: Said = phrase("feed.item", number=item.number) if item.number else phrase("feed.item_unnumbered")
    if item.withdrawn is not None:
        return Line(title=number, outcome=Outcome.NONE, words=phrase("course.withdrawn"))
    if not is_remarkable(node):
        return Line(title=item.title or number, outcome=node.outcome, words="")
    return Line(title=item.title or number, outcome=node.outcome, words=words(node.own[-1].text) if node.own else "")
