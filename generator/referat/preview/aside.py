"""Long work beside the preview, in a process of its own: it keeps no browser waiting, and ends with the preview."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct

from referat.problems import Problem, ProblemError
from referat.workers import end_with_parent

NICENESS = 10
"""How far the work steps back behind pages that somebody waits for, and behind the browser."""

PATIENCE = 2.0
"""Seconds that the work has to end in when nobody wants it any longer."""

Order = TypeVar("Order")
Result = TypeVar("Result")


class DiedError(Exception):
    """The process ended before its work did: it was killed, or out of memory."""


class FailedError(Exception):
    """The work failed, with what is said of it. What it raised itself may not come through to another process."""


class _Done(Struct, frozen=True):
    result: Any


class _Failed(Struct, frozen=True):
    said: str


class Aside(Generic[Order, Result]):
    """Does one kind of work, one at a time, each in a new process.

    Args:
        work: A function of a module.
        niceness: How far it steps back.
    """

    def __init__(self, work: Callable[[Order], Result], niceness: int = NICENESS) -> None:
        self._work = work
        self._niceness = niceness

    async def do(self, order: Order) -> Result:
        """Do the work. Whoever no longer waits for it ends it.

        Raises:
            ProblemError: the work raised it.
            FailedError: the work failed in another way.
            DiedError: the process ended before.
        """
        mine, its = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=_do, args=(self._work, order, self._niceness, its), daemon=False)
        # Ctrl-C reaches a whole process group. A process that begins here inherits that it is blocked.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        its.close()
        try:
            answer = await _received(mine)
        except asyncio.CancelledError:
            process.terminate()
            raise
        finally:
            await asyncio.shield(asyncio.to_thread(_end, process))
            mine.close()
        if isinstance(answer, Problem):
            raise ProblemError(answer)
        if isinstance(answer, _Failed):
            raise FailedError(answer.said)
        return cast("Result", answer.result)


async def _received(connection: Connection) -> _Done | _Failed | Problem:
    """What the process sends, without a thread that waits for it: that would keep the preview from ending."""
    loop, there = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(connection.fileno(), there.set)
    try:
        await there.wait()
    finally:
        loop.remove_reader(connection.fileno())
    try:
        return cast("_Done | _Failed | Problem", await asyncio.to_thread(connection.recv))
    except EOFError:
        raise DiedError from None


def _end(process: BaseProcess) -> None:
    """Let a process end that has nothing more to do, or was told to. One that does not is killed."""
    process.join(PATIENCE)
    process.kill()
    process.join()


def _do(work: Callable[[Order], Result], order: Order, niceness: int, connection: Connection) -> None:
    end_with_parent()
    # It puts away what it has in hand: the processes that it began, and what they share.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    os.nice(niceness)
    answer: _Done | _Failed | Problem
    try:
        answer = _Done(work(order))
    except ProblemError as error:
        answer = error.problem
    except Exception as error:
        logging.getLogger(__name__).exception("Work beside the preview failed")
        answer = _Failed(f"{type(error).__name__}: {error}")
    with suppress(OSError):  # nobody listens any longer
        connection.send(answer)
