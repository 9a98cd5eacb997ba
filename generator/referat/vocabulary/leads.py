"""Sentences that open a recommendation where no heading does: ``Forvaltningen indstiller, at``."""

import re

_LEAD = re.compile(r"^[^.:]{0,120}?(?<!\w)(?:indstiller|indstilles|foreslår|foreslås|anbefaler)(?!\w)", re.IGNORECASE)


def is_recommendation_lead(line: str) -> bool:
    """Whether a line says that somebody recommends something."""
    return _LEAD.match(line.strip()) is not None
