"""Work is shared out to copies of the process, and none of it is lost with one."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from referat.copies import ONLY_WAITS, can_copy, shared_out


def test_what_comes_of_each_share_comes_in_order() -> None:
    assert shared_out(lambda number: [number, number * number], 4, list[int]) == [[0, 0], [1, 1], [2, 4], [3, 9]]


def test_shares_are_done_by_other_processes() -> None:
    here, *others = shared_out(lambda _: os.getpid(), 3, int)

    assert here == os.getpid()
    assert len({here, *others}) == 3


def test_what_a_copy_tells_may_be_larger_than_what_a_pipe_holds() -> None:
    assert shared_out(lambda number: "x" * 300_000 * number, 3, str)[2] == "x" * 600_000


def test_a_share_over_which_a_copy_is_killed_is_done_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert shared_out(work, 3, int) == [0, 1, 2]


def test_what_goes_wrong_in_a_copy_goes_wrong_here_too() -> None:
    def work(number: int) -> int:
        return 10 // (1 - number)

    with pytest.raises(ZeroDivisionError):
        shared_out(work, 2, int)


def test_a_share_that_fails_here_leaves_no_copy_behind(tmp_path: Path) -> None:
    pid = tmp_path / "pid"

    def work(number: int) -> int:
        if number:
            pid.write_text(f"{os.getpid()}\n")
            signal.pause()
        while not pid.exists() or not pid.read_text().endswith("\n"):
            time.sleep(0.001)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        shared_out(work, 2, int)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


@contextmanager
def another_thread(name: str | None = None) -> Iterator[None]:
    over = Event()
    other = Thread(target=over.wait, name=name)
    other.start()
    try:
        yield
    finally:
        over.set()
        other.join()


def test_beside_another_thread_all_is_done_here() -> None:
    with another_thread():
        assert not can_copy()
        assert shared_out(lambda _: os.getpid(), 2, int) == [os.getpid()] * 2


def test_beside_a_thread_that_only_waits_copies_are_made() -> None:
    with another_thread(ONLY_WAITS):
        assert len({*shared_out(lambda _: os.getpid(), 2, int)}) == 2
