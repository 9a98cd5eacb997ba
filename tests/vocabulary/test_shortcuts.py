"""A text is looked through only where it has letters that what is looked for cannot be without: nothing is missed.

Each shortcut is compared with the plain way, on texts that are put together from what is looked for and what is nearly
that.
"""

import re
from collections.abc import Callable
from itertools import product
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary import (
    approved_refusals,
    casenumber,
    citations,
    glossary,
    outcome_clauses,
    outcome_phrases,
    referrals,
    sentences,
    votes,
)
from referat.vocabulary.case_schemes import SCHEMES
from referat.vocabulary.outcome_clauses import whole_word
from referat.vocabulary.outcome_labels import Outcome
from referat.vocabulary.votes.ballots import votes_of

OTHER_LETTERS = str.maketrans({"s": "ſ", "i": "ı", "k": "\u212a", "å": "\u212b"})
"""What a pattern that ignores case takes for the same letters."""
CASES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    str.upper,
    str.title,
    lambda text: text.translate(OTHER_LETTERS),
)


def made_of(*pieces: str) -> st.SearchStrategy[str]:
    """Texts of these pieces in any case of letters, with blanks and without."""
    piece = st.builds(lambda case, text: case(text), st.sampled_from(CASES), st.sampled_from(pieces))
    between = st.sampled_from([" ", " ", " ", ". ", ", ", "\n", "", "\u00a0"])
    return st.lists(st.builds(str.__add__, piece, between), max_size=10).map("".join)


@given(
    made_of(
        *(
            "10",
            "3",
            "stemte",
            "stemmer",
            "for",
            "imod",
            "mod",
            "(A og C)",
            "(V)",
            "undlod",
            "undlader at stemme",
            "med",
        ),
        *("1 medlem (B)", "anbefaler", "Et flertal", "Et mindretal (Ø)", "kan ikke anbefale indstillingen", "blankt"),
        *("hverken for eller imod", "For:", "Imod:", "Anna Holm (V)", "forslaget", "A", "godkendt", "Undlod:", "1 for"),
        *("afventer:", "stemte imod", "stemte", "tager forbehold", "forkastet"),
    )
)
def test_no_vote_is_missed(text: str) -> None:
    assert votes.votes_in(text) == votes_of(text)


@given(
    made_of(
        "Anna Holm (V)", "(V)", "begærede", "krævede", "forlangte", "forlanger", "sagen", "i", "for", "Byrådet", "A"
    )
)
def test_no_referral_is_missed(text: str) -> None:
    with patch.object(referrals, "_SIGNS", ("",)):
        plainly = referrals.referral_in(text)
    assert referrals.referral_in(text) == plainly


NEGATIONS = ("ikke", "hverken", "aldrig", "ej", "intet", "ingen", "ingen steder", "ikke bare", "vej")


@given(
    st.builds(
        lambda case, order, negation, word: case(order.format(negation, word)),
        st.sampled_from(CASES),
        st.sampled_from(["{0} {1}", "{1} {0}", "at der {0} da {1}", "{1} nu {0}, og"]),
        st.sampled_from(NEGATIONS),
        st.sampled_from(
            ["godkendes", "godkendt", "tilladelse", "tilladelsen", "flertal", "støtte", "anbefales", "tiltrådt"]
        ),
    )
    | made_of(
        *("ikke", "hverken", "aldrig", "ej", "intet", "ingen", "godkendes", "godkendt", "ikke bare", "tilladelsen"),
        *("dispensation", "der gives", "afslås", "afvises", "imødekommes", "forkastes", "flertal", "tilskud", "at"),
        *("stemmer", "ned", "falder", "ansøgningen", "modsætter sig", "vej", "rejser", "fulgt", "kan", "anbefales"),
    )
)
def test_no_refusal_of_a_recommendation_is_missed(text: str) -> None:
    assert approved_refusals._refuses(text) == bool(approved_refusals._REFUSES.search(text))


@given(
    made_of(
        *(
            "godkendt",
            "godkendt med ændringer",
            "vedtaget",
            "udsat",
            "sendt tilbage",
            "oversendes til",
            "anbefales",
            "at",
        ),
        *(
            "valgt",
            "til efterretning",
            "bortfalder",
            "drøftet",
            "besluttede at",
            "afvist",
            "forkastet",
            "ikke",
            "ingen",
        ),
        *("gives ikke tilladelse", "tilladelsen", "byrådet", "indstillingen", "kunne ikke", "tiltrådte", "enstemmigt"),
        *("ikke til stede", "faldet", "på ny", "tages op", "ej", "forslaget", "Valgt", "imødekommet", "i bero"),
    )
)
def test_of_the_phrases_that_begin_first_the_refusal_counts_then_the_first_row(text: str) -> None:
    looked_at = text[: outcome_clauses._LOOKED_AT]
    rows = [
        *((Outcome.REJECTED, pattern) for pattern in outcome_clauses._refusals_for(looked_at)),
        *((outcome, whole_word(phrase)) for outcome, phrase in outcome_phrases.PHRASES),
    ]
    order = {pattern: place for place, (_, pattern) in enumerate(rows)}
    hits = [
        (match.start(), order[pattern], match.end(), outcome)
        for outcome, pattern in rows
        if (match := pattern.search(looked_at))
    ]
    if hits:
        start, _, end, outcome = min(hits)
        assert outcome_clauses._first(text) == (outcome, start, end)
    else:
        weak = (Outcome.APPROVED, Outcome.DISCUSSED, Outcome.OTHER)
        assert outcome_clauses._first(text)[0] in weak


def test_no_phrase_has_a_named_group_of_its_own() -> None:
    for pattern in (outcome_clauses._TELLING, outcome_clauses._TELLING_BESIDE_NOT):
        assert pattern.groups == len(pattern.groupindex)
        assert {name.rpartition("_")[0] for name in pattern.groupindex} <= set(Outcome.__members__)


@given(
    made_of(
        *(
            "Havneudvalget",
            "Udvalget for Børn og Unge",
            "byrådets",
            "Magistraten",
            "Direktionen",
            "kommunalbestyrelsen",
        ),
        *("den", "møde", "25. oktober 2005", "25-10-2005", "pkt. 3", "Borgerrepræsentationen", "Ældrerådet", "rådet"),
    )
)
def test_no_citation_is_missed(text: str) -> None:
    with patch.object(citations, "_SIGNS", ("",)):
        plainly = citations.find_citations(text)
    assert citations.find_citations(text) == plainly


NUMBERS = made_of(
    *(
        "24",
        "1187",
        "2024",
        "123456",
        "1234567",
        "12345678",
        "/",
        "-",
        "_",
        ".",
        "27.69.40",
        "P20",
        "BR",
        "ABC-",
        "Sag",
    ),
    *("nr.", "Sagsnr.:", "751-2024-55", "۱۲۳۴۵", "ØU", "01.02.05P16-0168", "–", "dok.", "12345"),
)


ONE_NUMBER = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "Sagsnr.: ", "BR ", "ABC-", "sag ", "j.nr. "]),
    st.from_regex(r"\A[0-9]{1,9}\Z")
    | st.sampled_from(["24/1187", "2024-55123", "751_2024_55", "018520-2013", "27.69.40-P20-1-18", "01.02.05P16-0168"]),
    st.sampled_from(["", ".", " og", ", 24/1187"]),
)


@given(ONE_NUMBER | NUMBERS)
def test_no_case_number_is_missed(text: str) -> None:
    quick = casenumber.find_mentions(text)
    casenumber.readings_of.cache_clear()
    with patch.object(casenumber, "_may_be_number", lambda _: True), patch.object(casenumber, "UNDIVIDED", SCHEMES):
        plainly = casenumber.find_mentions(text)
    casenumber.readings_of.cache_clear()
    assert quick == plainly


SENTENCES = st.lists(
    st.sampled_from([*".!?:", "\n", " ", "  ", "\t", "\u00a0", "A", "a", "Ø", "9", "(", "»", "nr.", "\x0b", "\u2028"]),
    max_size=40,
).map("".join)


@given(SENTENCES)
def test_a_sentence_ends_wherever_the_plain_pattern_says(text: str) -> None:
    plain = re.compile(r"(?<=[.!?])[ \t\u00a0]{1,4}(?=[A-ZÆØÅ0-9(\"”»])|[ \t]{0,4}\n\s{0,8}")
    assert [match.span() for match in sentences._END.finditer(text)] == [match.span() for match in plain.finditer(text)]


@given(
    st.lists(
        made_of("udsat", "Udsat", "sagen blev", "tiltrådt", "i", "høring", "drøftet", "begæret", "tog", "forbehold"),
        max_size=4,
    )
)
def test_words_of_the_town_hall_are_found_in_texts_together_as_in_each(texts: list[str]) -> None:
    order = [term.slug for group in glossary.GROUPS for term in group.terms]
    apart = {slug for text in texts for slug in glossary.terms_in([text])}
    assert glossary.terms_in(texts) == tuple(sorted(apart, key=order.index))


VOTES = (
    *(
        "10 stemte for (A og C)",
        "3 stemte imod (V)",
        "10 for (A), 3 imod (V)",
        "3 undlod (V)",
        "3 blankt (V)",
        "Godkendt",
    ),
    *("Anna Holm (V) kan ikke anbefale sagen", "Et flertal (A og C) anbefaler sagen", "For: A og C", "Imod: V"),
    *("1 medlem (B) anbefaler sagen", "Et mindretal (Ø) kan ikke anbefale sagen", "3 hverken for eller imod (V)"),
    *("Bo Kjær (V) stemte imod", "vedtaget med 9 stemmer mod 1", "Undlod at stemme: Bo Kjær (V)", "Ad 1. Udsat"),
)


def test_no_vote_is_missed_in_any_two_sentences_that_tell_of_one() -> None:
    told = 0
    for one, other, case in product(("", *VOTES), VOTES, CASES):
        text = case(f"{one}. {other}.")
        assert votes.votes_in(text) == votes_of(text), text
        told += bool(votes_of(text))
    assert told > 100


def test_no_referral_is_missed_whoever_tells_it() -> None:
    who, bodies = ("Anna Holm (V)", "(V)"), ("i Byrådet", "indbragt for Kommunalbestyrelsen", "til Havneudvalget")
    verbs = [f"{verb}{end}" for verb in ("begær", "kræv", "forlang") for end in ("ede", "er", "te")]
    for by, verb, what, to, case in product(who, verbs, ("sagen", "punktet"), bodies, CASES[:2]):
        text = f"{by} {case(verb)} {what} {to}."
        with patch.object(referrals, "_SIGNS", ("",)):
            plainly = referrals.referral_in(text)
        assert plainly is not None, text
        assert referrals.referral_in(text) == plainly


def test_no_refusal_is_missed_for_any_negation() -> None:
    granted = ("godkendes", "tilladelse", "tilladelsen", "flertal", "støtte", "godkendt", "fulgt", "imødekommet")
    orders = ("{0} {1}", "{1} {0}", "{1} nu {0}", "der gives {0} nogen {1}")
    refusing = set()
    for negation, word, order, case in product(NEGATIONS, granted, orders, CASES):
        text = case(order.format(negation, word))
        plainly = bool(approved_refusals._REFUSES.search(text))
        assert approved_refusals._refuses(text) == plainly, text
        refusing |= {negation} if plainly else set()
    assert refusing >= set(NEGATIONS) - {"vej"}


BODIES = (
    *("Havneudvalget", "Udvalget for Børn og Unge", "byrådets", "Magistraten", "magistratens", "Direktionen"),
    *("direktionens", "Borgerrepræsentationen", "Ældrerådet", "Skolebestyrelses", "foreningen"),
)


def test_no_citation_is_missed_for_any_kind_of_body() -> None:
    cited = set()
    for body, between, date in product(BODIES, (" den ", ", ", "\nden "), ("25. oktober 2005", "25.10.2005, pkt. 3")):
        text = f"{body}{between}{date}"
        with patch.object(citations, "_SIGNS", ("",)):
            plainly = citations.find_citations(text)
        assert citations.find_citations(text) == plainly, text
        cited |= {body} if plainly else set()
    assert cited == set(BODIES) - {"foreningen"}


def test_no_number_is_missed_of_any_length_and_with_any_separator() -> None:
    numbers = [
        *("1234567890"[:length] for length in range(1, 11)),
        "24/1187",
        "2024-55123",
        "751_2024_55",
        "018520-2013",
    ]
    for label, number, after in product(("", "Sagsnr.: ", "BR ", "ABC-", "ABC"), numbers, ("", ".", " og", "/5", "-5")):
        text = f"{label}{number}{after}"
        casenumber.readings_of.cache_clear()
        quick = casenumber.find_mentions(text)
        casenumber.readings_of.cache_clear()
        with patch.object(casenumber, "_may_be_number", lambda _: True), patch.object(casenumber, "UNDIVIDED", SCHEMES):
            assert quick == casenumber.find_mentions(text), text
    casenumber.readings_of.cache_clear()


def test_a_phrase_of_two_rows_counts_as_the_first_of_them() -> None:
    told = outcome_clauses._first
    assert told("Godkendt med ændringer")[0] is Outcome.APPROVED_MODIFIED
    assert told("Godkendt")[0] is Outcome.APPROVED
    assert told("Ikke godkendt, udsat")[0] is Outcome.REJECTED


def test_every_short_text_has_the_same_ends_of_sentences_as_by_the_plain_pattern() -> None:
    plain = re.compile(r"(?<=[.!?])[ \t\u00a0]{1,4}(?=[A-ZÆØÅ0-9(\"”»])|[ \t]{0,4}\n\s{0,8}")
    for length in range(8):
        for text in map("".join, product(".A \n", repeat=length)):
            ends = [match.span() for match in sentences._END.finditer(text)]
            assert ends == [match.span() for match in plain.finditer(text)], repr(text)
