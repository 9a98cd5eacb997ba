"""What looks like an identifier and is none: nothing of it should be taken away."""

import datetime as dt
from collections.abc import Callable
from random import Random

from msgspec import Struct
from tests.planting.identifiers import make_cpr


class LookAlike(Struct, frozen=True):
    """One kind of harmless text."""

    name: str
    write: Callable[[Random], str]


def _number(chance: Random, digits: int) -> str:
    return f"{chance.randrange(10 ** (digits - 1), 10**digits)}"


def _day(chance: Random) -> dt.date:
    return dt.date(2007, 1, 1) + dt.timedelta(days=chance.randrange(7000))


def _hexadecimal(chance: Random, digits: int) -> str:
    return f"{chance.randrange(16**digits):0{digits}x}"


def _guid(chance: Random) -> str:
    return "-".join(_hexadecimal(chance, digits) for digits in (8, 4, 4, 4, 12))


def _amount(chance: Random) -> str:
    return f"{chance.randrange(10**6, 10**10):,}".replace(",", ".")


LOOK_ALIKES = (
    LookAlike("P-nummer", lambda c: f"P-nummer 10{_number(c, 8)}"),
    LookAlike("P-nummer i CPR-form", lambda c: f"Produktionsenhed: {make_cpr(c).digits}"),
    LookAlike("CVR-nummer", lambda c: f"CVR {_number(c, 8)}"),
    LookAlike("EAN-nummer", lambda c: f"EAN 5798{_number(c, 9)}"),
    LookAlike("sagsnummer", lambda c: f"sag {c.randrange(7, 27):02}/{c.randrange(1, 99_999)}"),
    LookAlike("dokumentnummer", lambda c: f"dok.nr. {c.randrange(7, 27):02}/{make_cpr(c).day}-{make_cpr(c).serial}"),
    LookAlike("KLE-nummer", lambda c: f"{c.randrange(1, 90):02}.{c.randrange(30):02}.{c.randrange(20):02}-P19-1-24"),
    LookAlike("beløb", lambda c: f"{_amount(c)} kr."),
    LookAlike("beløb uden punktum", lambda c: f"kr. {c.randrange(10**7, 10**10)}"),
    LookAlike("dato og klokkeslæt", lambda c: f"{_day(c):%d.%m.%y} {c.randrange(8, 20)}.{c.randrange(60):02}"),
    LookAlike("dato, kl.", lambda c: f"{_day(c):%d-%m-%Y} kl. {c.randrange(8, 20)}:{c.randrange(60):02}"),
    LookAlike("to datoer", lambda c: f"{_day(c):%d.%m.%Y}-{_day(c):%d.%m.%Y}"),
    LookAlike("år", lambda c: f"{c.randrange(2007, 2026)}/{c.randrange(8, 27):02} {c.randrange(2007, 2026)}/12"),
    LookAlike("GUID", lambda c: f"https://a.example/vis?id={_guid(c)}"),
    LookAlike("hash", lambda c: f"sha1 {_hexadecimal(c, 40)}"),
    LookAlike("matrikelnummer", lambda c: f"matr.nr. {c.randrange(1, 99)}a og {c.randrange(1, 99)}bk"),
    LookAlike("rækker af tal", lambda c: f"| {_amount(c)} | {_amount(c)} | {c.randrange(999)} | {c.randrange(99)} |"),
    LookAlike("procenter", lambda c: f"{c.randrange(100)},{c.randrange(10)} %, {c.randrange(100)},{c.randrange(10)} %"),
    LookAlike(
        "lov", lambda c: f"lovbekendtgørelse nr. {c.randrange(1, 2000)} af {_day(c):%d/%m/%Y}, § {c.randrange(90)}"
    ),
    LookAlike("budgetkonto", lambda c: f"konto {c.randrange(1, 7)}.{c.randrange(10, 99)}.{c.randrange(10, 99)}"),
    LookAlike("ordrenummer", lambda c: f"ordrenr. {_number(c, 10)}"),
    LookAlike("otte cifre alene", lambda c: f"journal {_number(c, 8)}"),
    LookAlike(
        "kommunens mail", lambda c: f"{c.choice(('post', 'anho', 'byraad'))}@{c.choice(('kk', 'aarhus', 'viborg'))}.dk"
    ),
    LookAlike("foreningens hovedpostkasse", lambda c: f"kontakt@forening{c.randrange(999)}.example"),
    LookAlike("Ring 3", lambda c: f"Ring {c.randrange(2, 5)}, strækning {c.randrange(1, 99)}, {_amount(c)} kr."),
    LookAlike("telefonudgifter", lambda c: f"telefoni {_amount(c)} kr."),
)
