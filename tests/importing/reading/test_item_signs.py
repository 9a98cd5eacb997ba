from referat.importing.reading.item_signs import list_lines, weigh_item


def test_a_case_and_a_heading_below_a_number_speak_for_an_item() -> None:
    bare = weigh_item(["1. Havn", "Noget tekst"], 1, 2)
    cased = weigh_item(["1. Havn", "Sagsnr.: 24/1187"], 1, 2)
    both = weigh_item(["1. Havn", "Sagsnr.: 24/1187", "Beslutning"], 1, 3)
    assert 0 < bare < cased < both


def test_a_number_with_nothing_below_it_is_no_item_unless_it_is_closed() -> None:
    assert weigh_item(["1. Havn", ""], 1, 2) == 0
    for line in ("12. Køb af grund (Lukket)", "Punkt 12 Lukket - Køb af grund", "• 12. Lukket punkt"):
        assert weigh_item([line, ""], 1, 2) > 0


def test_a_numbered_list_in_a_recommendation_or_a_decision_is_no_row_of_items() -> None:
    texts = ["1. Havn", "Indstilling", "1. Planen godkendes", "2. Den sendes i høring", "Bilag", "1. Kort"]
    assert list_lines(texts) == {2, 3}
