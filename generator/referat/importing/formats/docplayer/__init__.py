"""Transcripts from docplayer: a PDF's text with one line a page, lost numbers, and other documents listed after it.

What is inside is the template of whoever wrote the minutes. The head is read by its labels or words, the items by the
list of contents.
"""

import re

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.document import Document
from referat.importing.format import Format, Parsed
from referat.importing.formats.docplayer.meeting import parse_transcript
from referat.importing.formats.docplayer.wrapper import TRANSCRIPT

_CUES = (
    Cue(re.compile(r"^Starte visningen fra side:", re.MULTILINE), 0.3),
    Cue(re.compile(r"^Størrelse: px$", re.MULTILINE), 0.2),
    Cue(re.compile(r'^Download ".*"$', re.MULTILINE), 0.2),
    Cue(TRANSCRIPT, 0.2),
    Cue(re.compile(r"^1 \S", re.MULTILINE), 0.05),
    Cue(re.compile(r"udvalg|byråd|kommunalbestyrelse|referat|dagsorden|protokol", re.IGNORECASE), 0.05),
)


def score(document: Document) -> float:
    """How well the document fits. A page without a transcript holds no minutes."""
    head = head_of(document)
    return score_cues(head, _CUES) if TRANSCRIPT.search(head) else 0.0


def parse(document: Document) -> tuple[Parsed, ...]:
    """The one meeting of the transcript."""
    return (parse_transcript(document),)


FORMAT = Format(name="docplayer", title="docplayer transcript", score=score, parse=parse)
