"""The board: half a site is never shown, and a browser is told of what concerns its page."""

import asyncio

import pytest

from referat.preview.board import Board
from referat.problems import Problem


def test_a_page_is_held_back_while_the_site_is_in_the_making() -> None:
    async def scene() -> None:
        board = Board()
        await board.whole()
        board.want()
        waiting = asyncio.create_task(board.whole())
        await asyncio.sleep(0)
        assert not waiting.done()
        await board.show([], ())
        await waiting

    asyncio.run(scene())


def test_a_browser_hears_of_a_build_and_whether_its_page_changed() -> None:
    async def scene() -> None:
        board = Board()
        waiting = asyncio.create_task(board.newer_than(0))
        problem = Problem(code="x", message="Something")
        await board.show(["strandby/index.html"], (problem,))
        await waiting
        assert board.problems == (problem,)
        assert board.changed_since("strandby/index.html", 0)
        assert not board.changed_since("strandby/index.html", 1)
        assert not board.changed_since("egedalen/index.html", 0)

    asyncio.run(scene())


@pytest.mark.parametrize("seconds", [0.01, None])
def test_nobody_waits_for_ever(seconds: float | None) -> None:
    async def scene() -> None:
        board = Board()
        waiting = asyncio.create_task(board.newer_than(0, seconds))
        await asyncio.sleep(0.02)
        await board.close()
        await asyncio.wait_for(waiting, 1)
        assert board.visible == 0

    asyncio.run(scene())
