"""Every internal link and anchor leads somewhere, or is named."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from referat.site.links import LinkedPage, PageLinks, check_links, find_links


def page(url: str, *links: str, ids: tuple[str, ...] = ()) -> LinkedPage:
    return LinkedPage(url, f"output{url}", PageLinks(ids, links))


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


def test_links_and_anchors_that_exist_are_no_problem() -> None:
    pages = [
        page("/", "/om/", "/om/#kilder", "om/", "/om", "/kort.pdf", "#top", ids=("top",)),
        page("/om/", "../", "/", ids=("kilder",)),
    ]
    assert check_links(pages, {"index.html", "om/index.html", "kort.pdf"}) == ()


def test_a_link_that_leads_nowhere_is_named_with_the_pages_it_stands_on() -> None:
    pages = [page(f"/{number}/", "/væk/") for number in range(5)]
    (problem,) = check_links(pages, {f"{number}/index.html" for number in range(5)})
    assert problem.code == "link_broken"
    assert problem.path == "output/0/"
    assert problem.message == "“/væk/” leads nowhere. It is linked to from /0/, /1/, /2/ and 2 more pages"


def test_an_anchor_that_the_page_does_not_have_is_a_broken_link() -> None:
    pages = [page("/", "/om/#kilder"), page("/om/", ids=("indhold",))]
    assert [problem.code for problem in check_links(pages, {"index.html", "om/index.html"})] == ["link_broken"]


def test_a_link_outside_the_folder_that_the_site_lies_in_is_broken() -> None:
    pages = [page("/", "/referat/om/", "/om/"), page("/om/")]
    (problem,) = check_links(pages, {"index.html", "om/index.html"}, "/referat")
    assert "“/om/”" in problem.message


def test_escaped_letters_of_an_address_are_read() -> None:
    assert check_links([page("/", "/k%C3%B8b.pdf")], {"index.html", "køb.pdf"}) == ()


def test_an_id_that_stands_twice_is_named() -> None:
    (problem,) = check_links([page("/", ids=("a", "b", "b"))], {"index.html"})
    assert (problem.code, "“b”" in problem.message) == ("id_doubled", True)
