"""Work on many parts: in this process where there is little, on all cores where there is much."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from referat.problems import Problem, ProblemError
from referat.workers import Died, in_order

WORTH = 300
"""Records from which on processes of their own are begun: to begin one takes as long as to make the pages of some fifty
records.
"""

Order = TypeVar("Order")
Result = TypeVar("Result")


def work_on(
    work: Callable[[Order], Result], orders: Sequence[Order], weigh: Callable[[Order], int], jobs: int
) -> list[Result]:
    """What comes of each order, the heaviest first, so that no process is left alone with a large one at the end.

    Args:
        work: A function of a module, which may be called twice with one order.
        orders: What there is to do.
        weigh: How many records an order is about.
        jobs: How many processes may work.

    Raises:
        ProblemError: an order killed its process twice: most likely there is not enough memory.
    """
    ordered = sorted(orders, key=weigh, reverse=True)
    if jobs == 1 or len(ordered) == 1 or sum(map(weigh, ordered)) < WORTH:
        with uncollected():
            return [work(order) for order in ordered]
    results = []
    for result in in_order(partial(_uncollected, work), ordered, min(jobs, len(ordered))):
        if isinstance(result, Died):
            raise ProblemError(_died())
        results.append(result)
    return results


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without the collector of cyclic garbage. What a build makes lives nearly as long as the build, so that the
    collector finds nothing and takes a tenth of the time to look for it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _uncollected(work: Callable[[Order], Result], order: Order) -> Result:
    with uncollected():
        return work(order)


def _died() -> Problem:
    return Problem(
        code="worker_died",
        message="The work stopped: a process that made pages was killed, and was killed again when it was repeated",
        advice="Most likely the memory is used up. Let fewer processes work: referat build --jobs 1.",
    )
