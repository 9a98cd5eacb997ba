"""Work beside the preview: it is done in a process of its own, and ends with whoever wanted it."""

import asyncio
import os
import time
from pathlib import Path

import pytest

from referat.preview.aside import Aside, DiedError, FailedError
from referat.problems import Problem, ProblemError


def process_of(_: str) -> int:
    return os.getpid()


def refuse(reason: str) -> int:
    raise ValueError(reason)


def find_a_problem(what: str) -> int:
    raise ProblemError(Problem(code="x", message=what))


def die(_: str) -> int:
    os._exit(3)


def note_and_wait(path: str) -> int:
    Path(path).write_text(str(os.getpid()))
    time.sleep(600)
    return 0


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_is_done_in_another_process_each_time() -> None:
    async def scene() -> tuple[int, int]:
        aside = Aside(process_of)
        return await aside.do(""), await aside.do("")

    first, second = asyncio.run(scene())
    assert len({first, second, os.getpid()}) == 3
    assert not is_alive(first)


def test_what_it_raises_is_told_here() -> None:
    with pytest.raises(FailedError, match="ValueError: nothing there"):
        asyncio.run(Aside(refuse).do("nothing there"))
    with pytest.raises(ProblemError) as error:
        asyncio.run(Aside(find_a_problem).do("nothing there"))
    assert error.value.problem == Problem(code="x", message="nothing there")


def test_a_process_that_dies_is_told_of() -> None:
    with pytest.raises(DiedError):
        asyncio.run(Aside(die).do(""))


def test_whoever_no_longer_wants_it_ends_it(tmp_path: Path) -> None:
    noted = tmp_path / "process"

    async def scene() -> int:
        work = asyncio.create_task(Aside(note_and_wait).do(str(noted)))
        while not (noted.exists() and noted.read_text()):
            await asyncio.sleep(0.01)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        return int(noted.read_text())

    assert not is_alive(asyncio.run(scene()))
