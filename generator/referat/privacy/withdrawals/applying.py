"""Everything that comes in passes here: what was withdrawn goes out of it, whatever else is new in it.

Where an entry of the list may mean something and it isn't certain, the item is held back and told: doubt never
publishes.
"""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from referat.model import AgendaItem, Decision, Minutes, MinutesKind, Section, Status
from referat.passages import texts_of
from referat.privacy.withdrawals.entry import Scope, Withdrawal, Withdrawals, case_key, digest_of, origin_of, same_case
from referat.privacy.withdrawals.file import FILE
from referat.privacy.withdrawals.finding import Found, address_of, find_item, is_bare, is_meeting, speaks_of
from referat.privacy.withdrawals.taking import (
    bare_minutes,
    held_back_item,
    is_marked,
    links_in,
    mark_of,
    take_links,
    take_links_outside,
    take_passage,
    take_passage_of_text,
    take_passage_outside,
    withdrawn_item,
    withdrawn_minutes,
    without_text,
)
from referat.problems import Problem, Severity
from referat.vocabulary.slugs import slugify

LONG = 25
"""Letters of a passage that is looked for outside its own item, too: what is shorter may say something else there."""


class Applied(Struct, frozen=True):
    """A record without what was withdrawn."""

    minutes: Minutes
    done: frozenset[Withdrawal]
    """The entries that the record follows."""
    missed: tuple[Withdrawal, ...]
    """Those that should mean something in the record, and of which nothing in it is known to be."""
    problems: tuple[Problem, ...]
    """What was held back because it is not certain what an entry means."""


def apply_withdrawals(minutes: Minutes, path: str, withdrawals: Withdrawals) -> Applied:
    """Take out of a record what was withdrawn. Doing it twice changes nothing more.

    Call it after the privacy gate: passages are known by the words that the gate lets through.

    Args:
        minutes: A record as read, imported or fetched.
        path: The record, for the problems to name.
        withdrawals: The site's list.
    """
    work = _Work(minutes, path)
    for entry in withdrawals.of(minutes.meeting.municipality):
        work.follow(entry)
    work.take_what_is_marked()
    return Applied(work.minutes, frozenset(work.done), tuple(work.missed), tuple(work.problems))


def missed_problem(entry: Withdrawal) -> Problem:
    """An entry that means nothing in any record: what it withdrew may stand under another address."""
    return Problem(
        code="withdrawal_unmatched",
        message=f"nothing at {entry.address} is what was withdrawn there",
        path=FILE,
        line=entry.line,
        advice="See whether it stands elsewhere, and withdraw it there. Where all of it is gone, delete the entry.",
    )


def still_there(path: str) -> Problem:
    """A record that still holds what was withdrawn: no page shows it, but the file is public with the site's texts."""
    return Problem(
        code="withdrawal_in_record",
        message="the record still holds what was withdrawn",
        severity=Severity.WARNING,
        path=path,
        advice="Run `referat withdraw` without an address: it takes all that was withdrawn out of content/.",
    )


class _Work:
    """One record on the table."""

    def __init__(self, minutes: Minutes, path: str) -> None:
        self.minutes = minutes
        self.done: set[Withdrawal] = set()
        self.missed: list[Withdrawal] = []
        self.problems: list[Problem] = []
        self._path = path
        self._address = address_of(minutes.meeting)
        self._origin = origin_of(minutes.meeting.source)

    @cached_property
    def _told_cases(self) -> frozenset[str]:
        """The cases of which the record tells a decision of another day."""
        items = self.minutes.items
        return frozenset(case_key(item.case_number) for item in items if item.case_number and _tells(item))

    @cached_property
    def _links(self) -> frozenset[str]:
        """Of the addresses that the record leads to, as it came."""
        return frozenset(digest_of(link) for text in _texts(self.minutes) for link in links_in(text))

    def follow(self, entry: Withdrawal) -> None:
        """Take out what the entry withdrew."""
        if entry.attachment is not None and entry.attachment in self._links:
            self._take_links(entry)
        if entry.case is not None and case_key(entry.case) in self._told_cases and entry.meeting != self._address:
            self._take_told(entry, entry.case)
        if not speaks_of(entry, self._address, self._origin):
            return
        if entry in self.done or self._take(entry):
            self.done.add(entry)
        elif self._should_be_here(entry):
            self.missed.append(entry)

    def take_what_is_marked(self) -> None:
        """Whatever says of itself that it was withdrawn has no text, also where a person wrote that into the record."""
        listed = {entry.scope for entry in self.done}
        if self.minutes.meeting.status is Status.WITHDRAWN:
            self.minutes = bare_minutes(self.minutes)
            if self.minutes.meeting.withdrawal is not None and Scope.MEETING not in listed:
                self.problems.append(_unlisted("the record", self._path))
        followed = {(entry.date, entry.reason) for entry in self.done if entry.scope is Scope.ITEM}
        for index, item in enumerate(self.minutes.items):
            if item.withdrawn is not None:
                self._put(index, without_text(item))
                if (item.withdrawn, item.withdrawal) not in followed:
                    self.problems.append(_unlisted(f"item {item.number or index + 1}", self._path))

    def _take(self, entry: Withdrawal) -> bool:
        """Take out what the entry withdrew; False where nothing in the record is it."""
        told = self.minutes.meeting
        if entry.scope is Scope.MEETING:
            if not is_meeting(entry, self.minutes, self._address):
                return (told.withdrawn, told.withdrawal) == (entry.date, entry.reason)
            self.minutes = withdrawn_minutes(self.minutes, entry)
            return True
        if told.status is Status.WITHDRAWN:
            return True
        found = find_item(entry, self.minutes, self._address)
        if entry.scope is Scope.ITEM and found is not None and found.sure:
            self._put(found.index, withdrawn_item(self.minutes.items[found.index], entry))
            return True
        if entry.scope is not Scope.ITEM and self._take_words(entry, found):
            return True
        if found is None or entry.scope is Scope.ATTACHMENT or not self._should_be_here(entry):
            return False
        self._hold_back(found.index, entry)
        return True

    def _take_words(self, entry: Withdrawal, found: Found | None) -> bool:
        """Take a passage out of its item, else out of whatever text has its words now; False where none has."""
        if found is not None and found.sure:
            item = self.minutes.items[found.index]
            self._put(found.index, take_passage(item, entry))
            if is_bare(item) or self.minutes.items[found.index] != item:
                return True
        before = self.minutes
        items = tuple(take_passage(item, entry, LONG) for item in before.items)
        self.minutes = take_passage_outside(replace(before, items=items), entry)
        return self.minutes != before or any(is_marked(text, entry) for text in _texts(before))

    def _take_links(self, entry: Withdrawal) -> None:
        """An attachment goes wherever something leads to it."""
        items = tuple(take_links(item, entry) for item in self.minutes.items)
        self.minutes = take_links_outside(replace(self.minutes, items=items), entry)
        self.done.add(entry)

    def _take_told(self, entry: Withdrawal, case: str) -> None:
        """What another meeting's record tells of a withdrawn decision goes, too, where it is of the same case."""
        if entry.scope not in (Scope.ITEM, Scope.PASSAGE):
            return
        for index, item in enumerate(self.minutes.items):
            if same_case(case, item.case_number):
                parts = tuple(_without_told(part, entry, self.minutes.meeting.body) for part in item.parts)
                self._put(index, replace(item, parts=parts))

    def _should_be_here(self, entry: Withdrawal) -> bool:
        """Whether the entry must mean something in this record: an agenda need not have what the minutes had."""
        kind = self.minutes.meeting.kind
        return entry.meeting == self._address and kind in (entry.kind, MinutesKind.MINUTES)

    def _put(self, index: int, item: AgendaItem) -> None:
        items = self.minutes.items
        if items[index] != item:
            self.minutes = replace(self.minutes, items=(*items[:index], item, *items[index + 1 :]))

    def _hold_back(self, index: int, entry: Withdrawal) -> None:
        item = self.minutes.items[index]
        self._put(index, held_back_item(item))
        self.problems.append(_unsure(entry, item.number or str(index + 1), self._path))


def _texts(minutes: Minutes) -> Iterator[str]:
    for item in minutes.items:
        yield from texts_of(item)
    yield from (minutes.preamble, minutes.unplaced)
    yield from (annex.text for annex in minutes.annexes)


def _tells(item: AgendaItem) -> bool:
    return any(decision.date is not None for decision in item.decisions)


def _without_told(part: Section | Decision, entry: Withdrawal, body: str) -> Section | Decision:
    if not isinstance(part, Decision) or part.date != entry.day or slugify(part.body or body) != entry.body:
        return part
    taken = mark_of(entry) if entry.scope is Scope.ITEM else take_passage_of_text(part.text, entry)
    return replace(part, text=taken if part.text else "")


def _unsure(entry: Withdrawal, number: str, path: str) -> Problem:
    return Problem(
        code="withdrawal_unsure",
        message=f"item {number} is held back: something was withdrawn at {entry.address}, and it stands there no more",
        severity=Severity.WARNING,
        path=path,
        advice=f"Withdraw it again where it stands now. Where all of it is gone, delete the entry in {FILE}.",
    )


def _unlisted(what: str, path: str) -> Problem:
    return Problem(
        code="withdrawal_unlisted",
        message=f"{what} says that it was withdrawn, and the list of withdrawals doesn't have it",
        severity=Severity.WARNING,
        path=path,
        advice=f"Add it to {FILE}: without that, a new import or fetch may bring its text back.",
    )
