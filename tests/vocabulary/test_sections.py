import pytest

from referat.vocabulary.sections import (
    SectionKind,
    heading_of,
    kind_of,
    known_headings,
    repair_case,
    says_no_attachments,
)


@pytest.mark.parametrize(
    ("line", "heading", "kind"),
    [
        ("## INDSTILLING", "Indstilling", SectionKind.RECOMMENDATION),
        ("**Bilag**", "Bilag", SectionKind.ATTACHMENTS),
        ("RESUMÉ", "Resumé", SectionKind.RESUME),
        ("Sagsfremstilling:", "Sagsfremstilling", SectionKind.PRESENTATION),
        ("Lovgrundlag – link", "Lovgrundlag – link", SectionKind.LEGAL),
        (
            "Personalemæssige (herunder arbejdsmiljømæssige) konsekvenser",
            "Personalemæssige (herunder arbejdsmiljømæssige) konsekvenser",
            SectionKind.PERSONNEL,
        ),
    ],
)
def test_a_line_that_is_only_a_known_heading_is_one(line: str, heading: str, kind: SectionKind) -> None:
    assert heading_of(line) == heading
    assert kind_of(heading) is kind


@pytest.mark.parametrize("line", ["", "Hvem er vi?", "Økonomi er vigtig for alle", "Bilag 1 vedlagt", "x" * 10_000])
def test_any_other_line_is_none(line: str) -> None:
    assert heading_of(line) is None


def test_an_unknown_heading_is_of_another_kind() -> None:
    assert kind_of("Kick off") is SectionKind.OTHER


def test_only_a_heading_that_shouts_is_repaired() -> None:
    assert repair_case("ØKONOMISKE KONSEKVENSER") == "Økonomiske konsekvenser"
    assert repair_case("STORT POTENTIALE") == "Stort potentiale"
    assert repair_case("TidligerePolitiskBehandling") == "TidligerePolitiskBehandling"


@pytest.mark.parametrize("heading", known_headings())
def test_every_heading_of_the_table_is_recognised(heading: str) -> None:
    assert heading_of(heading) is not None
    assert kind_of(heading.upper()) is not SectionKind.OTHER


def test_a_list_of_attachments_may_say_that_there_are_none() -> None:
    assert says_no_attachments("Ingen bilag.")
    assert says_no_attachments("- Der er ingen åbne bilag")
    assert not says_no_attachments("Bilag 1: Ingen bilag mangler")
