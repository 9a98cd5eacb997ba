"""The kinds of pages of the example site: where one of each is, and what it shows.

Tests go through them; `scripts/weights` and `scripts/screenshots` tell what they weigh and how they look.
"""

from msgspec import Struct


class Kind(Struct, frozen=True):
    """One page that stands for all of its kind.

    Attributes:
        name: Short, for the file of its picture.
        address: Where it is on the example site, with the search if it is to show one.
        template: What makes it.
        says: What its picture shows, one honest sentence in Danish.
    """

    name: str
    address: str
    template: str
    says: str


KINDS = (
    Kind(
        "front",
        "/",
        "front.html",
        "Forsiden: søgning, kommunerne, de næste møder og det, der blev besluttet for nylig.",
    ),
    Kind(
        "municipality",
        "/strandby/",
        "municipality.html",
        "En kommune: hvem der mødes, hvad der er på vej, hvad der blev besluttet, og hvad der venter.",
    ),
    Kind("body", "/strandby/byraadet/", "body.html", "Et udvalg: dets beslutninger og alle dets møder år for år."),
    Kind(
        "meeting",
        "/strandby/byraadet/2024-09-03/",
        "meeting.html",
        "Et møde: hvem der var der, og hvad der blev besluttet, før nogen skal læse en linje sagsfremstilling.",
    ),
    Kind(
        "agenda",
        "/strandby/byraadet/2026-12-15/",
        "meeting.html",
        "Et møde, der ikke er holdt endnu: siden siger, at den kun kender dagsordenen.",
    ),
    Kind(
        "unsure",
        "/noerre-aa/aeldreraadet/2025-09-11/",
        "meeting.html",
        "Et møde, hvor programmet var i tvivl: det siges øverst, og originalen er nævnt.",
    ),
    Kind(
        "withdrawn-item",
        "/egedalen/teknik-og-miljoeudvalget/2024-03-05/",
        "meeting.html",
        "Et møde, hvor et punkt og et afsnit er trukket tilbage: pladsen står der stadig, teksten ikke.",
    ),
    Kind(
        "withdrawn-meeting",
        "/noerre-aa/kultur-og-fritidsudvalget/2024-05-22/",
        "meeting.html",
        "Et møde, som kommunen har trukket tilbage: kun det, at det fandt sted, er tilbage.",
    ),
    Kind(
        "case",
        "/strandby/sag/24-1187/",
        "case.html",
        "En sag: det seneste øverst, hele gangen gennem udvalgene, og så hver beslutnings egne ord.",
    ),
    Kind(
        "container",
        "/strandby/sag/22-16/",
        "case.html",
        "En samlesag: siden siger, at punkterne ikke har andet end nummeret til fælles.",
    ),
    Kind("cases", "/strandby/sag/", "cases.html", "En kommunes sager efter år, hver med det, der senest skete."),
    Kind(
        "shared",
        "/sag/24-206/",
        "shared.html",
        "Et sagsnummer, som flere kommuner bruger: det siges, at sagerne ikke har med hinanden at gøre.",
    ),
    Kind(
        "search",
        "/soeg/?q=cykelsti",
        "search.html",
        "Søgningen: fund med udfald, udvalg, dag og de fundne ord; på en smal skærm er filtrene foldet sammen.",
    ),
    Kind("words", "/ord/", "glossary.html", "Rådhusets ord forklaret, de samme som siderne selv forklarer."),
    Kind("coverage", "/daekning/", "coverage.html", "Hvad der er på webstedet, kommune for kommune."),
    Kind(
        "place-coverage",
        "/strandby/daekning/",
        "place_coverage.html",
        "Hvad der er fra en kommune, udvalg for udvalg, og hvor mange punkter der var lukkede.",
    ),
    Kind(
        "withdrawn",
        "/tilbagetrukket/",
        "withdrawn.html",
        "Alt, hvad der er trukket tilbage, talt og nævnt med dag og grund, aldrig med teksten.",
    ),
    Kind(
        "data",
        "/data/",
        "data.html",
        "Hvordan man følger en sag eller et udvalg, og hvor alt kan hentes som åbne data.",
    ),
    Kind("about", "/om/", "page.html", "En tekst, som udgiveren selv har skrevet."),
    Kind("missing", "/404.html", "404.html", "Siden for en adresse, der ikke findes: den har søgefeltet."),
    Kind(
        "english",
        "/en/strandby/byraadet/2024-09-03/",
        "meeting.html",
        "Det samme møde på engelsk: webstedets ord er oversat, kommunens er ikke.",
    ),
)
"""`body_year.html` needs more meetings than the example has: tests make such a body."""
