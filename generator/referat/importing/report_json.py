"""What was understood, as one JSON object a document. Its keys are a contract: ``docs/import.md`` describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from referat.importing.format import UNKNOWN_DATE
from referat.importing.reading.attachments import names_in
from referat.importing.report import outcome_in, own_outcome
from referat.vocabulary.sections import SectionKind, kind_of
from referat.vocabulary.votes import votes_in

if TYPE_CHECKING:
    from referat.importing.account import Account
    from referat.importing.inspection import Inspection
    from referat.importing.understand import MeetingRead
    from referat.model import AgendaItem, Decision
    from referat.problems import Problem

Json = dict[str, Any]


def to_json(inspection: Inspection) -> str:
    """The reading of a file as one line of JSON.

    Dates are ISO, absent values null. The first meeting's values stand at the top; a file that holds several has the
    others under ``further_meetings``.
    """
    return msgspec.json.encode(as_object(inspection)).decode()


def as_object(inspection: Inspection) -> Json:
    """The same as a value."""
    first, *further = [_meeting(meeting) for meeting in inspection.meetings] or [dict(_NOTHING)]
    result = {
        "format": inspection.format.name if inspection.format else None,
        **first,
        "diagnostics": [_diagnostic(problem) for problem in inspection.problems],
        "ledger": _ledger(inspection.account) if inspection.account else None,
    }
    return result | {"further_meetings": further} if further else result


_NOTHING: Json = {
    **dict.fromkeys(("score", "municipality", "body", "date", "time", "kind")),
    "participants": [],
    "absent": [],
    "items": [],
}


def _meeting(meeting: MeetingRead) -> Json:
    told = meeting.minutes.meeting
    return {
        "score": meeting.score,
        "municipality": told.municipality or None,
        "body": told.body or None,
        "date": None if told.date == UNKNOWN_DATE else told.date.isoformat(),
        "time": f"{told.time:%H:%M}" if told.time else None,
        "kind": told.kind.value,
        "participants": list(told.participants),
        "absent": list(told.absent),
        "items": [_item(item, line) for item, line in zip(meeting.minutes.items, meeting.item_lines, strict=True)],
    }


def _item(item: AgendaItem, line: int | None) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "outcome": own_outcome(item).value,
        "decisions": [_decision(decision) for decision in item.decisions],
        "sections": [
            {"kind": kind_of(section.heading).value, "heading": section.heading, "text": section.text}
            for section in item.sections
        ],
        "attachments": [
            name
            for section in item.sections
            if kind_of(section.heading) is SectionKind.ATTACHMENTS
            for name in names_in(section.text)
        ],
        "line": line,
    }


def _decision(decision: Decision) -> Json:
    return {
        "body": decision.body,
        "date": decision.date.isoformat() if decision.date else None,
        "outcome": outcome_in(decision).value,
        "text": decision.text,
        "votes": [msgspec.to_builtins(vote) for vote in votes_in(decision.text)],
    }


def _diagnostic(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "severity": problem.severity.label,
        "line": problem.line,
        "message": problem.message,
    }


def _ledger(account: Account) -> Json:
    return {
        "characters": account.characters,
        "placed": account.placed,
        "dropped": [
            {
                "rule": dropped.rule,
                "count": dropped.count,
                "characters": dropped.characters,
                "lines": [[stretch.first, stretch.last] for stretch in dropped.stretches],
            }
            for dropped in account.dropped
        ],
    }
