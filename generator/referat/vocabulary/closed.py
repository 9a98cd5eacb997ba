"""The marks of items that are dealt with behind closed doors (lukkede punkter), and of open ones."""

import re

_CLOSED = r"(?:lukket (?:dagsorden)?punkt|lukket sag|lukket møde|for lukkede døre|lukket|closed|fortrolig)"
_OPEN = r"(?:åbent punkt|åben sag|åbent møde|for åbne døre|åbent|åben)"
_FRONT = re.compile(
    rf"^\(?(?:(?P<closed>{_CLOSED})|(?P<open>{_OPEN}))(?:\)| ?[:–-](?= |$)| ?(?=\d{{1,4}}[. ])|$) ?", re.IGNORECASE
)
_BACK = re.compile(
    rf"(?: ?[–-] ?|(?:^| )\(|(?:^| )- for |^)(?:(?P<closed>{_CLOSED})|(?P<open>{_OPEN}))\)?$", re.IGNORECASE
)
_EDGES = " \t\u00a0#*_:•"


def strip_marks(title: str) -> tuple[str | None, bool | None]:
    """The title without its marks, and whether they say closed (True), open (False) or nothing (None).

    ``Lukket punkt: Køb af grund`` gives ``("Køb af grund", True)``; a title that is only a mark is None.
    """
    bare, closed = title.strip(_EDGES), None
    for pattern in (_FRONT, _BACK):
        match = pattern.search(bare)
        if match:
            closed = bool(match["closed"]) or bool(closed)
            bare = (bare[: match.start()] + bare[match.end() :]).strip(_EDGES)
    return bare or None, closed
