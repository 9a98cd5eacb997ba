"""What a portal answered can be imported: from where fetching keeps it, and as a person saved it."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from tests.fetching.published import Point, framed, section, served_agenda
from tests.fetching.records import STRANDBY, checked, mapped, publish

from referat.fetching.raw_store import RawStore
from referat.importing.inspection import inspect_file
from referat.importing.sources import find_sources
from referat.importing.store import Options, run_import
from referat.importing.understand import MeetingRead
from referat.minutes_file import read
from referat.model import Decision
from referat.vocabulary.portals import municipality_at

BRIDGE = Point(
    title="Havnens bro",
    case="26/118",
    html=framed(section("Beslutning", "Godkendt."), section("Økonomi", "2 mio. kr.")),
    attached=("Kort",),
)
MINUTES = publish(BRIDGE, people=(("Anna Holm (A)", ""),))


def saved(folder: Path, served: object, name: str = "referat.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(served, ensure_ascii=False), encoding="utf-8")
    return path


def served(**fields: Any) -> dict[str, Any]:
    return served_agenda(MINUTES, STRANDBY.host) | fields


def only_meeting(path: Path, municipality: str | None = "Strandby") -> MeetingRead:
    (meeting,) = inspect_file(path, municipality).meetings
    return meeting


def test_a_saved_answer_is_read_as_the_fetched_one_is(tmp_path: Path) -> None:
    meeting = only_meeting(saved(tmp_path, served()))
    assert meeting.minutes.items == mapped(MINUTES).minutes.items
    assert meeting.minutes.meeting.participants == ("Anna Holm (A)",)
    assert meeting.minutes.meeting.source is not None
    assert (meeting.minutes.meeting.source.name, meeting.score) == ("referat.json", 1.0)


def test_what_fetching_kept_is_read_with_all_that_only_the_list_told(tmp_path: Path) -> None:
    one = publish(BRIDGE, end="2026-03-02T19:30:00+01:00")
    RawStore(tmp_path, STRANDBY).keep(checked(one), dt.datetime(2026, 3, 3, 4, tzinfo=dt.UTC))
    (path,) = tmp_path.glob("raw/*/2026/*.json")

    meeting = only_meeting(path).minutes

    assert (meeting.meeting.ends, meeting.items) == (dt.time(19, 30), mapped(one).minutes.items)


def test_a_record_is_written_from_it(tmp_path: Path) -> None:
    path = saved(tmp_path, served())
    (imported,) = run_import(tmp_path, [path], Options(municipality="Strandby"))
    assert [stored.path for stored in imported.stored] == ["content/minutes/strandby/byraadet/2026-03-02.md"]
    minutes, _ = read((tmp_path / imported.stored[0].path).read_text(encoding="utf-8"), "a.md")
    assert minutes is not None
    assert minutes.items[0].parts[0] == Decision(text="Godkendt.")


def test_whose_it_is_is_known_by_the_host_of_its_documents(tmp_path: Path) -> None:
    assert municipality_at("dagsordener.HTK.dk") == "Høje-Taastrup"
    path = saved(tmp_path, served_agenda(MINUTES, "dagsordener.htk.dk"))
    assert only_meeting(path, None).minutes.meeting.municipality == "Høje-Taastrup"
    assert not only_meeting(saved(tmp_path, served()), None).is_complete


def test_an_answer_that_names_no_host_has_attachments_without_addresses(tmp_path: Path) -> None:
    answer = served()
    answer["Dagsordenpunkter"][0]["Felter"][0]["Link"] = ""
    assert only_meeting(saved(tmp_path, answer)).minutes.items[0].sections[-1].text == "- Kort"


@pytest.mark.parametrize("other", [[], {"a": 1}, {"Dagsordner": [], "AntalResultater": 0}, {"Dagsordenpunkter": 3}])
def test_other_json_is_no_document(tmp_path: Path, other: object) -> None:
    (problem,) = inspect_file(saved(tmp_path, other)).problems
    assert problem.code == "file_type_unknown"


def test_an_answer_whose_parts_do_not_agree_is_refused(tmp_path: Path) -> None:
    (problem,) = inspect_file(saved(tmp_path, served(Id="9d3f0000-0000-0000-0000-000000000000"))).problems
    assert problem.code == "fetch_mismatch"


def test_in_a_folder_saved_answers_are_found_and_what_fetching_keeps_is_left_to_it(tmp_path: Path) -> None:
    RawStore(tmp_path, STRANDBY).keep(checked(MINUTES), dt.datetime(2026, 3, 3, 4, tzinfo=dt.UTC))
    path = saved(tmp_path, served())
    saved(tmp_path, {"a": 1}, "andet.json")
    assert find_sources([tmp_path]) == (path,)
