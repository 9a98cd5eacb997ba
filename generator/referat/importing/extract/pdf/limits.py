"""How much of a PDF is read. A file that wants more ends in one problem, whatever it is."""

MOST_BYTES = 25_000_000
"""Of a file."""
MOST_PAGES = 1_000
MOST_CHARACTERS = 5_000_000
"""Of text in one file, visible or not."""
MOST_CHARACTERS_ON_A_PAGE = 200_000
MOST_OBJECTS_ON_A_PAGE = 100_000
DEEPEST = 6
"""Forms that stand in forms."""
MOST_PIXELS = 4_000_000
"""Of the picture of a page that shows what can be seen."""

PROCESSOR_SECONDS = 120
"""A page of text takes about a tenth of a second."""
WALL_SECONDS = 180
MEMORY_BYTES = 1_500_000_000
"""Of address space, of which the libraries themselves take a third."""
