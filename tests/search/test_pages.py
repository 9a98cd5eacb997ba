"""The page of a record: plain words, escaped, and the further words by which it is found."""

import datetime as dt

from msgspec.structs import replace

from referat.search.pages import make_pages, record_path
from referat.search.records import Later, Passage, SearchRecord
from referat.search.words import with_words
from referat.vocabulary.outcomes import Outcome

RECORD = SearchRecord(
    url="/strandby/byraadet/2024-05-14/#punkt-2",
    title='Sti "A" & <B>',
    municipality="Strandby",
    body="Byrådet",
    date=dt.date(2024, 5, 14),
    outcome=Outcome.APPROVED,
    passages=(Passage("Beslutning", "**Tiltrådt** med <b>, se [kort](https://strandby.example/k.pdf)."),),
)


def page_of(text: str, *others: str) -> str:
    """The page of a record with the text, beside records with the others."""
    records = [
        SearchRecord(
            url=f"/s/b/2024-05-14/#punkt-{number}",
            title="Emne",
            municipality="Strandby",
            body="Byrådet",
            date=dt.date(2024, 5, 14),
            passages=(Passage("", text),),
        )
        for number, text in enumerate((text, *others), 1)
    ]
    return dict(make_pages([with_words(record) for record in records]))["s/b/2024-05-14/punkt-1.html"]


def test_a_records_file_is_its_address() -> None:
    assert record_path(RECORD) == "strandby/byraadet/2024-05-14/punkt-2.html"


def test_a_records_page_is_plain_words_with_everything_escaped() -> None:
    ((_, html),) = make_pages([with_words(RECORD)])
    assert "<p>Tiltrådt med &lt;b&gt;, se kort.</p>" in html
    assert 'content="Sti &quot;A&quot; &amp; &lt;B&gt;"' in html
    assert '<meta data-pagefind-filter="udfald[content]" content="Godkendt">' in html
    assert '<meta data-pagefind-sort="dato[content]" content="2024-05-14">' in html


def test_what_came_of_an_item_is_found_by_its_common_word() -> None:
    ((_, html),) = make_pages([with_words(RECORD)])
    assert '<meta data-pagefind-meta="afgjort[content]" content="Godkendt">' in html


def test_what_came_of_the_case_later_is_told_by_a_word_that_nobody_searches_for() -> None:
    later = replace(RECORD, later=Later(Outcome.REJECTED, dt.date(2026, 9, 29)))
    ((_, html),) = make_pages([with_words(later)])
    assert '<meta data-pagefind-meta="siden[content]" content="zz20260929rejected">' in html


def test_a_compound_is_found_by_its_last_part_where_the_municipality_has_it_as_a_word() -> None:
    assert 'data-pagefind-meta="dele[content]" content="bestyrelsen"' in page_of(
        "Skolebestyrelsen var enig.", "En skole har en bestyrelse."
    )
    assert "dele[content]" not in page_of("Skolebestyrelsen var enig.", "En skole.")


def test_a_part_that_stands_in_the_text_itself_is_not_told_twice() -> None:
    assert "dele[content]" not in page_of("Skolebestyrelsen er en bestyrelsen i en skole.")


def test_a_word_with_double_a_is_found_with_ring_too() -> None:
    assert 'data-pagefind-meta="stavet[content]" content="Byraadet ågård"' in page_of("Jørn Aagaard spurgte.")
