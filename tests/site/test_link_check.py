"""Every internal link and anchor leads somewhere, or is named."""

from collections.abc import Collection, Iterable

from referat.problems import Problem
from referat.site.cache import LinkedPage
from referat.site.link_check import Place, Targets, broken_links, survey
from referat.site.links import PageLinks


def page(url: str, *links: str, ids: tuple[str, ...] = ()) -> tuple[str, LinkedPage]:
    return url, LinkedPage(f"output{url}", PageLinks(ids, links))


def checked(
    pages: Iterable[tuple[str, LinkedPage]], files: Collection[str], place: Place = Place()
) -> tuple[Problem, ...]:
    """What is wrong with a site that is one part: all that leads out of it leads nowhere."""
    own = dict(pages)
    found = survey(own, files, place)
    return (
        *broken_links([address for led in found.outward.values() for address in led], [own], place),
        *found.problems,
    )


def test_links_and_anchors_that_exist_are_no_problem() -> None:
    pages = [
        page("/", "/om/", "/om/#kilder", "om/", "/om", "/kort.pdf", "#top", ids=("top",)),
        page("/om/", "../", "/", ids=("kilder",)),
    ]
    assert checked(pages, {"index.html", "om/index.html", "kort.pdf"}) == ()


def test_a_link_that_leads_nowhere_is_named_with_the_pages_it_stands_on() -> None:
    pages = [page(f"/{number}/", "/væk/") for number in range(5)]
    (problem,) = checked(pages, {f"{number}/index.html" for number in range(5)})
    assert problem.code == "link_broken"
    assert problem.path == "output/0/"
    assert problem.message == "“/væk/” leads nowhere. It is linked to from /0/, /1/, /2/ and 2 more pages"


def test_an_anchor_that_the_page_does_not_have_is_a_broken_link() -> None:
    pages = [page("/", "/om/#kilder"), page("/om/", ids=("indhold",))]
    assert [problem.code for problem in checked(pages, {"index.html", "om/index.html"})] == ["link_broken"]


def test_a_link_outside_the_folder_that_the_site_lies_in_is_broken() -> None:
    pages = [page("/", "/referat/om/", "/om/"), page("/om/")]
    (problem,) = checked(pages, {"index.html", "om/index.html"}, Place(folder="/referat"))
    assert "“/om/”" in problem.message


def test_escaped_letters_of_an_address_are_read() -> None:
    assert checked([page("/", "/k%C3%B8b.pdf")], {"index.html", "køb.pdf"}) == ()


def test_an_id_that_stands_twice_is_named() -> None:
    (problem,) = checked([page("/", ids=("a", "b", "b"))], {"index.html"})
    assert (problem.code, "“b”" in problem.message) == ("id_doubled", True)


def test_what_leads_to_another_part_is_left_to_the_whole_site() -> None:
    _, front = page("/", "/strandby/", "/strandby/#punkt-2", "/strandby/#punkt-9", "/om/")
    found = survey({"/": front}, {"index.html", "om/index.html"})
    assert found.outward == {"strandby": ("/strandby/", "/strandby/#punkt-2", "/strandby/#punkt-9")}
    targets = Targets({"strandby/index.html"}.__contains__, {"strandby/index.html": ("punkt-2",)}.__getitem__)
    assert [address for address in found.outward["strandby"] if not targets.has(address)] == ["/strandby/#punkt-9"]


def test_a_link_that_is_broken_in_each_language_is_named_once() -> None:
    pages = [page("/", "/væk/"), page("/en/", "/en/væk/")]
    (problem,) = checked(pages, {"index.html", "en/index.html"}, Place(prefixes=("/en",)))
    assert problem.message == "“/væk/” leads nowhere. It is linked to from /, /en/"


def test_an_address_leads_into_a_municipalitys_folder_in_every_language_and_form() -> None:
    place = Place(folder="/referat", prefixes=("/en",))
    leading = ("/strandby/", "/strandby/sag/24-1/#top", "/en/strandby/", "/data/strandby/items.csv")
    assert {place.folder_of(f"/referat{address}") for address in leading} == {"strandby"}
    assert [place.folder_of(f"/referat{address}") for address in ("/", "/en/", "/data/", "/soeg/?q=1")] == [
        "",
        "en",
        "data",
        "soeg",
    ]
