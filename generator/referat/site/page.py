"""A page before it is rendered: its address, its template and everything the template may see."""

from msgspec import Struct


class PageSpec(Struct, frozen=True, kw_only=True):
    """One page of the site. The same specification always gives the same bytes."""

    url: str
    """Rooted at the site: ``/strandby/``, ``/404.html``. It ends with a slash where the file is an ``index.html``."""
    template: str
    """The template's name, relative to the theme's templates: ``meeting.html``."""
    view: Struct
    """What the template sees as ``view``: a frozen value of text, numbers, dates and tuples."""
    source: str | None = None
    """The record that the page shows, for problems to name."""

    @property
    def is_read(self) -> bool:
        """Whether people read the page, so that it is made in all of the site's languages."""
        return self.template.endswith(".html")


def output_path(url: str) -> str:
    """The file of a page's URL, relative to the output folder: ``strandby/index.html``."""
    path = url.split("#", 1)[0].lstrip("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path
