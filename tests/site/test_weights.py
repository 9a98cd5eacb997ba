"""The files of a site are counted by kind, and hosts that find them too many or too large are named."""

from pathlib import Path

import pytest

from referat.site.weights import Weight, kind_of, near_limits, weigh, weigh_together, weight_of_folder


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("strandby/index.html", "pages"),
        ("data/index.html", "pages"),
        ("data/strandby/items.csv", "data"),
        ("strandby/feed.xml", "feeds and sitemaps"),
        ("strandby/moeder.ics", "calendars"),
        ("strandby/byraadet/2024-05-14/citation.bib", "references"),
        ("strandby/byraadet/2024-05-14/citation.json", "references"),
        ("sager/opslag/a7.json", "lookup"),
        ("aktiver/site.0a1b.css", "assets"),
        ("pagefind/strandby/fragment/x.pf_fragment", "search"),
        ("_headers", "other"),
    ],
)
def test_each_file_has_a_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_files_are_counted_and_measured_and_the_heaviest_kind_comes_first() -> None:
    one = weigh([("index.html", 5), ("strandby/index.html", 7), ("feed.xml", 3)])
    assert one == {"feeds and sitemaps": Weight(1, 3), "pages": Weight(2, 12)}
    other = weigh([("feed.xml", 100)])
    assert list(weigh_together([one, other]).items()) == [
        ("feeds and sitemaps", Weight(2, 103)),
        ("pages", Weight(2, 12)),
    ]


def test_the_files_of_a_folder_are_weighed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").write_bytes(b"123")
    (tmp_path / "d").write_bytes(b"4")
    assert weight_of_folder(tmp_path) == Weight(2, 4)
    assert weight_of_folder(tmp_path / "e") == Weight()


def test_hosts_are_named_from_four_fifths_of_their_limit_on() -> None:
    assert list(near_limits(Weight(15_999, 799_999_999))) == []
    assert list(near_limits(Weight(16_000, 0))) == [
        "Cloudflare Pages (free) takes 20,000 files at most: the site has 16,000"
    ]
    assert list(near_limits(Weight(10, 1_234_500_000))) == [
        "GitHub Pages takes 1,000.0 MB at most: the site has 1,234.5 MB"
    ]
