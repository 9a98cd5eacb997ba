"""The phrases by which a decision's outcome is told, as data for `referat.vocabulary.outcomes`.

Each stands beside the outcome that it tells; they match whole words, in any case of letters.
"""

from referat.vocabulary.outcome_labels import Outcome

_BODY = r"\S{0,24}(?:udvalg|råd|bestyrelse|magistrat|direktion)\w{0,4}"
_YES = r"(?:godkend|tiltråd|tiltræd|vedtag|vedtog)\w{0,4}"
_DECIDED = rf"(?:\S{{1,20}} ){{0,2}}?{_BODY} .{{0,120}}(?:vedtag|tiltråd|godkend)"
"""A case that goes back with the word that the body has decided it was not sent back to be looked at again."""
AMENDED = (
    rf"{_YES}(?: (?!(?:at|ikke)(?!\w))[^\s,]{{1,24}}){{0,5}}?(?:,? idet|,? dog|,? men"
    r"|,? (?:bortset fra|undtagen|med (?:undtagelse|bemærkning|tilføjelse|ændring|forbehold|justering))\w{0,4}"
    r"|,? med (?:den|det|de|en|et|følgende|enkelte|nedenstående|disse) (?:\S{1,20} ){0,2}?"
    r"(?:ændring|tilføjelse|bemærkning|justering|tilretning|rettelse|præcisering|forbehold)\w{0,4})"
)
"""It stops at ``at``: ``vedtaget at afslå ansøgningen, idet …`` amends nothing."""
_SO = (
    r"(?: (?:enstemmigt|herefter|derefter|derfor|dermed|desuden|således|samtidig|endvidere|også"
    r"|med \d{1,2} stemmer[^.;]{0,60}?)){0,3}"
)
PHRASES: tuple[tuple[Outcome, str], ...] = (
    (
        Outcome.LAPSED,
        (
            r"bortfald\w{0,3}|udgår?|udgik|udgået|(?:tage[rs]?|taget|tog|toges)(?: \w{1,20}){0,2}? af dagsordenen?"
            r"|trukket(?! i)|trække[rs]? (?:sagen|forslaget|punktet|ansøgningen)|trak (?:sagen|forslaget|punktet)"
            r"|(?:mødet|punktet|sagen) (?:er |blev )?aflyst"
        ),
    ),
    (
        Outcome.POSTPONED,
        (
            r"uds(?:at|atte|ættes|ætte|ætter)|udsk(?:udt|ydes?|yder|ød)|gen(?:optag|behandl|fremsæt|fremlæg)\w{1,4}"
            r"|afvent\w{1,3}(?! ?:)|(?:op)?tage[rs]? (?:\w{1,20} )?op igen"
            r"|(?:tage[rs]?(?: \w{1,20})? op|behandle[rs]?|forelægges|vender tilbage)(?: til)?"
            r" (?:på ny|igen|fornyet behandling|ny behandling)|i bero"
        ),
    ),
    (
        Outcome.RETURNED,
        (
            rf"tilbagesend\w{{1,3}}(?!.{{0,200}} med bemærkning,? at {_DECIDED})"
            r"|send(?:t|es|e|te) (?:\w{2,12} ){0,3}tilbage|hjemvi\w{1,4}|tilbagevi(?:st|ste|ses|se)"
        ),
    ),
    (
        Outcome.FORWARDED,
        (
            r"oversend\w{1,3}|videresend\w{1,3}|henvi(?:st|ses?|ste)(?! til bilag)|fremsend(?:t|es?)"
            r"|overgår? til (?:\d\.|anden|tredje|næste|videre) ?behandling"
            r"|send(?:t|es|te|e|er) (?:sagen |punktet |forslaget )?(?:videre )?til"
            rf" (?:(?:\d\. |anden|tredje|politisk |videre )?behandling|(?:\S{{1,20}} ){{0,4}}?{_BODY})"
            rf"|begær\w{{2,4}} (?:\S{{1,20}} ){{0,3}}?(?:i|indbragt for|forelagt) (?:\S{{1,20}} ){{0,2}}?{_BODY}"
        ),
    ),
    (Outcome.APPROVED_MODIFIED, AMENDED),
    (
        Outcome.RECOMMENDED,
        r"anbefal(?:et|es|er|ede)|indstille[rs]|indstillet til|tiltræde[rs]?(?: \S{1,20}){0,2} over for",
    ),
    (
        Outcome.ELECTED,
        r"(?:gen|ny)?valgt(?!,? at)|valgte[sn]?(?!,? (?:ikke )?at)|(?:ud|be)pege(?:t|de|s|r)|konstitueret",
    ),
    (Outcome.NOTED, r"til efterretning|til orientering|ad notam|orientere(?:t|de)|kvittere(?:t|de|r)|foretoges"),
    (
        Outcome.APPROVED,
        (
            r"(?:godkend(?:t|tes|te|es|er)|tiltråd(?:t|te|tes)|tiltræde[rs]|vedtag(?:et|es|er|ne))"
            rf"(?!{_SO},? at(?!\w))"
            r"|bevilge(?:t|des|de|s|r)|imødekom\w{1,5}|tilslutte[dr]\w{0,2} sig|kun?n?e? tilslutte sig"
        ),
    ),
)
"""Refusals have words of their own: `referat.vocabulary.outcome_refusals`."""
DECIDED_THAT = (
    r"(?:beslutte(?:t|de|r|s)|vedtog\w{0,2}|valgte|enig(?:e|hed)? om|godkend(?:t|te|tes|es|er)|tiltråd(?:t|te|tes)"
    rf"|tiltræde[rs]|vedtag(?:et|es|er)){_SO},? at"
)
"""What was decided comes after it."""
DECIDED = rf"beslutte(?:t|de|r|s)|vedtog\w{{0,2}}|i overensstemmelse med|{DECIDED_THAT}"
"""It counts only where its sentence says nothing else: ``vedtog at udsætte sagen`` postpones it."""
DISCUSSED = r"drøft(?:et|ede|es|er|edes)|temadrøftelse|behandlet|gennemgået|forelagt"
ABSENCE = (
    r"fraværende|afbud|ikke til stede|deltog ikke|(?:som )?(?:stedfortræder|suppleant)\w{0,3} (?:deltog|mødte)"
    r"|(?:deltog|(?:var )?indkaldt|mødte) som (?:stedfortræder|suppleant)|(?:havde|har) (?:meldt |lovligt )?forfald"
    r"|forlod (?:mødet|lokalet)|ankom|inhabil"
)
_PARTY = (
    r"(?:det |de )?(?:\w{2,20} )?(?:folkeparti\w{0,4}|venstre|liberal\w{0,4}|konservative?|socialdemokrat\w{0,6}"
    r"|radikale|enhedslisten|alternativet|moderaterne|borgerlige|sf)|(?:gruppe|liste) [A-ZÆØÅ]{1,2}|(?-i:[A-ZÆØÅ]{1,2})"
)
OF_SOME = (
    r"^(?:et )?mindretal(?:let)?(?!\w)"
    rf"|^(?:{_PARTY})(?:(?:,| og| samt) (?:{_PARTY})){{0,8}}"
    r" (?:kan|kunne|stemte|stemmer|ønsker|ønskede|tager|tog|tiltrådte|tiltræder|godkendte|anbefaler|støtter|var)(?!\w)"
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
PROPOSED = r"for(?:e)?slog|foreslår|stillede(?: \w{1,20}){0,6}? \w{0,12}forslag|ville have|ønskede at"
"""What comes after it is someone's proposal, and no decision."""
COUNTER = (
    r"\w{0,10}ændringsforslag\w{0,4}|(?:mod|mindretals|hjemvisnings|udsættelses|del)forslag\w{0,4}"
    r"|(?:et|hans|hendes|deres|mindretallets)(?: \w{1,20})? forslag|forslag(?:et)? (?:fra|stillet af)"
    r"|forslag(?:et)? om (?:at )?(?:hjemvi|udsæt|udskyd|tilbagesend|afvis|oversend|genbehandl)\w{0,8}"
    r"|(?-i:(?!(?i:\w*(?:udvalg|råd|bestyrelse|forvaltning|administration|direktion|magistrat|afdeling|center|kommune"
    r"|formand|borgmester|indstilling)))[A-ZÆØÅ][\w-]*[s'’]) forslag(?:et)?"
)
"""A proposal against the main one. What became of it tells nothing of the main one."""
AFTERWARDS = r"herefter|derefter|hvorefter"
ITEM_POINT = (
    r"(?:indstillingens |forslagets )?(?:(?:at-)?punkt(?:erne)?|pkt\.?|del|led) (?:nr\. )?"
    r"\d{1,2}(?:(?:,| og| til|[-–]) ?\d{1,2}){0,6}"
    r"|(?:indstillingens )?\d{1,2}\.(?:(?:,| og|[-–]) ?\d{1,2}\.){0,6} (?:at|led|del|dot|punkt|pind)"
)
"""The subject of a sentence that decides only a part."""
BROUGHT_ON = r"begær\w{2,4}"
TAKEN_OFF = (
    r"(?:sag|punkt|pkt\.?)(?:erne)? (?:nr\.? )?\d{1,3}(?:(?:,| og| til|-) ?\d{1,3}){0,4}\.?(?: [^.]{0,120}?)?"
    r" ?(?:udgår|udgik|udgået|udsat|udsættes|udskydes|udskudt|tages af|taget af|trukket)"
)
"""Of an approved agenda: it was changed."""
