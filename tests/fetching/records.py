"""What a publication of the made-up portal becomes."""

import json
from typing import Any

from tests.fetching.published import Point, Published, guid, served_agenda, served_list

from referat.fetching.answer import Answer
from referat.fetching.provider import Mapped, Portal, Publication
from referat.fetching.providers.firstagenda import PROVIDER
from referat.fetching.providers.firstagenda.listing import read_listing
from referat.model import AgendaItem

STRANDBY = Portal(municipality="Strandby", provider="firstagenda", host="dagsordener.strandby.example")
START = "2026-03-02T17:00:00+01:00"


def publish(*points: Point, **fields: Any) -> Published:
    """A publication with these items: minutes of the council on 2 March 2026, where nothing else is said."""
    return Published(**{"id": guid("moede"), "start": START, "items": points} | fields)


def answer_with(value: object) -> Answer:
    """The value as a portal answers it."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(url="https://dagsordener.strandby.example/api", body=body, content_type="application/json")


def checked(one: Published, served: dict[str, Any] | None = None) -> Publication:
    """The publication as it is fetched; `served` stands for its answer, where that is another one."""
    row = read_listing(answer_with(served_list([one]))).rows[0]
    return PROVIDER.check_publication(STRANDBY, row, answer_with(served or served_agenda(one, STRANDBY.host)))


def mapped(one: Published, served: dict[str, Any] | None = None) -> Mapped:
    """The record that it becomes, with what there is to say about it."""
    return PROVIDER.to_minutes(checked(one, served))


def item_of(*html: str, **fields: Any) -> AgendaItem:
    """The item that an item with this HTML becomes, in minutes where nothing else is said."""
    (item,) = mapped(publish(Point(title="Havnens bro", html="".join(html)), **fields)).minutes.items
    return item
