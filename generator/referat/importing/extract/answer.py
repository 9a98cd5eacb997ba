"""Answers of portals: what fetching keeps under ``raw/``, and one agenda or minutes as a portal's own API gives it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.fetching.providers import all_providers
from referat.fetching.providers.firstagenda.saved import read_saved
from referat.fetching.raw_store import read_kept
from referat.importing.extract.kinds import ADVICE, FileKind
from referat.importing.extract.lines import refused
from referat.importing.format import UNKNOWN_NAME
from referat.importing.outline import to_document
from referat.problems import Problem, ProblemError
from referat.vocabulary.portals import municipality_at

if TYPE_CHECKING:
    from referat.fetching.provider import Publication
    from referat.importing.document import Document


def extract(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The publication in the answer as a document.

    Raises:
        ProblemError: it is other JSON, or an answer with a fault.
    """
    publication = _publication(data)
    if publication is None:
        message = "The file is JSON, and no portal's answer"
        raise ProblemError(refused("file_type_unknown", message, path, ADVICE[FileKind.JSON]))
    portal = replace(publication.portal, municipality=municipality_at(publication.portal.host) or UNKNOWN_NAME)
    outline = all_providers()[portal.provider].outline(replace(publication, portal=portal))
    return to_document(replace(outline, name=PurePath(path).name)), ()


def _publication(data: bytes) -> Publication | None:
    kept = read_kept(data)
    if kept is None:
        return read_saved(data)
    provider = all_providers().get(kept.portal.provider)
    return provider.check_publication(kept.portal, kept.row, kept.answer) if provider else None
