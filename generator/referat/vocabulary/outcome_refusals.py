"""The words by which something is refused, as data for `referat.vocabulary.outcome_clauses`.

They match whole words, in any case of letters. A refusal that is shown as an approval is the worst that a list of
decisions can say: so they cover more than any single wording needs, and what they leave in doubt has no outcome.
"""

NOT = (
    r"(?:ikke(?!-)(?! (?:kun|alene|blot|bare|mindst|til stede|anledning|indvend\w*|(?:\w+ )?bemærkning\w*)(?!\w))"
    r"|hverken|aldrig|(?-i:ej)|ej(?= (?:godkend|vedtag|tiltr|imødek|anbefal|bevilg))|intet(?! at (?:bemærke|indvende))"
    r"|ingen(?!\W*$)(?! (?:(?:stemte |stemmer )?i ?mod|undlod|\w*bemærkning\w*|indsigelse\w*|indvending\w*)(?!\w)))"
)
"""A negation. ``Ikke alene`` and ``ingen imod`` negate nothing."""
_GOES_ON = r"(?: (?!(?:og|men|idet|da|så|kræv\w*|nødvendig\w*|behov\w*|søg\w*)(?!\w))[^\s,;]{1,30}){0,6}?"
_YES = (
    r"(?:(?:godkend|vedtag|anbefal)(?!els)|tiltråd|tiltræd|vedtog|imødekom|antag(?!els)|antog|bevilge|bevilgede|tilslut(?!ning)"
    r"|tilslutte|støtte[rst]|fulgt|følge|følge[rs]|fremme)\w{0,5}"
)
_YES_FINITE = (
    r"(?:godkend(?:te|tes|er|es)|tiltrådte[s]?|tiltræde[rs]|vedto?a?ge?r?(?:es)?|vedtages|imødekom(?:mer|mes)?|antog"
    r"|bevilge(?:de|r|s)|anbefale(?:de|r|s)|støtte(?:de|r|s)|tilslutte(?:de|r)|fulgte|følge[rs])"
)
_FEW = r"(?: (?!(?:om|at|som|der|hvor|hvis|med|idet|for|til)(?!\w))[^\s,;]{1,30}){0,4}?"
DENIED = (
    rf"{NOT}{_GOES_ON} {_YES}"
    rf"|{_YES_FINITE}{_FEW} {NOT}(?! at(?!\w))"
    r"|(?:godkendt|vedtaget|tiltrådt|imødekommet|anbefalet) ikke(?!-)(?! (?:at|kun|alene|blot)(?!\w))"
    rf"|{NOT}{_GOES_ON} (?:flertal|flertallet|tilslutning|opbakning)(?! i?mod)"
)
"""An approval that was not given: ``kunne ikke tiltrædes``, ``tiltrådte enstemmigt ikke indstillingen``."""
_LEAVE = (
    r"\w{0,30}(?:tilladelse|dispensation|tilskud|tilsagn|bevilling|samtykke|godkendelse|fritagelse|garanti|medhold"
    r"|støtte)(?:n|r|rne|t|ne|en|er|erne)?"
)
LEAVE_DENIED = rf"{NOT}{_GOES_ON} {_LEAVE}|{_LEAVE}(?: (?!(?:om|til|og|at)(?!\w))[^\s,;]{{1,30}}){{0,3}}? {NOT}"
"""A permission or money that was not given: ``der gives ikke dispensation``, ``tilladelsen kan ikke meddeles``."""
REFUSED = (
    r"forkast\w{1,4}|afvis(?:e|er|es|t|te|tes|ning\w{0,4})|afslå(?:r|s|et|ede)?|afslog(?:es)?|afslag\w{0,4}"
    r"|nægt(?:e|er|es|et|ede|edes)|nedstem\w{1,4}|stem(?:me|mer|mes|t|te|tes) (?:\S{1,20} ){0,3}?ned"
    r"|at stemme (?:nej|i ?mod)|fraråd\w{0,4}|underkend\w{1,4}|(?:modsætte[rs]?|modsatte) sig"
    r"|(?:forslag|indstilling|ansøgning)\w{0,3}(?: [^\s,;]{1,24}){0,6}? (?:falder|faldt|faldet)"
    r"|(?:falder|faldt) (?:dermed|bort)|(?:dermed|hvilket) (?:falder|faldt)|^fald(?:et|t)"
)
"""A refusal in its own word."""
DOUBTFUL = (
    r"undlad\w{0,3}|afstå\w{0,2}|dropp\w{1,3}|skrinlæg\w{0,3}|skrinlagt|opgiv\w{0,3}|henlæg\w{0,3}|afblæs\w{0,2}|fravælg\w{1,2}"
    r"|se(?:r|s)? bort|fasthold\w{0,3}|opretholde?\w{0,2}|bibehold\w{0,3}|annuller\w{1,3}|tilbagekald\w{0,3}"
    r"|(?:i ?mod|i strid med|trods) (?:\S{1,24} ){0,4}?(?:indstilling|anbefaling)\w{0,4}|uden at"
    r"|stands\w{1,3}|stopp\w{1,3}|nej|falde|kasser\w{1,3}|vrag\w{1,2}|på (?:pause|standby|vent)|af bordet"
)
"""Words that make ``besluttede at …`` as much a no as a yes."""
