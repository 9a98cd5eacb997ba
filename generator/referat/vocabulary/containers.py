"""Collecting cases (fællessager): numbers under which a meeting files what has no case of its own."""

from referat.vocabulary.casenumber import CaseNumber

_TITLES = frozenset(
    {
        "bordet rundt",
        "dagsorden",
        "dagsordenen",
        "evt",
        "eventuelt",
        "godkendelse af dagsorden",
        "godkendelse af dagsordenen",
        "godkendelse af referat",
        "gensidig orientering",
        "lukket",
        "lukket punkt",
        "meddelelser",
        "orientering",
        "orienteringer",
        "spørgetid",
        "underskriftsark",
        "underskriftsside",
        "økonomiopfølgning",
        "øvrige sager",
    }
)
_SUBJECTS = ("00.22.", "85.02.02")
"""KLE groups for the holding of meetings, and one that is used in the same way."""
_MEETING_FACET = ("00.00.00-P35", "00.01.00-P35")
"""Facet P35 is meetings; with these broad subjects the number is the meeting's, not a matter's."""


def is_container_title(title: str) -> bool:
    """Whether a title names a standing point of every meeting and no matter of its own: ``Eventuelt``."""
    return title.strip(" .:-()").casefold() in _TITLES


def is_container_kle(number: CaseNumber) -> bool:
    """Whether the number's subject in KL's classification is the holding of meetings itself."""
    return (number.kle or "").startswith(_SUBJECTS) or number.canonical.startswith(_MEETING_FACET)
