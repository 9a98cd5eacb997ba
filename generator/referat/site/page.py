"""A page before it is rendered: its address, its template and everything the template may see."""

from collections.abc import Callable
from typing import final

from msgspec import Struct


@final
class PageSpec:
    """One page of the site. The same specification always gives the same bytes.

    Args:
        url: Rooted at the site: ``/strandby/``, ``/404.html``. It ends with a slash where the file is an
            ``index.html``.
        template: The template's name, relative to the theme's templates: ``meeting.html``.
        view: What the template sees as ``view``: a frozen value of text, numbers, dates and tuples; or what makes it.
            It is made when it is asked for, once: who wants one page of a part does not pay for all.
        source: The record that the page shows, for problems to name.
    """

    __slots__ = ("_view", "source", "template", "url")

    def __init__(
        self, *, url: str, template: str, view: Struct | Callable[[], Struct], source: str | None = None
    ) -> None:
        self.url = url
        self.template = template
        self.source = source
        self._view = view

    @property
    def view(self) -> Struct:
        """What the template sees."""
        if not isinstance(self._view, Struct):
            self._view = self._view()
        return self._view

    @property
    def is_read(self) -> bool:
        """Whether people read the page, so that it is made in all of the site's languages."""
        return self.template.endswith(".html")


def output_path(url: str) -> str:
    """The file of a page's URL, relative to the output folder: ``strandby/index.html``."""
    path = url.split("#", 1)[0].lstrip("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path
