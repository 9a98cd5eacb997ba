"""The whole site's minutes as one value, with every relation made: the one place where that happens.

Pure: records in, values out.
"""

from referat.site.nodes import (
    BodyNode,
    CaseNode,
    CaseRef,
    Corpus,
    ItemNode,
    MeetingNode,
    MeetingRef,
    MunicipalityNode,
    Record,
    SharedNumber,
    Treatment,
)

__all__ = [
    "BodyNode",
    "CaseNode",
    "CaseRef",
    "Corpus",
    "ItemNode",
    "MeetingNode",
    "MeetingRef",
    "MunicipalityNode",
    "Record",
    "SharedNumber",
    "Treatment",
]
