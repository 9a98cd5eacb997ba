"""Identifiers of people who do not exist, made from chance."""

import datetime as dt
from random import Random

from msgspec import Struct

from referat.privacy.cpr.number import birth_date, has_check_digit

FIRST, LAST = dt.date(1905, 1, 1), dt.date(2026, 12, 31)


class Cpr(Struct, frozen=True):
    """A number in its parts."""

    born: dt.date
    serial: str

    @property
    def day(self) -> str:
        """``010165``."""
        return f"{self.born:%d%m%y}"

    @property
    def digits(self) -> str:
        """All ten."""
        return self.day + self.serial


def make_cpr(chance: Random, *, check_digit: bool | None = None) -> Cpr:
    """A number whose seventh digit fits its year; with or without the right check digit where that is asked for."""
    while True:
        born = dt.date.fromordinal(chance.randint(FIRST.toordinal(), LAST.toordinal()))
        number = Cpr(born, f"{chance.randrange(10_000):04}")
        fits = birth_date(number.digits) == born and not number.serial.startswith(("19", "20"))
        supported = has_check_digit(number.digits) or number.day.startswith("0101")
        if fits and check_digit in (None, supported):
            return number


def make_phone(chance: Random) -> str:
    """Eight digits that may be a Danish number."""
    return f"{chance.randrange(20_000_000, 100_000_000)}"


def make_address(chance: Random, provider: str) -> str:
    """A mail address that nobody else in the set has."""
    return f"anna.holm{chance.randrange(10**8, 10**9)}@{provider}"


def make_account(chance: Random) -> tuple[str, str]:
    """A branch and an account."""
    return f"{chance.randrange(1000, 10_000)}", f"{chance.randrange(10**9, 10**10)}"


def make_iban(chance: Random, country: str = "DK", bank: str = "", digits: int = 14) -> str:
    """A number with the right check digits."""
    account = bank + f"{chance.randrange(10 ** (digits - 1), 10**digits)}"
    value = int("".join(str(int(char, 36)) for char in f"{account}{country}00"))
    return f"{country}{98 - value % 97:02}{account}"
