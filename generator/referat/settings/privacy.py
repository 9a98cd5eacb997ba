"""The table ``[privacy]``: what looks private and may be published all the same."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from referat.settings.values import Reader, Unfit, texts


class PrivacySettings(Struct, frozen=True, kw_only=True):
    """What the publisher knows to be public."""

    public_domains: tuple[str, ...] = ()
    """Mail addresses of these domains belong to offices: ``strandby.example``. A whole address counts for itself."""
    public_phones: tuple[str, ...] = ()
    """Numbers of switchboards, in any spelling."""
    public_accounts: tuple[str, ...] = ()
    """Accounts of authorities, in any spelling."""


def domains(value: Any) -> tuple[str, ...] | None:
    """A list of domains or addresses. The last part of a name alone (``dk``) would let everything through."""
    read = texts(value)
    if read and not all("." in name.strip(".") for name in read):
        raise Unfit("names no domain", 'Write the whole name: ["strandby.example"].')
    return read


PRIVACY: Mapping[str, Reader] = {"public_domains": domains, "public_phones": texts, "public_accounts": texts}
"""The table's keys, which are the fields of `PrivacySettings`."""
