"""Invented minutes in five layouts, as PDFs: how the systems print them that Danish municipalities use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak
from tests.importing.extract.pdf.documents import (
    HEIGHT,
    WIDTH,
    document,
    head,
    items,
    note,
    plain,
    table,
    text,
    title,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

BRIDGE = (
    "Forvaltningen har sammen med havnens brugere undersøgt, hvordan broen kan sættes i stand inden sommeren, og hvad"
    " det koster at holde den ved lige i de næste ti år. Undersøgelsen viser, at pælene er i bedre stand end ventet,"
    " men at dækket skal skiftes helt. Der er hentet tilbud fra tre håndværkere, og det billigste ligger"
    " inden for rammen."
)
LIGHT = (
    "Stien langs åen bliver brugt af børn på vej til skole, og i de mørke måneder vælger mange af dem landevejen i"
    " stedet. Vejlauget har derfor spurgt, om der kan sættes lamper op på de sidste fire hundrede meter, hvor der i dag"
    " ikke er lys. Udgiften kan holdes inden for den pulje, som er sat af til trafiksikkerhed."
)
PEOPLE = "Anna Holm, Bo Kjær, Ditte Marie Overgaard, Carl Lund, Erik Friis, Gerda Hald, Inge Juul, Karl Lind (sekretær)"
HARBOUR = [["År", "Drift", "Anlæg"], *([str(2024 + n), f"{n + 1}.250", f"{n * 7 + 10}.500"] for n in range(30))]


def firstagenda() -> bytes:
    """FirstAgenda's export: each item on a page of its own, a table that the page breaks, a footnote."""
    story = [
        title("REFERAT Havneudvalget d. 14-05-2024"),
        text("<b>Mødedato</b> Tirsdag d. 14. maj 2024 kl. 16:30"),
        text("<b>Mødested</b> Mødelokale 2"),
        text(f"<b>Mødedeltagere</b> {PEOPLE}"),
        head("Indholdsfortegnelse"),
        text("Ny bro i havnen" + "." * 60 + "2"),
        text("Lukket" + "." * 60 + "5"),
        PageBreak(),
        title("Punkt 1: Ny bro i havnen"),
        text("24/1187"),
        head("Bilag"),
        *items("Kort over havnen.pdf", "Tilbud.pdf", mark="•"),
        head("Baggrund"),
        text(BRIDGE),
        text("Dækket er 40 m<super size=6>2</super> og har ligget der siden 1962<super size=6>1</super>."),
        note("<super size=5>1</super> Se havnens protokol."),
        head("Hvem betaler?"),
        *[text(BRIDGE)] * 5,
        table(HARBOUR, [60, 150, 150]),
        head("INDSTILLING"),
        text("Det indstilles, at udvalget"),
        *items(
            "godkender, at broen bliver sat i stand efter det billigste af de tre tilbud, og at arbejdet begynder, når"
            " isen er væk,",
            "tager orienteringen om pælene til efterretning.",
        ),
        head("BESLUTNING HAVNEUDVALGET DEN 14-05-2024"),
        text("Godkendt."),
        PageBreak(),
        title("Punkt 2: Lukket"),
        text("24/88"),
    ]

    def running(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, HEIGHT - 40, "Strandby Kommune · Havneudvalget 14-05-2024")
        canvas.drawRightString(WIDTH - 70, 40, f"Side {page} af 4")

    return document(story, running)


def word_template() -> bytes:
    """A Word template: fields set apart by blanks, a list of contents, heads that name the meeting."""
    story = [
        title("Egedalen Kommune"),
        title("Referat"),
        text("Teknik- og Vejudvalget"),
        plain("Mødedato:          Torsdag den 3. oktober 2024"),
        plain("Mødetidspunkt:     08:00"),
        plain("Mødelokale:        Lokale 14"),
        plain("Medlemmer:         Hanne Krag, Ivan Lund, Jytte Mose"),
        plain("Afbud:             Ivan Lund"),
        PageBreak(),
        head("Indholdsfortegnelse"),
        plain("1. Lamper på åstien" + "." * 50 + "3"),
        plain("2. Vedligehold af broer" + "." * 50 + "4"),
        PageBreak(),
        title("1. Lamper på åstien"),
        plain("Sagsnr.: 24/20731"),
        head("Sagsfremstilling"),
        *[text(LIGHT)] * 9,
        head("Indstilling"),
        text("Forvaltningen indstiller,"),
        *items("at der sættes lamper op på stien, og at udgiften tages af puljen til trafiksikkerhed.", mark="-"),
        head("Beslutning Teknik- og Vejudvalget den 3. oktober 2024"),
        text("Udvalget godkendte indstillingen."),
        PageBreak(),
        title("2. Vedligehold af broer"),
        plain("Sagsnr.: 23/8804"),
        head("Sagsfremstilling"),
        text(BRIDGE),
        head("Indstilling"),
        text("Forvaltningen indstiller, at orienteringen tages til efterretning."),
        head("Beslutning Teknik- og Vejudvalget den 3. oktober 2024"),
        text("Taget til efterretning."),
    ]

    def running(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 9)
        if page > 1:
            canvas.drawString(70, HEIGHT - 45, "Teknik- og Vejudvalget, 03-10-2024")
        canvas.drawCentredString(WIDTH / 2, 40, str(page))

    return document(story, running)


def sbsys() -> bytes:
    """SBSYS: the head over five lines, groups of items, the state and the case number below the title."""
    story = [
        title("Referat"),
        *map(plain, ("til", "mødet i Kulturudvalget", "den 21. november 2023 kl. 15:30", "i Gæstesalen, Nørre Aa")),
        head("A. Sager til afgørelse i udvalget"),
        head("1. Tilskud til koncerter i parken"),
        plain("A. Sager til afgørelse i udvalget"),
        plain("Åbent - 20.13.02-G01-3-23"),
        head("Resumé"),
        text(LIGHT),
        head("Sagsfremstilling"),
        *[text(BRIDGE)] * 8,
        head("Indstilling"),
        text("Kulturforvaltningen indstiller, at udvalget giver tilskud til seks koncerter i parken."),
        head("Beslutning"),
        text("Udvalget godkendte indstillingen."),
        head("D. Orientering"),
        head("2. Orientering fra formanden"),
        plain("D. Orientering"),
        plain("Åbent - 00.22.04-P35-1-23"),
        head("Sagsfremstilling"),
        text("Formanden fortæller om besøget hos biblioteket."),
        head("Beslutning"),
        text("Orienteringen blev taget til efterretning."),
        plain("Mødet hævet kl. 17.10."),
    ]

    def running(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 45, "Nørre Aa Kommune")
        canvas.drawRightString(WIDTH - 70, 45, f"Side {page}")

    return document(story, running)


def number_line() -> bytes:
    """Minutes whose items have one line with case, document and state, set apart by wide gaps."""
    story = [title("Økonomiudvalget – Referat – 20. august 2024"), text("Strandby Kommune")]
    for number, name, told in ((1, "Godkendelse af dagsorden (B)", BRIDGE), (2, "Lys på stien (O)", LIGHT)):
        story += [
            head(f"{number}.     {name}"),
            table([[f"Sagsnr.: 330-2024-361{number}", f"Dok.nr.: 330-2024-40308{number}", "Åbent"]], [160, 180, 100]),
            plain("Kompetence: Økonomiudvalget"),
            head("Beslutningstema"),
            text(told),
            head("Indstilling"),
            text("Borgmesteren indstiller,"),
            *items("at sagen godkendes"),
            head("Beslutning i Økonomiudvalget den 20. august 2024:"),
            plain("Fraværende: Anna Holm"),
            text("Godkendt."),
        ]
    return document(story)


def treatment_table() -> bytes:
    """Minutes that show in a table below each title where a matter is treated."""
    story = [title("Referat"), plain("Kommunalbestyrelsen"), plain("21-03-2024 kl. 17:00"), plain("Rådhuset, Strandby")]
    for number, name, case, told in ((1, "Ny bro i havnen", "05-0031", BRIDGE), (2, "Lys på stien", "05-0044", LIGHT)):
        treated = [
            ["Behandling", "Mødedato", "Åbent punkt", "Lukket punkt"],
            ["Havneudvalget", "06-03-2024", "4", ""],
            ["Kommunalbestyrelsen", "21-03-2024", str(number), ""],
        ]
        story += [
            plain("Åbent punkt"),
            head(f"{number}  {name}"),
            plain(f"05.01.02P19-{case[-4:]}"),
            table(treated, [150, 100, 90, 90]),
            head("Resumé"),
            *[text(told)] * 4,
            head("Indstilling og beslutning"),
            text("Forvaltningen indstiller, at sagen godkendes."),
            text("Havneudvalget, den 6. marts 2024:"),
            text("Anbefales."),
            text("Kommunalbestyrelsen, den 21. marts 2024:"),
            text("Godkendt."),
        ]
    return document(story)
