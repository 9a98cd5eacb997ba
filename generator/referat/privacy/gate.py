"""The privacy gate: what becomes of minutes before they may be written to ``content/`` or to the site.

It fails closed item by item: an item with a number that must not be published usually holds more that no detector sees,
so all its text is held back, and everything else is published. Elsewhere only the number itself is taken out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from referat.model import AgendaItem, Annex, Meeting, Minutes, Section, Source
from referat.privacy.detectors import detector_of, may_hold, redact, scan_text
from referat.privacy.finding import Finding, Verdict
from referat.privacy.lines import RecordLines
from referat.problems import Problem, Severity


class Screened(Struct, frozen=True):
    """Minutes that may be published, and what was taken out of them."""

    minutes: Minutes
    problems: tuple[Problem, ...]


class Field(Struct, frozen=True):
    """A text of the minutes, and what to call its place."""

    place: str
    text: str
    label: str = ""
    """What stands before it on paper. Digits after ``Sagsnr.`` are hardly anyone's birth date."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the detectors find in it."""
        return scan_text(self.label + self.text)

    @property
    def is_blocked(self) -> bool:
        """Whether it must not be published as it is."""
        return any(finding.verdict is Verdict.BLOCK for finding in self.findings)

    @property
    def redacted(self) -> str:
        """The text with a mark in place of what must not be published."""
        return redact(self.label + self.text).removeprefix(self.label)

    def line_of(self, finding: Finding, lines: RecordLines, heading: int | None = None) -> int | None:
        """The record's line with what was found in this text, else the line of its item's heading."""
        found = (self.label + self.text)[finding.start : finding.end].removeprefix(self.label)
        return lines.holding(found, heading) or heading


def screen(minutes: Minutes, path: str, lines: RecordLines = RecordLines()) -> Screened:
    """Take out of `minutes` what must not be published. Doing it twice changes nothing more.

    Args:
        minutes: as read or imported.
        path: the record, for the problems to name.
        lines: the record's text, where there is one, for the problems to name the line.

    Returns:
        The minutes that may be published. The problems are warnings and hold a mask, never what it stands for:
        ``…_held_back`` for an item, ``…_taken_out`` for a number elsewhere, ``…_review`` for what a person should
        look at and is published.
    """
    if not may_hold(_all_text(minutes)):
        kept = tuple(_held_back(item) if item.held_back else item for item in minutes.items)
        return Screened(replace(minutes, items=kept), ())
    screened = [_screen_item(item, index, lines) for index, item in enumerate(minutes.items, 1)]
    problems = [problem for _, told in screened for problem in told]
    problems += [problem for field in _fields(minutes) for problem in _field_problems(field, lines)]
    return Screened(
        Minutes(
            meeting=_screen_meeting(minutes.meeting),
            preamble=redact(minutes.preamble),
            items=tuple(item for item, _ in screened),
            annexes=tuple(Annex(title=redact(annex.title), text=redact(annex.text)) for annex in minutes.annexes),
            unplaced=redact(minutes.unplaced),
        ),
        tuple(replace(problem, path=redact(path)) for problem in problems),
    )


def _all_text(minutes: Minutes) -> str:
    fields = [field for item in minutes.items for field in _item_fields(item)]
    return " x ".join(field.text for field in [*_fields(minutes), *fields])


def _fields(minutes: Minutes) -> Iterator[Field]:
    """All texts that belong to no item."""
    meeting, source = minutes.meeting, minutes.meeting.source or Source()
    yield from _present(
        ("the municipality", meeting.municipality),
        ("the body", meeting.body),
        ("the place", meeting.place),
        ("the period", meeting.period),
        ("the correction", meeting.correction),
        ("the source's name", source.name),
        ("the source's address", source.url),
        ("the source's format", source.format),
        ("the text before the first item", minutes.preamble),
        ("the text that could not be placed", minutes.unplaced),
    )
    yield from (Field("the participants", name) for name in meeting.participants)
    yield from (Field("the absent", name) for name in meeting.absent)
    for number, annex in enumerate(minutes.annexes, 1):
        yield Field(f"the title of annex {number}", annex.title)
        yield Field(f"annex {number}", annex.text)


def _item_fields(item: AgendaItem) -> Iterator[Field]:
    yield from _present(("its number", item.number), ("its title", item.title), ("its type", item.type))
    yield from _present(("its text", item.text))
    yield from _reference_fields(item)
    for number, part in enumerate(item.parts, 1):
        yield Field(f"the heading of its section {number}", part.heading)
        yield Field(f"its section {number}", part.text)
        if not isinstance(part, Section):
            yield from _present(("a decision's body", part.body), ("a decision's item number", part.item_number))


def _reference_fields(item: AgendaItem) -> Iterator[Field]:
    if item.case_number is not None:
        yield Field("its case number", item.case_number, "Sagsnr. ")
    if item.kle is not None:
        yield Field("its KLE number", item.kle, "KLE ")
    yield from (Field("its document numbers", number, "Dok.nr. ") for number in item.document_numbers)


def _present(*fields: tuple[str, str | None]) -> Iterator[Field]:
    return (Field(place, text) for place, text in fields if text)


def _screen_item(item: AgendaItem, index: int, lines: RecordLines) -> tuple[AgendaItem, list[Problem]]:
    name, heading = f"item {redact(item.number or str(index))}", lines.of_item(index)
    found = [(field, finding) for field in _item_fields(item) for finding in field.findings]
    blocked = [(field, finding) for field, finding in found if finding.verdict is Verdict.BLOCK]
    if not blocked and not item.held_back:
        reviews = [
            _review(f"{name}, {field.place}", finding, field.line_of(finding, lines, heading))
            for field, finding in found
        ]
        return item, list(dict.fromkeys(reviews))
    kinds = Counter(finding.kind for _, finding in blocked)
    return _held_back(item), [
        _problem(
            f"{kind}_held_back",
            f"{name} is held back: a {detector_of(kind).name} ({detector_of(kind).masked}) stands in "
            + _listed(field.place for field, finding in blocked if finding.kind == kind),
            "Take it out of the original or of the record, and import or build again.",
            next(field.line_of(finding, lines, heading) for field, finding in blocked if finding.kind == kind),
        )
        for kind in kinds
    ]


def _held_back(item: AgendaItem) -> AgendaItem:
    """The item without its title and text. Its number and its case stay: readers see that there is an item."""
    references = {field.place: field.redacted for field in _reference_fields(item)}
    return AgendaItem(
        number=redact(item.number) if item.number else None,
        case_number=references.get("its case number"),
        document_numbers=tuple(Field("", number, "Dok.nr. ").redacted for number in item.document_numbers),
        closed=item.closed,
        held_back=True,
        kle=references.get("its KLE number"),
        type=redact(item.type) if item.type else None,
    )


def _screen_meeting(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        municipality=redact(meeting.municipality),
        body=redact(meeting.body),
        place=_redacted(meeting.place),
        period=_redacted(meeting.period),
        correction=_redacted(meeting.correction),
        participants=tuple(map(redact, meeting.participants)),
        absent=tuple(map(redact, meeting.absent)),
        source=meeting.source and _screen_source(meeting.source),
    )


def _screen_source(source: Source) -> Source:
    # An address with a mark in it leads nowhere.
    blocked = source.url is not None and Field("", source.url).is_blocked
    return replace(
        source,
        url=None if blocked else source.url,
        name=_redacted(source.name),
        format=_redacted(source.format),
    )


def _redacted(text: str | None) -> str | None:
    return None if text is None else redact(text)


def _field_problems(field: Field, lines: RecordLines) -> Iterator[Problem]:
    first = {(finding.kind, finding.verdict): finding for finding in reversed(field.findings)}
    for kind, verdict in dict.fromkeys((finding.kind, finding.verdict) for finding in field.findings):
        detector, line = detector_of(kind), field.line_of(first[kind, verdict], lines)
        if verdict is Verdict.BLOCK:
            yield _problem(
                f"{kind}_taken_out",
                f"a {detector.name} ({detector.masked}) was taken out of {field.place}",
                "Take it out of the original or of the record, too.",
                line,
            )
        else:
            yield _review(field.place, first[kind, verdict], line)


def _review(place: str, finding: Finding, line: int | None) -> Problem:
    detector = detector_of(finding.kind)
    return _problem(
        f"{finding.kind}_review",
        f"what may be a {detector.name} ({detector.masked}) stands in {place}; it is published",
        "Look at it. Where it is one, take it out of the record.",
        line,
    )


def _problem(code: str, message: str, advice: str, line: int | None = None) -> Problem:
    return Problem(code=code, message=message, severity=Severity.WARNING, line=line, advice=advice)


def _listed(places: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(places))
