"""All that portals do to their publications, from the portal to the page: nothing is read for what it is not."""

from pathlib import Path
from typing import Any

from tests.fetching.following import Site
from tests.fetching.published import NO_ID, Point, Published, framed, guid, section

from referat.minutes_file import read
from referat.model import Decision, Minutes, MinutesKind
from referat.site.build import build_site
from referat.site.report import BuildOptions

DECIDED = framed(section("Beslutning", "Godkendt."))


def one(id_: str, *points: Point, **fields: Any) -> Published:
    """Minutes, where nothing else is said, of a day in October."""
    told = {"id": guid(id_), "start": "2026-10-06T18:00:00+02:00", "items": points}
    return Published(**(told | fields))


def fetched(site: Site, *published: Published) -> dict[str, Minutes]:
    """The records of these publications, each of them without a fault."""
    site.portal.published[:] = published
    site.fetch()
    records = {}
    for path, text in site.records.items():
        minutes, problems = read(text, path)
        assert minutes is not None
        assert problems == ()
        records[path] = minutes
    return records


def test_names_dates_and_hours_of_every_kind_come_to_the_right_record(site: Site) -> None:
    point = Point(title="Bænke", html=DECIDED)
    records = fetched(
        site,
        one("a", point, name="Dagsorden", released=None),
        one("b", point, start="2026-01-13T17:00:00+01:00", name=None, released="2026-01-15T09:00:00+01:00"),
        one("c", point, start="2026-06-02T21:00:00+02:00", end="2026-06-03T00:20:00+02:00", name="Lukket referat"),
        one("d", point, start="2026-12-01T17:00:00+01:00", minutes=False, name="Tillægsdagsorden"),
        one("e", point, start="2026-08-04T17:00:00+02:00", released="2026-08-05T09:14:31.5528107+02:00"),
    )
    kinds = {path.removeprefix("byraadet/"): minutes.meeting.kind for path, minutes in records.items()}
    assert kinds == {
        "2026-01-13.md": MinutesKind.MINUTES,
        "2026-06-02.md": MinutesKind.MINUTES,
        "2026-08-04.md": MinutesKind.MINUTES,
        "2026-10-06.md": MinutesKind.MINUTES,
        "2026-12-01-tillaegsdagsorden.md": MinutesKind.AGENDA_ADDENDUM,
    }
    times = [records[f"byraadet/{day}.md"].meeting.time for day in ("2026-01-13", "2026-06-02", "2026-10-06")]
    assert [str(time) for time in times] == ["17:00:00", "21:00:00", "18:00:00"]


def test_no_text_of_a_closed_item_gets_out_but_its_decision(site: Site) -> None:
    secret = framed(section("Sagsfremstilling", "Ejeren er gået fallit."), section("Beslutning", "Grunden købes."))
    field = {"Navn": "", "Html": secret, "Tekst": None, "Id": NO_ID, "Link": "", "DocumentId": NO_ID}
    (minutes,) = fetched(
        site,
        one(
            "a",
            Point(title="Lukket: Køb af grund", is_open=False, fields=[field], attached=("Købsaftale",)),
            Point(title="Lukket punkt", is_open=False),
        ),
    ).values()
    assert [(item.title, item.closed, item.parts) for item in minutes.items] == [
        ("Køb af grund", True, (Decision(text="Grunden købes."),)),
        (None, True, ()),
    ]
    assert not any("fallit" in text or "Købsaftale" in text for text in site.records.values())


def test_items_without_fields_or_with_only_a_pdf_stop_nothing(site: Site) -> None:
    pdf = {"Navn": "", "Html": None, "Tekst": None, "Id": NO_ID, "Link": "", "DocumentId": guid("pdf")}
    plain = pdf | {"Tekst": "Kun tekst.", "DocumentId": NO_ID}
    (minutes,) = fetched(
        site,
        one("a", *(Point(title=str(number), fields=fields) for number, fields in enumerate((None, [pdf], [plain])))),
    ).values()
    assert [item.text.partition(":")[0] for item in minutes.items] == [
        "",
        "Kommunen har kun lagt punktets tekst ud som PDF",
        "Kun tekst.",
    ]


def test_hostile_html_is_text_on_the_page(site: Site) -> None:
    html = framed(
        section("Beslutning", "Godkendt.<script>alert(1)</script>"),
        "<h3>Økonomi</h3><span><img src=x onerror=alert(2)><a href='javascript:alert(3)'>Se her</a><b>" * 60,
        f"<svg onload=alert(4)>{'<div>' * 5000}Til sidst.",
    )
    fetched(site, one("a", Point(title="<b onclick=alert(5)>Bænke</b>", html=html)))
    page = built(site.root, "strandby/byraadet/2026-10-06/index.html")
    assert "Til sidst." in page
    assert "&lt;b onclick=alert(5)&gt;Bænke" in page
    assert not any(f"{act}=alert" in page.replace("onclick=alert(5)", "") for act in ("onerror", "onload", "onclick"))
    assert "javascript:" not in page
    assert "<script>alert" not in page


def test_a_decision_of_another_meeting_is_not_this_ones(site: Site) -> None:
    earlier = section("Beslutning i Havneudvalget den 08-09-2026", "Anbefales.")
    course = section("Sagens forløb", "<u>08/09/2026 Havneudvalget</u><br>Udsat.", "sagsforloeb")
    records = fetched(
        site,
        one("a", Point(title="Bænke", html=framed(earlier)), minutes=False, start="2026-12-01T17:00:00+01:00"),
        one("b", Point(title="Bænke", html=framed(section("Beslutning", "Godkendt."), course))),
    )
    agenda, minutes = records["byraadet/2026-12-01-dagsorden.md"], records["byraadet/2026-10-06.md"]
    assert [decision.is_own for decision in agenda.items[0].decisions] == [False]
    assert [decision.is_own for decision in minutes.items[0].decisions] == [True, False]


def test_a_collecting_number_is_not_taken_for_one_case(site: Site) -> None:
    formal = ("Godkendelse af dagsorden", "Orientering fra formanden", "Eventuelt")
    points = [Point(title=title, case="26/118", html=DECIDED) for title in formal]
    fetched(site, one("a", *points, Point(title="Bænke i anlægget", case="26/411", html=DECIDED)))
    page = built(site.root, "strandby/byraadet/2026-10-06/index.html")
    assert "Sag 26/411" in page
    assert "Samlesag 26/118" in page


def test_what_the_gate_stops_is_in_no_record(site: Site) -> None:
    number, address = "-".join(("010203", "4567")), "@".join(("ejeren", "gmail.com"))
    text = framed(section("Sagsfremstilling", f"Ejeren er {number}."))
    mail = framed(section("Sagsfremstilling", f"Skriv til {address}."))
    (minutes,) = fetched(
        site,
        one(
            "a",
            Point(title="Bænke", html=text, attached=(f"Svar fra {number}",)),
            Point(title="Broen", html=mail),
            people=(("Anna  Holm (A)", ""), ("Bo Kjær (V)", "afbud")),
        ),
    ).values()
    assert [item.held_back for item in minutes.items] == [True, False]
    assert (minutes.meeting.participants, minutes.meeting.absent) == (("Anna Holm (A)",), ("Bo Kjær (V) (afbud)",))
    published = "".join(site.records.values())
    assert number not in published
    assert address not in published


def built(root: Path, page: str) -> str:
    """The page of a site with these records."""
    (root / "site.toml").write_text('[site]\nname = "Prøve"\nbase_url = "https://referat.example/"\n', encoding="utf-8")
    build_site(root, BuildOptions(search=False))
    return (root / "output" / page).read_text(encoding="utf-8")
