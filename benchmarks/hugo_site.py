"""The same minutes as a Hugo site: a page for each meeting, case, body and municipality.

Hugo makes the pages of the cases from a taxonomy, as its users do it. The decisions, which those pages show, stand in
the meetings' front matter, too: Hugo cannot find them in the text.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from referat.model import AgendaItem, Minutes
from referat.vocabulary.slugs import slugify

TEMPLATES = Path(__file__).parent / "hugo"


def write_hugo_site(root: Path, country: Iterable[Minutes]) -> None:
    """Write the site into an empty folder."""
    shutil.copytree(TEMPLATES, root)
    for minutes in country:
        meeting = minutes.meeting
        municipality = root / "content" / slugify(meeting.municipality)
        body = municipality / slugify(meeting.body)
        if not body.is_dir():
            body.mkdir(parents=True)
            (municipality / "_index.md").write_text(_front({"title": meeting.municipality}), encoding="utf-8")
            (body / "_index.md").write_text(_front({"title": meeting.body}), encoding="utf-8")
        (body / f"{meeting.date}.md").write_text(meeting_page(minutes), encoding="utf-8")


def meeting_page(minutes: Minutes) -> str:
    """A meeting's page: front matter in JSON, which Hugo reads fastest, and the text."""
    meeting = minutes.meeting
    listed = [_listed(item, meeting.municipality) for item in minutes.items]
    front = {
        "title": f"{meeting.body}, {meeting.municipality}",
        "date": meeting.date.isoformat(),
        "sted": meeting.place,
        "til_stede": meeting.participants,
        "afbud": meeting.absent,
        "sager": sorted({item["sag"] for item in listed}),
        "punkter": listed,
    }
    return "\n".join([_front(front), *(block for item in minutes.items for block in _item(item))])


def _front(values: dict[str, Any]) -> str:
    return f"{json.dumps(values, ensure_ascii=False, indent=1)}\n"


def _listed(item: AgendaItem, municipality: str) -> dict[str, Any]:
    return {
        "nummer": item.number,
        "titel": item.title or "Lukket punkt",
        "sagsnummer": item.case_number,
        "sag": slugify(f"{municipality} {item.case_number}"),
        "beslutning": "\n\n".join(decision.text for decision in item.decisions),
    }


def _item(item: AgendaItem) -> Iterator[str]:
    yield f"\n## {item.number}. {item.title or 'Lukket punkt'} {{#punkt-{item.number}}}\n"
    yield f"Sagsnr.: {item.case_number}\n"
    for part in item.parts:
        yield f"### {part.heading}\n\n{part.text}\n"
