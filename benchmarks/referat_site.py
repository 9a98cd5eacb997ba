"""The made-up minutes as a site of this project's own."""

from collections.abc import Iterable
from pathlib import Path

from referat import minutes_file
from referat.model import Minutes

SETTINGS = '[site]\nname = "Målt"\nbase_url = "https://referat.example/"\n'


def write_referat_site(root: Path, country: Iterable[Minutes]) -> None:
    """Write the site into a folder that is not there."""
    root.mkdir(parents=True)
    (root / "site.toml").write_text(SETTINGS, encoding="utf-8")
    for minutes in country:
        path = root / minutes_file.record_path(minutes.meeting)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(minutes_file.write(minutes), encoding="utf-8")


def change_a_meeting(root: Path) -> None:
    """Edit one record, as someone does who adds a sentence to a decision."""
    record = min((root / "content" / "minutes").rglob("*.md"))
    text = record.read_text(encoding="utf-8")
    place = text.index("### Beslutning")
    record.write_text(f"{text[:place]}Et punktum mere.\n\n{text[place:]}", encoding="utf-8")
