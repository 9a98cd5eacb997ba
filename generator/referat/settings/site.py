"""The table ``[site]``: what the site says about itself."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from referat.settings.values import (
    Reader,
    Unfit,
    contact_address,
    day,
    feed_authority,
    language_codes,
    site_address,
    text,
)


class SiteTexts(Struct, frozen=True, kw_only=True):
    """What the publisher wrote about the site in one more language. What is left out is shown as it is in the first."""

    name: str | None = None
    tagline: str | None = None
    notice: str | None = None
    contact: str | None = None
    about: str | None = None


def translations(value: Any) -> Mapping[str, SiteTexts] | None:
    """The site's texts by the code of a language: ``[site.translations.en]``."""
    if not isinstance(value, dict) or not all(isinstance(texts, dict) for texts in value.values()):
        raise Unfit("is no table of languages", "Write [site.translations.en], and the texts below it.")
    unknown = sorted({key for texts in value.values() for key in texts} - set(SiteTexts.__struct_fields__))
    if unknown:
        raise Unfit(f"has the unknown key {unknown[0]}", f"It may have {', '.join(SiteTexts.__struct_fields__)}.")
    return {code: SiteTexts(**{key: text(given) for key, given in texts.items()}) for code, texts in value.items()}


SITE: Mapping[str, Reader] = {
    "name": text,
    "tagline": text,
    "base_url": site_address,
    "notice": text,
    "contact": text,
    "about": text,
    "security": contact_address,
    "security_expires": day,
    "feed_authority": feed_authority,
    "languages": language_codes,
    "translations": translations,
}
"""Its keys, which are fields of `Settings`."""
