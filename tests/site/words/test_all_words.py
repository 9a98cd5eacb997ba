"""Every word of the interface stands in the files of words, in all languages, and nowhere else."""

import re
from pathlib import Path

import pytest

from referat.site.themes import default_theme
from referat.site.words import Language, read_language
from referat.vocabulary.outcomes import Outcome, label

THEME = default_theme()
DANISH, ENGLISH = (read_language([THEME], code) for code in ("da", "en"))
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
SCRIPTS = sorted((THEME / "js").rglob("*.js"))

NAMES = {"SHA", "BibTeX", "CSL", "JSON", "tone"}
"""What is called the same in every language, and the first half of a class."""

READS_DANISH = {"casenumber.js", "days.js", "distance.js", "query.js", "stopwords.js", "words.js"}
"""Scripts that read what people type: their Danish words are not said to anybody."""


def test_all_languages_have_the_same_words_with_the_same_values_in_them() -> None:
    def places(language: Language) -> dict[str, frozenset[str]]:
        return {key: word.places - {"count"} for key, word in language.words.items()}

    danish, english = places(DANISH), places(ENGLISH)
    dates = {key for key in danish if key.startswith("date.")}
    assert danish.keys() == english.keys()
    assert {key for key in danish.keys() - dates if danish[key] != english[key]} == set()
    assert {name: len(words) for name, words in DANISH.lists.items()} == {
        name: len(words) for name, words in ENGLISH.lists.items()
    }


def test_no_english_word_is_still_danish() -> None:
    same = {
        key
        for key, word in ENGLISH.words.items()
        if word == DANISH.words[key] and re.search("[A-Za-zæøå]{4}", word.many[0])
    }
    assert same == set()
    assert [key for key, word in ENGLISH.words.items() if re.search("[æøåÆØÅ]", "".join(word.many))] == []


def test_every_outcome_has_words_and_its_label_is_the_one_that_records_use() -> None:
    for outcome in Outcome:
        assert DANISH.say(f"outcome.{outcome}.label") == label(outcome)
        assert ENGLISH.say(f"outcome.{outcome}.explained")


def bare_words(template: str) -> list[str]:
    """The words of a template that are neither markup nor an expression: what it would say by itself."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->", " ", template, flags=re.DOTALL)
    said = re.findall(r'\s(?:aria-label|alt|title|placeholder)="([^"]*)"', text)
    said.append(re.sub(r"<[^>]*>", " ", text))
    return [word for part in said for word in re.findall(r"[A-Za-zæøåÆØÅ]{2,}", re.sub(r"&\w+;", " ", part))]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    assert [word for word in bare_words(path.read_text(encoding="utf-8")) if word not in NAMES] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_expression_of_a_template_has_words_of_its_own(path: Path) -> None:
    expressions = re.findall(r"\{%.*?%\}|\{\{.*?\}\}", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    texts = [text for one in expressions for pair in re.findall(r'"([^"]*)"|\'([^\']*)\'', one) for text in pair]
    assert [text for text in texts if re.search(r"[æøåÆØÅ]|[A-Za-z]{2,} [A-Za-z]{2,}|^[A-ZÆØÅ][a-zæøå]+$", text)] == []


@pytest.mark.parametrize(
    "path", [path for path in SCRIPTS if path.name not in READS_DANISH], ids=lambda path: path.name
)
def test_no_script_has_words_of_its_own(path: Path) -> None:
    code = re.sub(r"^\s*//.*$|\s// .*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    texts = [
        text for found in re.findall(r'"([^"\n]*)"|`([^`]*)`', re.sub(r"\$\{[^`]*?\}", "", code)) for text in found
    ]
    assert [text for text in texts if re.search(r"[æøåÆØÅ]\w|[A-Za-zæøå]{2,} [a-zæøå]{2,}", text)] == []


def test_every_key_that_a_template_names_is_there() -> None:
    for path in TEMPLATES:
        for key in re.findall(r'\bt\("([a-z_.-]+)"(?! ~)', path.read_text(encoding="utf-8")):
            assert key in DANISH.words, f"{path.name}: {key}"


def test_every_word_is_used() -> None:
    code = Path(str(THEME)).parents[1] / "generator/referat/site"
    sources = [*TEMPLATES, *SCRIPTS, *code.rglob("*.py")]
    used = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    # Some keys are put together: t("kind." ~ view.kind), say(f"outcome.{outcome}.label"), say("offer_items").
    beginnings = ("language.", *re.findall(r'"([a-z_]+\.[a-z_]*)" ~', used), *re.findall(r'f"([a-z_]+\.)\{', used))
    said = {f"script.{name}" for name in re.findall(r'\bsay\("([a-z_]+)"', used)}
    unused = [key for key in DANISH.words if f'"{key}"' not in used and not key.startswith(beginnings)]
    assert [key for key in unused if key not in said] == []
