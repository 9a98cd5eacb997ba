"""A page's file follows from its address."""

import pytest

from referat.site.page import output_path


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/strandby/", "strandby/index.html"),
        ("/404.html", "404.html"),
        ("/om/#mere", "om/index.html"),
    ],
)
def test_the_file_of_an_address(url: str, path: str) -> None:
    assert output_path(url) == path
