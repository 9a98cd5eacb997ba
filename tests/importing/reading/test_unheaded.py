"""What was decided is found where no heading says so."""

from referat.importing.document import Document
from referat.importing.formats.fallback.meeting import parse
from referat.model import AgendaItem


def items(text: str) -> tuple[AgendaItem, ...]:
    (parsed,) = parse(Document(name="x.txt", text=text, sha256=""))
    return parsed.minutes.items


def test_a_board_without_headings_decides_in_a_sentence() -> None:
    text = (
        "Referat af møde i Ældrerådet den 3. maj 2024\n\nAfbud: Carl Lund\n\n1. Godkendelse af dagsorden\n"
        "Dagsordenen blev godkendt.\n\n2. Busser til havnen\nFormanden fortalte om busserne.\n\n3. Evt.\nIntet.\n"
    )
    first, second, third = items(text)
    assert first.decisions[0].text == "Dagsordenen blev godkendt."
    assert (second.text, second.decisions) == ("Formanden fortalte om busserne.", ())
    assert third.title == "Evt."


def test_what_follows_those_who_recommend_is_the_decision() -> None:
    text = (
        "BESLUTNINGSPROTOKOL\nfra Ordinært møde torsdag den 16. maj 2024\n\nNr. 10   BR 357/24. Havnens takster\n"
        "Indstilling om,\n\n1. at taksterne godkendes.\n\n(Økonomiudvalget og Havneudvalget)\n\n"
        "Indstillingen blev godkendt med 31 stemmer mod 14.\n"
    )
    (item,) = items(text)
    assert (item.number, item.title, item.case_number) == ("10", "Havnens takster", "BR 357/24")
    assert item.sections[0].text.endswith("(Økonomiudvalget og Havneudvalget)")
    assert item.decisions[0].text == "Indstillingen blev godkendt med 31 stemmer mod 14."
