"""What lies in the output of each part, looked at by all cores at once: a site has a hundred thousand files, and to ask
the system about each is most of what a build without changes does.
"""

import os
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from referat.site.parts.territory import OutputFile, files_below, listing_of

WORTH = 20
"""Parts from which on it is shared out."""


def listings_of(
    output: Path, territories: Mapping[str, Sequence[str]], jobs: int, foreign: Collection[str] = ()
) -> dict[str, bytes]:
    """The digest of the files of each part, by its name.

    Args:
        output: The output folder.
        territories: The folders of each part.
        jobs: How many processes may look.
        foreign: Files that are no municipality's, though they may lie in its folders.
    """

    def look(names: Sequence[str]) -> dict[str, bytes]:
        return {name: listing_of(_own(files_below(output, territories[name]))) for name in names}

    def _own(files: Iterable[OutputFile]) -> list[OutputFile]:
        return [file for file in files if file.path not in foreign]

    names = list(territories)
    if jobs == 1 or len(names) < WORTH or not _can_fork():
        return look(names)
    return _shared_out(look, [names[number::jobs] for number in range(jobs)])


def _can_fork() -> bool:
    """A copy of this process is made in a moment, but must not be made beside other threads."""
    return hasattr(os, "fork") and threading.active_count() == 1


def _shared_out(look: Callable[[Sequence[str]], dict[str, bytes]], shares: Sequence[Sequence[str]]) -> dict[str, bytes]:
    children = [_look_apart(look, share) for share in shares[1:]]
    found = look(shares[0])
    for (process, told), share in zip(children, shares[1:], strict=True):
        with os.fdopen(told, "rb") as answer:
            content = answer.read()
        _, status = os.waitpid(process, 0)
        found |= msgspec.msgpack.decode(content, type=dict[str, bytes]) if status == 0 else look(share)
    return found


def _look_apart(look: Callable[[Sequence[str]], dict[str, bytes]], names: Sequence[str]) -> tuple[int, int]:
    """Look in a copy of this process: its number, and where it tells what it found."""
    told, telling = os.pipe()
    process = os.fork()
    if process:
        os.close(telling)
        return process, told
    try:
        os.close(told)
        with os.fdopen(telling, "wb") as answer:
            answer.write(msgspec.msgpack.encode(look(names)))
        os._exit(0)
    except BaseException:
        # Whatever it is: the other process looks for itself, and nothing of it may run twice.
        os._exit(1)
