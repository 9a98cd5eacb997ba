"""The board: the old site is never shown after a save, and a browser hears of everything that is new."""

import asyncio

import pytest

from referat.preview.board import Board


def test_a_page_is_held_back_while_the_site_is_in_the_making() -> None:
    async def scene() -> None:
        board = Board()
        await board.whole()
        board.want()
        waiting = asyncio.create_task(board.whole())
        await asyncio.sleep(0)
        assert not waiting.done()
        await board.show()
        await waiting

    asyncio.run(scene())


def test_what_is_told_beside_it_lets_no_page_through_that_is_in_the_making() -> None:
    async def scene() -> None:
        board = Board()
        board.want()
        waiting = asyncio.create_task(board.whole())
        await board.tell()
        await asyncio.sleep(0)
        assert (waiting.done(), board.visible) == (False, 1)
        await board.show()
        await waiting

    asyncio.run(scene())


def test_a_browser_hears_of_what_is_new_and_of_a_preview_that_began_anew() -> None:
    async def scene() -> None:
        board = Board()
        waiting = asyncio.create_task(board.newer_than(0))
        await board.show()
        await waiting
        await board.newer_than(7)  # told by a preview that ended
        assert board.visible == 1

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
