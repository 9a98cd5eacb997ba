"""The client asks slowly, within bounds, and nobody but the portal. The portal is a real server on this machine."""

import gzip
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.fetching.clock import FakeClock
from tests.fetching.portal import AGENDA, JSON, LOG_ON, FakePortal, Reply
from tests.fetching.portal import LIST as LISTING
from tests.fetching.published import Published, guid

from referat.fetching.client import LIST, ONE, Client
from referat.fetching.faults import HostStoppedError, UnavailableError
from referat.fetching.manners import Manners
from referat.fetching.provider import LogOn, Portal

MEETING = Published(id=guid("oktober"), start="2026-10-06T18:00:00+02:00")
PATH = f"{AGENDA}{MEETING.id}"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def portal(clock: FakeClock) -> Iterator[FakePortal]:
    with FakePortal([MEETING], clock.monotonic) as portal:
        yield portal


def client(portal: FakePortal, clock: FakeClock, manners: Manners = Manners(), agent: str = "referat/test") -> Client:
    asked = Portal(municipality="Strandby", provider="firstagenda", host=portal.host)
    return Client(asked, agent, LogOn(refusal=LOG_ON.lower()), manners, clock)


def json_reply(body: bytes, **changes: object) -> Reply:
    return Reply(body=body, **changes)  # type: ignore[arg-type]


def test_the_cookie_comes_from_the_front_page_and_every_call_carries_it(portal: FakePortal, clock: FakeClock) -> None:
    with client(portal, clock) as asking:
        assert b"Udvalg" in asking.get(LISTING).body
    assert portal.paths == ["/", LISTING]


def test_a_call_that_is_sent_for_a_cookie_gets_one_and_is_made_again(portal: FakePortal, clock: FakeClock) -> None:
    portal.always["/"] = Reply(status=404)
    with client(portal, clock) as asking:
        assert b"Udvalg" in asking.get(LISTING).body
    assert [path.partition("?")[0] for path in portal.paths] == ["/", LISTING, LOG_ON, LISTING]


def test_a_cookie_that_runs_out_is_renewed_and_no_call_is_lost(portal: FakePortal, clock: FakeClock) -> None:
    portal.cookie_lasts = 2
    with client(portal, clock) as asking:
        answers = [asking.get(PATH).body for _ in range(5)]
    assert len(set(answers)) == 1
    assert sum(path.startswith(LOG_ON) for path in portal.paths) == 2


def test_a_portal_that_never_takes_its_own_cookie_is_not_asked_for_ever(portal: FakePortal, clock: FakeClock) -> None:
    portal.cookie_lasts = 0
    with client(portal, clock) as asking, pytest.raises(HostStoppedError) as stopped:
        asking.get(LISTING)
    assert stopped.value.problem.code == "fetch_log_on_failed"
    assert len(portal.asked) < 10


def test_cookies_are_not_renewed_without_end(portal: FakePortal, clock: FakeClock) -> None:
    portal.cookie_lasts = 1
    with client(portal, clock, Manners(most_log_ons=3)) as asking:
        for _ in range(4):
            asking.get(PATH)
        with pytest.raises(HostStoppedError) as stopped:
            asking.get(PATH)
    assert stopped.value.problem.code == "fetch_log_on_failed"


@pytest.mark.parametrize(
    "location",
    [
        "https://andensteds.example/api",
        "http://169.254.169.254/latest/meta-data",
        "//andensteds.example/",
        "http://127.0.0.1:1/api",
        "file:///etc/passwd",
        "http://[1/",
        "",
    ],
)
def test_nobody_but_the_portal_is_ever_asked(portal: FakePortal, clock: FakeClock, location: str) -> None:
    portal.always[PATH] = Reply(status=302, headers=(("location", location),))
    with client(portal, clock) as asking, pytest.raises(UnavailableError) as refused:
        asking.get(PATH)
    assert refused.value.problem.code == "fetch_redirect_refused"


def test_a_chain_of_redirects_is_followed_three_steps(portal: FakePortal, clock: FakeClock) -> None:
    for step in range(20):
        portal.always[f"/{step}"] = Reply(status=302, headers=(("location", f"/{step + 1}"),))
    portal.always["/20"] = json_reply(b"{}")
    with client(portal, clock) as asking:
        assert asking.get("/17").body == b"{}"
        portal.forget()
        with pytest.raises(UnavailableError) as refused:
            asking.get("/0")
    assert refused.value.problem.code == "fetch_redirect_refused"
    assert portal.paths == ["/0", "/1", "/2", "/3"]


def test_calls_are_a_second_apart_and_on_one_connection(portal: FakePortal, clock: FakeClock) -> None:
    with client(portal, clock) as asking:
        for _ in range(6):
            asking.get(PATH)
    times = [asked.at for asked in portal.asked]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1
    assert {asked.connection for asked in portal.asked} == {1}


def test_the_operator_can_see_who_asks(portal: FakePortal, clock: FakeClock) -> None:
    with client(portal, clock, agent="referat/1 (+mailto:drift@strandby.example)") as asking:
        asking.get(PATH)
    assert {asked.headers["user-agent"] for asked in portal.asked} == {"referat/1 (+mailto:drift@strandby.example)"}
    assert portal.asked[-1].headers["accept"] == "application/json"


def test_a_run_asks_only_so_many_questions(portal: FakePortal, clock: FakeClock) -> None:
    with client(portal, clock, Manners(most_requests=4)) as asking:
        for _ in range(3):
            asking.get(PATH)
        with pytest.raises(HostStoppedError) as stopped:
            asking.get(PATH)
    assert stopped.value.problem.code == "fetch_bound_reached"
    assert len(portal.asked) == 4


@pytest.mark.parametrize(
    ("status", "retry_after", "waited"),
    [
        (429, "2", 2),
        (429, "Mon, 23 Nov 2026 02:00:31 GMT", 30),
        (429, None, 60),
        (503, "om lidt", 60),
        (503, "600", 600),
    ],
)
def test_a_busy_portal_is_left_alone_for_as_long_as_it_asks(
    portal: FakePortal, clock: FakeClock, status: int, retry_after: str | None, waited: float
) -> None:
    headers = (("retry-after", retry_after),) if retry_after else ()
    portal.replies[PATH] = [Reply(status=status, headers=headers)]
    with client(portal, clock) as asking:
        assert b"Moede" in asking.get(PATH).body
    assert max(clock.waits) == pytest.approx(waited, abs=1)
    assert portal.paths == ["/", PATH, PATH]


def test_a_portal_that_is_busy_twice_is_left_alone_until_the_next_run(portal: FakePortal, clock: FakeClock) -> None:
    portal.always[PATH] = Reply(status=429, headers=(("retry-after", "2"),))
    with client(portal, clock) as asking, pytest.raises(HostStoppedError) as stopped:
        asking.get(PATH)
    assert stopped.value.problem.code == "fetch_busy"
    assert portal.paths == ["/", PATH, PATH]


def test_a_portal_that_wants_an_hour_is_left_alone_until_the_next_run(portal: FakePortal, clock: FakeClock) -> None:
    portal.always[PATH] = Reply(status=503, headers=(("retry-after", "3600"),))
    with client(portal, clock) as asking, pytest.raises(HostStoppedError):
        asking.get(PATH)
    assert portal.paths == ["/", PATH]
    assert max(clock.waits) <= 1


def test_one_error_is_forgiven(portal: FakePortal, clock: FakeClock) -> None:
    portal.replies[PATH] = [Reply(status=500)]
    with client(portal, clock) as asking:
        assert b"Moede" in asking.get(PATH, ONE).body
    assert portal.paths == ["/", PATH, PATH]


def test_a_lasting_error_is_asked_about_twice_and_the_list_four_times(portal: FakePortal, clock: FakeClock) -> None:
    portal.always[PATH] = portal.always[LISTING] = Reply(status=500)
    with client(portal, clock) as asking:
        with pytest.raises(UnavailableError):
            asking.get(PATH, ONE)
        assert portal.paths.count(PATH) == 2
        with pytest.raises(UnavailableError):
            asking.get(LISTING, LIST)
    assert portal.paths.count(LISTING) == 4
    assert [wait for wait in clock.waits if wait > 1] == [2, 2, 8, 32]


@pytest.mark.parametrize("status", [400, 403, 404, 410, 418])
def test_other_refusals_are_taken_at_their_word(portal: FakePortal, clock: FakeClock, status: int) -> None:
    portal.always[PATH] = Reply(status=status)
    with client(portal, clock) as asking, pytest.raises(UnavailableError) as refused:
        asking.get(PATH)
    assert refused.value.problem.message == f"The portal answered {status}"
    assert portal.paths == ["/", PATH]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(delay=0.6, body=b"{}"),
        Reply(drip=0.05, body=b"{" + b" " * 40 + b"}"),
    ],
    ids=["it says nothing", "it drips"],
)
def test_a_slow_answer_is_given_up(portal: FakePortal, clock: FakeClock, reply: Reply) -> None:
    portal.replies[PATH] = [reply, reply]
    with client(portal, clock, Manners(read=0.3, total=0.5)) as asking:
        with pytest.raises(UnavailableError) as slow:
            asking.get(PATH)
        assert b"Moede" in asking.get(PATH).body
    assert slow.value.problem.code == "fetch_timeout"


def test_an_answer_that_is_cut_off_is_asked_for_again(portal: FakePortal, clock: FakeClock) -> None:
    portal.replies[PATH] = [json_reply(b'{"Dagsorden', length=4000)]
    with client(portal, clock) as asking:
        assert b"Moede" in asking.get(PATH).body
    assert portal.paths == ["/", PATH, PATH]


def test_an_answer_without_end_is_given_up_at_once(portal: FakePortal, clock: FakeClock) -> None:
    portal.always[PATH] = json_reply(b" " * 3_000_000)
    with client(portal, clock, Manners(most_bytes=1_000_000)) as asking, pytest.raises(UnavailableError) as refused:
        asking.get(PATH)
    assert refused.value.problem.code == "fetch_too_large"
    assert portal.paths == ["/", PATH]


def test_a_packed_answer_is_unpacked_and_measured_as_it_is_then(portal: FakePortal, clock: FakeClock) -> None:
    packed = (("content-type", JSON), ("content-encoding", "gzip"))
    portal.always[PATH] = Reply(body=gzip.compress(b'{"Id": "x"}'), headers=packed)
    portal.always["/stor"] = Reply(body=gzip.compress(b" " * 3_000_000), headers=packed)
    with client(portal, clock, Manners(most_bytes=1_000_000)) as asking:
        assert asking.get(PATH).body == b'{"Id": "x"}'
        with pytest.raises(UnavailableError) as refused:
            asking.get("/stor")
    assert refused.value.problem.code == "fetch_too_large"


def test_a_portal_with_validators_is_asked_only_for_what_is_new(portal: FakePortal, clock: FakeClock) -> None:
    portal.etags = True
    with client(portal, clock) as asking:
        first = asking.get(PATH)
    with client(portal, clock) as asking:
        asking.remember(first)
        assert asking.get(PATH) == first
    assert portal.asked[-1].headers["if-none-match"] == first.etag


def test_a_portal_without_validators_is_asked_without_conditions(portal: FakePortal, clock: FakeClock) -> None:
    with client(portal, clock) as asking:
        asking.remember(asking.get(PATH))
        asking.get(PATH)
    assert not any("if-none-match" in asked.headers for asked in portal.asked)


def test_a_portal_that_is_not_there_is_told(clock: FakeClock) -> None:
    with FakePortal() as gone:
        portal = Portal(municipality="Strandby", provider="firstagenda", host=gone.host)
    with Client(portal, "referat/test", clock=clock) as asking, pytest.raises(UnavailableError) as failed:
        asking.get(LISTING, LIST)
    assert failed.value.problem.code == "fetch_failed"
    assert [wait for wait in clock.waits if wait > 1] == [2, 8, 32]
