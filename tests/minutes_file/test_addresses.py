"""The address of an original is one on the web, or the record is told to be wrong."""

import pytest
from msgspec.structs import replace

from referat import minutes_file
from referat.minutes_file.addresses import is_web_address
from referat.minutes_file.normal import normalise_minutes
from referat.model import Source

RECORD = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\nsource:\n  url: {url}\n---\n"
HOSTILE = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,hej",
    "vbscript:x",
    "file:///etc/passwd",
    "//andre.example/a.pdf",
    "https:andre.example",
    "https://",
    "https://strandby.example@andre.example/",
    "https://[::1",
    "https://strandby.example:hest/",
    "https://strandby.example/a b",
    "https://strandby.example/" + "a" * 2_000,
)


@pytest.mark.parametrize("url", HOSTILE)
def test_another_address_is_told_with_its_line(url: str) -> None:
    minutes, problems = minutes_file.read(RECORD.format(url=f'"{url}"'), "a.md")
    assert minutes is None
    assert [(problem.code, problem.line) for problem in problems] == [("value_invalid", 6)]


@pytest.mark.parametrize("url", HOSTILE)
def test_an_import_writes_no_such_address(url: str) -> None:
    minutes, _ = minutes_file.read(RECORD.format(url="https://strandby.example/a.pdf"), "a.md")
    assert minutes is not None
    named = replace(minutes, meeting=replace(minutes.meeting, source=Source(url=url, name="a.pdf")))
    assert normalise_minutes(named).meeting.source == Source(name="a.pdf")


@pytest.mark.parametrize(
    "url",
    ["https://strandby.example/", "http://strandby.example:8080/a?b=c&d=%C3%A5#e", "HTTPS://STRANDBY.EXAMPLE/å(1).pdf"],
)
def test_an_address_on_the_web_is_one(url: str) -> None:
    assert is_web_address(url)
