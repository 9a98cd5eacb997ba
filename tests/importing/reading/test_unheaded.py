"""A sentence above a quoted motion is the decision about it; other sentences stay where they are."""

from referat.importing.reading.blocks import Block, Body, DecisionStart, ItemStart, SectionStart
from referat.importing.reading.pieces import Piece
from referat.importing.reading.unheaded import head_decision


def item(*lines: str) -> tuple[Block, ...]:
    pieces = tuple(Piece(line, 100 * index) for index, line in enumerate(lines))
    return (ItemStart(number="1"), SectionStart(heading="Sagsfremstilling"), Body(pieces))


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def test_one_sentence_above_a_quotation_is_the_decision() -> None:
    blocks = head_decision(item("", "Forslaget blev oversendt til skoleudvalget.", "", "”Det foreslås at male broen.”"))
    assert kinds(blocks) == ["ItemStart", "DecisionStart", "Body", "SectionStart", "Body"]
    assert isinstance(blocks[2], Body)
    assert [piece.text for piece in blocks[2].pieces] == ["", "Forslaget blev oversendt til skoleudvalget."]


def test_without_a_quotation_below_it_is_a_sentence_like_any_other() -> None:
    blocks = item("Forslaget blev oversendt til skoleudvalget.", "Siden er der kommet et nyt.")
    assert head_decision(blocks) == blocks


def test_a_sentence_that_decides_nothing_stays() -> None:
    blocks = item("Broen er fra 1912.", "”Det foreslås at male broen.”")
    assert head_decision(blocks) == blocks


def test_an_item_with_a_decision_keeps_it() -> None:
    blocks = (*item("Forslaget blev godkendt.", "”Mal broen.”"), DecisionStart(), Body(()))
    assert head_decision(blocks) == blocks
