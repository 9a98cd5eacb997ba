"""FirstAgenda's PDF export: "REFERAT Direktionen d. 14-05-2024", a list of contents, then "Punkt 1: …".

The text of such a PDF comes plain or with Markdown headings whose levels mean nothing. The municipality is not named.
One file may hold the meetings of a whole year.
"""

import re

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.document import Document
from referat.importing.format import Format, Parsed
from referat.importing.formats.firstagenda.head import MEETING_HEAD
from referat.importing.formats.firstagenda.meeting import parse_meeting
from referat.importing.formats.firstagenda.run_on import part_run_on
from referat.importing.reading.pieces import pieces_of

_CUES = (
    Cue(re.compile(MEETING_HEAD.pattern, re.IGNORECASE | re.MULTILINE), 0.45),
    Cue(re.compile(r"^[#*\s]*Punkt \d+:", re.MULTILINE), 0.25),
    Cue(re.compile(r"^[#*\s]*Mødedato\b[*\s]*(?:\w+dag )?d\. ", re.MULTILINE | re.IGNORECASE), 0.15),
    Cue(re.compile(r"^[#*\s]*Indholdsfortegnelse\b", re.MULTILINE | re.IGNORECASE), 0.1),
    Cue(re.compile(r"^[#*\s]*Beslutning \S.* \d\d-\d\d-\d{4}", re.MULTILINE | re.IGNORECASE), 0.1),
    Cue(re.compile(r"(?<!\.)\.{4,}\s*\d+$", re.MULTILINE), 0.05),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """One value a meeting: each begins with its own head line. What stands before the first head goes with it."""
    lines = part_run_on(pieces_of(document))
    heads = [index for index, line in enumerate(lines) if MEETING_HEAD.fullmatch(line.trimmed().text)]
    begins = [0, *heads[1:]] if heads else [0]
    parts = [lines[begin:end] for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    return tuple(parse_meeting(document, part) for part in parts)


FORMAT = Format(name="firstagenda", title="FirstAgenda, PDF", score=score, parse=parse)
