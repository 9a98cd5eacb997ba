"""Where in a record something stands, for problems to name the line."""

from collections.abc import Sequence

from msgspec import Struct


class RecordLines(Struct, frozen=True, kw_only=True):
    """A record's own text. Empty where there is none yet: then no line is known."""

    text: str = ""
    items: Sequence[int] = ()
    """The line of each item's heading, from 1 (`minutes_file.item_lines`)."""

    def of_item(self, number: int) -> int | None:
        """The line of the item with this place in the record, from 1."""
        return self.items[number - 1] if number <= len(self.items) else None

    def holding(self, words: str, start: int | None = None) -> int | None:
        """The first line from `start` on that holds the words. None where they stand otherwise in the record."""
        lines = self.text.split("\n")
        first = start or 1
        return next((line for line, text in enumerate(lines[first - 1 :], first) if words in text), None)
