"""Share work out to copies of this process. A copy is made in a moment and knows all that this one knows."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO, NamedTuple, TypeVar

import msgspec

ONLY_WAITS = "only waits"
"""The name of a thread that does nothing but wait for the end: a copy can do without it."""

Result = TypeVar("Result")


def can_copy() -> bool:
    """Whether the system copies processes so that they can be worked with, and no other thread is at work, which the
    copy would lack: not on macOS, whose own libraries may have some.
    """
    others = (thread for thread in threading.enumerate() if thread is not threading.current_thread())
    return sys.platform.startswith("linux") and all(thread.name == ONLY_WAITS for thread in others)


def shared_out(work: Callable[[int], Result], shares: int, kind: type[Result]) -> list[Result]:
    """What comes of each share, in order. The first is done here, each other in a copy of this process. What a copy
    fails at is done here, too.

    Args:
        work: Does a share, given by its number from 0. It may be called twice with one.
        shares: How many there are.
        kind: The type of what comes of one: it is sent as MessagePack.
    """
    if not can_copy():
        return [work(number) for number in range(shares)]
    copies = [_begin(work, number) for number in range(1, shares)]
    try:
        results = [work(0)]
        for number, copy in enumerate(copies, 1):
            told = _end(copy)
            results.append(work(number) if told is None else msgspec.msgpack.decode(told, type=kind))
    except BaseException:
        for copy in copies:
            _give_up(copy)
        raise
    return results


class _Copy(NamedTuple):
    """A copy of this process that is at work."""

    process: int
    told: BinaryIO
    """Where it tells what came of it."""


def _begin(work: Callable[[int], object], number: int) -> _Copy:
    told, telling = os.pipe()
    process = os.fork()
    if process:
        os.close(telling)
        return _Copy(process, os.fdopen(told, "rb"))
    try:
        os.close(told)
        with os.fdopen(telling, "wb") as answer:
            answer.write(msgspec.msgpack.encode(work(number)))
        os._exit(0)
    except BaseException:
        # Whatever it is: the other process does the share itself, and nothing else of it may run twice.
        os._exit(1)


def _end(copy: _Copy) -> bytes | None:
    """What the copy tells when it is done. None where it failed."""
    with copy.told:
        told = copy.told.read()
    _, status = os.waitpid(copy.process, 0)
    return told if status == 0 else None


def _give_up(copy: _Copy) -> None:
    if not copy.told.closed:
        copy.told.close()
        os.kill(copy.process, signal.SIGKILL)
        os.waitpid(copy.process, 0)
