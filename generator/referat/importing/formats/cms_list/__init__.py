"""Pages of content management systems that list a meeting's items, each begun by a line with its number.

Which system made a page is not to be seen in its text, but what its items look like is: `shapes` has one row for each.
"""

from referat.importing.document import Document
from referat.importing.format import Format, Parsed
from referat.importing.formats.cms_list.boundaries import best_fit
from referat.importing.reading.page import read_page
from referat.importing.reading.pieces import pieces_of


def score(document: Document) -> float:
    """How well the document fits the shape that fits it best."""
    return best_fit(document.text, pieces_of(document)).score


def parse(document: Document) -> tuple[Parsed, ...]:
    """One meeting, its items begun as the page's shape has it."""
    return (read_page(document, lambda lines: best_fit(document.text, lines).boundaries),)


FORMAT = Format(name="cms_list", title="Numbered list of a web site", score=score, parse=parse)
