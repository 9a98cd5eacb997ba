import datetime as dt
import time

import pytest

from referat.vocabulary.citations import find_citations


@pytest.mark.parametrize(
    ("cited", "body", "number"),
    [
        ("Havneudvalget den 25. oktober 2005, pkt. 3", "Havneudvalget", "3"),
        ("Teknik- og Miljøudvalgets møde den 25-10-2005 (punkt 7)", "Teknik- og Miljøudvalget", "7"),
        ("byrådet den 25. oktober 2005, sag nr. 12", "byrådet", "12"),
        ("Social-, Sundheds- og Ældreudvalget, 25.10.2005, pkt. 12", "Social-, Sundheds- og Ældreudvalget", "12"),
        ("Udvalget for Børn og Unge den 25. oktober 2005", "Udvalget for Børn og Unge", None),
        ("Strandby Byråd den 25. oktober 2005", "Strandby Byråd", None),
        ("Byrådets beslutning på mødet den 25. oktober 2005", "Byrådet", None),
        ("Byrådets møde tirsdag den 25. oktober 2005", "Byrådet", None),
    ],
)
def test_a_citation_is_found_with_body_date_and_item(cited: str, body: str, number: str | None) -> None:
    text = f"Som behandlet i {cited} og senere."

    (citation,) = find_citations(text)

    assert text[citation.start : citation.end] == citation.text == cited
    assert (citation.body, citation.date, citation.item_number) == (body, dt.date(2005, 10, 25), number)


@pytest.mark.parametrize(
    "text",
    [
        *("På mødet den 25. oktober 2005", "Brev fra Anna Holm den 25. oktober 2005", "lov af 25. oktober 2005"),
        *("Byrådet vedtog den 25. oktober 2005", "Havneudvalget den 25. oktober"),
    ],
)
def test_a_date_without_a_body_right_before_it_is_no_citation(text: str) -> None:
    assert find_citations(text) == ()


@pytest.mark.parametrize("junk", ["Byrådet den ", "A ", "Aa, ", "udvalg ", "1", "Børn og Unge og Udvalget for "])
def test_a_million_characters_of_junk_take_no_time(junk: str) -> None:
    text = junk * (1_000_000 // len(junk))
    started = time.process_time()

    find_citations(text)

    assert time.process_time() - started < 5
