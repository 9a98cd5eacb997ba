"""A body is found where a line names one."""

import pytest

from referat.vocabulary.body_mentions import find_body


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Referat fra Økonomiudvalgets møde", "Økonomiudvalget"),
        ("Referat af Økonomiudvalget den 3. maj", "Økonomiudvalget"),
        ("mødet i Teknik- og Miljøudvalget", "Teknik- og Miljøudvalget"),
        ("Børne-, Unge- og Skoleudvalget kl. 17", "Børne-, Unge- og Skoleudvalget"),
        ("Udvalget for Plan og Miljø den 3. maj", "Udvalget for Plan og Miljø"),
        ("Referat Strandby Byråd 2024", "Strandby Byråd"),
        ("Byrådet Byrådet", "Byrådet"),
        ("Udvalg Kulturudvalget", "Kulturudvalget"),
        ("Vælg dit udvalg herunder", None),
        ("Direktionen d. 3. maj", "Direktionen"),
    ],
)
def test_the_name_is_found_without_the_words_around_it(line: str, name: str | None) -> None:
    found = find_body(line)
    assert (found.name if found else None) == name
    assert found is None or line[found.start : found.end] == name
