"""The table ``[privacy]``: what looks private and may be published all the same."""

from collections.abc import Mapping

from msgspec import Struct

from referat.settings.values import Reader, texts


class PrivacySettings(Struct, frozen=True, kw_only=True):
    """What the publisher knows to be public."""

    public_domains: tuple[str, ...] = ()
    """Mail addresses of these domains belong to offices: ``strandby.example``."""
    public_phones: tuple[str, ...] = ()
    """Numbers of switchboards, in any spelling."""
    public_accounts: tuple[str, ...] = ()
    """Accounts of authorities, in any spelling."""


PRIVACY: Mapping[str, Reader] = {"public_domains": texts, "public_phones": texts, "public_accounts": texts}
"""The table's keys, which are the fields of `PrivacySettings`."""
