"""The lookup of case numbers: every case is in the shard of its number, and nothing else is."""

import json

from hypothesis import given
from hypothesis import strategies as st

from referat import minutes_file
from referat.search.lookup import TITLES_UP_TO, case_keys, lookup_files, shard_of
from referat.site.corpus import make_corpus
from referat.site.nodes import Corpus, Record
from referat.site.views.case_line import case_line
from referat.vocabulary.casenumber import parse

HEAD = "---\nmunicipality: {}\nbody: Byrådet\ndate: 2024-05-14\nkind: minutes\n---\n\n"


def corpus_of(numbers: dict[str, list[str]]) -> Corpus:
    """A site with one meeting a municipality, and an item for each number."""
    records = []
    for municipality, printed in numbers.items():
        items = "".join(f"## {n}. Emne {n}\n\nSagsnr.: {number}\n\n" for n, number in enumerate(printed, 1))
        minutes, _ = minutes_file.read(HEAD.format(municipality) + items, municipality)
        assert minutes is not None
        records.append(Record(minutes=minutes, path=municipality))
    return make_corpus(records)[0]


def files_of(corpus: Corpus) -> dict[str, bytes]:
    cases = (case for node in corpus.municipalities for case in node.cases)
    return dict(lookup_files((case_keys(case), case_line(case)) for case in cases))


def look_up(corpus: Corpus, canonical: str) -> list[list[str]] | None:
    files = files_of(corpus)
    shard: dict[str, list[list[str]]] = json.loads(files[f"sager/opslag/{shard_of(canonical)}.json"])
    return shard.get(canonical)


def test_a_case_is_found_with_its_address_municipality_number_and_title() -> None:
    corpus = corpus_of({"Strandby": ["24/1187"]})
    assert look_up(corpus, "2024/1187") == [["/strandby/sag/24-1187/", "Strandby", "24/1187", "Emne 1"]]


def test_a_number_that_two_municipalities_use_has_two_cases() -> None:
    corpus = corpus_of({"Strandby": ["24/55"], "Egedalen": ["24/055"]})
    assert [entry[1] for entry in look_up(corpus, "2024/55") or ()] == ["Egedalen", "Strandby"]


def test_a_number_that_is_nowhere_is_in_no_shard() -> None:
    assert look_up(corpus_of({"Strandby": ["24/1187"]}), "2024/118") is None


def test_a_number_with_two_readings_is_found_by_both() -> None:
    corpus = corpus_of({"Strandby": ["24-118700"]})
    assert look_up(corpus, "24-118700") == look_up(corpus, "2024/118700") != None  # noqa: E711 - both are there


def test_all_256_shards_exist_on_the_smallest_site() -> None:
    files = files_of(corpus_of({"Strandby": ["24/1187"]}))
    assert len(files) == 256
    assert sum(content == b"{}" for content in files.values()) == 255


def test_a_shard_stays_small_by_leaving_out_the_titles() -> None:
    numbers = [f"24/{n}" for n in range(1, 60_000) if shard_of(f"2024/{n}") == "a7"][:200]
    shard = files_of(corpus_of({"Strandby": numbers}))["sager/opslag/a7.json"]
    assert len(json.loads(shard)) == 200
    assert b"Emne" not in shard
    assert len(shard) < 3 * TITLES_UP_TO


@given(st.lists(st.tuples(st.integers(10, 26), st.integers(1, 99_999)), min_size=1, max_size=5, unique=True))
def test_every_case_is_found_by_its_number(numbers: list[tuple[int, int]]) -> None:
    printed = [f"{year}/{serial}" for year, serial in numbers]
    corpus = corpus_of({"Strandby": printed})
    for number in printed:
        meant = parse(number)
        assert meant is not None
        assert [entry[0] for entry in look_up(corpus, meant.canonical) or ()] == [f"/strandby/sag/{meant.slug}/"]
