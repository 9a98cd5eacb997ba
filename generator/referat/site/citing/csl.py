"""References as CSL-JSON, which Zotero and most programs for literature read (citationstyles.org)."""

import json
from collections.abc import Iterable

from referat.site.citing.reference import Reference


def csl_json(references: Iterable[Reference], site: str) -> str:
    """A list with an object for each reference, one a line.

    Args:
        references: What is cited.
        site: The site's address, without a last slash; empty where it has none.
    """
    items = (json.dumps(_item(reference, site), ensure_ascii=False) for reference in references)
    return "[\n" + ",\n".join(items) + "\n]\n"


def _item(reference: Reference, site: str) -> dict[str, object]:
    date = reference.date
    told: dict[str, object | None] = {
        "id": reference.key,
        "type": "report",
        "title": reference.name,
        "author": [{"literal": reference.author}],
        "issued": {"date-parts": [[date.year, date.month, date.day]]},
        "genre": reference.kind,
        "number": reference.case_number,
        "note": reference.note,
        "version": reference.version,
        "URL": f"{site}{reference.url}",
        "language": "da",
    }
    return {name: value for name, value in told.items() if value}
