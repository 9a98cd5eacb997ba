"""Work on many things at once, in processes of their own. One that dies costs its thing and no other."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from referat.copies import ONLY_WAITS, can_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

AHEAD = 3
"""So many things a process are under way or done and not asked for yet: more would only fill memory."""


class Died(Struct, frozen=True):
    """What comes of a thing over which its process died: it was killed, or out of memory."""


Thing = TypeVar("Thing")
Result = TypeVar("Result")


def cores() -> int:
    """How many processes can work at the same time on this machine, as far as it is ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[Thing], Result], things: Iterable[Thing], jobs: int) -> Iterator[Result | Died]:
    """What comes of each thing, in the order of `things`.

    Where a process dies, nobody can tell over which thing: those under way are done again, each in a process that does
    nothing else. Only what kills that one, too, is given up.

    Args:
        work: a function of a module, free of effects: it may be called twice with one thing.
        things: taken as they are needed.
        jobs: how many processes.
    """
    waiting = iter(things)
    while lost := (yield from _until_one_dies(work, waiting, jobs)):
        for thing in lost:
            yield from _alone(work, thing)


def _until_one_dies(
    work: Callable[[Thing], Result], waiting: Iterator[Thing], jobs: int
) -> Generator[Result, None, tuple[Thing, ...]]:
    """The things that were under way when a process died; none where all are done."""
    under_way: deque[tuple[Thing, Future[Result]]] = deque()
    with _processes(jobs) as pool:
        while True:
            room = jobs * AHEAD - len(under_way)
            under_way.extend((thing, _submit(pool, work, thing)) for thing in islice(waiting, room))
            if not under_way:
                return ()
            try:
                result = under_way[0][1].result()
            except BrokenProcessPool:
                return tuple(thing for thing, _ in under_way)
            under_way.popleft()
            yield result


def _alone(work: Callable[[Thing], Result], thing: Thing) -> Iterator[Result | Died]:
    with _processes(1) as pool:
        try:
            result = _submit(pool, work, thing).result()
        except BrokenProcessPool:
            yield Died()
        else:
            yield result


def _submit(pool: ProcessPoolExecutor, work: Callable[[Thing], Result], thing: Thing) -> Future[Result]:
    """A promise of the result, which a pool that is broken already breaks at once."""
    # Ctrl-C reaches a whole process group. Processes that begin here inherit that it is blocked: ending them is ours.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, thing)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with the block: at once where it is left before its end, for they have nothing to save."""
    others = set(active_children())
    # A copy need not read the program again, which takes as long as the pages of some fifty records.
    context = get_context("fork" if can_copy() else "spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=end_with_parent)
    try:
        yield pool
    except BaseException:
        for process in set(active_children()) - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def end_with_parent() -> None:
    """End this process when its parent ends. A process whose parent was killed would wait for work for ever."""
    Thread(target=_wait_and_end, name=ONLY_WAITS, daemon=True).start()


def _wait_and_end() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
