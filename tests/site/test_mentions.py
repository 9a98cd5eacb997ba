"""Words that lead to something the municipality has become links, and no others."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from referat.model import AgendaItem, Meeting, Minutes
from referat.site.corpus import make_corpus
from referat.site.mentions import LinkedText, find_words, link_text, make_link_index
from referat.site.nodes import Record


def record(municipality: str, body: str, date: dt.date, *cases: str) -> Record:
    items = tuple(AgendaItem(number=str(n), title=f"Sag {n}", case_number=case) for n, case in enumerate(cases, 1))
    meeting = Meeting(municipality=municipality, body=body, date=date)
    return Record(minutes=Minutes(meeting=meeting, items=items), path=f"{municipality}/{body}/{date}.md")


CORPUS, _ = make_corpus(
    [
        record("Strandby", "Økonomiudvalget", dt.date(2024, 5, 7), "24/1187", "23/415"),
        record("Egedalen", "Byrådet", dt.date(2024, 6, 4), "24/9001"),
    ]
)
EGEDALEN, STRANDBY = (make_link_index(municipality) for municipality in CORPUS.municipalities)


def links(text: str) -> dict[str, str]:
    return dict(link_text(text, STRANDBY).links)


def test_a_known_case_number_is_a_link_in_any_spelling() -> None:
    assert links("Se sag 24/1187 og sagsnr. 23-415.") == {
        "24/1187": "/strandby/sag/24-1187/",
        "23-415": "/strandby/sag/23-415/",
    }


def test_an_unknown_number_and_another_municipalitys_are_no_links() -> None:
    assert links("Se sag 24/1188 og sag 24/9001.") == {}
    assert dict(link_text("Se sag 24/9001.", EGEDALEN).links) == {"24/9001": "/egedalen/sag/24-9001/"}


def test_a_number_that_only_looks_like_a_known_case_is_no_link() -> None:
    assert links("Dok.nr. 24/1187, 124/1187 og 24/11870") == {}


def test_a_citation_leads_to_the_item() -> None:
    text = "Sagen blev behandlet i Økonomiudvalget den 7. maj 2024, pkt. 2."
    assert links(text) == {"Økonomiudvalget den 7. maj 2024, pkt. 2": "/strandby/oekonomiudvalget/2024-05-07/#punkt-2"}


def test_a_citation_without_an_item_leads_to_the_meeting() -> None:
    assert links("jf. Økonomiudvalget den 7. maj 2024") == {
        "Økonomiudvalget den 7. maj 2024": "/strandby/oekonomiudvalget/2024-05-07/"
    }


def test_a_citation_of_a_meeting_that_is_not_on_the_site_is_no_link() -> None:
    assert links("Økonomiudvalget den 8. maj 2024, pkt. 2, og Byrådet den 4. juni 2024") == {}


@given(st.text(alphabet=st.sampled_from(list("24/1187-sagØkonomiudvalget den 7. maj 2024, pkt.\n")), max_size=120))
def test_words_are_apart_in_order_and_just_what_the_text_has(text: str) -> None:
    end = 0
    for word in find_words(text):
        assert word.start >= end
        assert text[word.start : word.end] == word.text
        end = word.end


def test_a_text_without_mentions_depends_on_itself_alone() -> None:
    assert link_text("Godkendt.", STRANDBY) == LinkedText("Godkendt.")
    assert not LinkedText("")
