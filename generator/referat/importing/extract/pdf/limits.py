"""How much of a PDF is read. A file that wants more ends in one problem, whatever it is."""

MOST_BYTES = 25_000_000
"""Of a file."""
MOST_PAGES = 1_000
MOST_CHARACTERS = 5_000_000
"""Of text in one file, visible or not."""
MOST_CHARACTERS_ON_A_PAGE = 200_000
MOST_OBJECTS_ON_A_PAGE = 100_000
MOST_ANNOTATIONS = 10_000
"""Of a page that are looked at."""
DEEPEST = 6
"""Forms that stand in forms."""
MOST_PIXELS = 4_000_000
"""Of the picture of a page that shows what can be seen."""

LEAST_SECONDS, MOST_SECONDS = 60, 300
SECONDS_A_MEGABYTE = 60
WAITING_SECONDS = 60
"""By so much the clock may run ahead of the processor on a machine with other work."""
MEMORY_BYTES = 1_500_000_000
"""Of address space, of which the libraries themselves take a third."""


def processor_seconds(size: int) -> int:
    """How long a file of `size` bytes may take: a year's minutes take more than one meeting's, a small bomb does not.

    A page of text has some ten thousand bytes and takes a fifth of a second.
    """
    return min(MOST_SECONDS, LEAST_SECONDS + SECONDS_A_MEGABYTE * size // 1_000_000)
