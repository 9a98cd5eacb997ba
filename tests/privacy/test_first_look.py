"""The look at a whole text or file, before it is taken apart, changes nothing of what is found: it only saves work."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from referat.privacy import output, scan
from referat.privacy.detectors import all_detectors
from referat.privacy.finding import Span, Verdict, anywhere
from referat.privacy.folding import Markup, fold
from referat.privacy.glance import Glance
from referat.privacy.markup import split_markup, values_of
from referat.privacy.output import screen_output
from referat.privacy.scan import scan_text

PLAIN = tuple(replace(detector, may_find=anywhere) for detector in all_detectors())
"""The detectors as they would be if none told of a whole text that it finds nothing there."""

FRAGMENTS = (
    *("0101", "65", "1234", "150365", "010165-1234", "1503651234", "2024-05-14", "14.05.2024", "24/11876", "0012345"),
    *(
        "+45 44 55 66 77",
        "44 55 66 77",
        "44556677",
        "004544556677",
        "+298",
        "+0100",
        "DK50 0040 0440 1162 43",
        "1234567890",
    ),
    *(
        "tlf. ",
        "Tlf",
        "t",
        "lf",
        "telefon",
        "ring",
        "ringsted ",
        "mobil",
        "(sms)",
        "konto",
        "Kontor ",
        "kon",
        "kto",
        "nr. ",
    ),
    *("reg.nr. ", "reg", "regnet ", "1234 567890", "cpr ", "født ", "xxxx", "••••", "XXXX", "sag "),
    *("anna", "@", "/@", "@misc{", "gmail.com", " (at) ", "[at]", "(a", "t)", "(", "snabel-a"),
    *("-", "–", "‑", ".", "/", " ", "\u00a0", ",", "|", "_", "*", "**", "\\", "~", "`", "\u00ad", "\u200b", "\ufeff"),
    *("4", "４", "٣", "²", "½", "º", "ª", "ﬁ", "ſ", "ı", "℡", "ⓣ", "＋", "＠", "…", "’", "”", "é", "å", "ß", "×"),
    *("\n", "\n\n", "[", "]", "](", ")", "](https://a.example/)", "<b>", "</b>", "<br>", "<p>", "</td><td>", "<BR/>"),
    *(
        '<a href="',
        '">',
        '"',
        "<",
        ">",
        "<!--",
        "-->",
        ' d="M8 2',
        "&nbsp;",
        "&#64;",
        "&ndash;",
        "&lt;b&gt;",
        "&amp;#45;",
    ),
    *(",2010-05-14,", "/2010-05-14/", "#p-", '"2010-05-14"', "1,", "17:30", "2012", ":[["),
    *("%2D", "%252D", "\\u0030", "\\n", "\\/", "&shy;", "BEGIN:VCALENDAR", "\r\n ", "text ", "et ord til "),
)
TEXTS = st.lists(
    st.sampled_from(FRAGMENTS) | st.text('0123456789-–. |\n*_+²①٣abx<>"', max_size=6), min_size=1, max_size=16
).map("".join)


@given(TEXTS)
def test_what_a_detector_finds_it_may_find(text: str) -> None:
    for detector in all_detectors():
        if not detector.may_find(Glance(text)):
            for soft_hyphen in ("", "-"):
                for markup in Markup:
                    found = detector.find(fold(text, soft_hyphen=soft_hyphen, markup=markup).text)
                    assert not [span for span in found if detector.may_hold(Glance(text))], (detector.kind, markup)


@given(TEXTS)
@example("tlf. 44\n\n2024-05-14/\n\n44556677")
@example("+123 45, ring\n\n44 55 66 77")
@example("konto</b><br>n<b>r</b>. 1234 567890")
def test_a_text_that_passes_the_first_look_is_the_same_to_a_close_one(text: str) -> None:
    assert scan_text(text) == scan_text(text, among=PLAIN)


@given(TEXTS)
@example('<a title="tlf. 44 55"> 66 77')
@example("abc<br>t<b>lf</b><br>abc 44 55 66 77")
@example("kon<b>to</b><td>1234 567890")
@example("010165<a <b>>-<p>1234")
@example("010165&lt;b <i>&gt;-1234<p>")
@example('<time datetime="2024-05-14">tlf. 44</time> 55<p title="tlf. 44 55 66 77">')
def test_a_file_that_passes_the_first_look_is_the_same_to_a_close_one(text: str) -> None:
    for least in Verdict:
        assert screen_output(text, least=least) == closely(text, least)


def closely(text: str, least: Verdict) -> frozenset[str]:
    """The kinds of what stands in a file, both its halves taken apart and looked at with every detector."""
    found = []
    for file in output._readings(text):
        seen, inside = split_markup(file) if "<" in file else (file, "")
        found += [*scan_text(seen, among=PLAIN), *scan_text(values_of(inside), among=PLAIN)]
    return frozenset(finding.kind for finding in found if finding.verdict >= least)


def test_a_detector_that_tells_nothing_of_a_whole_text_is_always_asked() -> None:
    asked: list[str] = []

    def find(text: str) -> list[Span]:
        asked.append(text)
        return []

    detector = replace(all_detectors()[0], may_hold=anywhere, may_find=anywhere, find=find)

    scan_text("Intet.", among=(detector,))

    assert asked == ["Intet."]


PAGE = (
    '<!doctype html><html lang="da"><head><title>Udvalget, 14. maj 2024 – Strandby</title>'
    '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"></head><body>'
    '<p class="paper">https://referat.example/strandby/2024-05-14/#punkt-2, tirsdag den 14.05.2024. Sag 24/11876</p>'
    '<svg viewBox="0 0 16 16"><path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z"/></svg>'
    '<time datetime="2024-05-14">14.05.2024</time>, <a href="/strandby/sag/24-11876/">Sag 24/11876</a>'
    "<p>Forvaltningens kontor har regnet 204.983&nbsp;kr. ud på årets orientering (A) om 3.120 m² hotel.</p>"
    "</body></html>"
)


def test_an_ordinary_page_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: case numbers, dates, drawings and everyday words make nobody take a page apart."""
    looks: list[str] = []

    def glance(text: str, *, apart: bool = False) -> Glance:
        looks.append(text)
        return Glance(text, apart=apart)

    monkeypatch.setattr(scan, "Glance", glance)

    assert screen_output(PAGE) == frozenset()
    assert len(looks) == 1
