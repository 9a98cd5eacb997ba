"""The words of a text that become links: mentions of cases and of earlier treatments that the site has."""

from msgspec import Struct


class LinkedText(Struct, frozen=True):
    """A Markdown text and the words in it that are links.

    A page that shows a text depends on the text and on these links alone, so that a new case elsewhere changes only the
    pages that mention it.
    """

    markdown: str
    links: tuple[tuple[str, str], ...] = ()
    """Words as the text has them, and the address each goes to, in order of the words."""

    def __bool__(self) -> bool:
        return bool(self.markdown)


class Word(Struct, frozen=True):
    """Words in a text that may be a mention."""

    start: int
    end: int
    text: str


def find_words(text: str) -> tuple[Word, ...]:
    """Everything in the text that has the shape of a case number or of a citation, in order and without overlap."""
    return ()
