"""Feeds as Atom (RFC 4287).

Ids are tag URIs (RFC 4151): they outlive addresses. No date is the build's: the same content gives the same bytes.
"""

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from referat.exports.feed import Entry, Feed, Line
from referat.settings import Settings
from referat.site.shown import shown
from referat.site.words import Said, phrase
from referat.vocabulary.outcomes import Outcome

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may have (XML 1.0, 2.2), not even escaped."""
_SINCE = 2026
"""The year in a site's ids where its settings name none: that in which Referat began to give them. It never changes."""
_EPOCH = "1970-01-01T00:00:00Z"
"""The date of a feed in which nothing has happened: it must have one."""


def authority_of(settings: Settings) -> str:
    """Who gives the ids of a site's feeds, as a tag URI has it: ``referat.example,2026``."""
    return settings.feed_authority or f"{urlsplit(settings.base_url or '').hostname},{_SINCE}"


def atom(feed: Feed, site: str, authority: str, say: Callable[[Said], Markup]) -> str:
    """The text of the file.

    Args:
        feed: What it tells.
        site: The site's address, without a last slash.
        authority: Who gives the ids, as a tag URI has it: ``referat.example,2026``.
        say: Says what is to be said, as HTML, in the site's first language.
    """
    entries = "".join(_entry(entry, site, authority, say) for entry in feed.entries)
    updated = max((_time(entry) for entry in feed.entries), default=_EPOCH)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">\n'
        f"<id>{_id(feed.url, authority)}</id>\n"
        f"<title>{say(feed.title)}</title>\n"
        f"<updated>{updated}</updated>\n"
        f"<author><name>{say(feed.author)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{shown(site + feed.url)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{shown(site + feed.page)}"/>\n'
        f"{entries}</feed>\n"
    )
    return _NO_XML.sub("\ufffd", text)


def _entry(entry: Entry, site: str, authority: str, say: Callable[[Said], Markup]) -> str:
    return (
        "<entry>\n"
        f"<id>{_id(entry.id, authority)}</id>\n"
        f"<title>{say(entry.title)}</title>\n"
        f"<updated>{_time(entry)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{shown(site + entry.url)}"/>\n'
        f"{_summary(entry.lines, say)}\n"
        "</entry>\n"
    )


def _summary(lines: Sequence[Line], say: Callable[[Said], Markup]) -> str:
    """One matter as plain text, several as a list."""
    if len(lines) == 1:
        return f'<summary type="text">{": ".join(_parts(lines[0], say))}</summary>'
    items = "".join(f"<li>{_line(line, say)}</li>" for line in lines)
    return f'<summary type="html">{shown(f"<ul>{items}</ul>") if lines else ""}</summary>'


def _line(line: Line, say: Callable[[Said], Markup]) -> str:
    """A matter as HTML."""
    title, outcome, words = _told(line, say)
    label = f"<b>{outcome}</b>" if outcome else ""
    return " ".join(part for part in (f"{title}:" if title and (label or words) else title, label, words) if part)


def _parts(line: Line, say: Callable[[Said], Markup]) -> list[str]:
    return [part for part in _told(line, say) if part]


def _told(line: Line, say: Callable[[Said], Markup]) -> tuple[str, str, str]:
    """A matter's title, what came of it, and the words, as HTML and as XML has text."""
    title, words = say(line.title), say(line.words)
    if line.outcome is Outcome.NONE:
        return title, "", words
    outcome = say(phrase(f"outcome.{line.outcome}.label"))
    # Many a decision begins with the word that it amounts to, and of one that no word sums up the text must tell.
    is_told = words and (words.startswith(outcome) or line.outcome is Outcome.OTHER)
    return title, "" if is_told else outcome, words


def _id(url: str, authority: str) -> str:
    return f"tag:{authority}:{shown(url)}"


def _time(entry: Entry) -> str:
    """Noon in Greenwich is the same day nearly everywhere; what is only expected is older than what comes of it."""
    return f"{entry.updated.isoformat()}T{'00' if entry.expected else '12'}:00:00Z"
