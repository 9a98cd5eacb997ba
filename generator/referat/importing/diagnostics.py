"""What a reading tells about itself: each diagnostic has a code with a fixed severity."""

from referat.importing.document import Document
from referat.problems import Problem, Severity

SEVERITIES = {
    "authority_unknown": Severity.ERROR,
    "date_missing": Severity.ERROR,
    "date_ambiguous": Severity.WARNING,
    "body_missing": Severity.ERROR,
    "coverage_gap": Severity.ERROR,
    "family_unknown": Severity.WARNING,
    "format_failed": Severity.ERROR,
    "toc_mismatch": Severity.WARNING,
    "item_number_gap": Severity.WARNING,
    "duplicate_item_number": Severity.WARNING,
    "title_missing": Severity.WARNING,
    "title_differs_from_toc": Severity.INFO,
    "title_mended": Severity.INFO,
    "case_missing": Severity.INFO,
    "case_container": Severity.INFO,
    "case_from_later_year": Severity.WARNING,
    "decision_missing": Severity.WARNING,
    "decision_other_body": Severity.INFO,
    "decision_other_date": Severity.INFO,
    "outcome_unknown": Severity.INFO,
    "weekday_mismatch": Severity.WARNING,
    "multi_meeting_file": Severity.INFO,
    "digits_stripped": Severity.WARNING,
    "machine_text_dropped": Severity.WARNING,
    "annex_split": Severity.INFO,
    "related_list_cut": Severity.INFO,
    "closed_item": Severity.INFO,
    "closed_text_left_out": Severity.WARNING,
    "portal_field_unread": Severity.WARNING,
    "attachment_hash_name": Severity.INFO,
    "page_break_joined": Severity.INFO,
    "agenda_not_minutes": Severity.INFO,
    "unplaced_text": Severity.WARNING,
    "encoding_guessed": Severity.WARNING,
    "text_repaired": Severity.INFO,
    "comments_left_out": Severity.INFO,
    "deletions_left_out": Severity.WARNING,
    "images_left_out": Severity.INFO,
    "hidden_text": Severity.WARNING,
    "blackened_item": Severity.WARNING,
    "pdf_page_without_text": Severity.WARNING,
    "municipality_inferred": Severity.INFO,
    "items_not_found": Severity.WARNING,
    "no_decisions": Severity.WARNING,
    "score_low": Severity.WARNING,
}
"""Every code that a format may give, with how bad it is."""


def diagnose(
    code: str, message: str, document: Document, offset: int | None = None, *, advice: str | None = None
) -> Problem:
    """A diagnostic about `document`, at the character `offset` where it has a place."""
    line = None if offset is None else document.line_at(offset)
    return Problem(
        code=code,
        message=message,
        severity=SEVERITIES[code],
        path=document.name,
        line=line.number if line and document.own_format is None else None,
        source_line=line.text if line else None,
        advice=advice,
    )
