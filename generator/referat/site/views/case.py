"""A case: how it stands, then its whole course over bodies and dates."""

from msgspec import Struct

from referat.site.nodes import CaseNode, CaseRef
from referat.site.urls import cases_url, feed_url
from referat.site.views.course import Step, step
from referat.site.views.excerpt import excerpt
from referat.site.views.glossary import GlossaryWord, words_in
from referat.site.views.head import Head, Link, Linker
from referat.site.views.next_step import NextStep, next_step
from referat.site.words import phrase
from referat.vocabulary.outcomes import deciding_words


class CaseView(Struct, frozen=True, kw_only=True):
    """What ``case.html`` shows."""

    head: Head
    municipality: Link
    display: str
    aliases: tuple[str, ...]
    title: str | None
    container: bool
    only_closed: bool
    """It was only dealt with behind closed doors, so that its subject is not known."""
    latest: Step
    excerpt: str
    """The words that decide of the latest treatment, plain text. Empty where the page shows them whole at once."""
    next_step: NextStep | None
    course: tuple[Step, ...]
    """Oldest first. A container case's items have only the number in common: there the newest meeting is first."""
    words: tuple[GlossaryWord, ...]
    """The words of the town hall that stand in its decisions."""
    elsewhere: tuple[CaseRef, ...]
    """The same number in other municipalities."""
    shared_url: str | None
    """The page that tells them apart."""


def case_view(node: CaseNode, link: Linker) -> CaseView:
    """The page of one case."""
    course = [step(treatment, link) for treatment in node.treatments]
    if node.container:
        course.sort(key=lambda mark: mark.date, reverse=True)
    return CaseView(
        head=_head(node),
        municipality=Link(node.municipality, node.municipality_url),
        display=node.display,
        aliases=node.aliases,
        title=node.title,
        container=node.container,
        only_closed=all(treatment.closed for treatment in node.treatments),
        latest=step(node.latest, link),
        excerpt=excerpt(deciding_words(node.latest.text)) if len(course) > 1 else "",
        next_step=next_step(node),
        course=tuple(course),
        words=words_in(treatment.text for treatment in node.treatments),
        elsewhere=node.elsewhere,
        shared_url=node.shared_url,
    )


def _head(node: CaseNode) -> Head:
    number = phrase("case.number", number=node.display)
    return Head(
        title=phrase("case.title", title=node.title, number=number, place=node.municipality)
        if node.title
        else phrase("case.title_untitled", number=number, place=node.municipality),
        url=node.url,
        feed=feed_url(node.url),
        here=number,
        crumbs=(
            Link(node.municipality, node.municipality_url),
            Link(phrase("cases.crumb"), cases_url(node.municipality)),
        ),
        description=phrase("case.description", number=number, place=node.municipality),
    )
