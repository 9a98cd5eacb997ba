"""Agenda, minutes and addendum of one meeting, given as three documents, are three records and one page."""

import re
from pathlib import Path

from referat.importing.sources import find_sources
from referat.importing.store import Options, run_import
from referat.site.build import build_site
from referat.site.report import BuildOptions

HEAD = "{kind} Byrådet d. 14-05-2024\n\nMødedato Tirsdag d. 14. maj 2024 kl. 17:00\n\n"
DOCUMENTS = {
    "a-dagsorden.txt": HEAD.format(kind="DAGSORDEN")
    + "Punkt 1: Havnens takster\n\n24/1187\n\nIndstilling\n\nDet indstilles, at taksterne godkendes.\n",
    "b-referat.txt": HEAD.format(kind="REFERAT")
    + "Punkt 1: Havnens takster\n\n24/1187\n\nBeslutning Byrådet den 14-05-2024\n\nGodkendt.\n",
    "c-tillaeg.txt": HEAD.format(kind="TILLÆGSREFERAT")
    + "Punkt 1: Stormskade på molen\n\n24/1250\n\nBeslutning Byrådet den 14-05-2024\n\nBevilget.\n",
}


def test_three_documents_of_one_meeting_are_three_records_and_one_page(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for name, text in DOCUMENTS.items():
        (tmp_path / "raw" / name).write_text(text, "utf-8")
    (tmp_path / "site.toml").write_text('[site]\nname = "Prøve"\n', "utf-8")

    imported = list(run_import(tmp_path, find_sources([tmp_path / "raw"]), Options(municipality="Strandby")))
    assert [stored.path for document in imported for stored in document.stored] == [
        "content/minutes/strandby/byraadet/2024-05-14-dagsorden.md",
        "content/minutes/strandby/byraadet/2024-05-14.md",
        "content/minutes/strandby/byraadet/2024-05-14-tillaeg.md",
    ]

    report = build_site(tmp_path, BuildOptions(search=False))
    assert report.problems == ()
    pages = sorted(path.parent.name for path in (tmp_path / "output/strandby/byraadet").glob("*/index.html"))
    assert pages == ["2024-05-14"]
    page = (tmp_path / "output/strandby/byraadet/2024-05-14/index.html").read_text("utf-8")
    assert re.findall(r'\bid="([^"]*punkt-1)"', page) == ["punkt-1", "tillaeg-punkt-1"]
    assert "Godkendt." in page
    assert "Stormskade på molen" in page
    assert "Bevilget." in page
