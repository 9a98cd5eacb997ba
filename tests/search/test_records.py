"""What can be found: an item each, under its own address, with what is public and nothing else."""

import datetime as dt

from referat import minutes_file
from referat.search.records import Later, Passage, SearchRecord, records_of
from referat.site.corpus import make_corpus
from referat.site.nodes import Record
from referat.vocabulary.outcomes import Outcome

HEAD = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\nkind: minutes\n---\n\n"


def found_in(text: str) -> tuple[SearchRecord, ...]:
    minutes, _ = minutes_file.read(HEAD + text, "a.md")
    assert minutes is not None
    corpus, _ = make_corpus([Record(minutes=minutes, path="a.md")])
    return tuple(records_of(corpus.municipalities[0]))


def test_an_item_is_one_record_with_the_decision_first() -> None:
    item = "## 2. Cykelsti\n\nSagsnr.: 24/1187\n\nIndledning.\n\n"
    (record,) = found_in(f"{item}### Sagsfremstilling\n\nEn sti.\n\n### Beslutning\n\nGodkendt.\n")
    assert record == SearchRecord(
        url="/strandby/byraadet/2024-05-14/#punkt-2",
        title="Cykelsti",
        municipality="Strandby",
        body="Byrådet",
        date=dt.date(2024, 5, 14),
        outcome=Outcome.APPROVED,
        case="24/1187",
        tokens=("sag2024x1187z",),
        passages=(
            Passage("Beslutning", "Godkendt."),
            Passage("", "Indledning."),
            Passage("Sagsfremstilling", "En sti."),
        ),
    )


def test_an_item_tells_what_came_of_its_case_afterwards() -> None:
    item = "## 2. Sti\n\nSagsnr.: 24/1187\n\n### Beslutning\n\n"
    records = []
    for date, words in (("2024-05-14", "Udsat."), ("2024-06-11", "Drøftet."), ("2024-08-27", "Godkendt.")):
        minutes, _ = minutes_file.read(f"{HEAD.replace('2024-05-14', date)}{item}{words}\n", date)
        assert minutes is not None
        records.append(Record(minutes=minutes, path=f"{date}.md"))
    corpus, _ = make_corpus(records)
    later = {f"{record.date}": record.later for record in records_of(corpus.municipalities[0])}
    settled = Later(Outcome.APPROVED, dt.date(2024, 8, 27))
    assert later == {"2024-05-14": settled, "2024-06-11": settled, "2024-08-27": None}


def test_an_item_that_is_held_back_cannot_be_found() -> None:
    assert found_in("## 1. Et punkt\n\nTilbageholdt: ja\n") == ()


def test_a_closed_item_is_found_by_what_is_public_of_it() -> None:
    titled, untitled = found_in("## 1. Salg af grund\n\nLukket: ja\n\n## 2.\n\nLukket: ja\n")
    assert (titled.title, titled.closed, titled.passages) == ("Salg af grund", True, (Passage("", ""),))
    assert untitled.title == "Lukket punkt"


def test_a_decision_that_another_body_made_is_found_under_its_name() -> None:
    (record,) = found_in("## 1. Sti\n\n### Beslutning: Økonomiudvalget, 2024-05-07\n\nUdsat.\n")
    assert Passage("Beslutning: Økonomiudvalget", "Udsat.") in record.passages


def test_texts_outside_the_items_are_found_where_the_page_has_them() -> None:
    records = found_in("Mødet begyndte sent.\n\n## Bilag: Budget\n\nTal.\n\n## Uplaceret tekst\n\nRest.\n")
    assert [(record.url.partition("#")[2], record.title) for record in records] == [
        ("indhold", "Indledning"),
        ("tekst-1", "Bilag: Budget"),
        ("uplaceret", "Uplaceret tekst"),
    ]
    assert {record.outcome for record in records} == {None}
