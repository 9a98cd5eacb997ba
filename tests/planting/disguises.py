"""The ways in which an identifier is written: each makes one that is nowhere else, and says how to know it again."""

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from msgspec import Struct
from tests.planting.identifiers import Cpr, make_account, make_address, make_cpr, make_iban, make_phone

PROVIDERS = ("gmail.com", "hotmail.com", "outlook.dk", "mail.dk", "stofanet.dk", "holm-familien.example")
FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
BOLD = {ord("0") + digit: chr(0x1D7CE + digit) for digit in range(10)}


class Plant(Struct, frozen=True):
    """An identifier as it is written, and the digits by which every trace of it is known."""

    written: str
    known_by: str


class Disguise(Struct, frozen=True):
    """One way of writing."""

    kind: str
    """The detector that must find it."""
    name: str
    sure: bool
    """Whether all of them must be gone. What is written so without any doubt is; the rest is measured."""
    write: Callable[[Random], Plant]
    block: bool = False
    """Whether it needs lines of its own."""


_Spell: TypeAlias = Callable[[Cpr], str]


def _cpr(
    name: str, spell: _Spell, *, sure: bool = True, check_digit: bool | None = None, block: bool = False
) -> Disguise:
    def write(chance: Random) -> Plant:
        number = make_cpr(chance, check_digit=check_digit)
        return Plant(spell(number), number.digits)

    return Disguise("cpr", name, sure, write, block)


def _with_year(number: Cpr) -> Plant:
    return Plant(f"{number.born:%d%m%Y}-{number.serial}", f"{number.born:%d%m%Y}{number.serial}")


def _spaced(digits: str) -> str:
    return " ".join(digits)


def _entities(digits: str) -> str:
    return "".join(f"&#{ord(digit)};" for digit in digits)


def _codes(digits: str) -> str:
    return "".join(f"%{ord(digit):02X}" for digit in digits)


CPR = (
    _cpr("010165-1234", lambda n: f"{n.day}-{n.serial}"),
    _cpr("010165 - 1234", lambda n: f"{n.day} - {n.serial}"),
    _cpr("halvkort streg", lambda n: f"{n.day}–{n.serial}"),
    _cpr("tankestreg", lambda n: f"{n.day}—{n.serial}"),
    _cpr("hård bindestreg", lambda n: f"{n.day}\u2011{n.serial}"),
    _cpr("minustegn", lambda n: f"{n.day}\u2212{n.serial}"),
    _cpr("bred bindestreg", lambda n: f"{n.day}－{n.serial}"),
    _cpr("to streger", lambda n: f"{n.day}--{n.serial}"),
    _cpr("mellemrum", lambda n: f"{n.day} {n.serial}"),
    _cpr("hårdt mellemrum", lambda n: f"{n.day}\u00a0{n.serial}"),
    _cpr("smalle mellemrum om stregen", lambda n: f"{n.day}\u2009-\u202f{n.serial}"),
    _cpr("punktum", lambda n: f"{n.day}.{n.serial}"),
    _cpr("01.01.65-1234", lambda n: f"{n.born:%d.%m.%y}-{n.serial}"),
    _cpr("01-01-65-1234", lambda n: f"{n.born:%d-%m-%y}-{n.serial}"),
    _cpr("01 01 65 1234", lambda n: f"{n.born:%d %m %y} {n.serial}"),
    _cpr("fem par", lambda n: f"{n.born:%d %m %y} {n.serial[:2]} {n.serial[2:]}"),
    _cpr("linjeskift efter stregen", lambda n: f"{n.day}-\n{n.serial}", block=True),
    _cpr("linjeskift før stregen", lambda n: f"{n.day}\n-{n.serial}", block=True),
    _cpr("linjeskift i datoen", lambda n: f"{n.day[:4]}\n{n.day[4:]}-{n.serial}", block=True),
    _cpr("blød bindestreg som streg", lambda n: f"{n.day}\u00ad{n.serial}"),
    _cpr("blød bindestreg i datoen", lambda n: f"{n.day[:3]}\u00ad{n.day[3:]}-{n.serial}"),
    _cpr("usynligt tegn", lambda n: f"{n.day[:2]}\u200b{n.day[2:]}\u2060-\ufeff{n.serial}"),
    _cpr("brede cifre", lambda n: f"{n.day}-{n.serial}".translate(FULLWIDTH)),
    _cpr("arabiske cifre", lambda n: f"{n.day}-{n.serial}".translate(ARABIC)),
    _cpr("matematiske cifre", lambda n: f"{n.day}-{n.serial}".translate(BOLD)),
    _cpr("halvt med fed", lambda n: f"**{n.day}**-{n.serial}"),
    _cpr("link midt i", lambda n: f"[{n.day}](https://a.example/x)-{n.serial}"),
    _cpr("HTML midt i", lambda n: f"{n.day[:4]}<b>{n.day[4:]}</b>-{n.serial}"),
    _cpr("omvendte skråstreger", lambda n: f"{n.day}\\-{n.serial}"),
    _cpr("to celler", lambda n: f"| Født | Nr. |\n| --- | --- |\n| {n.day} | {n.serial} |", block=True),
    _cpr("&ndash;", lambda n: f"{n.day}&ndash;{n.serial}"),
    _cpr("cifre som &#48;", lambda n: f"{_entities(n.day)}&#45;{_entities(n.serial)}"),
    _cpr("%2D", lambda n: f"https://a.example/{n.day}%2D{n.serial}.pdf"),
    _cpr("cifre som %30", lambda n: f"https://a.example/{_codes(n.digits[:6])}-{_codes(n.serial)}.pdf"),
    _cpr("filnavn", lambda n: f"ansoegning_{n.day}_{n.serial}.pdf"),
    Disguise("cpr", "01011965-1234", sure=True, write=lambda chance: _with_year(make_cpr(chance))),
    _cpr("klistret til ord", lambda n: f"ansøger{n.day}-{n.serial}og"),
    _cpr("cpr foran, ti cifre", lambda n: f"cpr.nr. {n.digits}"),
    _cpr("cifre hver for sig", lambda n: f"{_spaced(n.day)} - {_spaced(n.serial)}"),
    _cpr("ti cifre, modulus 11 passer", lambda n: n.digits, check_digit=True),
    _cpr("ti cifre, modulus 11 passer ikke", lambda n: n.digits, sure=False, check_digit=False),
    _cpr("P-nr. foran", lambda n: f"P-nr. {n.digits}", sure=False, check_digit=True),
    _cpr("bogstaver for cifre", lambda n: f"{n.day}-{n.serial}".replace("0", "O").replace("1", "l"), sure=False),
    _cpr("komma", lambda n: f"{n.day}, {n.serial}", sure=False),
)


def _mail(name: str, spell: Callable[[str], str], *, sure: bool = True) -> Disguise:
    def write(chance: Random) -> Plant:
        address = make_address(chance, chance.choice(PROVIDERS))
        return Plant(spell(address), address.partition("@")[0].removeprefix("anna.holm"))

    return Disguise("email", name, sure, write)


MAIL = (
    _mail("adresse", lambda a: a),
    _mail("store bogstaver", str.upper),
    _mail("(at)", lambda a: a.replace("@", " (at) ")),
    _mail("&#64;", lambda a: a.replace("@", "&#64;")),
    _mail("mailto", lambda a: f"[skriv](mailto:{a.replace('@', '%40')})"),
    _mail("[snabel-a] og [punktum]", lambda a: a.replace("@", "[snabel-a]").replace(".", "[punktum]"), sure=False),
)


def _phone(name: str, spell: Callable[[str], str], *, sure: bool = True) -> Disguise:
    def write(chance: Random) -> Plant:
        digits = make_phone(chance)
        return Plant(spell(digits), digits)

    return Disguise("phone", name, sure, write)


def _pairs(digits: str, gap: str = " ") -> str:
    return gap.join(digits[at : at + 2] for at in range(0, 8, 2))


PHONES = (
    _phone("tlf. 44 55 66 77", lambda d: f"tlf. {_pairs(d)}"),
    _phone("mobil 44556677", lambda d: f"mobil: {d}"),
    _phone("ring på 4455 6677", lambda d: f"ring på {d[:4]} {d[4:]}"),
    _phone("+45 44 55 66 77", lambda d: f"+45 {_pairs(d)}"),
    _phone("44-55-66-77 (telefon)", lambda d: f"{_pairs(d, '-')} (telefon)"),
    _phone("44 55 66 77 alene", _pairs, sure=False),
    _phone("44556677 alene", str, sure=False),
)


def _account(name: str, spell: Callable[[str, str], str], *, sure: bool = True) -> Disguise:
    def write(chance: Random) -> Plant:
        branch, account = make_account(chance)
        return Plant(spell(branch, account), account)

    return Disguise("account", name, sure, write)


def _iban(name: str, spell: Callable[[str], str], country: str = "DK", bank: str = "", digits: int = 14) -> Disguise:
    def write(chance: Random) -> Plant:
        number = make_iban(chance, country, bank, digits)
        return Plant(spell(number), number[-10:])

    return Disguise("iban", name, True, write)


def _fours(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


ACCOUNTS = (
    _account("reg.nr. og konto", lambda r, a: f"reg.nr. {r} kontonr. {a}"),
    _account("reg. 1234-…", lambda r, a: f"reg. {r}-{a}"),
    _account("bankkonto 1234 …", lambda r, a: f"bankkonto {r} {a}"),
    _account("konto 1234 …, intet om bank", lambda r, a: f"konto {r} {a}", sure=False),
    _iban("DK i fire", _fours),
    _iban("DK samlet", str),
    _iban("tysk", _fours, "DE", "", 18),
    _iban("hollandsk", str, "NL", "ABNA", 10),
)

ALL = (*CPR, *MAIL, *PHONES, *ACCOUNTS)
