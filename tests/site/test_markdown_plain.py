"""Texts of paragraphs and simple lists are rendered without the parser, to the same bytes."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referat.site import markdown
from referat.site.markdown_plain import plain_html
from referat.site.mentions import LinkedText
from referat.site.words import read_language

SAY = read_language([Path(__file__).parents[2] / "themes/default"], "da").say

NEARLY = st.one_of(
    st.sampled_from(["", "", "Stien er 2 km.", "- en bænk", "1. at stien", "2. at den", "12. at", "Se sag 24/1187"]),
    st.text("ab1 .)-+#>=~|:]()!^\"'\t\x0b\x1c\x85\xa0\u200b\u2028\ufeffå", max_size=5),
    st.builds("{}{}".format, st.sampled_from(["- ", "1. ", "2) ", "  ", "a: "]), st.text("a1- .|", max_size=4)),
)
"""Of many it must be found out whether they have."""
INSIDE = st.text(" 1.)-#>=~|:]!^\"'\t\x0b\u2028", max_size=4)
PLAIN = st.sampled_from(["", ""]) | st.builds("{}a{}b".format, st.sampled_from(["", "", "- ", "1. "]), INSIDE)
"""Lines that have nothing for the parser's rules."""
WILD = st.text("ab1 .)-+*_#>=~|:`[]()!<&^\\\"'\t\r\n\x00å", max_size=12)
TEXTS = st.lists(PLAIN, max_size=6).map("\n".join) | st.lists(PLAIN | NEARLY | WILD, max_size=6).map("\n".join)


def place(address: str) -> str:
    return f"/r&d{address}"


def parsed(text: LinkedText) -> str:
    return markdown._parsed(text, SAY, 3, "a-", place)


@given(TEXTS, st.lists(st.integers(0, 9), max_size=4, unique=True), st.booleans())
@example("- a\n\n- b", [], False)
@example("- a\n\nb\n\n1. c\n2. d", [0, 2, 4, 5], False)
@example("Stien\n- a", [], False)
@example("1. a\n- b", [], False)
@example("Se sag\n24/1187.", [0], True)
def test_every_text_is_what_the_parser_makes_of_it(source: str, lines: list[int], has_links: bool) -> None:
    links = (("24/1187", "/strandby/sag/24-1187/"), ("sag 24/1187", "https://a.example/?a&b")) if has_links else ()
    text = LinkedText(source, links, tuple((line, f"p-{line}") for line in sorted(lines)))
    plain = plain_html(text, SAY, place)
    assert plain is None or plain == parsed(text)


@pytest.mark.parametrize(
    "source",
    [
        "Stien er 2 km.",
        'Stien er\n2 km.\n\n\nDen koster 1.5 mio. kr. ("A/S") - se §3; 50 % > 20 %!',
        "at\n\n- en bænk\n- en lygte\n\nKommunen",
        "1. at stien anlægges,\n2. at den lukkes\n",
        "3. at\n4. at",
        "Se sag 24/1187 og sag 24/1188.",
    ],
)
def test_most_texts_need_no_parser(source: str) -> None:
    text = LinkedText(source, (("sag 24/1187", "/strandby/sag/24-1187/"),), ((0, "p-1"),))
    assert plain_html(text, SAY, place) == parsed(text)


def test_the_parser_has_no_rule_that_was_not_thought_of() -> None:
    """A new rule may look for signs that are none in a plain text today: see `referat.site.markdown_plain`."""
    rules = markdown._parser().get_active_rules()
    assert rules["block"] == [
        "table",
        "fence",
        "blockquote",
        "hr",
        "list",
        "footnote_def",
        "reference",
        "html_block",
        "heading",
        "paragraph",
    ]
    assert rules["inline"] == [
        "text",
        "newline",
        "escape",
        "backticks",
        "emphasis",
        "link",
        "image",
        "footnote_inline",
        "footnote_ref",
        "autolink",
        "html_inline",
        "entity",
    ]
    assert rules["inline2"] == ["balance_pairs", "emphasis", "fragments_join"]
    assert rules["core"] == [
        "normalize",
        "block",
        "inline",
        "keep_footnotes",
        "footnote_tail",
        "text_join",
        "link_words",
        "place_headings",
        "place_passages",
        "place_links",
        "label_tables",
        "align_cells",
        "label_footnotes",
    ]
