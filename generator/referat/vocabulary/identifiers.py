"""The words that tell what a row of digits is, or whose address it is: the gate reads them beside what it finds."""

import re

CPR = re.compile(r"cpr|person ?n|pers\.? ?nr|født|fødsels|(?<!\w)f\.\s?$", re.IGNORECASE)
"""Somewhere near ten digits: they are a CPR number."""
SURELY_CPR = re.compile(r"cpr|person ?n", re.IGNORECASE)
"""The same even where something else is said, too."""

_NUMBERED = r"(?:[- ]?(?:nr|nummer))?[\s.:#(]{0,4}$"
OTHER_NUMBER = re.compile(
    r"(?:(?<!\w)p-?n(?:r|ummer)|p\.nr|produktionsenhed\w{0,10}|(?<!\w)(?:ean|gln|cvr|kle|bfe|ref)|(?<!\w)se-?nr"
    r"|ordre|faktura|bilag|konto|(?<!\w)sag|sags?-?(?:nr|nummer)|dok(?:ument)?\.? ?(?:nr|nummer)|journal|matr|j\.?nr)"
    rf"{_NUMBERED}|(?<!\d)\d{{2,4}}/$",
    re.IGNORECASE,
)
"""Right before a number: it is that of a production unit, a case, a document, an invoice, an account, an authority."""
AMOUNT_BEFORE = re.compile(r"(?:kr\.?|dkk|beløb)[\s:]{0,2}$", re.IGNORECASE)
AMOUNT_AFTER = re.compile(r"\s?(?:kr\b|mio|mia|dkk|,-)", re.IGNORECASE)

PHONE_SIGNS = (b"+", b"0045")
PHONE_WORDS = (b" tlf", b" tel", b" mobil", b" privatt", b" fax", b" ring", b" sms", b" hotline", b" vagttel")
"""With one of these every text has a word that begins so, where a phone number in it can be told from other numbers."""
PHONE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:mobil|privat)?(?:tlf|telefon|tel)|telefax|fax|mobil|ring(?:e|es)?|sms|hotline"
    r"|vagttelefon)"
    r"(?:nr|nummer|numre)?(?![a-zæøå])",
    re.IGNORECASE,
)
PHONE_AFTER = re.compile(r"[\s(]{0,3}(?:tlf|telefon|mobil|sms|fax)(?!\w)", re.IGNORECASE)
NO_PHONE = re.compile(rf"(?:{OTHER_NUMBER.pattern}|(?:kr\.?|dkk|beløb)[\s:]{{0,2}}$)", re.IGNORECASE)
"""Right before eight digits: they are no phone number."""

BRANCH = re.compile(r"(?<!\w)reg(?:istrerings)?(?:\.|-)?\s?(?:nr|nummer)?(?![a-zæøå])", re.IGNORECASE)
"""Before the four digits of a bank's branch."""
ACCOUNT_WORDS = (b"konto", b" reg ", b" regnr", b" regnum", b" registrerings")
"""One of these stands in every text with a bank account."""
ACCOUNT = re.compile(r"(?<!\w)(?:bank|giro|løn|nem)?konto(?:\.|-)?\s?(?:nr|nummer)?(?![a-zæøå])", re.IGNORECASE)
BANKING = re.compile(r"bank|sparekasse|indbetal|udbetal|overfør|nemkonto|giro|(?<!\w)reg\b", re.IGNORECASE)
"""Near digits of an account: they are a bank's and not a budget's."""

OFFICES = frozenset(
    (
        *(
            "administration",
            "bestyrelse",
            "bibliotek",
            "booking",
            "borgerservice",
            "byraad",
            "byraadet",
            "databeskyttelse",
        ),
        *("direktion", "dpo", "faktura", "forvaltning", "hello", "hovedpostkasse", "hr", "info", "information", "job"),
        *(
            "kommune",
            "kommunen",
            "kontakt",
            "kontor",
            "kundeservice",
            "mail",
            "museum",
            "noreply",
            "no-reply",
            "office",
        ),
        *("ordre", "plan", "post", "postkasse", "presse", "raadhus", "raadhuset", "reception", "redaktion", "salg"),
        *("sekretariat", "service", "skole", "sikkerpost", "sikker-post", "support", "teknik", "webmaster"),
    )
)
"""Before the @ of an address that belongs to nobody in particular."""
