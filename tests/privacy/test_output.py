"""No file of the site may hold a CPR number. All numbers are made up."""

import pytest

from referat.privacy.output import screen_output


@pytest.mark.parametrize(
    "text",
    [
        "<p>Født 010165-1234.</p>",
        "<td>010165</td>\n<td>1234</td>",
        "<b>0101</b>65-<i>1234</i>",
        '<a href="/010165-1234.pdf">brev</a>',
        "<span>010165</span>&ndash;<span>1234</span>",
        '{"text":"010165-1234"}',
        '{"text":"linje\\n010165-\\n1234"}',
        "DESCRIPTION:010165-1234",
    ],
)
def test_a_number_is_found_in_any_file(text: str) -> None:
    assert screen_output(text) == {"cpr"}


@pytest.mark.parametrize(
    "text",
    [
        "<p>[CPR-nummer fjernet]</p>",
        "<td>150365</td></tr>\n<tr><td>1234</td>",
        "<p>150365</p><p>1234</p>",
        '<a href="/sag/24-1187/">24/1187</a>',
        '{"id":"1503651230"}',
    ],
)
def test_a_file_without_one_passes(text: str) -> None:
    assert screen_output(text) == frozenset()
