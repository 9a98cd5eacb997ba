"""References to items, as programs for literature read them."""

import datetime as dt
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from referat.site.citing import Reference, bibtex, csl_json

STI = Reference(
    key="strandby-byraadet-2024-09-03-punkt-3",
    municipality="Strandby",
    body="Byrådet",
    date=dt.date(2024, 9, 3),
    kind="Referat",
    number="3",
    title="Cykelsti & bro: 50 % af {prisen}",
    case_number="24/1187",
    url="/strandby/byraadet/2024-09-03/#punkt-3",
    version="kilde SHA-256 803d96e7c284",
)
UNTITLED = replace(STI, title=None, number=None, case_number=None, version=None)
SITE = "https://referat.example"


def fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))


def test_a_bibtex_entry_has_body_date_item_case_address_and_version() -> None:
    told = fields(bibtex([STI], SITE))
    assert told["author"] == "{Strandby Kommune, Byrådet}"
    assert told["title"] == r"{Cykelsti \& bro: 50 \% af \{prisen\}}"
    assert (told["date"], told["note"]) == ("2024-09-03", "Punkt 3, sag 24/1187")
    assert told["url"] == "https://referat.example/strandby/byraadet/2024-09-03/#punkt-3"
    assert told["version"] == "kilde SHA-256 803d96e7c284"
    assert bibtex([STI], SITE).startswith("@misc{strandby-byraadet-2024-09-03-punkt-3,\n")


def test_csl_json_is_a_list_with_an_object_for_each_item() -> None:
    first, second = json.loads(csl_json([STI, UNTITLED], SITE))
    assert first["title"] == "Cykelsti & bro: 50 % af {prisen}"
    assert first["author"] == [{"literal": "Strandby Kommune, Byrådet"}]
    assert first["issued"] == {"date-parts": [[2024, 9, 3]]}
    assert first["URL"] == "https://referat.example/strandby/byraadet/2024-09-03/#punkt-3"
    assert second["title"] == "Punkt uden overskrift"
    assert not second.keys() & {"number", "note", "version"}


def test_what_the_minutes_do_not_tell_is_left_out() -> None:
    assert fields(bibtex([UNTITLED], "")).keys() == {"author", "title", "date", "year", "type", "url", "langid"}


@given(st.text())
def test_no_title_breaks_the_file(title: str) -> None:
    titled = replace(STI, title=title)
    entry = bibtex([titled], SITE)
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert fields(entry).keys() == fields(bibtex([STI], SITE)).keys()
    assert json.loads(csl_json([titled], SITE))[0]["title"] == titled.name
