"""However many want to index: so many do at a time, and nobody waits for one that has ended."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from referat.search.slots import a_slot


def test_no_more_than_so_many_work_at_a_time_and_all_come_to_it(tmp_path: Path) -> None:
    working, most, done = 0, 0, 0
    count = Lock()

    def work(_: int) -> None:
        nonlocal working, most, done
        with a_slot(tmp_path, 2):
            with count:
                working += 1
                most = max(most, working)
            time.sleep(0.03)
            with count:
                working -= 1
                done += 1

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(9)))
    assert (most, done) == (2, 9)


def test_a_process_that_was_killed_keeps_no_slot(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with a_slot(tmp_path, 1):
            os._exit(1)
    os.waitpid(child, 0)
    with a_slot(tmp_path, 1):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["slot-0"]
