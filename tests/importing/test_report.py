"""What was understood is told to people in lines, and to programs as one JSON object a document."""

import json
from pathlib import Path

from referat.importing.inspection import Inspection, inspect_all, inspect_file
from referat.importing.report import describe
from referat.importing.report_json import to_json

TEXT = """REFERAT Byrådet d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 17:00

Mødedeltagere Anna Holm (A), Bo Kjær (V)

Punkt 1: Havnens takster

24/1187

Bilag

Takster.pdf

Indstilling

Det indstilles, at taksterne godkendes.

Beslutning Økonomiudvalget den 07-05-2024

Anbefales.

Beslutning Byrådet den 14-05-2024

Godkendt med 5 stemmer mod 4.

Punkt 2: Lukket

24/55
"""


def inspected(folder: Path, text: str = TEXT) -> Inspection:
    path = folder / "moede.txt"
    path.write_text(text, "utf-8")
    return inspect_file(path, "Strandby")


def test_people_see_the_meeting_its_items_and_the_account(tmp_path: Path) -> None:
    lines = tuple(describe(inspected(tmp_path)))
    assert lines[0].endswith("moede.txt: FirstAgenda, PDF")
    assert lines[1] == "  Strandby, Byrådet, 14. maj 2024 kl. 17.00 (minutes, score 1.00)"
    assert lines[2:5] == (
        "  present: 2, absent: 0",
        "    1 Havnens takster [24/1187]: approved",
        "    2 closed [24/55]",
    )
    assert lines[5] == "  found: 2 items, 1 of them closed, 2 case numbers, 2 decisions, 2 sections"
    assert lines[6].startswith(f"  {len(TEXT)} characters: ")
    assert len(lines) == 7


def test_json_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    told = json.loads(to_json(inspected(tmp_path)))
    assert list(told) == [
        *("format", "score", "municipality", "body", "date", "time", "kind", "participants", "absent", "items"),
        *("diagnostics", "ledger"),
    ]
    assert (told["date"], told["time"], told["kind"]) == ("2024-05-14", "17:00", "minutes")
    first, second = told["items"]
    assert (first["number"], first["case_number"], first["outcome"]) == ("1", "24/1187", "approved")
    assert first["attachments"] == ["Takster.pdf"]
    assert [section["kind"] for section in first["sections"]] == ["attachments", "recommendation"]
    assert first["decisions"][0] | {"votes": []} == {
        "body": "Økonomiudvalget",
        "date": "2024-05-07",
        "outcome": "recommended",
        "text": "Anbefales.",
        "votes": [],
    }
    assert first["decisions"][1]["body"] is None
    assert first["decisions"][1]["votes"][0]["in_favour"]["count"] == 5
    assert (second["title"], second["closed"], second["outcome"]) == (None, True, "none")
    assert {"code", "severity", "line", "message"} == set(told["diagnostics"][0])
    ledger = told["ledger"]
    assert ledger["placed"] + sum(rule["characters"] for rule in ledger["dropped"]) == ledger["characters"]


def test_a_file_with_several_meetings_has_the_others_beside_the_first(tmp_path: Path) -> None:
    told = json.loads(to_json(inspected(tmp_path, TEXT + "\n" + TEXT.replace("14-05-2024", "11-06-2024"))))
    assert [meeting["date"] for meeting in told["further_meetings"]] == ["2024-06-11"]


def test_what_is_no_minutes_is_told_with_nulls(tmp_path: Path) -> None:
    inspection = inspected(tmp_path, "En opskrift på kage")
    told = json.loads(to_json(inspection))
    assert (told["format"], told["date"], told["items"], told["ledger"]) == (None, None, [], None)
    assert [problem["code"] for problem in told["diagnostics"]] == ["not_minutes"]
    assert tuple(describe(inspection)) == (f"{inspection.path}: not understood",)


def test_unknown_values_are_null(tmp_path: Path) -> None:
    path = tmp_path / "moede.txt"
    path.write_text(TEXT, "utf-8")
    assert json.loads(to_json(inspect_file(path)))["municipality"] is None


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    inspected(tmp_path)
    bad, good = inspect_all([tmp_path / "a.txt", tmp_path / "moede.txt"])
    assert bad.format is None
    assert good.format is not None


def test_each_item_and_what_is_said_of_it_has_its_line(tmp_path: Path) -> None:
    told = json.loads(to_json(inspected(tmp_path)))
    lines = TEXT.splitlines()
    assert [lines[item["line"] - 1] for item in told["items"]] == ["Punkt 1: Havnens takster", "Punkt 2: Lukket"]
    closed = next(problem for problem in told["diagnostics"] if problem["code"] == "closed_item")
    assert lines[closed["line"] - 1] == "Punkt 2: Lukket"


CONTENTS = "Indholdsfortegnelse\n\nHavnens takster.....\t2\nBroen.....\t3\nLukket.....\t4\n\n"


def test_what_was_dropped_is_told_with_its_lines_when_asked_for(tmp_path: Path) -> None:
    inspection = inspected(tmp_path, TEXT.replace("Punkt 1", f"{CONTENTS}Punkt 1"))
    assert "    contents-list, line 7-11: Indholdsfortegnelse Havnens takster..... 2 Broen..... 3 Luk…" in describe(
        inspection, verbose=True
    )
    assert not any("contents-list, line" in line for line in describe(inspection))
    dropped = {by["rule"]: by["lines"] for by in json.loads(to_json(inspection))["ledger"]["dropped"]}
    assert dropped["contents-list"] == [[7, 11]]
    assert dropped["layout"] == []


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    text = TEXT.replace("Punkt 1", f"{CONTENTS}Punkt 1").replace("Punkt 2: Lukket", "Punkt 3: Lukket")
    text = text.replace("Beslutning ", "Drøftelse ")
    missing = [line for line in describe(inspected(tmp_path, text)) if line.startswith("  missing: ")]
    assert "  missing: No item has the number 2" in missing
    assert any("Broen (line 10)" in line for line in missing)
    assert any("no item of it has a decision" in line for line in missing)


def test_an_unsure_reading_is_a_warning(tmp_path: Path) -> None:
    text = "Referat\n\n1. Havnens takster\n\n2. Broen\n\nBeslutning\n\nGodkendt.\n\n3. Eventuelt\n"
    told = json.loads(to_json(inspected(tmp_path, text)))
    assert told["score"] < 0.5
    assert "score_low" in [problem["code"] for problem in told["diagnostics"] if problem["severity"] == "warning"]


def test_what_must_not_be_published_is_in_no_line_of_the_report(tmp_path: Path) -> None:
    text = TEXT.replace("Punkt 1", f"{CONTENTS}Punkt 1").replace("Broen", "Broen, 010190-1234")
    inspection = inspected(tmp_path, text)
    assert "contents-list" in " ".join(describe(inspection, verbose=True))
    assert "1234" not in " ".join(describe(inspection, verbose=True)) + to_json(inspection)
