"""Tables whose cells the source separates by tabs, as Markdown tables."""

from collections.abc import Sequence


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line with tabs. Empty cells count: they keep the others in their columns."""
    return tuple(" ".join(cell.split()) for cell in line.split("\t"))


def goes_on(rows: Sequence[Sequence[str]], further: Sequence[Sequence[str]]) -> bool:
    """Whether a table that a page break cut off goes on with the rows `further`: as wide, and not under a new head."""
    return len(further[0]) == width_of(rows) and further[0] != rows[0] and "" not in (further[0][0], rows[-1][0])


def width_of(rows: Sequence[Sequence[str]]) -> int:
    """How many columns the widest row has."""
    return max(len(row) for row in rows)


def split_caption(rows: Sequence[Sequence[str]]) -> tuple[str, Sequence[Sequence[str]]]:
    """A first row with one cell only names the table: the caption, and the rows that follow it."""
    if len(rows) > 1 and rows[0][0] and not any(rows[0][1:]):
        return rows[0][0], rows[1:]
    return "", rows


def to_markdown_table(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with the first row as its head. Rows that lack cells are filled up with empty ones."""
    width = width_of(rows)
    head, *rest = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([head, _row(["---"] * width), *rest])


def _row(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in (cell.replace("|", r"\|") for cell in cells)) + "|"
