"""The phrases by which a decision's outcome is told, as data for `referat.vocabulary.outcomes`.

Each stands beside the value of the outcome that it tells; they match whole words, in any case of letters.
"""

_BODY = r"\S{0,24}(?:udvalg|råd|bestyrelse|magistrat|direktion)\w{0,4}"
_YES = r"(?:godkend|tiltråd|tiltræd|vedtag|vedtog)\w{0,4}"
_DECIDED = rf"(?:\S{{1,20}} ){{0,2}}?{_BODY} .{{0,120}}(?:vedtag|tiltråd|godkend)"
"""A case that goes back with the word that the body has decided it was not sent back to be looked at again."""
PHRASES: tuple[tuple[str, str], ...] = (
    (
        "rejected",
        (
            r"ikke (?:blev )?(?:godkend|vedtag|tiltråd|imødekom|antag)\w{1,6}"
            r"|(?:godkend|vedtag|tiltræd|imødekom)\w{1,6} ikke"
            r"|forkast\w{2,4}|afvis(?:t|te|es)|afslå(?:et|s)|afslog|(?:gav|gives|giver|meddeles|meddelt) afslag|afslag"
            r"|nedstemt|falder(?: dermed)?|faldt(?: dermed)?|faldet|kan ikke anbefale\w?|anbefale[rs] ikke"
        ),
    ),
    (
        "lapsed",
        (
            r"bortfald\w{0,3}|udgår|udgik|udgået|(?:tages|taget|toges) af dagsordenen?|trukket(?! i)"
            r"|(?:mødet|punktet|sagen) (?:er |blev )?aflyst"
        ),
    ),
    (
        "postponed",
        r"uds(?:at|atte|ættes|ætte)|udsk(?:udt|ydes?|ød)|genoptages|afvent\w{1,3}(?! ?:)|(?:op)?tages op igen",
    ),
    (
        "returned",
        (
            rf"tilbagesend\w{{1,3}}(?!.{{0,200}} med bemærkning,? at {_DECIDED})"
            r"|send(?:t|es|e|te) (?:\w{2,12} ){0,3}tilbage|hjemvi\w{1,4}|tilbagevi(?:st|ses)"
        ),
    ),
    (
        "forwarded",
        (
            r"oversend\w{1,3}|videresend\w{1,3}|henvi(?:st|ses|ste)(?! til bilag)|fremsend(?:t|es)"
            r"|send(?:t|es|te|e|er) (?:sagen |punktet |forslaget )?(?:videre )?til"
            rf" (?:behandling|(?:\S{{1,20}} ){{0,4}}?{_BODY})"
            rf"|begær\w{{2,4}} (?:\S{{1,20}} ){{0,3}}?(?:i|indbragt for|forelagt) (?:\S{{1,20}} ){{0,2}}?{_BODY}"
        ),
    ),
    (
        "approved_modified",
        (
            rf"{_YES}(?: [^\s,]{{1,24}}){{0,5}}?(?:,? idet|,? dog|,? men"
            r"|,? (?:bortset fra|undtagen|med (?:undtagelse|bemærkning|tilføjelse|ændring|forbehold|justering))\w{0,4}"
            r"|,? med (?:den|det|de|en|et|følgende|enkelte|nedenstående|disse) (?:\S{1,20} ){0,2}?"
            r"(?:ændring|tilføjelse|bemærkning|justering|tilretning|rettelse|præcisering|forbehold)\w{0,4})"
        ),
    ),
    (
        "recommended",
        (r"anbefal(?:et|es|er|ede)|indstille[rs]|indstillet til|tiltræde[rs]?(?: \S{1,20}){0,2} over for"),
    ),
    ("elected", r"(?:gen|ny)?valgt(?! at)|valgte[sn]?|(?:ud|be)pege(?:t|de|s|r)|konstitueret"),
    ("noted", r"til efterretning|til orientering|ad notam|orientere(?:t|de)|kvittere(?:t|de|r)|foretoges"),
    (
        "approved",
        (
            r"godkend(?:t|tes|te|es|er)|tiltråd(?:t|te|tes)|tiltræde[rs]|vedtag(?:et|es|er|ne)|bevilge(?:t|des|de|s|r)"
            r"|imødekom\w{1,5}|tilslutte[dr]\w{0,2} sig|kun?n?e? tilslutte sig|i overensstemmelse med"
        ),
    ),
)
WEAK_PHRASES: tuple[tuple[str, str], ...] = (
    ("approved", r"beslutte(?:t|de|r|s)|vedtog\w{0,2}"),
    ("discussed", r"drøft(?:et|ede|es|er|edes)|temadrøftelse|behandlet|gennemgået|forelagt"),
)
"""They count only where their sentence says nothing else: ``vedtog at udsætte sagen`` postpones it."""
ABSENCE = (
    r"fraværende|afbud|ikke til stede|deltog ikke|(?:som )?(?:stedfortræder|suppleant)\w{0,3} (?:deltog|mødte)"
    r"|(?:deltog|(?:var )?indkaldt|mødte) som (?:stedfortræder|suppleant)|(?:havde|har) (?:meldt |lovligt )?forfald"
    r"|forlod (?:mødet|lokalet)|ankom|inhabil"
)
OF_SOME = (
    r"^(?:et )?mindretal(?:let)?(?!\w)"
    r"|\([A-ZÆØÅ]{1,2}\),? (?:kan ikke|kunne ikke|stemte|undlod|tager|tog|tiltræder ikke)"
    r"|(?:ført )?til (?:protokols?|protokollen)"
)
"""What single members or a minority say. A body's own ``kan ikke anbefale`` is none of it."""
REMARK = r"protokolbemærkning\w{0,3}|protokollat\w{0,3}|mindretalsudtalelse\w{0,3}|særudtalelse\w{0,3}"
"""A line that begins with it is the remark of one or some, to its end."""
PROPOSING = (
    r"stemte|stemmer (?:for|i ?mod)|afstemning|ændringsforslag\w{0,4}|for(?:e)?slog"
    r"|stillede(?: \w{1,20}){0,6}? \w{0,12}forslag"
)
"""It comes before what is decided on it: so the last result counts, where it stands before the first."""
BROUGHT_ON = r"begær\w{2,4}"
TAKEN_OFF = (
    r"(?:sag|punkt|pkt\.?)(?:erne)? (?:nr\.? )?\d{1,3}(?:(?:,| og| til|-) ?\d{1,3}){0,4}\.?(?: [^.]{0,120}?)?"
    r" ?(?:udgår|udgik|udgået|udsat|udsættes|udskydes|udskudt|tages af|taget af|trukket)"
)
"""Of an approved agenda: it was changed."""
