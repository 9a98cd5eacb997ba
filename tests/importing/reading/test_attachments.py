"""Attachments are a list of names."""

from referat.importing.document import Document
from referat.importing.reading.attachments import HASH_NAME, attachment_list, names_in
from referat.importing.reading.pieces import pieces_of


def listed(text: str) -> tuple[str, ...]:
    return names_in(attachment_list(pieces_of(Document(name="x", text=text, sha256=""))).text)


def test_each_line_is_a_document() -> None:
    assert listed("Kort.pdf\n\n- Notat om havnen\n• Tilbud dok.nr. 55") == (
        "Kort.pdf",
        "Notat om havnen",
        "Tilbud dok.nr. 55",
    )


def test_a_name_that_goes_on_in_lower_case_is_one() -> None:
    assert listed("Notat om havnen og\nom bådene") == ("Notat om havnen og om bådene",)


def test_a_hash_is_known_as_no_name() -> None:
    assert HASH_NAME.match("0123456789abcdef0123456789abcdef.pdf")
    assert not HASH_NAME.match("Kort.pdf")
