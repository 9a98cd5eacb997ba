"""The links and ids of a page that this program rendered."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from referat.site.links import PageLinks, find_links


def test_the_links_and_ids_of_a_page_are_found() -> None:
    html = '<a href="/om/?a=1&amp;b=2">Om</a> <p id="x">href=&#34;/tekst/&#34;</p> <script src="/a.js"></script>'
    assert find_links(html) == PageLinks(("x",), ("/a.js", "/om/?a=1&b=2"))


PIECES = st.sampled_from(
    [*' \n\xa0"=/#a', " href", "src", "action", " id", '="', "<a", 'href="/b"', ' id="b"', "&amp;"]
)


@given(st.lists(PIECES).map("".join))
def test_an_attribute_is_what_stands_after_white_space(html: str) -> None:
    links = {unescape(link) for link in re.findall(r'\s(?:href|src|action)="([^"]*)"', html)}
    ids = sorted(unescape(name) for name in re.findall(r'\sid="([^"]*)"', html))
    found = find_links(html)
    assert (list(found.ids), list(found.links)) == (ids, sorted(link for link in links if not link.startswith("//")))


def test_links_to_other_hosts_and_mail_are_not_ours_to_check() -> None:
    html = '<a href="https://a.example/">a</a><a href="mailto:a@b.example">b</a><a href="//c.example/">c</a>'
    assert find_links(html).links == ()
