"""What pages are made with: made ready once in each process that makes parts."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from referat.privacy.policy import Policy
from referat.privacy.withdrawals import Withdrawals
from referat.settings import Settings
from referat.site.assets import collect_assets
from referat.site.digest import digest_bytes, digest_value, generator_fingerprint
from referat.site.edition import read_editions
from referat.site.link_check import Place
from referat.site.output import Staging
from referat.site.page import output_path
from referat.site.render import Renderer
from referat.site.templates.files import TemplateFiles
from referat.site.urls import base_path, in_language

STAGED = "staging"
"""In the cache: the files that wait to be published."""


class Common(Struct, frozen=True, kw_only=True):
    """What all parts of one build have in common, in a form that can be sent to another process."""

    root: Path
    output: Path
    cache: Path
    settings: Settings
    themes: tuple[Path, ...]
    policy: Policy
    withdrawals: Withdrawals
    taken: dict[str, str]
    """The addresses that the site itself has, and the file behind each."""
    force: bool
    search: bool
    """Bring the search index up to date. Otherwise what it has of changed records is taken away."""

    @property
    def staged(self) -> Path:
        """The folder of the files that wait to be published."""
        return self.cache / STAGED


class Workshop:
    """Templates, assets and renderers for one build's parts."""

    def __init__(self, common: Common) -> None:
        self.common = common
        self.editions = read_editions(common.themes, common.settings.languages, common.root)
        self.prefixes = tuple(edition.prefix for edition in self.editions if edition.prefix)
        self.place = Place(folder=base_path(common.settings.base_url), prefixes=self.prefixes)
        self.assets = collect_assets(common.themes)
        self.templates = TemplateFiles(common.themes)
        self.renderers = [
            Renderer(self.templates, self.assets, common.settings, common.root, edition) for edition in self.editions
        ]

    @cached_property
    def taken_files(self) -> frozenset[str]:
        """The site's own files that no municipality can have, wherever they lie: a page can have the address that a
        municipality would have.
        """
        return frozenset(
            output_path(in_language(url, edition.prefix)) for url in self.common.taken for edition in self.editions
        )

    def taken_in(self, folders: Sequence[str]) -> list[str]:
        """Those of `taken_files` that lie in the folders, in order."""
        within = tuple(f"{folder}/" for folder in folders)
        return sorted(path for path in self.taken_files if path.startswith(within))

    @cached_property
    def gate(self) -> bytes:
        """Of what decides whether a file may be published."""
        return digest_bytes(generator_fingerprint(), digest_value(self.common.policy))

    @cached_property
    def fingerprint(self) -> bytes:
        """Of all that pages are made with and judged by: what the parts have in common."""
        return digest_bytes(
            *(renderer.fingerprint for renderer in self.renderers),
            self.templates.digest_of_all(),
            digest_value(self.common.policy),
        )

    def staging(self) -> Staging:
        """Takes the files of one part."""
        return Staging(self.common.output, self.common.staged)


class _Ready:
    workshop: Workshop | None = None


def workshop_of(common: Common) -> Workshop:
    """The process's workshop. It is made again for another build."""
    if _Ready.workshop is None or _Ready.workshop.common != common:
        _Ready.workshop = Workshop(common)
    return _Ready.workshop


def leave_workshop() -> None:
    """After a build: the next one reads templates and assets anew."""
    _Ready.workshop = None
