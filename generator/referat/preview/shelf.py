"""Pages that somebody looked at: rendered when they are asked for, and remembered for as long as they stay the same."""

from collections import OrderedDict

from msgspec import Struct
from msgspec.structs import replace

from referat.privacy.output import screen_output
from referat.privacy.policy import Policy
from referat.problems import Problem
from referat.site.page import PageSpec
from referat.site.pages import private_page
from referat.site.parts.workshop import Workshop
from referat.site.render import Renderer

ROOM = 400
"""Pages that are remembered: more than anybody has open, and some megabytes."""


class Planned(Struct, frozen=True):
    """A page of the plan in one language."""

    spec: PageSpec
    url: str
    edition: int
    """The place of its language among the site's."""


class Page(Struct, frozen=True, kw_only=True):
    """A page as it was made."""

    key: bytes
    policy: Policy
    content: bytes | None
    """None where it cannot be made, or holds what must not be published."""
    problem: Problem | None = None


class Shelf:
    """Takes pages from the templates, and keeps those that were asked for last."""

    def __init__(self) -> None:
        self.rendered = 0
        """How many pages were rendered so far."""
        self._pages: OrderedDict[str, Page] = OrderedDict()

    def page(self, planned: Planned, workshop: Workshop, last_good: Workshop) -> Page:
        """The page as it is now.

        Args:
            planned: The page.
            workshop: What it is made with.
            last_good: What it is made with where a template is broken: the page stays what it was, with the problem.
        """
        page = self._made(planned, workshop)
        if isinstance(page, Problem):
            earlier = self._made(planned, last_good) if last_good is not workshop else page
            if isinstance(earlier, Problem):
                return Page(key=b"", policy=workshop.common.policy, content=None, problem=page)
            return replace(earlier, problem=page)
        return page

    def _made(self, planned: Planned, workshop: Workshop) -> Page | Problem:
        renderer, policy = workshop.renderers[planned.edition], workshop.common.policy
        key = renderer.key(planned.spec)
        known = self._pages.get(planned.url)
        if known is None or (known.key, known.policy) != (key, policy):
            made = self._render(planned, renderer, key, policy)
            if isinstance(made, Problem):
                return made
            known = self._pages[planned.url] = made
        self._pages.move_to_end(planned.url)
        while len(self._pages) > ROOM:
            self._pages.popitem(last=False)
        return known

    def _render(self, planned: Planned, renderer: Renderer, key: bytes, policy: Policy) -> Page | Problem:
        self.rendered += 1
        html = renderer.render(planned.spec)
        if isinstance(html, Problem):
            return html
        if leaks := screen_output(html, policy):
            return Page(key=key, policy=policy, content=None, problem=private_page(planned.spec, planned.url, leaks))
        return Page(key=key, policy=policy, content=html.encode())
