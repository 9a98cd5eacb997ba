"""The words of a language: a theme may change single ones, and none may be missing."""

from pathlib import Path

import pytest

from referat.problems import Problem, ProblemError
from referat.site.words import read_language

THEME = Path(__file__).parents[3] / "themes/default"


def problem(root: Path, code: str, text: str | None = None) -> Problem:
    if text is not None:
        own_words(root, code, text)
    with pytest.raises(ProblemError) as raised:
        read_language([root / "themes/eget", THEME], code, root)
    return raised.value.problem


def own_words(root: Path, code: str, text: str) -> None:
    path = root / "themes/eget/words" / f"{code}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_theme_changes_a_single_word_and_adds_its_own(tmp_path: Path) -> None:
    own_words(tmp_path, "da", '[meeting]\npresent = "Mødt"\n\n[mit]\nord = "Nyt"\n')
    language = read_language([tmp_path / "themes/eget", THEME], "da", tmp_path)
    assert (language.say("meeting.present"), language.say("meeting.place")) == ("Mødt", "Sted")
    assert language.say("mit.ord") == "Nyt"


def test_a_language_that_nobody_has_words_for_is_told(tmp_path: Path) -> None:
    found = problem(tmp_path, "fo")
    assert (found.code, found.path) == ("language_unknown", "site.toml")
    assert "words/fo.toml" in (found.advice or "")


def test_a_new_language_must_have_every_word(tmp_path: Path) -> None:
    found = problem(tmp_path, "de", '[meeting]\npresent = "Anwesend"\n')
    assert (found.code, found.path) == ("words_missing", "themes/eget/words/de.toml")
    assert "language.name" in found.message
    assert "meeting.present" not in found.message


@pytest.mark.parametrize("text", ["[meeting\n", "[meeting]\npresent = 4\n", '[x]\ny = { one = "1", other = 2 }\n'])
def test_a_file_that_is_no_list_of_words_is_told(tmp_path: Path, text: str) -> None:
    found = problem(tmp_path, "da", text)
    assert (found.code, found.path) == ("words_invalid", "themes/eget/words/da.toml")
