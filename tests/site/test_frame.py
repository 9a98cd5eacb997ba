"""What pages have in common is looked at once, and no page gets by with what it would not get by with alone."""

from hypothesis import given
from hypothesis import strategies as st

from referat.privacy.output import screen_output
from referat.site.frame import Frame
from referat.site.inert import active_content
from referat.site.links import find_links

HEAD = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/aktiver/site.css">
"""
MAST = """<header class="masthead">
<a class="wordmark" href="/">Referater</a>
<form action="/soeg/" method="get">
<label for="soeg">Ord eller sagsnummer</label><input type="search" id="soeg" name="q"><button type="submit">Søg</button>
</form>
</header>
"""
FOOT = """<footer class="foot">
<ul>
<li><a href="/ord/">Ordforklaring</a></li>
<li><a href="/om/">Om webstedet</a></li>
<li><a href="/tilbagetrukket/">Trukket tilbage</a></li>
</ul>
<p>Det er altid kommunens egne referater, der gælder.</p>
</footer>
"""

FRAGMENTS = (
    *(
        "010165",
        "-",
        "1234",
        "010165-1234",
        "cpr ",
        "tlf. ",
        "44 55 66 77",
        "+45 44556677",
        "reg.nr. 1234 konto 5678901",
    ),
    *("anna@mail.example", "<p>", "</p>", "<b>", "</b>", "<td>", " ", "\n", "ord ", "“", "–", "&nbsp;", "&lt;b&gt;"),
    *('<a href="/x/">', "</a>", '<a href="', '<p id="a">', '"', "<script>", '<img src="/a.png">', " onerror=", "<!--"),
)
WORDS = st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join)


def page(body: str, *, mast: str = MAST, foot: str = FOOT, title: str = "Sag") -> str:
    return f"{HEAD}<title>{title}</title>\n</head>\n<body>\n{mast}<main>\n{body}\n</main>\n{foot}</body>\n</html>\n"


def learnt(mast: str = MAST, foot: str = FOOT) -> Frame:
    frame = Frame()
    for body in ("<h1>Den første</h1>", "<h1>Den anden</h1>\n<p>med mere</p>"):
        html = page(body, mast=mast, foot=foot, title=body[4:])
        assert frame.bare(html).html == html
    return frame


def test_the_third_page_is_looked_at_without_what_the_first_two_have_in_common() -> None:
    bare = learnt().bare(page("<h1>Den tredje</h1>")).html

    assert "<h1>Den tredje</h1>" in bare
    assert "masthead" not in bare
    assert "viewport" not in bare
    assert len(bare) < len(page("")) / 2


def test_the_words_of_what_is_left_out_stay_beside_what_is_not() -> None:
    bare = learnt().bare(page("1234")).html

    before, _, after = bare.partition("1234")
    assert before.endswith("Ord eller sagsnummer<p>Søg<p><p>\n")
    assert after.startswith("\n<p><p>Ordforklaring<p>")
    assert "Det er altid kommunens egne referater, der gælder." in after


@given(WORDS, WORDS, WORDS)
def test_a_page_is_judged_as_if_all_of_it_had_been_read(body: str, above: str, below: str) -> None:
    html = page(body).replace("<main>", f"{above}<main>").replace("</body>", f"{below}</body>")
    bare = learnt().bare(html)

    assert bool(active_content(bare.html)) == bool(active_content(html))
    assert screen_output(bare.html) == screen_output(html)


@given(st.lists(st.sampled_from(("<p>ord</p>", '<h2 id="punkt-1">', '<a href="/om/">', '<a href="#b">', 'id="x"'))))
def test_links_and_ids_are_those_of_the_whole_page(body: list[str]) -> None:
    html = page(" ".join(body))
    bare = learnt().bare(html)

    assert find_links(bare.html, bare.links) == find_links(html)


def test_a_frame_with_a_number_in_it_is_read_on_every_page() -> None:
    mast = MAST.replace("Referater", "Ring til Anna, CPR 010165-1234")
    html = page("<h1>Den tredje</h1>", mast=mast)

    assert screen_output(learnt(mast=mast).bare(html).html) == {"cpr"}


def test_a_frame_that_runs_something_is_read_on_every_page() -> None:
    foot = FOOT.replace("<ul>", '<ul onclick="a()">')
    html = page("<h1>Den tredje</h1>", foot=foot)

    assert active_content(learnt(foot=foot).bare(html).html) == '<ul onclick="a()">'


def test_a_page_without_the_frame_is_read_as_it_is() -> None:
    assert learnt().bare("<p>noget andet</p>").html == "<p>noget andet</p>"
