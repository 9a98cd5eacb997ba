"""A browser can search the site from its own field."""

from pathlib import Path
from xml.etree import ElementTree

from tests.exports.small import build, write_site

NAMES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_every_page_tells_how_the_site_is_searched(tmp_path: Path) -> None:
    write_site(tmp_path)
    build(tmp_path)
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "output").rglob("*.html")]
    assert all('<link rel="search" ' in page and 'href="/arkiv/opensearch.xml"' in page for page in pages)
    told = ElementTree.parse(tmp_path / "output/opensearch.xml").getroot()  # noqa: S314 - our own file
    assert told.findtext("o:ShortName", namespaces=NAMES) == "Møder & sager"
    address = told.find("o:Url", NAMES)
    assert address is not None
    assert address.get("template") == "https://moede.example/arkiv/soeg/?q={searchTerms}"
