"""What goes wrong costs the meeting that it happens to, and nothing else. A list is believed whole or not at all."""

import json
from typing import Any

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.portal import AGENDA, LIST, Reply
from tests.fetching.published import guid, served_agenda, served_list
from tests.fetching.summer import MEETINGS

from referat.fetching.events import Stopped
from referat.fetching.manners import Manners

FIFTH = MEETINGS[4]
PATH = f"{AGENDA}{FIFTH.id}"
HTML = (("content-type", "text/html; charset=utf-8"),)


def json_of(value: Any) -> Reply:
    return Reply(body=json.dumps(value).encode())


def the_list(**changes: Any) -> dict[str, Any]:
    """The list, with the first row changed."""
    told = served_list(MEETINGS)
    told["Udvalg"]["Udvalg 2026-2029"][0]["Moeder"][0] |= changes
    return told


DEEP = b'{"Andet": ' + b"[" * 100_000 + b"]" * 100_000 + b", %b"
"""The beginning of an answer that has one thing more than it should."""
WHOLE = json.dumps(served_agenda(FIFTH, "x")).encode()


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=500), "fetch_refused"),
        (Reply(body=WHOLE[:300]), "fetch_unreadable"),
        (Reply(body=WHOLE[:300], length=len(WHOLE)), "fetch_failed"),
        (Reply(body=b"<!doctype html><title>Vedligehold</title>", headers=HTML), "fetch_no_json"),
        (Reply(body=b""), "fetch_unreadable"),
        (Reply(body=b'{"Dagsordenpunkter": []}'), "fetch_unreadable"),
        (json_of(served_agenda(MEETINGS[0], "x")), "fetch_mismatch"),
        (json_of(served_agenda(replace(FIFTH, start="2026-08-06T19:00:00+02:00"), "x")), "fetch_mismatch"),
        (json_of(served_agenda(replace(FIFTH, committee="Andet", committee_id=guid("andet")), "x")), "fetch_mismatch"),
        (Reply(body=WHOLE.decode().encode("utf-16")), "fetch_unreadable"),
        (Reply(body=DEEP % WHOLE[1:]), "fetch_unreadable"),
    ],
)
def test_an_answer_that_cannot_be_trusted_is_not_kept(site: Site, reply: Reply, code: str) -> None:
    site.portal.published[:] = MEETINGS
    site.portal.always[PATH] = reply
    run = site.fetch()
    assert run.codes == [code]
    assert len(site.records) == 5
    assert not list(site.root.glob(f"raw/*/2026/{FIFTH.id}*"))
    site.portal.always.clear()
    later = site.fetch()
    assert later.outcomes == {"byraadet/2026-08-06.md": "written"}


@pytest.mark.parametrize(
    "headers",
    [
        (("content-type", "application/json; charset=iso-8859-1"),),
        (("content-type", "application/json"),),
    ],
)
def test_json_is_utf_8_whatever_the_header_says(site: Site, headers: tuple[tuple[str, str], ...]) -> None:
    site.portal.published[:] = MEETINGS
    body = json.dumps(served_agenda(FIFTH, "x"), ensure_ascii=False).encode()
    site.portal.always[PATH] = Reply(body=b"\xef\xbb\xbf" + body, headers=headers)
    assert site.fetch().codes == []
    assert "Bænke i anlægget" in site.records["byraadet/2026-08-06.md"]


def test_a_meeting_that_hangs_does_not_keep_the_others_waiting(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    site.portal.always[PATH] = Reply(delay=0.4)
    run = site.fetch(manners=Manners(read=0.2))
    assert run.codes == ["fetch_timeout"]
    assert len(site.records) == 5


LISTS: dict[str, Reply] = {
    "an error": Reply(status=500),
    "a page": Reply(body=b"<p>Vedligehold</p>", headers=HTML),
    "cut off": Reply(body=json.dumps(served_list(MEETINGS)).encode()[:900]),
    "a list": json_of([]),
    "without committees": json_of({"Udvalg": None}),
    "a row without a start": json_of(the_list(MeetingBeginUtc=None)),
    "a row with half a start": json_of(the_list(MeetingBeginUtc="2026-11")),
    "a row that does not say whether it is minutes": json_of(the_list(Afsluttet=None)),
    "arrays without end": Reply(body=DEEP % json.dumps(served_list(MEETINGS)).encode()[1:]),
    "an id that stands twice": json_of(the_list(Id=MEETINGS[0].id.upper())),
}


@pytest.mark.parametrize("reply", LISTS.values(), ids=LISTS)
def test_a_list_with_a_fault_is_no_list(followed: Site, reply: Reply) -> None:
    before = followed.files()
    followed.portal.always[LIST] = reply
    for _ in range(3):
        run = followed.fetch_next_day()
        assert [type(one) for one in run.told[:1]] == [Stopped]
    assert followed.files() == before
    assert followed.portal.fetched() == []


@pytest.mark.parametrize("rows", [None, []])
def test_a_body_without_meetings_is_no_fault(site: Site, rows: list[Any] | None) -> None:
    told = served_list(MEETINGS)
    told["Udvalg"] |= {"Råd & nævn «2»": [{"Id": guid("ældreråd"), "Navn": "Ældrerådet", "Moeder": rows}]}
    site.portal.published[:] = MEETINGS
    site.portal.always[LIST] = json_of(told)
    assert site.fetch().codes == []
    assert len(site.records) == 6
