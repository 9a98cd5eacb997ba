"""Whose a mail address is, by its domain. The table beside this module lists the domains (public facts)."""

from enum import Enum, auto
from functools import cache
from importlib import resources


class Owner(Enum):
    """Who has addresses in a domain."""

    AUTHORITY = auto()
    """A municipality, a region, the state, or what belongs to one."""
    ANYBODY = auto()
    """A provider of mail for private persons."""
    UNKNOWN = auto()
    """A firm, a club, or a person with a domain of their own."""


LONGEST = 253
"""Characters of a domain (RFC 1035, 2.3.4). What stands before them is no part of one."""


def owner_of(domain: str) -> Owner:
    """Who owns a domain, lower case, or the domain above it: ``mail.kk.dk`` is the municipality's as ``kk.dk`` is."""
    owners = _owners()
    return next((owners[name] for name in with_parents(domain) if name in owners), Owner.UNKNOWN)


def with_parents(domain: str) -> tuple[str, ...]:
    """The domain, and those above it: ``a.b.dk``, ``b.dk``, ``dk``."""
    labels = domain[-LONGEST:].split(".")
    return tuple(".".join(labels[first:]) for first in range(len(labels)))


@cache
def _owners() -> dict[str, Owner]:
    rows = resources.files(__package__).joinpath("mail_domains.tsv").read_text("utf-8").splitlines()
    return {domain: Owner[owner] for owner, domain in (row.split("\t") for row in rows)}
