"""The words in which minutes tell a vote, as data for the modules beside this one."""

import re

LONGEST = 20_000
"""Of a decision this many characters are looked at."""

SIGNS = ("stem", "flertal", "medlem", "ndretal", "undl", "blank", "hverken", ":")
"""Letters of which whatever tells a side has some in any case of letters, unless it tells figures *for* and *imod*.
None has an i, which a pattern that ignores case finds in an ı, too.
"""
FIGURES = ("for", "mod")

_WHO = r"\((?P<{side}_who{place}>(?:[^()]|\([^()]{{0,60}}\)){{1,300}})\)"
_CAST = r"(?:har )?stem(?:te|mer|me|t)"
_PEOPLE = r"(?: (?:medlemmer|medlem|byrådsmedlemmer))?"
_OBJECT_WORD = r" (?!og |mens |stem|i?mod |undlod)[\w-]{{2,30}}"
_OBJECT = rf"(?:(?P<{{side}}_object>{_OBJECT_WORD}(?:{_OBJECT_WORD}){{{{0,6}}}}))?"


def _tally(side: str, word: str) -> str:
    who, object_ = (_WHO.format(side=side, place=place) for place in "ab"), _OBJECT.format(side=side)
    before, after = who
    return (
        rf"(?<![\w/.,-])(?P<{side}>\d{{1,3}}){_PEOPLE}(?: {before})?(?P<{side}_cast>(?: {_CAST}){{0,2}})"
        rf" {word}(?!\w)(?! \d){object_}(?: {after})?"
    )


TALLIES = tuple(
    (side, re.compile(_tally(side, word), re.IGNORECASE)) for side, word in (("in_favour", "for"), ("against", "i?mod"))
)
"""``10 stemte for (A+C)``, ``3 medlemmer (B, A og F) stemte for``, ``29 stemmer imod``, ``1 for``."""
ABSTENTION = re.compile(
    rf"(?<![\w/.,-])(?P<count>\d{{1,3}}){_PEOPLE}(?: {_WHO.format(side='abstained', place='a')})?"
    rf" (?:undlod|undlader|(?:{_CAST} )?(?:hverken for eller i?mod|blankt?))(?: at (?:af)?stemme)?"
    rf"(?: {_WHO.format(side='abstained', place='b')})?",
    re.IGNORECASE,
)
MARGIN = re.compile(
    rf"(?<!\w)med (?P<first>\d{{1,3}}) stemmer?(?: {_WHO.format(side='first', place='')})?,? i?mod"
    rf" (?P<second>\d{{1,3}})(?: stemmer?)?(?!\w| (?:for|til|i?mod)(?!\w))(?: {_WHO.format(side='second', place='')})?",
    re.IGNORECASE,
)
"""``med 9 stemmer mod 1``: which side the first figure is depends on what was done with the motion."""

_THING = (
    r"\w{0,20}(?:forslag(?:et)?|indstilling(?:en)?|punkt(?:et)?|godkendelse|tiltrædelse|vedtagelse|udsættelse)"
    r"(?: \d{1,2})?"
)
_STEMTE = r"(?P<{side}_object>(?: [\w-]{{1,30}}){{0,10}}?)(?: stemte(?: følgende)?:?| stemmer(?: følgende)?:)"
_COLON = r"(?P<{side}_thing> {thing})?(?: \((?P<{side}_count>\d{{1,3}})\))?:"
_LABELS = {
    "in_favour": rf"for(?:{_STEMTE}|{_COLON})",
    "against": rf"i?mod(?:{_STEMTE}|{_COLON})",
    "abstained": (
        r"(?:følgende )?(?:undlod|undlader)(?: at (?:af)?stemme)?:|hverken for eller i?mod(?: stemte)?:|blankt?:"
    ),
    "none": r"(?:afventer|fraværende|ikke til stede):",
}
LABEL = re.compile(
    r"(?:^(?:[-*•–] )?|(?<=[,;–-] )|(?<=, og )|(?<= og )|(?<=, mens ))\**(?:"
    + "|".join(f"(?P<{side}>{text.format(side=side, thing=_THING)})" for side, text in _LABELS.items())
    + r")(?!\w)\**",
    re.IGNORECASE,
)
"""``For forslaget stemte:``, ``Imod:``, ``, og imod stemte``: what follows is that side."""
BETWEEN_LABELS = re.compile(r"[\s,;–-]*(?:\b(?:og|mens))?\s*$")

PEOPLE_CAST = re.compile(
    rf"^(?:ad\.? ?\d{{1,2}}\.? )?(?P<who>[^:]{{1,400}}?),? (?:{_CAST} (?P<side>for|i?mod)"
    r"|(?P<abstained>undlod|undlader) at (?:af)?stemme)(?!\w)",
    re.IGNORECASE,
)
"""``Anna Holm (V) stemte imod``."""
CANNOT_RECOMMEND = re.compile(
    r"^(?P<who>[^:]{1,400}?),? (?:kan ikke (?:anbefale|tiltræde|godkende)|anbefaler ikke)"
    r"(?= (?:indstillingen|forslaget|sagen|den|det)(?!\w)|[.,]|$| (?:og|idet|da)(?!\w))",
    re.IGNORECASE,
)
_OF = (
    r"(?:(?: bestående)? af (?P<who>[^.:]{1,300}?(?:\([^()]{1,40}\))?)|(?: på \d{1,3})? \((?P<who_b>[^()]{1,300})\)),?"
)
MAJORITY = re.compile(
    rf"^(?:et )?flertal(?:let)?{_OF}"
    r" (?:anbefaler|tiltræder|tiltrådte|godkendte|stemte for|indstiller)(?!\w)",
    re.IGNORECASE,
)
MINORITY = re.compile(rf"^(?:et )?mindretal(?:let)?{_OF} (?P<says>.{{1,200}})", re.IGNORECASE)
MINORITY_SAYS_NO = re.compile(
    r"^(?:stemte imod|stemmer imod|(?:kan ikke|kunne ikke) (?:anbefale|tiltræde|godkende)"
    r"|(?:anbefaler|tiltræder|tiltrådte|godkendte) ikke)"
    r"(?= (?:indstillingen|forslaget|sagen|den|det)(?!\w)|[.,]|$| (?:og|idet|da)(?!\w))",
    re.IGNORECASE,
)
"""A minority that recommends something else, or a part, is on no side that could be told."""
MEMBERS_RECOMMEND = re.compile(
    r"(?<!\w)(?:(?P<count>\d{1,3}) medlem(?:mer)? \((?P<who>[^()]{1,300})\) (?:anbefaler|tiltræder)"
    r"|anbefales af (?P<count_b>\d{1,3}) medlem(?:mer)? \((?P<who_b>[^()]{1,300})\))",
    re.IGNORECASE,
)
RESERVATION = re.compile(r"(?:\)|^\d{1,3} medlem(?:mer)?) (?:tager|tog) forbehold|^et mindretal(?!\w)", re.IGNORECASE)
"""It belongs to the vote that is told before it, on no side."""
ENTERS_FIGURES = re.compile(r"(?<!\w)med $", re.IGNORECASE)
SURELY_CAST = re.compile(r"stemte|stemt", re.IGNORECASE)
AFTER_A_LETTER = re.compile(
    r"(?<= [A-ZÆØÅ]\.) (?=(?:For|Imod|Mod|Undlod|Følgende|Hverken|Dermed|Herefter|Bortfaldet|Faldet|Forkastet|Godkendt"
    r"|Tiltrådt|Vedtaget|\w{0,20}(?:[Ff]orslaget|[Ii]ndstillingen))(?!\w))"
)
"""``For stemte A og F. Imod stemte V.``: F is a party here, and no one's initial."""

_DONE = r"(?:vedtaget|vedtog|godkendt|tiltrådt|bevilget|vedtages|godkendes|imødekommet)"
CARRIED = re.compile(rf"(?<!\w){_DONE}(?!\w)", re.IGNORECASE)
LOST = re.compile(
    rf"(?<!\w)(?:forkast\w{{2,4}}|bortfald\w{{0,3}}|falder|faldt|faldet|nedstemt|afvist|ikke (?:blev )?{_DONE})(?!\w)",
    re.IGNORECASE,
)
VOTED_DOWN = re.compile(r"(?<!\w)(?:forkastet|forkastes|nedstemt|afvist)(?!\w)", re.IGNORECASE)
"""Its figures are told from the side of those who were against."""
AGREED_BY_ALL = re.compile(r"(?<!\w)(?:enstemmigt|uden afstemning|enige?)(?!\w)", re.IGNORECASE)
OTHER_END = re.compile(r"(?<!\w)(?:trukket|oversend\w{1,3}|henvist|udsat)(?!\w)", re.IGNORECASE)
TELLS_RESULT = re.compile(
    r"^(?:\w{0,20}(?:forslag|indstilling)\w{0,4}|dermed|herefter|derfor|hermed|bortfald\w*|faldet|vedtaget|forkastet|godkendt"
    r"|tiltrådt|enstemmigt)(?!\w)|(?<!\w)(?:dermed|stemmelighed)(?!\w)",
    re.IGNORECASE,
)
NEXT_STEP = re.compile(r"(?<!\w)(?:herefter|derefter)(?!\w)", re.IGNORECASE)
SUBJECT = re.compile(
    r"^(?:ad\.? ?\d{1,2}\.? )?(?:(?:Herefter|Derefter|Dermed|Hermed) (?:blev|er) )?(?P<motion>\w[^.:;,]{0,200}?)"
    r"(?: (?:blev|er|bliver|dermed|hermed|herefter|derefter|så|ikke|sat|under|afstemning|og)){0,8}"
    r" (?:vedtaget|godkendt|tiltrådt|forkastet|anbefalet|nedstemt|afvist|anbefales|vedtages|godkendes)(?!\w)"
)
"""``Budgettet som helhed blev herefter vedtaget``: what the sentence says was decided."""
INLINE_HEAD = re.compile(r"^(?P<motion>[A-ZÆØÅ][^.:;]{2,150}): ?(?=\d)")
"""``Hovedforslaget: 7 stemte for``."""
POINTS_BACK = re.compile(
    r"^(?:(?!hoved)\w{0,20}forslaget|det|den|dette|denne|sagen|punktet|dette forslag|enstemmigt|indstilles|blev|er)"
    r"(?: \w{1,10}){0,2}$",
    re.IGNORECASE,
)
"""A motion that is named by a word for what was told before it."""
PROPOSES = re.compile(
    r"(?<!\w)(?:for(?:e)?sl(?:og|år|oges)|stille(?:r|de)(?: \w+){0,6}? \w{0,12}forslag\w{0,2})(?!\w)", re.IGNORECASE
)
A_PROPOSAL = re.compile(r"^(?:\w{1,20} )?(?:ændrings|under|hoved|mindretals)?forslag(?!\w)", re.IGNORECASE)
ABOUT = re.compile(r"(?:stemmes|stemtes|stemt|afstemning) om ?(?P<motion>[^.:]{3,200})", re.IGNORECASE)
NO_MOTION = re.compile(
    r"(?<!\w)(?:følgende|således|afstemning\w*|resultat\w*|stemte\w*|fordel\w*)(?!\w)", re.IGNORECASE
)
POINT = re.compile(r"^(?:ad\.? ?|pkt\.? |punkt )\d{1,2}(?!\w)", re.IGNORECASE)
