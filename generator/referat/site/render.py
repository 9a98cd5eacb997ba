"""Pages become HTML. A template sees its `view`, the site's settings and pure functions, nothing else."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from referat.exports.atom import atom, authority_of
from referat.exports.calendar import Calendar
from referat.exports.csv_file import csv_text
from referat.exports.feed import Feed
from referat.exports.ical import ical
from referat.exports.json_lines import json_lines
from referat.exports.table import Table
from referat.problems import Problem
from referat.settings import Settings
from referat.site import headers, urls
from referat.site.assets import Asset
from referat.site.citing import Reference, bibtex, csl_json
from referat.site.digest import digest_after, digest_bytes, digest_value, generator_fingerprint
from referat.site.edition import Edition, PageEdition
from referat.site.inert import page_problem
from referat.site.markdown import to_html
from referat.site.mentions import LinkedText
from referat.site.page import PageSpec
from referat.site.templates.constants import SITE, WORDS, Constants
from referat.site.templates.environment import SiteEnvironment
from referat.site.templates.files import TemplateFiles
from referat.site.templates.problem import template_problem
from referat.site.views.text_page import TextVersion
from referat.site.words.read import DANISH
from referat.vocabulary.outcomes import Outcome


class Renderer:
    """Renders the pages of one site with one theme in one language.

    Args:
        templates: The theme's templates. The renderers of all languages share them.
        assets: The theme's assets by name.
        settings: The site's settings, which templates see as ``site``.
        root: The site's folder: problems name templates relative to it.
        edition: The language that the pages are made in.
    """

    def __init__(
        self,
        templates: TemplateFiles,
        assets: Mapping[str, Asset],
        settings: Settings,
        root: Path,
        edition: Edition,
    ) -> None:
        self.edition = edition
        self._files = templates
        self._assets = assets
        self._folder = urls.base_path(settings.base_url)
        self._root = root
        self._language = edition.language
        self._base = (settings.base_url or "").rstrip("/") if settings.base_url else None
        self._authority = authority_of(settings)
        self.environment = self._make_environment(edition.settings_of(settings))
        self._keys: dict[str, Callable[[bytes], bytes]] = {}
        """Of each template's pages: the key of the one with a view, by the view's digest."""
        published = sorted((name, asset.url) for name, asset in assets.items())
        self.fingerprint = digest_bytes(
            generator_fingerprint(), digest_value(settings), digest_value(published), digest_value(edition)
        )

    def key(self, page: PageSpec, view: bytes | None = None) -> bytes:
        """Equal keys, equal pages: the digest of everything that the page is made from.

        Args:
            page: The page.
            view: The digest of its view, where it is known: editions of a page have the same view.
        """
        if page.template not in self._keys:
            template = self._files.digest(page.template, self.environment)
            self._keys[page.template] = digest_after(self.fingerprint, page.template.encode(), template)
        return self._keys[page.template](view or digest_value(page.view))

    def render(self, page: PageSpec) -> str | Problem:
        """The page's HTML, or what is wrong with its template."""
        text = self.text(page)
        return text if isinstance(text, Problem) else (page.is_read and page_problem(text, page.template)) or text

    def text(self, page: PageSpec) -> str | Problem:
        """The same, where whoever asks sees to it that the page is inert (`inert.page_problem`)."""
        try:
            return self.environment.text(page.template, page.view)
        except Exception as error:
            # A template may call anything, and whatever that raises must not stop the other pages.
            return template_problem(error, page.template, self._files, self._root)

    def _make_environment(self, settings: Settings) -> SiteEnvironment:
        constants = Constants(
            values={
                "content_security_policy": headers.META_POLICY,
                "language": self._language.code,
                "danish": Markup() if self._language.code == DANISH else Markup(' lang="da"'),
            },
            functions={"asset": self._asset_address, WORDS: self._language.say},
            words=self._language.words,
            settings=settings,
        )
        environment = SiteEnvironment(self._files, constants)
        environment.globals.update(
            constants.values,
            **constants.functions,
            **{SITE: settings},
            words=self._words,
            editions=self._editions,
        )
        environment.filters.update(
            href=self._href,
            address=self._address,
            markdown=self._markdown,
            file=self._file,
            said=self._language.said,
            date_long=self._language.date_long,
            date_short=self._language.date_short,
            date_weekday=self._language.date_weekday,
            clock=self._language.clock,
            iso=_iso,
            bibtex=self._bibtex,
            csl_json=self._csl_json,
            atom=self._atom,
            ical=self._ical,
            csv=_csv,
            json_lines=_json_lines,
            version=self._version,
            outcome_label=cache(self._outcome_label),
            outcome_explained=cache(self._outcome_explained),
        )
        return environment

    def _href(self, url: str) -> str:
        return urls.href(self.edition.place(url), self._folder)

    def _address(self, url: str) -> str | None:
        return None if self._base is None else self._base + self.edition.place(url)

    def _editions(self, url: str) -> tuple[PageEdition, ...]:
        """The page at `url` of the first language in all languages of the site."""
        return tuple(
            PageEdition(
                language=sibling.language,
                name=sibling.name,
                url=(own := urls.in_language(url, sibling.prefix)),
                address=None if self._base is None else f"{self._base}{own}",
                here=sibling.language == self._language.code,
            )
            for sibling in self.edition.siblings
        )

    def _file(self, url: str) -> str:
        return urls.href(url, self._folder)

    def _words(self, table: str) -> str:
        return json.dumps(self._language.table(table), ensure_ascii=False, sort_keys=True)

    def _version(self, versions: Sequence[TextVersion]) -> TextVersion:
        return next((one for one in versions if one.language == self._language.code), versions[0])

    def _outcome_label(self, outcome: Outcome) -> Markup:
        return self._language.say(f"outcome.{outcome}.label")

    def _outcome_explained(self, outcome: Outcome) -> Markup:
        return self._language.say(f"outcome.{outcome}.explained")

    def _asset_address(self, name: str) -> str:
        if name not in self._assets:
            raise TemplateRuntimeError(f"the theme has no asset “{name}”")
        return self._file(self._assets[name].url)

    def _bibtex(self, references: Sequence[Reference]) -> Markup:
        return Markup(bibtex(references, self._base or ""))  # noqa: S704 - no page, but a file of its own kind

    def _csl_json(self, references: Sequence[Reference]) -> Markup:
        return Markup(csl_json(references, self._base or ""))  # noqa: S704 - no page, but a file of its own kind

    def _atom(self, feed: Feed) -> Markup:
        return Markup(atom(feed, self._base or "", self._authority, self._language.said))  # noqa: S704 - as above

    def _ical(self, calendar: Calendar) -> Markup:
        return Markup(ical(calendar, self._base or "", self._authority, self._language.said))  # noqa: S704 - as above

    def _markdown(self, text: LinkedText | str, heading_level: int = 3, id_prefix: str = "") -> Markup:
        return to_html(
            text, words=self._language.say, heading_level=heading_level, id_prefix=id_prefix, place=self._href
        )


def _csv(table: Table) -> Markup:
    return Markup(csv_text(table))  # noqa: S704 - no page, but a file of its own kind


def _json_lines(table: Table) -> Markup:
    return Markup(json_lines(table))  # noqa: S704 - no page, but a file of its own kind


def _iso(value: dt.date | dt.time) -> str:
    return value.isoformat()
