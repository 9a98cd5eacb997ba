"""The live preview: the site as it will be published, built again and reloaded while it is being written."""

from referat.preview.serve import serve

__all__ = ["serve"]
