"""FirstAgenda Publication, on which nine of ten municipalities publish: one list of everything, one call for each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from referat.fetching.manners import LIST, ONE
from referat.fetching.provider import Listing, LogOn, Mapped, Portal, Publication, Row, Span
from referat.fetching.providers.firstagenda.addresses import meeting_url
from referat.fetching.providers.firstagenda.checks import check_publication
from referat.fetching.providers.firstagenda.listing import read_listing
from referat.fetching.providers.firstagenda.record import outline, to_minutes

if TYPE_CHECKING:
    from referat.fetching.answer import Answer
    from referat.fetching.client import Client
    from referat.importing.outline import Outline


class FirstAgenda:
    """The provider. It holds nothing."""

    name = "firstagenda"
    log_on = LogOn(refusal="/Home/AnonymousAuthentication")

    def list_publications(self, client: Client, portal: Portal, wanted: Span) -> Listing:  # noqa: ARG002 - other systems need them - others need them
        """All there is: the portal has no shorter list."""
        return read_listing(client.get("/api/agenda/udvalgsliste", LIST))

    def fetch_publication(self, client: Client, portal: Portal, row: Row) -> Publication:
        """One agenda or minutes with all its items."""
        return check_publication(portal, row, client.get(f"/api/agenda/dagsorden/{quote(row.id, safe='')}", ONE))

    def check_publication(self, portal: Portal, row: Row, answer: Answer) -> Publication:
        """The same of an answer that was kept."""
        return check_publication(portal, row, answer)

    def to_minutes(self, publication: Publication) -> Mapped:
        """The record that it becomes."""
        return to_minutes(publication)

    def outline(self, publication: Publication) -> Outline:
        """All that it holds."""
        return outline(publication)

    def publication_url(self, portal: Portal, row: Row) -> str:
        """The page of the meeting. It dies when the meeting is published again."""
        return meeting_url(portal.origin, row.id)


PROVIDER = FirstAgenda()
