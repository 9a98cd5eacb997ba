"""Digests by which the build knows that nothing changed."""

from hypothesis import given
from hypothesis import strategies as st

from referat.site.digest import digest_after, digest_bytes


@given(st.lists(st.binary(max_size=9), max_size=4), st.lists(st.binary(max_size=9), min_size=1, max_size=3))
def test_what_many_begin_with_is_looked_at_once_and_gives_the_same(beginning: list[bytes], last: list[bytes]) -> None:
    digest = digest_after(*beginning)
    assert [digest(part) for part in last] == [digest_bytes(*beginning, part) for part in last]
