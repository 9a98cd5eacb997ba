"""The rules by which a format may leave characters out of the record. The report names them with their counts."""

LABEL = "label"
"""Words that only name a field, or the form of its value: ``Mødedato``, ``Punkt``, ``kl.``, the checked weekday."""

MARKUP = "markup"
"""Marks of emphasis, headings and raised text, where Markdown or the record's own structure says the same."""

DECORATION = "decoration"
"""Rules drawn across the page."""

CONTENTS = "contents-list"
"""The list of contents: the items themselves say it all. It is kept as a checksum."""

REPEATED_TITLE = "repeated-title"
"""A title that is printed once more under its item."""

OWN_DECISION = "own-decision"
"""Body and date in the head of the meeting's own decision: they are the meeting's."""

MENDED_WORD = "mended-word"
"""A word with letters missing, for which the list of contents has the whole one."""

STATUS_MARK = "status-mark"
"""Words that say an item is open or closed: the record has a field for it."""

RUNNING_HEAD = "running-head"
"""What is printed at the top or foot of every page, the page's number included."""

PAGE_MARK = "page-mark"
"""A line that only says which page it stands on."""

FURNITURE = "furniture"
"""What belongs to the place where the document was found, not to the document."""

RELATED = "related-documents"
"""Titles and beginnings of other documents, shown beside this one."""

MACHINE_TEXT = "machine-text"
"""What a language model wrote about the minutes, on a site that gathers them."""

SEPARATOR = "separator"
"""Punctuation between values that no format claimed: it holds no letter or digit."""
