"""Every word of the list has an explanation, and no explanation is without its word."""

from referat.site.themes import default_theme
from referat.site.views.glossary import glossary_view, words_in
from referat.site.words import read_language


def test_every_word_is_explained_in_every_language() -> None:
    view = glossary_view()
    slugs = {word.slug for group in view.groups for word in group.words}
    for code in ("da", "en"):
        language = read_language([default_theme()], code)
        assert set(language.table("glossary")) == slugs
        assert set(language.table("glossary_group")) == {group.name for group in view.groups}


def test_a_page_explains_the_words_that_stand_in_it() -> None:
    assert [word.word for word in words_in(["Indstillingen blev tiltrådt."])] == ["indstilling", "tiltrådt"]
