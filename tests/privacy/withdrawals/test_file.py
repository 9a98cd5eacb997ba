"""The list of withdrawals can be edited by hand, and what cannot be read in it is told with its line."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.model import MinutesKind
from referat.privacy.withdrawals import FILE, Scope, Withdrawal, load_withdrawals, refuse_unreadable
from referat.privacy.withdrawals.entry import DIGEST, check_of, digest_of
from referat.privacy.withdrawals.file import add_withdrawal, read_withdrawals, write_entry
from referat.problems import ProblemError, Severity
from referat.vocabulary.withdrawal_marks import plain_reason

DAY = dt.date(2026, 3, 2)
BY_HAND = """\
# Aftalt med sekretariatet.
[[withdrawal]]
address = "https://referat.example/strandby/byraadet/2024-05-14/#punkt-2"
date = 2026-03-02
reason = "En borger har bedt om det."
"""


def test_an_entry_by_hand_needs_an_address_and_a_date() -> None:
    (entry,) = read_withdrawals(BY_HAND)[0].entries

    assert (entry.address, entry.date) == ("/strandby/byraadet/2024-05-14/#punkt-2", DAY)
    assert (entry.scope, entry.line) == (Scope.ITEM, 2)


@pytest.mark.parametrize(
    ("fragment", "scope", "anchor", "passage"),
    [
        ("", Scope.MEETING, "", None),
        ("punkt-2", Scope.ITEM, "punkt-2", None),
        ("tillaeg-punkt-12-a", Scope.ITEM, "tillaeg-punkt-12-a", None),
        ("punkt-2-kdfbhmr", Scope.PASSAGE, "punkt-2", "kdfbhmr"),
        ("punkt-2-kdfbhmr-3", Scope.PASSAGE, "punkt-2", "kdfbhmr"),
        ("punkt-2-2-kdfbhmr", Scope.PASSAGE, "punkt-2-2", "kdfbhmr"),
    ],
)
def test_an_address_says_what_is_withdrawn(fragment: str, scope: Scope, anchor: str, passage: str | None) -> None:
    entry = Withdrawal(address=f"/strandby/byraadet/2024-05-14-2/#{fragment}".rstrip("#"), date=DAY)

    assert (entry.scope, entry.anchor, entry.passage) == (scope, anchor, passage)
    assert (entry.municipality, entry.body, entry.day) == ("strandby", "byraadet", dt.date(2024, 5, 14))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[[withdrawal]]\naddress = /strandby/\n", "withdrawals_syntax", 2),
        ("withdrawal = 3\n", "withdrawals_syntax", 1),
        ('[[withdrawal]]\naddress = "/strandby/"\ndate = 2026-03-02\n', "withdrawal_invalid", 2),
        ('[[withdrawal]]\naddress = "/s/b/2024-02-31/"\ndate = 2026-03-02\n', "withdrawal_invalid", 2),
        ('[[withdrawal]]\naddress = "/s/b/2024-05-14/"\n', "withdrawal_invalid", 1),
        ('[[withdrawal]]\naddress = "/s/b/2024-05-14/"\ndate = "i går"\n', "withdrawal_invalid", 3),
        (BY_HAND + 'title = "Klage over hegn"\n', "withdrawal_invalid", 6),
        (BY_HAND + "\n" + BY_HAND.replace("2026-03-02", '"2. marts"'), "withdrawal_invalid", 10),
    ],
)
def test_what_cannot_be_read_stops_everything_and_names_its_line(text: str, code: str, line: int) -> None:
    _, (problem,) = read_withdrawals(text)

    assert (problem.code, problem.line, problem.path) == (code, line, FILE)
    with pytest.raises(ProblemError):
        refuse_unreadable([problem])


def test_an_unknown_key_is_told_and_its_entry_counts() -> None:
    found, (problem,) = read_withdrawals(BY_HAND + 'reson = "x"\n')

    assert len(found.entries) == 1
    assert (problem.code, problem.severity, problem.line) == ("withdrawal_key_unknown", Severity.WARNING, 6)
    refuse_unreadable([problem])


def test_a_site_without_a_list_has_withdrawn_nothing(tmp_path: Path) -> None:
    found, problems = load_withdrawals(tmp_path)
    assert (found.entries, problems) == ((), ())


def test_a_list_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_bytes(b"\xff")
    assert [problem.code for problem in load_withdrawals(tmp_path)[1]] == ["withdrawals_unreadable"]


def test_a_new_entry_is_written_below_what_a_person_wrote(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text(BY_HAND, "utf-8")
    new = Withdrawal(address="/strandby/byraadet/2024-06-11/", date=DAY)
    add_withdrawal(tmp_path, new)

    assert (tmp_path / FILE).read_text("utf-8").startswith(BY_HAND)
    assert [entry.key for entry in load_withdrawals(tmp_path)[0].entries][1:] == [new.key]


REASONS = st.text(max_size=30).map(lambda text: "".join(filter(str.isprintable, text))).map(plain_reason)
FRAGMENTS = st.sampled_from(["", "#punkt-2", "#punkt-2-kdfbhmr", "#tillaeg-punkt-7"])


@given(
    st.builds(
        Withdrawal,
        address=FRAGMENTS.map("/strandby/byraadet/2024-05-14/{}".format),
        date=st.dates(),
        reason=REASONS,
        attachment=st.none() | st.text(max_size=9).map(digest_of),
        kind=st.sampled_from(MinutesKind),
        case=st.none() | st.sampled_from(["24/1187", 'a"b\\']),
        title=st.none() | st.text(max_size=9).map(check_of),
        origin=st.none() | st.text(max_size=9).map(digest_of),
        line=st.just(1),
    )
)
def test_every_entry_is_read_as_it_was_written(entry: Withdrawal) -> None:
    found, problems = read_withdrawals(write_entry(entry))

    assert problems == ()
    assert found.entries == (entry,)


def test_the_list_tells_neither_a_title_nor_where_an_attachment_lies() -> None:
    address = "https://dagsordener.strandby.example/anna-holm.pdf"
    assert DIGEST.fullmatch(digest_of(address))
    assert digest_of(address) == digest_of(address.replace("-", "%2D"))
    assert len(check_of("Klage fra Anna Holm")) == 3
