"""Any minutes survive being written and read, those made to be misread above all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from referat.minutes_file import normalise_minutes, read, write
from referat.model import AgendaItem, Annex, Change, Decision, Meeting, Minutes, MinutesKind, Section, Source, Status
from referat.vocabulary.outcomes import Outcome

LIKE_STRUCTURE = [
    "---", "# A", "## 1. B", "### Beslutning", "#### C", "##", "###", "\\## D", "\\\\### E", "```", "## Bilag: x",
    "## Uplaceret tekst", "Sagsnr.: 1", "Udfald: udsat", "Lukket: ja", "Note: 2", "\\Note: 2", "- [a](b)", "| a | b |",
    "Trukket tilbage: 2024-05-14", "Begrundelse: 3",
    "", "  ", "    kode", "tekst\r\ntekst", "tekst\rtekst", "\x0c", "\u2028", "\x85", "a\u00a0b", "\x07", "\ufeff",
]  # fmt: skip
LIKE_NAMES = [
    "2. behandling", "132a. x", "24.12.2024", "Lukket punkt", "Tilbageholdt punkt", "Punkt uden titel", "Bilag: x",
    "Bilag:", "uplaceret tekst", "\\", "\\x", "#", "##", "Beslutning", "Beslutning:", "Beslutning: a", "Beslutning (a)",
    "Beslutning ()", "\\Beslutning", "Afgørelse", "2024-05-14", "Udvalg, 2024-05-14", "pkt. 3", "A, pkt. 3", "a, b",
    "Tilbagetrukket punkt",
    ": ", "NO", "0101", "16:30", "null", "~", "[a]", "{a}", "&a", "*a", "!!int", "a: b", "a #b", "'", '"', "-", "- a",
    "%a", "@a", "`a`", "\t", "é\u0301", "1", "2.", "A-1", "4.2", "https://a.example/b?c=d#e", "ÆØÅ 🙂", "?", ",",
    ";", "a; b", "\\;",
]  # fmt: skip

lines = (
    st.sampled_from(LIKE_NAMES) | st.text(max_size=12) | st.lists(st.sampled_from(LIKE_NAMES), max_size=3).map(" ".join)
)
some_lines = st.none() | lines
texts = st.lists(st.sampled_from(LIKE_STRUCTURE) | lines, max_size=6).map("\n".join)
names = lines.filter(str.strip).filter(lambda name: any(char.isprintable() and not char.isspace() for char in name))
times = st.none() | st.times()
dates = st.dates()

sections = st.builds(Section, heading=lines, text=texts)
decisions = st.builds(
    Decision,
    heading=lines,
    body=some_lines,
    date=st.none() | dates,
    item_number=some_lines,
    outcome=st.none() | st.sampled_from(Outcome),
    text=texts,
)
items = st.builds(
    AgendaItem,
    number=some_lines,
    title=some_lines,
    case_number=some_lines,
    document_numbers=st.lists(lines, max_size=3).map(tuple),
    closed=st.booleans(),
    held_back=st.booleans(),
    withdrawn=st.none() | dates,
    withdrawal=some_lines,
    kle=some_lines,
    type=some_lines,
    text=texts,
    parts=st.lists(sections | decisions, max_size=3).map(tuple),
)
sources = st.builds(
    Source,
    url=some_lines,
    name=some_lines,
    sha256=st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    released=st.none() | dates,
    format=some_lines,
    score=st.none() | st.floats(0, 1),
)
changes = st.builds(Change, date=dates, what=st.lists(lines, max_size=3).map(tuple))
meetings = st.builds(
    Meeting,
    municipality=names,
    body=names,
    date=dates,
    time=times,
    ends=times,
    place=some_lines,
    period=some_lines,
    sequence=st.integers(1, 999),
    kind=st.sampled_from(MinutesKind),
    status=st.none() | st.sampled_from(Status),
    corrected=st.none() | dates,
    correction=some_lines,
    changes=st.lists(changes, max_size=3).map(tuple),
    withdrawn=st.none() | dates,
    withdrawal=some_lines,
    participants=st.lists(lines, max_size=3).map(tuple),
    absent=st.lists(lines, max_size=3).map(tuple),
    source=st.none() | sources,
)
any_minutes = st.builds(
    Minutes,
    meeting=meetings,
    preamble=texts,
    items=st.lists(items, max_size=3).map(tuple),
    annexes=st.lists(st.builds(Annex, title=lines, text=texts), max_size=2).map(tuple),
    unplaced=texts,
)


@settings(max_examples=150, deadline=None)
@given(any_minutes)
def test_reading_what_was_written_gives_the_same_value(minutes: Minutes) -> None:
    again, problems = read(write(minutes), "a.md")

    assert again is not None
    assert again == normalise_minutes(minutes)
    assert problems == ()


@settings(max_examples=50, deadline=None)
@given(any_minutes)
def test_what_was_read_is_in_normal_form_and_is_written_as_it_was(minutes: Minutes) -> None:
    text = write(minutes)
    again, _ = read(text, "a.md")

    assert again is not None
    assert again == normalise_minutes(again)
    assert write(again) == text
