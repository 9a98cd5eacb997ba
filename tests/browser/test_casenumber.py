"""The browser reads case numbers as the generator does: otherwise a case that is there would be denied."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from referat.search.casetoken import case_token
from referat.vocabulary.case_schemes import SCHEMES
from referat.vocabulary.casenumber import readings_of

pytestmark = pytest.mark.browser

SCRIPTS = Path(__file__).parents[2] / "themes" / "default" / "js"

READ_ALL = "async (texts) => texts.map((await import('/search/casenumber.js')).readingsOf)"
HASH_ALL = "async (json) => JSON.parse(json).map((await import('/search/sha256.js')).sha256)"

digits = st.text("0123456789", min_size=1, max_size=7)
years = st.sampled_from(["24", "98", "05", "1998", "2014", "2024", "2100"])
kles = st.sampled_from(["27.69.40", "01.02.05", "00.22.04"])
facets = st.sampled_from(["P19", "g01", "Ø20", ""])
separators = st.sampled_from(["/", "-", " / ", " - ", "–", ".", " ", "", "_"])
labels = st.sampled_from(
    [
        "",
        "sag ",
        "Sag: ",
        "SAGSNR.: ",
        "sagsnr ",
        "Sagsnummer",
        "j.nr. ",
        "journalnr.",
        "åben - ",
        "Dok.nr. ",
        "• ",
        "(",
    ]
)
pieces = st.one_of(digits, years, kles, facets, st.sampled_from(["BR", "økt", "EMN", "751", "sag", "20", "1999"]))
spellings = st.builds(
    lambda label, first, rest, end: label + first + "".join(a + b for a, b in rest) + end,
    labels,
    pieces,
    st.lists(st.tuples(separators, pieces), max_size=4),
    st.sampled_from(["", ".", ")", " ", "-", ":"]),
)


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("scripts")
    shutil.copytree(SCRIPTS, folder, dirs_exist_ok=True)
    (folder / "favicon.ico").touch()
    return serve_folder(folder)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(st.lists(spellings, min_size=40, max_size=40))
def test_every_spelling_has_the_same_readings_in_the_browser(page: Page, scripts: str, texts: list[str]) -> None:
    if not page.url.startswith(scripts):
        page.goto(f"{scripts}/search/casenumber.js")
    read = page.evaluate(READ_ALL, texts)
    for text, readings in zip(texts, read, strict=True):
        expected = [{"scheme": reading.scheme, "canonical": reading.canonical} for reading in readings_of(text)]
        assert readings == expected, text


EXAMPLES = (
    "27.69.40-P19-1-23 27.69.40-1-23 27.69.40G01-0012 27.69.40-P19/4 1-30-72-5-15 751-2024-77 EMN-2015-12345 ØU-12/24-A"
    " BR677/06 018520-2013 2024-1187 24-118700 24/1187 1234567"
)


def test_every_scheme_is_read_in_the_browser(page: Page, scripts: str) -> None:
    page.goto(f"{scripts}/search/casenumber.js")
    read = page.evaluate(READ_ALL, EXAMPLES.split())
    assert [readings[0]["scheme"] for readings in read] == [scheme.name for scheme in SCHEMES]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(max_size=200), min_size=5, max_size=5))
def test_the_browser_hashes_as_the_generator_does(page: Page, scripts: str, texts: list[str]) -> None:
    if not page.url.startswith(scripts):
        page.goto(f"{scripts}/search/sha256.js")
    hashed = page.evaluate(HASH_ALL, json.dumps(texts))
    assert hashed == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


@pytest.mark.parametrize("canonical", ["2014/32918", "27.69.40-P19-1-23", "ØU-12/24-A", "BR 2006/677", "751-2024-77"])
def test_a_case_has_the_same_token_on_both_sides(page: Page, scripts: str, canonical: str) -> None:
    page.goto(f"{scripts}/search/lookup.js")
    token = page.evaluate("async (number) => (await import('/search/lookup.js')).caseToken(number)", canonical)
    assert token == case_token(canonical)
