"""The site's own settings: ``site.toml``, one module a table."""

from referat.settings.fetch import FetchSettings
from referat.settings.load import Settings, load_settings, read_settings
from referat.settings.places import FILE
from referat.settings.privacy import PrivacySettings

__all__ = ["FILE", "FetchSettings", "PrivacySettings", "Settings", "load_settings", "read_settings"]
