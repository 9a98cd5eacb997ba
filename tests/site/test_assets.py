"""Assets: style sheets in one file, each file under an address of its content, a site's own before the theme's."""

from pathlib import Path

from referat.site.assets import BUNDLE, bundle, collect_assets

DEFAULT_THEME = Path(__file__).parents[2] / "themes" / "default"


def write_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_style_sheets_become_one_in_the_order_of_their_names() -> None:
    assert bundle({"20-b.css": b"b {}\n", "10-a.css": b"\na {}"}) == b"a {}\nb {}\n"


def test_an_address_changes_with_the_content_and_only_with_it(tmp_path: Path) -> None:
    write_file(tmp_path / "images" / "favicon.svg", "one")
    first = collect_assets([tmp_path])["favicon.svg"].url
    assert collect_assets([tmp_path])["favicon.svg"].url == first
    write_file(tmp_path / "images" / "favicon.svg", "two")
    assert collect_assets([tmp_path])["favicon.svg"].url != first
    assert first.startswith("/aktiver/favicon.")
    assert first.endswith(".svg")


def test_scripts_find_each_other_and_all_move_when_one_changes(tmp_path: Path) -> None:
    write_file(tmp_path / "js" / "search.js", 'import "./search/lookup.js";')
    write_file(tmp_path / "js" / "search" / "lookup.js", "one")
    before = collect_assets([tmp_path])
    folder = before["search.js"].url.removesuffix("search.js")
    assert before["search/lookup.js"].url == f"{folder}search/lookup.js"
    write_file(tmp_path / "js" / "search" / "lookup.js", "two")
    assert collect_assets([tmp_path])["search.js"].url != before["search.js"].url


def test_a_site_overrides_one_file_and_adds_another(tmp_path: Path) -> None:
    write_file(tmp_path / "default" / "css" / "10-a.css", "a {}")
    write_file(tmp_path / "default" / "css" / "20-b.css", "b {}")
    write_file(tmp_path / "mine" / "css" / "10-a.css", "mine {}")
    write_file(tmp_path / "mine" / "css" / "90-more.css", "more {}")
    assert collect_assets([tmp_path / "mine", tmp_path / "default"])[BUNDLE].content == b"mine {}\nb {}\nmore {}\n"


def test_hidden_files_are_no_assets(tmp_path: Path) -> None:
    write_file(tmp_path / "images" / ".DS_Store", "x")
    assert collect_assets([tmp_path]).keys() == {BUNDLE}


def test_the_default_theme_fetches_nothing_from_anybody() -> None:
    for name, asset in collect_assets([DEFAULT_THEME]).items():
        text = asset.content.decode("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http:" not in text, name
        assert "https:" not in text, name
        assert "@import" not in text, name
