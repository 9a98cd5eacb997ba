"""Short sentences that are a decision and nothing else, where minutes have no heading that says so.

``Godkendt.``, ``Dagsordenen blev godkendt``, ``Orienteringen blev taget til efterretning.``
"""

import re

from referat.vocabulary.outcomes import Outcome, outcome_of

LONGEST = 160
"""A longer sentence tells more than what was decided."""

_PARTICIPLE = (
    r"(?:(?:enstemmigt|herefter) )?(?:godkendt|vedtaget|tiltrådt|anbefalet|anbefales|udsat|udsættes|forkastet|afvist"
    r"|drøftet|udgår|udgik|bevilget|imødekommet|valgt|genvalgt|(?:blev )?taget til (?:efterretning|orientering)"
    r"|til (?:efterretning|orientering))"
)
_BARE = re.compile(rf"^{_PARTICIPLE}(?![\w-])", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?:(?:dagsordenen?|referatet|indstillingen|forslaget|ansøgningen|sagen|punktet|orienteringen|budgettet|regnskabet"
    rf"|planen|meddelelserne) ){{1,2}}(?:(?:blev|er|bliver|blev herefter) )?(?:{_PARTICIPLE}|godkendes|vedtages)(?!\w)",
    re.IGNORECASE,
)

_SHORT = re.compile(rf"^(?:[\w-]+ ){{1,4}}(?:(?:blev|er) )?{_PARTICIPLE}\.?$", re.IGNORECASE)


def is_decision_sentence(line: str) -> bool:
    """Whether the line begins with what was decided and says little else."""
    bare = " ".join(line.split()).strip("*_•- ")
    if not bare or len(bare) > LONGEST or not bare[0].isupper():
        return False
    told = outcome_of(bare) not in (Outcome.OTHER, Outcome.NONE)
    return told and bool(_BARE.match(bare) or _SUBJECT.match(bare) or _SHORT.match(bare))
