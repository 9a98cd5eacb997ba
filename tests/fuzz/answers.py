"""Text as a portal's answer: items with sections, written as case systems and word processors write them, and worse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fetching.published import Point, Published, framed, guid, served_agenda

if TYPE_CHECKING:
    from random import Random

_HEADINGS = ("Beslutning", "Beslutninger", "Indstilling", "Sagsfremstilling", "Sagens forløb", "Bilag", "", "Økonomi")
_CLASSES = ("", " class='resume'", " class='sagsforloeb'", " class='ukendt'")
_WRAPPED = ("<p>{}</p>", "<p><span>{}</span></p>", "<div>{}</div>", "{}<br>", "<u>{}</u><br>", "<p><b>{}</b></p>")
_SET_OUT = ("<h3><span>{}</span></h3>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>", "<a>{}</a>")
_BROKEN = ("</span>", "</div>", "<div>", "<h3>", "<span>", "<table><tr>", "<b>", "<!--x-->", "<title>x</title>", "&")
_LONGEST_TITLE = 200


def make_answer(text: str, chance: Random) -> bytes:
    """Minutes or an agenda with this text in its items. Their titles and cases are lines of it, too."""
    lines = [line for line in text.split("\n") if line.strip()] or ["x"]
    points = []
    for _ in range(chance.randrange(1, 6)):
        count = chance.randrange(1, max(2, len(lines) // 2))
        points.append(_point(lines[:count], chance))
        lines = lines[count:] or ["x"]
    one = Published(
        id=guid("fuzz"), start="2024-05-14T17:00:00+02:00", minutes=chance.random() < 0.7, items=tuple(points)
    )
    return json.dumps(served_agenda(one, "dagsordener.strandby.example"), ensure_ascii=True).encode()


def _point(lines: list[str], chance: Random) -> Point:
    title = chance.choice(lines)[:_LONGEST_TITLE]
    return Point(
        title=title,
        number=chance.choice((None, "7", "132a", "")),
        case=chance.choice(("24/1187", "", None)),
        html=_html(lines, chance),
        attached=tuple(chance.sample(lines, min(len(lines), chance.randrange(3)))),
        is_open=chance.random() < 0.9,
    )


def _html(lines: list[str], chance: Random) -> str:
    parts = []
    while lines:
        count = chance.randrange(1, 12)
        inner = "".join(_line(line, chance) for line in lines[:count])
        parts.append(f"<h3>{chance.choice(_HEADINGS)}</h3>\r\n<span{chance.choice(_CLASSES)}>{inner}</span>\r\n")
        lines = lines[count:]
    return framed(*parts) if chance.random() < 0.9 else "".join(parts)


def _line(line: str, chance: Random) -> str:
    wrapped = chance.choice(_WRAPPED * 3 + _SET_OUT).format(line)
    return wrapped + chance.choice(_BROKEN) if chance.random() < 0.05 else wrapped
