"""A document that would take for ever ends in a problem, and the others are read."""

import re
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from referat.importing import inspection
from referat.importing.document import Document
from referat.importing.inspection import inspect_file
from referat.importing.time_limit import TookTooLong, seconds_for, time_limit
from referat.importing.understand import Reading, understand
from referat.privacy.policy import STRICT, Policy

TEXT = """REFERAT Byrådet d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 17:00

Punkt 1: Havnens takster

Beslutning Byrådet den 14-05-2024

Godkendt.
"""


def test_a_pattern_that_never_ends_is_given_up() -> None:
    with pytest.raises(TookTooLong), time_limit(0.1):
        re.match(r"(a+)+b", "a" * 60)


def test_no_handler_of_faults_keeps_the_work_going() -> None:
    def careless() -> None:
        while True:
            with suppress(Exception):  # as a format's reader does
                re.match(r"(a+)+b", "a" * 60)

    with pytest.raises(TookTooLong), time_limit(0.1):
        careless()


def test_waiting_costs_no_time_and_the_limit_ends_with_the_work() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with time_limit(0.05):
        time.sleep(0.1)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass


def test_in_another_thread_work_is_done_without_a_limit() -> None:
    done = []

    def work() -> None:
        with time_limit(0.01):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_document_that_is_given_up_is_told_and_the_next_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(document: Document, *, policy: Policy = STRICT) -> Reading:
        if document.name == "langsom.txt":
            re.match(r"(a+)+b", "a" * 60)
        return understand(document, policy=policy)

    monkeypatch.setattr(inspection, "understand", slow)
    monkeypatch.setattr(inspection, "seconds_for", lambda _size: 0.3)
    for name in ("langsom.txt", "hurtig.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    told = inspect_file(tmp_path / "langsom.txt")
    assert [problem.code for problem in told.problems] == ["took_too_long"]
    assert told.problems[0].path == (tmp_path / "langsom.txt").as_posix()
    monkeypatch.undo()
    assert len(inspect_file(tmp_path / "hurtig.txt").meetings) == 1


def test_a_large_document_may_take_longer() -> None:
    assert seconds_for(0) == 60
    assert seconds_for(2_000_000) == 180
