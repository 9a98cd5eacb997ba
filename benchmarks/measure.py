"""One run of a command: how long it takes, and how much memory all its processes hold at once."""

import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from threading import Event, Thread

from msgspec import Struct

_EVERY = 0.1
"""Seconds between two looks at the memory, at first."""
_SELDOM = 50
"""In a long run one look follows the other after this part of the time: to look takes time from what is measured."""
_PROC = Path("/proc")


class Run(Struct, frozen=True, kw_only=True):
    """What one run took."""

    seconds: float
    """On the wall."""
    memory: int
    """Bytes at the peak, over the whole tree of processes. What processes share is counted once. 0 where the system
    does not tell."""


class Runs(Struct, frozen=True):
    """Several runs of one command."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median."""
        return median(run.seconds for run in self.runs)

    @property
    def memory(self) -> int:
        """The highest peak."""
        return max(run.memory for run in self.runs)


class CommandFailedError(Exception):
    """A measured command ended with an error: its time says nothing."""


def run_command(command: Sequence[str | Path], folder: Path, accepted: Iterable[int] = (0,)) -> Run:
    """Run a command in a folder.

    Args:
        command: The program and its arguments.
        folder: Where it runs.
        accepted: The exit codes of a run that did its work.

    Raises:
        CommandFailedError: it ended with another exit code. The message holds the end of what it wrote.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        watch = _MemoryWatch(process.pid)
        output, _ = process.communicate()
        seconds = time.perf_counter() - started
        memory = watch.stop()
    if process.returncode not in accepted:
        raise CommandFailedError(f"{command[0]} ended with {process.returncode}:\n{output[-2000:]}")
    return Run(seconds=seconds, memory=memory)


class _MemoryWatch:
    """Looks at a process and all below it, until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """The peak so far, in bytes."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        started = time.perf_counter()
        while not self._over.wait(max(_EVERY, (time.perf_counter() - started) / _SELDOM)):
            self._peak = max(self._peak, sum(map(_memory, _tree(self._pid))))


def _tree(root: int) -> list[int]:
    """The process and all below it."""
    children: dict[int, list[int]] = {}
    for folder in _PROC.glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        children.setdefault(int(fields[1]), []).append(int(folder.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, ())
    return found


def _memory(pid: int) -> int:
    try:
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # it has ended
    return 0


def describe_machine() -> str:
    """The processor, its cores and the memory, in a line."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        "unknown processor",
    )
    total = next((int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return f"{model}, {os.cpu_count()} cores, {total / 2**20:.0f} GB"


def describe_disk(folder: Path) -> str:
    """The kind of file system that a folder lies on: ``ext4``, or ``tmpfs``, which is memory."""
    place = folder.resolve().as_posix()
    mounts = (line.split() for line in _lines("/proc/mounts"))
    around = [(mount[1], mount[2]) for mount in mounts if f"{place}/".startswith(f"{mount[1].rstrip('/')}/")]
    return max(around, key=lambda mount: len(mount[0]))[1] if around else "an unknown disk"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
