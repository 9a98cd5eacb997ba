"""Parts that were built on several machines become one site.

Each part is a folder that ``build --only`` wrote: pages as in the output, and beside them what the build knew of them.
A site that is joined is the ordinary build of the whole: what the parts bring spares it the rendering, and nothing is
taken from them that does not fit the site's own records, settings and templates.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from referat.disk import telling_of_disk
from referat.lock import locked
from referat.problems import Problem, ProblemError
from referat.search.index import WORK as SEARCH_WORK
from referat.site.build import CACHE, OUTPUT, build_alone
from referat.site.cache import FOLDER as PAGES
from referat.site.output import check_ownership, remove_whole
from referat.site.parts import SITE
from referat.site.parts.intake import FOLDER as RECORDS
from referat.site.parts.state import PartState, State, read_state, write_state
from referat.site.parts.whole import PART_CACHE
from referat.site.report import BuildOptions, BuildReport


def join_site(root: Path, parts: Sequence[Path], options: BuildOptions = BuildOptions()) -> BuildReport:
    """Build the site in the folder `root`, with what the parts have of it.

    The output is made beside the old one and takes its place when it is whole.

    Raises:
        ProblemError: a folder is no part, two parts have one municipality, or nothing can be built.
    """
    output, cache = options.output or root / OUTPUT, options.cache or root / CACHE
    with telling_of_disk(root), locked(cache):
        states = {part: _state_of(part) for part in parts}
        _refuse_doubles(states)
        check_ownership(output)
        new = output.with_name(f"{output.name}.new")
        remove_whole(new)
        for folder in (RECORDS, PAGES, SEARCH_WORK):
            remove_whole(cache / folder)
        for part in parts:
            _adopt(part, states[part], new, cache)
        write_state(cache, _together(states.values()))
        report = build_alone(root, replace(options, output=new))
        _exchange(new, output)
    return replace(report, output=output)


def _state_of(part: Path) -> State:
    state = read_state(part / PART_CACHE)
    if not state.parts:
        raise ProblemError(
            Problem(
                code="part_unreadable",
                message=f"{part.name} is no part of a site, or was made by another version of Referat",
                path=part.as_posix(),
                advice="Parts are made by: referat build --only MUNICIPALITY --output FOLDER.",
            )
        )
    return state


def _refuse_doubles(states: dict[Path, State]) -> None:
    holders: dict[str, Path] = {}
    for part, state in states.items():
        for name in state.parts:
            if name in holders:
                raise ProblemError(
                    Problem(
                        code="part_doubled",
                        message=f"{part.name} and {holders[name].name} both have the municipality {name}",
                        path=part.as_posix(),
                        advice="Leave one of them out.",
                    )
                )
            holders[name] = part


def _adopt(part: Path, state: State, output: Path, cache: Path) -> None:
    """Take a part's files over, without its own memory among them. The part stays what it is."""
    for path in sorted(part.iterdir()):
        if path.name != PART_CACHE:
            _take(path, output / path.name)
    kept = part / PART_CACHE
    for name in state.parts:
        for folder, ends in ((RECORDS, ("intake", "records")), (PAGES, ("pages", "links", "facts"))):
            for end in ends:
                _take(kept / folder / f"{name}.{end}", cache / folder / f"{name}.{end}")
        _take(kept / SEARCH_WORK / f"{name}.digest", cache / SEARCH_WORK / f"{name}.digest")


def _take(source: Path, target: Path) -> None:
    """A file or a folder with all that is in it: the same file by another name where the disk can, else a copy of the
    same age.
    """
    if source.is_dir() and not source.is_symlink():
        for folder, _, files in os.walk(source):
            place = target / Path(folder).relative_to(source)
            place.mkdir(parents=True, exist_ok=True)
            for name in files:
                _take_file(f"{folder}/{name}", f"{place}/{name}")
    elif source.is_file() and not source.is_symlink():
        target.parent.mkdir(parents=True, exist_ok=True)
        _take_file(str(source), str(target))


def _take_file(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        return
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _together(states: Iterable[State]) -> State:
    """What is remembered of all parts. How indexes are made is believed only where all parts say the same."""
    states = tuple(states)
    indexing = {state.indexing for state in states}
    return State(parts=dict(_parts(states)), indexing=indexing.pop() if len(indexing) == 1 else b"")


def _parts(states: Iterable[State]) -> Iterator[tuple[str, PartState]]:
    for state in states:
        yield from ((name, part) for name, part in state.parts.items() if name != SITE)


def _exchange(new: Path, output: Path) -> None:
    """The new output in the place of the old one, by two renamings."""
    old = output.with_name(f"{output.name}.old")
    remove_whole(old)
    if output.exists():
        output.rename(old)
    new.rename(output)
    remove_whole(old)
