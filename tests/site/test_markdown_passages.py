"""Every passage of a text has its id on the page, and a link to itself."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from referat.passages import passages
from referat.site.markdown import to_html
from referat.site.mentions import LinkedText


def words(said: str, **values: object) -> Markup:
    return Markup("Link til afsnittet")


def shown(text: str, heading_level: int = 4) -> str:
    """The text as an item shows it, with the ids of its passages."""
    anchors = tuple((text.count("\n", 0, passage.start), f"punkt-2-{passage.id}") for passage in passages(text))
    linked = LinkedText(text, anchors=anchors)
    return to_html(linked, words=words, heading_level=heading_level, id_prefix="punkt-2-afsnit-1-")


def names(text: str) -> list[str]:
    return [f"punkt-2-{passage.id}" for passage in passages(text)]


def test_a_paragraph_has_an_id_and_a_link_to_itself_that_adds_no_words() -> None:
    (name,) = names("Stien er 2 km.")
    assert shown("Stien er 2 km.") == (
        f'<p id="{name}">Stien er 2 km.<a class="pin" href="#{name}" aria-label="Link til afsnittet"></a></p>\n'
    )


def test_each_item_of_a_list_has_its_own() -> None:
    text = "- en bænk\n- en lygte\n  1. en pære"
    assert re.findall(r'<li id="([^"]+)"', shown(text)) == names(text)


def test_a_table_is_one_passage() -> None:
    text = "| År | Kr. |\n| --- | --- |\n| 2024 | 5 |"
    (name,) = names(text)
    assert f'<div class="passage" id="{name}"><a class="pin"' in shown(text)


def test_links_within_the_text_find_a_heading_whose_id_made_way() -> None:
    heading, _ = names("#### Økonomi\n\nSe [ovenfor](#oekonomi).")
    html = shown("#### Økonomi\n\nSe [ovenfor](#oekonomi).")
    assert f'<h4 id="{heading}">' in html
    assert f'<a href="#{heading}">ovenfor</a>' in html


def test_a_passage_that_shares_an_element_with_another_has_a_place_in_it() -> None:
    text = "Udvalget besluttede:\n1. \n2. at gå i gang"
    assert all(html.count(f'id="{name}"') == 1 for html in [shown(text)] for name in names(text))


def test_a_text_without_anchors_has_no_links_to_itself() -> None:
    assert "pin" not in to_html(LinkedText("Godkendt."), words=words)


LINES = st.sampled_from(
    ["Stien er 2 km.", "12. maj", "- at", "1. at", "2. at", "  - under", "> - a", "> brev", "#### Økonomi", "a | b",
     "--- | ---", "| c | d |", "```", "[^1]: note", "Se [^1].", "---", "    indrykket", "a<b & [x](/y/)", "* * *"]
)  # fmt: skip


@given(st.lists(LINES, max_size=10, unique=True), st.lists(st.sampled_from(["\n", "\n\n"]), min_size=10, max_size=10))
def test_every_passage_of_a_text_has_its_id_once(lines: list[str], breaks: list[str]) -> None:
    text = "".join(line + gap for line, gap in zip(lines, breaks, strict=False))
    html = shown(text)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    assert set(names(text)) <= set(ids)
    assert set(re.findall(r'class="pin" href="#([^"]+)"', html)) <= set(ids)
