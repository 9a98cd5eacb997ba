"""The records of a part are read once: again only those that changed, and all when the rules changed."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from referat.model import MinutesKind
from referat.privacy.policy import STRICT, Policy, Release
from referat.privacy.withdrawals import Withdrawal, Withdrawals
from referat.problems import Problem
from referat.site.parts import intake
from referat.site.parts.intake import Intake, Order, read_records, take_in
from referat.site.reading import ReadRecord, Rules, record_of
from referat.site.texts import Text, find_texts

RECORD = "---\nmunicipality: {}\nbody: Byrådet\ndate: {}\n---\n\n## 1. Havnebad\n\nSagsnr.: 24/1187\n"
FOLDER = "content/minutes/strandby"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that were parsed and screened, in order."""
    seen: list[str] = []

    def noted(text: str | Problem, path: str, rules: Rules) -> ReadRecord:
        seen.append(path.rpartition("/")[2])
        return record_of(text, path, rules)

    monkeypatch.setattr(intake, "record_of", noted)
    return seen


def write(root: Path, name: str, municipality: str = "Strandby", date: str = "2024-05-14") -> None:
    path = root / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RECORD.format(municipality, date), "utf-8")


def take(root: Path, rules: Rules | None = None, last: Intake | None = None) -> Intake:
    known = {text.path: text for text in last.texts} if last else {}
    return take_in(
        Order(
            root=root,
            cache=root / ".cache",
            part="strandby",
            texts=find_texts(root, known),
            rules=rules or Rules(policy=STRICT, withdrawals=Withdrawals()),
        )
    )


def test_only_the_record_that_changed_is_read_again(tmp_path: Path, read: list[str]) -> None:
    write(tmp_path, "a.md")
    write(tmp_path, "b.md", date="2024-06-04")
    first = take(tmp_path)
    assert read == ["a.md", "b.md"]
    write(tmp_path, "b.md", date="2024-06-11")
    second = take(tmp_path, last=first)
    assert read == ["a.md", "b.md", "b.md"]
    assert first.digest != second.digest
    dates = [str(record.minutes.meeting.date) for record in read_records(tmp_path / ".cache", second) or ()]
    assert dates == ["2024-05-14", "2024-06-11"]


def test_records_with_new_times_and_the_same_bytes_are_the_same(tmp_path: Path, read: list[str]) -> None:
    write(tmp_path, "a.md")
    first = take(tmp_path)
    write(tmp_path, "a.md")
    second = take(tmp_path)
    assert (second.digest, read) == (first.digest, ["a.md"])


def test_other_rules_are_another_reading(tmp_path: Path, read: list[str]) -> None:
    write(tmp_path, "a.md")
    first = take(tmp_path)
    for policy in (Policy(domains=frozenset({"strandby.example"})), Policy(phones=frozenset({"33445566"}))):
        assert take(tmp_path, Rules(policy=policy, withdrawals=Withdrawals())).digest != first.digest
    assert read == ["a.md"] * 3


def test_a_withdrawal_or_a_review_elsewhere_is_no_other_rule(tmp_path: Path, read: list[str]) -> None:
    write(tmp_path, "a.md")
    first = take(tmp_path)
    date = find_date()
    elsewhere = Withdrawal(address="/egedalen/byraadet/2024-05-14/", date=date, kind=MinutesKind.MINUTES)
    review = Release(path="content/minutes/egedalen/x.md", place="item 1", kind="phone", text="1", until=date, line=1)
    rules = Rules(policy=replace(STRICT, releases=(review,)), withdrawals=Withdrawals((elsewhere,)))
    assert take(tmp_path, rules).digest == first.digest
    own = replace(elsewhere, address="/strandby/byraadet/2024-05-14/")
    assert take(tmp_path, Rules(policy=STRICT, withdrawals=Withdrawals((own,)))).digest != first.digest
    assert read == ["a.md", "a.md"]


def find_date() -> dt.date:
    return dt.date(2024, 7, 1)


def test_a_record_of_another_municipality_is_told_and_left_to_it(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    write(tmp_path, "b.md", "Nørre Aa")
    taken = take(tmp_path)
    assert taken.strays == ((f"{FOLDER}/b.md", "noerre-aa"),)
    assert [text.path for text in taken.texts] == [f"{FOLDER}/a.md"]


@pytest.mark.parametrize("kept", ["strandby.records", "strandby.intake"])
def test_what_was_kept_and_is_lost_is_read_again(tmp_path: Path, read: list[str], kept: str) -> None:
    write(tmp_path, "a.md")
    first = take(tmp_path)
    (tmp_path / ".cache/records" / kept).write_bytes(b"beskadiget")
    again = take(tmp_path, last=first)
    if read_records(tmp_path / ".cache", again) is None:
        intake.forget(tmp_path / ".cache", "strandby")
        again = take(tmp_path, last=first)
    assert again.digest == first.digest
    assert len(read_records(tmp_path / ".cache", again) or ()) == 1


def test_the_records_of_another_reading_are_not_taken_for_these(tmp_path: Path) -> None:
    """As where a build was killed when it had kept the records, and the text was then taken back."""
    write(tmp_path, "a.md")
    first = take(tmp_path)
    write(tmp_path, "a.md", date="2024-06-11")
    take(tmp_path)
    assert read_records(tmp_path / ".cache", first) is None


def test_a_file_that_cannot_be_read_is_told_each_time_until_it_can(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "a.md").write_bytes(b"---\n\xff")
    assert [problem.code for problem in take(tmp_path).told.problems] == ["not_utf8"]
    assert [problem.code for problem in take(tmp_path).told.problems] == ["not_utf8"]
    write(tmp_path, "a.md")
    assert take(tmp_path).told.problems == ()


def test_a_file_that_was_just_written_is_not_trusted_by_its_time(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (text,) = find_texts(tmp_path, {})
    assert (text.is_known, text.modified) == (False, 0)
    old = Text(text.path, text.size, 1, b"digest")
    assert find_texts(tmp_path, {text.path: old}) == (text,)
