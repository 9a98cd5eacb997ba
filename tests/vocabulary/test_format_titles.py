import pytest

from referat.vocabulary.format_titles import format_title


@pytest.mark.parametrize(("name", "title"), [("firstagenda", "PDF fra FirstAgenda"), ("own_shape", None), (None, None)])
def test_readers_see_a_danish_title_or_none(name: str | None, title: str | None) -> None:
    assert format_title(name) == title
