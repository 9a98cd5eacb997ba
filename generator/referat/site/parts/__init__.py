"""The site in parts: a municipality each, and what belongs to none.

A part is made from its own records, from the case numbers that others share with it, and from what the whole site has
in common; nothing else. So parts are made beside each other, each in whatever process has time, and a part whose
records did not change is not looked into. Others know of a part only its `facts`.
"""

NONE = "_"
"""The name of what is no municipality: texts that cannot be read and whose folder has no usable name. No slug has an
underscore."""
SITE = "_site"
"""The name of the part that belongs to no municipality."""
