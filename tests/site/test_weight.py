"""A body that has met for decades, in a municipality with hundreds of cases under way, still has light pages."""

import datetime as dt
import gzip
from functools import partial
from pathlib import Path

from referat.minutes_file import record_path
from referat.model import AgendaItem, Decision, Meeting, Minutes
from referat.settings import Settings
from referat.site.assets import collect_assets
from referat.site.corpus import make_corpus
from referat.site.edition import read_editions
from referat.site.mentions import link_text, make_link_index
from referat.site.nodes import Record
from referat.site.plan import plan_municipality
from referat.site.render import Renderer
from referat.site.templates.files import TemplateFiles
from referat.site.themes import default_theme

BUDGET = 14 * 1024
"""Bytes of a list page's HTML, compressed (docs/design.md)."""
DAYS = [dt.date(1990, 1, 2) + dt.timedelta(days=14 * number) for number in range(800)]
OUTCOMES = ("Udsat.", "Anbefales.", "Godkendt, idet der holdes et møde med naboerne, før arbejdet går i gang.")


def minutes_of(day: dt.date) -> Minutes:
    serial = day.toordinal()
    return Minutes(
        meeting=Meeting(municipality="Strandby", body="Teknik- og Miljøudvalget", date=day),
        items=tuple(
            AgendaItem(
                number=str(number),
                title=f"Vej {serial + number}: helhedsplan, trafik og parkering ved skolen",
                case_number=f"{day.year}/{serial % 10_000 * 10 + number}",
                closed=number == 3,
                parts=(Decision(text=text),),
            )
            for number, text in enumerate(OUTCOMES, start=1)
        ),
    )


def test_the_pages_that_list_keep_their_budget_whatever_there_is_to_list(tmp_path: Path) -> None:
    records = (minutes_of(day) for day in DAYS)
    corpus, _ = make_corpus(Record(minutes=one, path=record_path(one.meeting)) for one in records)
    (node,) = corpus.municipalities
    themes = [default_theme()]
    renderer = Renderer(
        TemplateFiles(themes), collect_assets(themes), Settings(), tmp_path, read_editions(themes, ["da"], tmp_path)[0]
    )
    listing = {"municipality.html", "body.html", "body_year.html", "place_coverage.html"}
    weights = {}
    for page in plan_municipality(node, Settings(), partial(link_text, index=make_link_index(node))):
        if page.template in listing:
            html = renderer.render(page)
            assert isinstance(html, str), html
            weights[page.url] = len(gzip.compress(html.encode(), 9))
    assert "/strandby/teknik-og-miljoeudvalget/1990/" in weights
    assert {url: weight for url, weight in weights.items() if weight > BUDGET} == {}
