"""What ``referat fetch`` tells, and how it ends."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fetching.clock import FakeClock
from tests.fetching.portal import AGENDA, LIST, FakePortal, Reply
from tests.fetching.published import Point, Published, framed, guid, section

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode
from referat.commands.fetch import Request, run, show_known
from referat.fetching.due import Wanted

MEETINGS = [Published(id=guid(f"møde {month}"), start=f"2026-{month:02}-06T18:00:00+02:00") for month in (8, 9)]
SETTINGS = """\
[fetch]
contact = "drift@strandby.example"

[fetch.hosts]
Strandby = "firstagenda:{host}"
"""


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def portal() -> Iterator[FakePortal]:
    with FakePortal(MEETINGS) as portal:
        yield portal


@pytest.fixture
def site(tmp_path: Path, portal: FakePortal) -> Path:
    (tmp_path / "site.toml").write_text(SETTINGS.format(host=portal.host), "utf-8")
    return tmp_path


def fetch(site: Path, *municipalities: str, strict: bool = False, dry: bool = False, limit: int | None = None) -> int:
    request = Request(municipalities=municipalities, wanted=Wanted(limit=limit), dry=dry)
    return run(site, request, Terminal(), FakeClock(), strict=strict)


def test_a_log_has_a_line_a_meeting_and_a_table_at_the_end(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(site, "Strandby") is ExitCode.FINE
    assert capsys.readouterr().out.splitlines() == [
        "Strandby: 2 listed (2 new, 0 missing, 0 gone); 2 to ask for",
        "  2026-09-06 Byrådet: new; written content/minutes/strandby/byraadet/2026-09-06.md",
        "  2026-08-06 Byrådet: new; written content/minutes/strandby/byraadet/2026-08-06.md",
        "          listed  new  written  requests",
        "Strandby       2    2        2         4",
    ]


def test_a_person_sees_a_bar_and_only_what_is_news(
    site: Path, portal: FakePortal, capsys: pytest.CaptureFixture[str]
) -> None:
    portal.published[:] = [
        replace(MEETINGS[0], id=guid(f"nr {n}"), start=f"2026-09-{n:02}T18:00:00+02:00") for n in range(1, 26)
    ]
    request = Request(wanted=Wanted())
    run(site, request, Terminal(color=True), FakeClock(), strict=False)
    told = capsys.readouterr()
    assert "Fetching Strandby" in told.err
    assert (told.out + told.err).count("new; written") == 25
    portal.published[0] = replace(portal.published[0], place="Biblioteket")
    run(site, request, Terminal(color=True), FakeClock(), strict=False)
    told = capsys.readouterr()
    assert re.findall(r"2026-09-\d\d Byrådet: [a-z]+", told.out + told.err) == ["2026-09-01 Byrådet: changed"]


def test_who_is_followed_need_not_be_named(site: Path, portal: FakePortal, capsys: pytest.CaptureFixture[str]) -> None:
    fetch(site)
    assert fetch(site) is ExitCode.FINE
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "  2026-09-06 Byrådet: same",
        "  2026-08-06 Byrådet: same",
        "          listed  same  requests",
        "Strandby       2     2         4",
    ]


def test_nothing_is_asked_without_a_contact(site: Path, portal: FakePortal) -> None:
    (site / "site.toml").write_text(SETTINGS.format(host=portal.host).replace("contact", "# contact"), "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "referat", "fetch", "Strandby"], cwd=site, capture_output=True, text=True, check=False
    )
    assert ended.returncode == ExitCode.PROBLEMS
    assert "fetch_contact_missing" in ended.stderr
    assert portal.asked == []


def test_a_contact_that_is_none_is_told_with_its_line(site: Path) -> None:
    (site / "site.toml").write_text('[fetch]\ncontact = "Strandby Indsigt"\n', "utf-8")
    ended = subprocess.run([sys.executable, "-m", "referat", "fetch"], cwd=site, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "site.toml:2:1 error[setting_invalid] contact is no way to reach you" in ended.stderr


def test_the_contact_is_in_every_request(site: Path, portal: FakePortal) -> None:
    fetch(site)
    agents = {asked.headers["user-agent"] for asked in portal.asked}
    assert len(agents) == 1
    assert re.fullmatch(r"referat/[0-9.]+ \(\+mailto:drift@strandby\.example\)", agents.pop())


def test_an_unknown_municipality_stops_no_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(site, "Strandbi", "Strandby") is ExitCode.PROBLEMS
    told = capsys.readouterr()
    assert "Did you mean Strandby" in told.err
    assert "Strandby       2    2        2         4" in told.out


def test_nobody_to_follow_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.toml").write_text('[fetch]\ncontact = "drift@strandby.example"\n', "utf-8")
    assert fetch(tmp_path) is ExitCode.PROBLEMS
    assert "fetch_nobody" in capsys.readouterr().err


def test_a_dry_run_names_what_would_be_asked_for(
    site: Path, portal: FakePortal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fetch(site, dry=True) is ExitCode.FINE
    assert "  2026-09-06 Byrådet: Referat" in capsys.readouterr().out
    assert portal.fetched() == []
    assert not (site / "content").exists()


def test_what_a_limit_leaves_is_counted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fetch(site, limit=1)
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "          listed  new  written  left  requests",
        "Strandby       2    1        1     1         3",
    ]


def test_a_list_that_cannot_be_had_is_an_error(site: Path, portal: FakePortal) -> None:
    portal.always[LIST] = Reply(status=500)
    assert fetch(site) is ExitCode.PROBLEMS


def test_a_meeting_that_cannot_be_had_is_a_warning(site: Path, portal: FakePortal) -> None:
    portal.always[f"{AGENDA}{MEETINGS[0].id}"] = Reply(status=500)
    assert fetch(site) is ExitCode.FINE
    assert fetch(site, strict=True) is ExitCode.PROBLEMS


def test_an_item_that_the_gate_holds_back_is_counted(
    site: Path, portal: FakePortal, capsys: pytest.CaptureFixture[str]
) -> None:
    number = "-".join(["070761", "4285"])
    text = framed(section("Sagsfremstilling", f"Borgeren (cpr. {number}) har klaget over hegnet."))
    portal.published[:] = [replace(MEETINGS[0], items=(Point(title="Klage over et hegn", html=text),))]
    fetch(site)
    told = capsys.readouterr()
    assert re.search(r"held back .*\n.* 1 ", told.out)
    written = "".join(path.read_text("utf-8") for path in (site / "content").rglob("*.*"))
    assert "hegnet" not in written
    assert number not in written + told.out + told.err
    assert number in next(site.glob("raw/*/2026/*.json")).read_text("utf-8")


def test_the_known_municipalities_are_listed_with_their_systems(
    site: Path, portal: FakePortal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show_known(site, Terminal()) is ExitCode.FINE
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Strandby", "firstagenda", portal.host, "site.toml"] in lines
    assert len(lines) == 99


def test_a_person_can_stop_it_and_go_on(site: Path, portal: FakePortal, capsys: pytest.CaptureFixture[str]) -> None:
    class Impatient(FakeClock):
        def sleep(self, seconds: float) -> None:
            if len(self.waits) == 2:
                raise KeyboardInterrupt
            super().sleep(seconds)

    request = Request(wanted=Wanted())
    assert run(site, request, Terminal(), Impatient(), strict=False) is ExitCode.INTERRUPTED
    assert "the same command goes on" in capsys.readouterr().err
    assert fetch(site) is ExitCode.FINE
    assert len(list((site / "content/minutes").rglob("*.md"))) == 2


def test_the_real_command_fetches_from_a_real_portal(site: Path, portal: FakePortal) -> None:
    portal.published[:] = MEETINGS[:1]
    ended = subprocess.run(
        [sys.executable, "-m", "referat", "fetch", "--since", "2026-01-01", "--body", "Byrådet"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    assert (site / "content/minutes/strandby/byraadet/2026-08-06.md").is_file()
    assert min(later.at - earlier.at for earlier, later in zip(portal.asked, portal.asked[1:], strict=False)) >= 1
