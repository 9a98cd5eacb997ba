"""Work is done in processes of its own: in order, as far ahead as needed, and a process that dies costs one thing."""

import os
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing import active_children

from referat.workers import AHEAD, Died, in_order

DEATH = "__import__('os').kill(__import__('os').getpid(), 9)"
"""What is evaluated in a process, and ends it as a killer would: without a word."""


def test_results_come_in_the_order_of_the_things_whoever_is_ready_first() -> None:
    slow_first = [f"__import__('time').sleep({0.3 if n == 0 else 0}) or {n}" for n in range(12)]
    assert list(in_order(eval, slow_first, 2)) == list(range(12))


def test_the_work_is_done_in_other_processes() -> None:
    pids = set(in_order(eval, ["__import__('os').getpid()"] * 4, 2))
    assert os.getpid() not in pids


def test_a_process_that_dies_costs_only_its_own_thing() -> None:
    things = ["0", "1", DEATH, "3", "4", DEATH, "6", "7", "8", "9"]
    assert list(in_order(eval, things, 2)) == [0, 1, Died(), 3, 4, Died(), 6, 7, 8, 9]


def test_nothing_at_all_is_done_for_nothing() -> None:
    assert list(in_order(eval, [], 2)) == []


def test_no_more_things_are_taken_than_are_soon_needed() -> None:
    taken: list[int] = []

    def things() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield str(number)

    results = in_order(eval, things(), 2)
    assert list(islice(results, 3)) == [0, 1, 2]
    assert len(taken) <= 3 + 2 * AHEAD


def test_who_stops_asking_leaves_no_process_behind() -> None:
    before = set(active_children())
    results = in_order(eval, ["1", "__import__('time').sleep(600)", "3"], 2)
    begun = time.monotonic()
    assert next(iter(results)) == 1
    del results
    assert set(active_children()) == before
    assert time.monotonic() - begun < 300
