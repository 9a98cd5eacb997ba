"""The quick look may say yes too often, and never no."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.privacy.detectors import all_detectors
from referat.privacy.folding import Markup, fold
from referat.privacy.glance import Glance

parser: Any = re._parser  # type: ignore[attr-defined]  # the standard library's own reading of patterns

PIECES = st.sampled_from(
    [
        *(
            "0101",
            "65",
            "-",
            "1234",
            "150365",
            "tlf. ",
            "44 55 66 77",
            "+45",
            "reg.nr. ",
            "konto ",
            "DK50 0040 0440 1162 43",
        ),
        *(
            "anna",
            "@",
            "gmail.com",
            " (at) ",
            "&#64;",
            "&ndash;",
            "%2D",
            "%252D",
            "&amp;#45;",
            "\u00ad",
            "\u200b",
            "４",
            "٣",
        ),
        *(
            "[",
            "](",
            ")",
            "](https://a.example/)",
            "<b>",
            "</b>",
            "<br>",
            "**",
            "\\",
            "_",
            "|",
            "\n",
            " ",
            "cpr ",
            "xxxx",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text("0123456789-–. |\n*_²①٣ab", max_size=8) | st.text(max_size=4), max_size=9).map(
    "".join
)


@given(TEXTS)
def test_what_a_detector_finds_in_a_paragraph_passes_its_quick_look(text: str) -> None:
    text = re.sub(r"\n{2,}", "\n", text)
    for detector in all_detectors():
        for soft_hyphen in ("", "-"):
            for markup in Markup:
                if detector.find(fold(text, soft_hyphen=soft_hyphen, markup=markup).text):
                    assert detector.may_hold(Glance(text)), (detector.kind, markup)


@given(TEXTS)
def test_bytes_in_which_a_text_stands_are_looked_at_like_the_text(text: str) -> None:
    packed = b"\xd9\x30" + text.encode() + b"\xa3abc"
    for detector in all_detectors():
        if detector.may_hold(Glance(text)):
            assert detector.may_hold(Glance(packed))


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of the modules that read what comes from outside."""
    names = ["folding", "markup", "glance", "redact", "output", "scan", "cpr.spelling", "cpr.verdict"]
    names += [f"detectors.{detector.kind}" for detector in all_detectors()]
    modules = [import_module(f"referat.privacy.{name}") for name in names]
    modules.append(import_module("referat.vocabulary.identifiers"))
    found = []
    for module in modules:
        for name, value in vars(module).items():
            several = (
                [*value.values()] if isinstance(value, dict) else [*value] if isinstance(value, tuple) else [value]
            )
            flat = [part for one in several for part in (one if isinstance(one, tuple) else (one,))]
            found += [(f"{module.__name__}.{name}", one) for one in flat if isinstance(one, re.Pattern)]
    return found


@pytest.mark.parametrize(("name", "pattern"), patterns(), ids=[name for name, _ in patterns()])
def test_no_pattern_repeats_a_repetition_without_bound(name: str, pattern: re.Pattern[str]) -> None:
    """By construction the time grows no faster than the text: in what is repeated without bound nothing else varies."""
    unbounded = list(unbounded_repeats(parser.parse(pattern.pattern, pattern.flags)))
    assert len(unbounded) <= 3, name
    assert not any(varies(body) for body in unbounded), name


def repeats(parsed: Any) -> Iterator[tuple[int, int, Any]]:
    """Every repetition in a parsed pattern, however deep: how often at least and at most, and of what."""
    for part in parsed if isinstance(parsed, list | tuple | parser.SubPattern) else ():
        if isinstance(part, tuple) and part and str(part[0]).endswith("_REPEAT"):
            yield part[1]
        if isinstance(part, list | tuple | parser.SubPattern):
            yield from repeats(part)


def unbounded_repeats(parsed: Any) -> Iterator[Any]:
    """What is repeated without bound."""
    return (body for _, most, body in repeats(parsed) if most == parser.MAXREPEAT)


def varies(body: Any) -> bool:
    """Whether there is a repetition in it whose length is not known."""
    return any(most > max(least, 1) for least, most, _ in repeats(body))
