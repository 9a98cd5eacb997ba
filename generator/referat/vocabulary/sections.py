"""The headings of an agenda item's parts, and what they mean.

Every clerk's template has its own words; the site keeps those words and asks here what they stand for. A heading that
is not in the table is a sub-heading of the section it stands in.
"""

import re
from enum import StrEnum
from functools import lru_cache


class SectionKind(StrEnum):
    """What a section is about."""

    RESUME = "resume"
    THEME = "theme"
    BACKGROUND = "background"
    PRESENTATION = "presentation"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    ECONOMY = "economy"
    PERSONNEL = "personnel"
    LEGAL = "legal"
    CONSEQUENCES = "consequences"
    HEARING = "hearing"
    COMPETENCE = "competence"
    PROCESS = "process"
    ATTACHMENTS = "attachments"
    ITEMTYPE = "itemtype"
    ATTENDANCE = "attendance"
    OTHER = "other"


_HEADINGS: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.RESUME: (
        *("Resume", "Resumé", "Sagsresume", "Sagsresumé", "Kort resume", "Kort resumé"),
        *("Sagens kerne", "Præsentation", "Sammenfatning"),
    ),
    SectionKind.THEME: ("Beslutningstema", "Sagstema", "Tema", "Anledning", "Formål med sagen", "Formål"),
    SectionKind.BACKGROUND: (
        *("Baggrund", "Indledning/Baggrund", "Indledning", "Historik", "Sagshistorik", "Problemstilling"),
        *("Sagshistorik, henvisninger", "Tidligere behandling", "Beslutningstema/Baggrund", "Baggrund for sagen"),
    ),
    SectionKind.PRESENTATION: (
        *("Sagsfremstilling", "Sagsbeskrivelse", "Beskrivelse af sagen", "Beskrivelse", "Redegørelse", "Sagen"),
        *("Gennemgang af sagen", "Sagsfremstilling og økonomi", "Supplerende sagsfremstilling", "Begrundelse"),
        *("Løsning", "Udredning", "Sagsfremstilling med økonomi"),
    ),
    SectionKind.RECOMMENDATION: (
        *("Indstilling", "Indstillinger", "Administrativ indstilling", "Administrationens indstilling", "Forslag"),
        *(
            "Forvaltningens indstilling",
            "Administrationens forslag",
            "Anbefaling",
            "Indstilling om",
            "Indstilling om,",
            "Det foreslås",
        ),
        *("Alternativ indstilling", "Indstilling og beslutning", "Det indstilles", "Det indstilles, at"),
    ),
    SectionKind.DECISION: ("Beslutning", "Beslutninger", "Vedtagelse", "Afgørelse"),
    SectionKind.ECONOMY: (
        *("Økonomi", "Økonomiske konsekvenser", "Økonomiske og erhvervsmæssige konsekvenser", "Økonomiske forhold"),
        *("Økonomiske forhold og konsekvenser", "Økonomi og finansiering", "Økonomi/Personaleforhold", "Finansiering"),
        *("Økonomi og afledt drift", "Økonomi og organisatoriske konsekvenser", "Økonomi og personale"),
    ),
    SectionKind.PERSONNEL: (
        *("Personale", "Personaleforhold", "Personalemæssige konsekvenser", "Personalemæssige forhold"),
        "Personalemæssige herunder arbejdsmiljømæssige konsekvenser",
    ),
    SectionKind.LEGAL: (
        *("Lovgrundlag", "Retsgrundlag", "Retligt grundlag", "Lovgrundlag - link", "Juridiske forhold", "Jura"),
        *("Retsregler og andre forskrifter", "Juridiske og planmæssige forhold", "Juridiske konsekvenser"),
    ),
    SectionKind.CONSEQUENCES: (
        *("Øvrige konsekvenser", "Andre konsekvenser", "Afledte konsekvenser", "Konsekvenser", "Handicapaspekter"),
        *("Miljø- og sundhedsmæssige konsekvenser", "Miljømæssige konsekvenser", "Sundhedsmæssige konsekvenser"),
        *("CO2-konsekvensvurdering", "Tidsperspektiv", "Alternativer", "Handlemuligheder", "Vurdering"),
        *("Klimakonsekvenser", "Bæredygtighed", "Administrationens vurdering", "Forvaltningens vurdering"),
    ),
    SectionKind.HEARING: (
        *("Høring", "Inddragelse og høring", "Dialog/høring", "Høring og sagsgang", "Kommunikation", "Inddragelse"),
        *("Borgerinddragelse", "Høring og inddragelse"),
    ),
    SectionKind.COMPETENCE: (
        *("Beslutningskompetence", "Kompetence", "Kompetenceudvalg", "Sagen afgøres i", "Sagen afgøres af"),
        *("Hvem beslutter", "Beslutningsproces", "Sagen behandles i"),
    ),
    SectionKind.PROCESS: (
        *("Sagsgang", "Sagsforløb", "Sagens forløb", "Forventet sagsgang", "Videre proces", "Behandling"),
        *("TidligerePolitiskBehandling", "Tidligere politisk behandling", "Sagsgang og sagstype", "Tidsplan"),
        *("Den videre proces", "Videre forløb"),
    ),
    SectionKind.ATTACHMENTS: (
        "Bilag",
        "Bilagsliste",
        "Bilagsoversigt",
        "Se alle bilag",
        "Vedlagte bilag",
        "Bilag Funktioner",
    ),
    SectionKind.ITEMTYPE: ("Punkttype", "Sagstype"),
    SectionKind.ATTENDANCE: (
        *("Fraværende", "Fremmøde og inhabilitet", "Deltagere", "Om mødet", "Ikke til stede", "Afbud", "Inhabilitet"),
    ),
}

LONGEST_HEADING = 80
"""A line longer than this, in characters, is no heading."""

_NO_ATTACHMENTS = re.compile(r"(?:der er )?ingen (?:åbne |offentlige )?bilag", re.IGNORECASE)
_MARKS = " \t\u00a0#*_•:-–."
_DASHES = str.maketrans({"–": "-", "—": "-", "\u00a0": " "})


def _fold(heading: str) -> str:
    return " ".join(heading.translate(_DASHES).replace("(", "").replace(")", "").casefold().split()).strip(_MARKS)


_KINDS = {_fold(heading): kind for kind, headings in _HEADINGS.items() for heading in headings}
_SPELLINGS = {_fold(heading): heading for headings in _HEADINGS.values() for heading in headings}


@lru_cache(maxsize=1024)
def kind_of(heading: str) -> SectionKind:
    """What a heading means; `SectionKind.OTHER` where the table does not have it."""
    return _KINDS.get(_fold(heading[: LONGEST_HEADING * 2]), SectionKind.OTHER)


def heading_of(line: str) -> str | None:
    """The heading, its case repaired, of a line that holds only a heading of the table; else None."""
    if len(line) > LONGEST_HEADING * 2:
        return None
    bare = line.strip(_MARKS)
    if len(bare) > LONGEST_HEADING or _fold(bare) not in _KINDS:
        return None
    return repair_case(bare)


def repair_case(heading: str) -> str:
    """A heading that shouts in its usual spelling: ``INDSTILLING`` is ``Indstilling``; any other is left as it is."""
    heading = heading.strip()
    if not heading.isupper():
        return heading
    return _SPELLINGS.get(_fold(heading), heading.capitalize())


def known_headings() -> tuple[str, ...]:
    """Every heading of the table in its usual spelling, the longest first: for texts whose lines were run together."""
    return tuple(sorted(_SPELLINGS.values(), key=lambda heading: (-len(heading), heading)))


def says_no_attachments(line: str) -> bool:
    """Whether a line in the place of a list of attachments says that there are none: ``Ingen bilag.``"""
    return _NO_ATTACHMENTS.fullmatch(line.strip(_MARKS)) is not None
