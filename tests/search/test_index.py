"""The full-text index with the real Pagefind: whole bundles, made again only where something changed."""

import gzip
import json
from pathlib import Path

import pytest
from pagefind_bin import get_executable

from referat import minutes_file
from referat.problems import Problem
from referat.search import pagefind
from referat.search.index import (
    RECORD_HELD_BACK,
    Index,
    bring_up_to_date,
    together,
    without_others,
    without_stale,
)
from referat.search.jobs import Job, engine_job, municipality_job
from referat.site.corpus import make_corpus
from referat.site.nodes import Corpus, Record

HEAD = "---\nmunicipality: {}\nbody: Byrådet\ndate: 2024-05-14\nkind: minutes\n---\n\n"
STRANDBY = "## 1. Cykelsti\n\nSagsnr.: 24/1187\n\nEn sti ved havnen.\n\n## 2. Havnebad\n\nVand.\n"
EGEDALEN = "## 1. Skole\n\nEn ny sal.\n"


def corpus_of(texts: dict[str, str]) -> Corpus:
    records = []
    for municipality, text in texts.items():
        minutes, _ = minutes_file.read(HEAD.format(municipality) + text, municipality)
        assert minutes is not None
        records.append(Record(minutes=minutes, path=municipality))
    return make_corpus(records)[0]


def fragments(bundle: Path) -> dict[str, str]:
    """What a bundle holds: each hit's address and text."""
    unzipped = (gzip.decompress(path.read_bytes()) for path in (bundle / "fragment").iterdir())
    found = [json.loads(content.removeprefix(b"pagefind_dcd")) for content in unzipped]
    return {fragment["url"]: fragment["content"] for fragment in found}


def jobs_of(corpus: Corpus) -> list[Job]:
    version = pagefind.pagefind_version()
    return [engine_job(version), *(municipality_job(node, version) for node in corpus.municipalities)]


def index_of(corpus: Corpus, output: Path, cache: Path) -> Index:
    """What is to become of the index of a whole site."""
    jobs = jobs_of(corpus)
    others = without_others({job.name for job in jobs}, output)
    return together([others, *(bring_up_to_date(job, output, cache) for job in jobs)])


def index_site(corpus: Corpus, output: Path, cache: Path) -> tuple[Problem, ...]:
    index = index_of(corpus, output, cache)
    index.put_in_place()
    return (*index.failures, *index.held_back)


def remove_stale(corpus: Corpus, output: Path, cache: Path) -> None:
    jobs = jobs_of(corpus)
    others = without_others({job.name for job in jobs}, output)
    together([others, *(without_stale(job.name, job.digest, output, cache) for job in jobs)]).put_in_place()


def written(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_each_municipality_has_its_own_bundle_and_the_engine_is_there_once(tmp_path: Path) -> None:
    assert index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), tmp_path / "o", tmp_path / "c") == ()
    bundles = tmp_path / "o" / "pagefind"
    assert {path.name for path in bundles.iterdir()} == {"engine.d", "strandby", "egedalen"}
    assert fragments(bundles / "strandby") == {
        "/strandby/byraadet/2024-05-14/punkt-1.html": "En sti ved havnen.",
        "/strandby/byraadet/2024-05-14/punkt-2.html": "Vand.",
    }
    assert [path.parent.name for path in bundles.rglob("*.js")] == ["engine.d", "engine.d"]
    assert [path.parent.name for path in bundles.rglob("wasm.*")] == ["engine.d"]


def test_only_what_changed_is_indexed_again(tmp_path: Path) -> None:
    output, cache = tmp_path / "o", tmp_path / "c"
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), output, cache)
    before = written(output)
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), output, cache)
    assert written(output) == before
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": "## 1. Skole\n\nEn ny port.\n"}), output, cache)
    changed = {name for name, time in written(output).items() if before.get(name) != time}
    assert {name.split("/")[1] for name in changed} == {"egedalen"}


def test_what_is_gone_leaves_no_trace_in_the_index(tmp_path: Path) -> None:
    output, cache = tmp_path / "o", tmp_path / "c"
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), output, cache)
    index_site(corpus_of({"Strandby": "## 2. Havnebad\n\nVand.\n"}), output, cache)
    bundles = output / "pagefind"
    assert {path.name for path in bundles.iterdir()} == {"engine.d", "strandby"}
    assert list(fragments(bundles / "strandby").values()) == ["Vand."]


def test_an_index_that_is_made_changes_nothing_until_it_is_put_in_place(tmp_path: Path) -> None:
    output, cache = tmp_path / "o", tmp_path / "c"
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), output, cache)
    before = written(output)
    index = index_of(corpus_of({"Strandby": "## 2. Havnebad\n\nVand.\n"}), output, cache)
    assert written(output) == before
    index.put_in_place()
    assert {path.name for path in (output / "pagefind").iterdir()} == {"engine.d", "strandby"}
    assert list(fragments(output / "pagefind" / "strandby").values()) == ["Vand."]
    assert [path.name for path in (cache / "search").iterdir() if path.is_dir()] == []


def test_a_build_without_search_leaves_only_what_still_tells_the_truth(tmp_path: Path) -> None:
    output, cache = tmp_path / "o", tmp_path / "c"
    remove_stale(corpus_of({"Strandby": STRANDBY}), output, cache)
    assert not output.exists()
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), output, cache)
    before = written(output / "pagefind" / "egedalen")
    remove_stale(corpus_of({"Strandby": "## 2. Havnebad\n\nVand.\n", "Egedalen": EGEDALEN}), output, cache)
    assert {path.name for path in (output / "pagefind").iterdir()} == {"engine.d", "egedalen"}
    assert written(output / "pagefind" / "egedalen") == before
    index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), output, cache)
    assert len(fragments(output / "pagefind" / "strandby")) == 2


def test_a_bundle_that_was_lost_is_made_again(tmp_path: Path) -> None:
    output, cache = tmp_path / "o", tmp_path / "c"
    index_site(corpus_of({"Strandby": STRANDBY}), output, cache)
    (output / "pagefind" / "strandby" / "pagefind-entry.json").unlink()
    index_site(corpus_of({"Strandby": STRANDBY}), output, cache)
    assert len(fragments(output / "pagefind" / "strandby")) == 2


def test_the_surroundings_cannot_change_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["p"]\n')
    index_site(corpus_of({"Egedalen": EGEDALEN}), tmp_path / "o", tmp_path / "c")
    assert list(fragments(tmp_path / "o" / "pagefind" / "egedalen").values()) == ["En ny sal."]


def test_a_municipality_without_anything_to_find_has_a_bundle_too(tmp_path: Path) -> None:
    assert index_site(corpus_of({"Strandby": "## 1. X\n\nTilbageholdt: ja\n"}), tmp_path / "o", tmp_path / "c") == ()
    assert "Strandby" not in str(fragments(tmp_path / "o" / "pagefind" / "strandby"))


def test_when_one_municipality_fails_the_others_are_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "pagefind"
    script.write_text(f'#!/bin/sh\nls site/strandby 2>/dev/null >&2 && exit 7\nexec {get_executable()} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: script)
    (problem,) = index_site(corpus_of({"Strandby": STRANDBY, "Egedalen": EGEDALEN}), tmp_path / "o", tmp_path / "c")
    assert "“strandby” cannot be searched: Pagefind ended with code 7" in problem.message
    assert {path.name for path in (tmp_path / "o" / "pagefind").iterdir()} == {"engine.d", "egedalen"}


def test_a_record_with_a_private_number_is_not_found_and_is_told_at_every_build(tmp_path: Path) -> None:
    number = "-".join(("150365", "1234"))
    leaky = corpus_of({"Strandby": f"{STRANDBY}\n## 3. Brev\n\nFra {number}.\n"})
    for _ in range(2):
        (problem,) = index_site(leaky, tmp_path / "o", tmp_path / "c")
        assert problem.code == RECORD_HELD_BACK
        assert number not in repr(problem)
    found = fragments(tmp_path / "o/pagefind/strandby")
    assert sorted(url.rpartition("/")[2] for url in found) == ["punkt-1.html", "punkt-2.html"]
    assert number not in repr(found)
