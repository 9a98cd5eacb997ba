"""The table ``[site]``: what the site says about itself."""

from collections.abc import Mapping

from referat.settings.values import Reader, site_address, text

SITE: Mapping[str, Reader] = {
    "name": text,
    "tagline": text,
    "base_url": site_address,
    "notice": text,
    "contact": text,
    "about": text,
}
"""Its keys, which are fields of `Settings`."""
