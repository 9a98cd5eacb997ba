"""The parts of a CPR number: ten digits, day, month and year of birth, and four more.

Which years the seventh digit allows: cpr.dk, *Opbygning af CPR-nummeret*. The check digit (modulus 11) may confirm a
number and never clears one: since October 2007 numbers without it are issued (cpr.dk, *Personnumre uden
kontrolciffer*).

There is no clock in it: a birth date that lies ahead counts like any other, and one text always gives one answer.
"""

import datetime as dt

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def birth_date(digits: str) -> dt.date | None:
    """The birth date in a number's first seven digits, or None where there is no such day."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if seventh <= 3:
        century = 1900
    elif seventh in (4, 9):
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    try:
        return dt.date(century + year, month, day)
    except ValueError:
        return None


def has_check_digit(digits: str) -> bool:
    """Whether the ten digits fulfil modulus 11."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def is_supported(digits: str) -> bool:
    """Whether the digits alone speak for a CPR number: by the check digit, or by the day of birth for which numbers
    without it are known to be issued, 1 January.
    """
    return has_check_digit(digits) or digits.startswith("0101")
