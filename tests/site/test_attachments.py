"""An item's documents are read from its list of them."""

from referat.model import AgendaItem, Attachment, Section
from referat.site.attachments import attachments_of


def listed(text: str) -> tuple[Attachment, ...]:
    return attachments_of(AgendaItem(title="Havnebad", parts=(Section(heading="Bilag", text=text),)))


def test_a_line_is_an_attachment_with_an_address_where_it_is_a_link() -> None:
    assert listed("- [Kort (2).pdf](https://strandby.example/kort(2).pdf)\n- Høringssvar \\[lukket\\]") == (
        Attachment(name="Kort (2).pdf", url="https://strandby.example/kort(2).pdf"),
        Attachment(name="Høringssvar [lukket]"),
    )


def test_words_after_the_link_belong_to_the_name() -> None:
    assert listed("1. [Kort](kort.pdf) (PDF, 2 MB)") == (Attachment(name="Kort (PDF, 2 MB)", url="kort.pdf"),)


def test_lines_without_a_list_are_attachments_too() -> None:
    assert [file.name for file in listed("Kort.pdf\n\nBrev.pdf")] == ["Kort.pdf", "Brev.pdf"]


def test_a_link_that_is_not_safe_leaves_its_name() -> None:
    assert listed("- [Kort](javascript:alert)") == (Attachment(name="Kort"),)


def test_other_sections_hold_no_attachments() -> None:
    assert attachments_of(AgendaItem(parts=(Section(heading="Indstilling", text="- at bilaget tages med"),))) == ()
