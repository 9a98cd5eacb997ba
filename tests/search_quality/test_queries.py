"""The labelled queries are about the example site as it is."""

from pathlib import Path

from tests.search_quality.queries import Answers, read_queries

from referat.site.content import read_content
from referat.site.corpus import make_corpus

ROOT = Path(__file__).resolve().parents[2]


def test_there_are_enough_queries_and_a_third_is_held_out() -> None:
    queries = read_queries()
    assert len(queries) >= 60
    assert sum(query.held_out for query in queries) == len(queries) // 3


def test_every_label_means_something_that_is_published() -> None:
    answers = Answers(make_corpus(read_content(ROOT).records)[0])
    for query in read_queries():
        assert answers.of(query), query.text
