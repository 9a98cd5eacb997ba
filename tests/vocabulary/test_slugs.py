"""Danish text becomes a part of an address in one way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary.slugs import is_folder_name, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Nørre Aa", "noerre-aa"),
        ("Børne- og Skoleudvalget", "boerne-og-skoleudvalget"),
        ("  Ældrerådet  ", "aeldreraadet"),
        ("Café & Musik", "cafe-musik"),
        ("A\u030alborg", "aalborg"),  # å as two characters is å
        ("§§", ""),
    ],
)
def test_a_name_becomes_a_part_of_an_address(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_a_slug_holds_nothing_that_an_address_must_escape(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch(r"[a-z0-9-]*", slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize("slug", ["", "con", "nul", "aux", "com1", "lpt9", "a" * 201])
def test_a_folder_cannot_have_every_name(slug: str) -> None:
    assert not is_folder_name(slug)


@pytest.mark.parametrize("slug", ["strandby", "console", "com", "com10", "a" * 200])
def test_a_folder_can_have_most_names(slug: str) -> None:
    assert is_folder_name(slug)
