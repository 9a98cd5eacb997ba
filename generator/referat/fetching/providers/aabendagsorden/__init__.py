"""Åben Dagsorden: a search by days, and a piece of HTML for each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from referat.fetching.manners import ONE
from referat.fetching.providers.aabendagsorden.listing import list_meetings
from referat.fetching.providers.aabendagsorden.record import check_publication, meeting_url, outline, to_minutes

if TYPE_CHECKING:
    from referat.fetching.answer import Answer
    from referat.fetching.client import Client
    from referat.fetching.provider import Listing, Mapped, Portal, Publication, Row, Span
    from referat.importing.outline import Outline


class AabenDagsorden:
    """The provider. It holds nothing."""

    name = "aabendagsorden"
    log_on = None

    def list_publications(self, client: Client, portal: Portal, wanted: Span) -> Listing:  # noqa: ARG002 - as above
        """The meetings of the wanted days; where nobody says which, of the last year and the next months."""
        return list_meetings(client, wanted)

    def fetch_publication(self, client: Client, portal: Portal, row: Row) -> Publication:
        """One meeting with all its items."""
        return check_publication(portal, row, client.get(f"/fragments/meeting/{quote(row.id, safe='')}/view", ONE))

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
        """The page of the meeting."""
        return meeting_url(portal, row)


PROVIDER = AabenDagsorden()
