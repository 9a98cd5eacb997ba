"""From a document to the site: what must not be published is written nowhere. All identifiers are made up."""

import datetime as dt
import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.planting.disguises import ALL, Disguise
from tests.planting.places import ITEM_PLACES, ItemPlace
from tests.planting.traces import traces_in

from referat.cli import main
from referat.minutes_file import normalise_minutes, write
from referat.model import AgendaItem, Decision, Meeting, Minutes
from referat.privacy.gate import screen
from referat.privacy.output import screen_output
from referat.site.build import build_site
from referat.site.report import BuildOptions

NUMBER = "-".join(("150365", "1234"))
MINUTES = f"""# Referat

Strandby Kommune
Byrådet
14. maj 2024 kl. 17.00

## 1. Ansøgning om carport

Sagsnr.: 24/1187

Ansøgeren, cpr {NUMBER}, ring på 27 94 61 38 eller skriv til anna.holm@gmail.com, ønsker en carport.

Beslutning

Godkendt.

## 2. Budget

Skriv til anna.holm@gmail.com.

Beslutning

Godkendt.
"""


def run(*arguments: str) -> int:
    """The command as a person calls it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["referat", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)


def test_from_import_to_site_nothing_private_is_written_or_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    document = raw / f"brev-{NUMBER}.md"
    document.write_text(MINUTES, encoding="utf-8")
    site = str(tmp_path)

    assert run("import", "-C", site, "--municipality", "Strandby", str(document)) in (0, 1)
    run("import", "-C", site, "--municipality", "Strandby", str(document))
    run("inspect", str(document), "--municipality", "Strandby", "--json", "-v")
    assert run("build", "-C", site) == 3
    assert run("build", "-C", site, "--strict", "--json", "--force") == 1
    run("check", "-C", site, "-v")

    said = capfd.readouterr()
    (record,) = (tmp_path / "content/minutes").rglob("*.md")
    text = record.read_text(encoding="utf-8")
    assert "Tilbageholdt: ja" in text
    assert "[e-mailadresse fjernet]" in text
    document.unlink()
    (tmp_path / "said.txt").write_text(said.out + said.err, encoding="utf-8")
    assert "cpr_held_back" in said.err
    assert traces_in(tmp_path, {"1503651234", "27946138"}) == {}
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"anna.holm" not in everything


def test_a_released_false_alarm_is_published_until_its_day_has_passed(tmp_path: Path) -> None:
    record = tmp_path / "content/minutes/strandby/byraadet/2024-05-14.md"
    record.parent.mkdir(parents=True)
    record.write_text(
        "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n\n## 1. Vagt\n\nRing på 44 55 66 77.\n",
        encoding="utf-8",
    )
    (tmp_path / "content/reviewed.toml").write_text(
        '[[reviewed]]\npath = "content/minutes/strandby/byraadet/2024-05-14.md"\nplace = "item 1, its text"\n'
        'kind = "phone"\ntext = "44556677"\nreason = "Kommunens vagttelefon"\nuntil = 2026-12-31\n',
        encoding="utf-8",
    )
    page = tmp_path / "output/strandby/byraadet/2024-05-14/index.html"

    report = build_site(tmp_path, BuildOptions(today=lambda: dt.date(2026, 12, 31)))
    assert (report.privacy, report.held_back) == ((), 0)
    assert "44 55 66 77" in page.read_text(encoding="utf-8")

    report = build_site(tmp_path, BuildOptions(today=lambda: dt.date(2027, 1, 1)))
    assert {problem.code for problem in report.privacy} == {"phone_taken_out", "review_outdated"}
    assert "44 55 66 77" not in page.read_text(encoding="utf-8")
    assert "[telefonnummer fjernet]" in page.read_text(encoding="utf-8")


def test_a_page_and_a_file_s_name_pass_the_gate_as_well(tmp_path: Path) -> None:
    pages = tmp_path / "content/pages"
    pages.mkdir(parents=True)
    (pages / "om.md").write_text("---\ntitle: Om\n---\n\nSkriv til anna@gmail.com.\n", encoding="utf-8")
    (pages / "sag.md").write_text(f"---\ntitle: Sag\n---\n\nFra {NUMBER}.\n", encoding="utf-8")
    (pages / f"{NUMBER}.md").write_text("---\ntitle: Navn\n---\n\nTekst.\n", encoding="utf-8")

    report = build_site(tmp_path, BuildOptions(search=False))

    assert report.held_back == 2
    assert {problem.code for problem in report.privacy} == {"email_taken_out", "page_held_back", "name_held_back"}
    assert "[e-mailadresse fjernet]" in (tmp_path / "output/om/index.html").read_text(encoding="utf-8")
    assert traces_in(tmp_path / "output", {"1503651234"}) == {}
    assert NUMBER not in repr(report)


def test_a_theme_s_file_with_a_number_is_held_back(tmp_path: Path) -> None:
    theme = tmp_path / "themes/default/js"
    theme.mkdir(parents=True)
    (theme / "egen.js").write_text(f'console.log("{NUMBER}")\n', encoding="utf-8")

    report = build_site(tmp_path, BuildOptions(search=False))

    assert [problem.code for problem in report.privacy] == ["file_held_back"]
    assert traces_in(tmp_path / "output", {"1503651234"}) == {}


sure = st.sampled_from([disguise for disguise in ALL if disguise.sure])


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(sure, st.sampled_from(ITEM_PLACES), st.randoms(use_true_random=False))
def test_no_disguise_gets_past_the_gate_at_any_place(disguise: Disguise, place: ItemPlace, chance: Random) -> None:
    if disguise.block and not place.takes_lines:
        return
    plant = disguise.write(chance)
    item = AgendaItem(number="1", title="Orientering", parts=(Decision(text="Taget til efterretning."),))
    meeting = Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14))
    minutes = normalise_minutes(Minutes(meeting=meeting, items=(place.put(item, plant.written),)))

    screened = screen(minutes, "a.md")
    text = write(screened.minutes)

    assert screen(screened.minutes, "a.md").minutes == screened.minutes
    assert plant.known_by not in "".join(filter(str.isalnum, text + repr(screened.problems)))
    assert screen_output(text) == frozenset()
    assert screen_output(json.dumps({"text": write(minutes)})) >= {disguise.kind} - {"phone"}
