"""Who is listed on a side of a vote: members by name, parties by letter or name.

A list is read whole or not at all: where one piece of it is neither a member nor a party, no one is named.
"""

import re

from msgspec import Struct

_LETTERS = r"[A-ZÆØÅ]{1,3}"
_PARTY = re.compile(
    rf"^(?:(?i:gruppe|gruppen|liste|listen|parti|partiet) (?:{_LETTERS}|[A-ZÆØÅ]\w{{2,20}})|\(?{_LETTERS}\)?)\.?"
    r"(?: ?\([A-ZÆØÅ]{1,2}\))?$"
)
_PARTY_NAME = re.compile(
    r"^(?:det |de |gruppen )?(?:\w{2,20} ){0,2}\w{0,20}"
    r"(?:folkeparti\w{0,4}|venstre|liberal\w{0,4}|konservative?|socialdemokrat\w{0,6}|radikale|enhedslisten|alternativet"
    r"|moderaterne|borgerlige|demokraterne|listen?|sf)(?: [A-ZÆØÅ]\w{0,20})?(?: ?\([A-ZÆØÅ]{1,3}\))?$",
    re.IGNORECASE,
)
_WORD = r"[A-ZÆØÅÉÖÜ][\w'’.-]{0,30}"
_OFFICE = r"(?:(?:\d\. )?(?:\w{0,12}borgmester|rådmand|(?:næst)?formand|medlem) ){0,2}"
_MEMBER = re.compile(rf"^{_OFFICE}{_WORD}(?: (?:af|de|la|van|von|{_WORD})){{1,6}}(?: ?\([^()]{{1,40}}\))?$")
_FIRST_NAME = re.compile(rf"^{_OFFICE}{_WORD}(?: ?\([^()]{{1,40}}\))?$")
_NOBODY_IN_PARTICULAR = re.compile(
    r"^(?:alle|de|den|det|du|en|et|flertal\w*|forvaltning\w*|hele|ingen|jeg|mindretal\w*|partiet|gruppen|resten|samtlige"
    r"|udvalget|vi|øvrige|man|\w*(?:udvalg|råd|bestyrelse)\w{0,4})(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\n[-*•– ]*|\s?[,;+&/]\s?(?:(?:og|samt)\s)?|\.?\s(?:og|samt)\s")
_TAIL = re.compile(
    r",? (?:som|der|da|idet|fordi|men|hvor|hvilket|ligesom|mens|og (?:begær|ønske|anbefal|bad|bed|fik|får|tog|tage)"
    r"|på grund|med (?:den )?begrundelse|med henvisning)\w{0,5}(?!\w)"
)
"""Where the list ends and reasons begin."""
_OWN_COUNT = re.compile(r"^(?P<who>[^()]{1,60}?) ?\(\d{1,3}\)$")
_COUNT_FIRST = re.compile(r"^\(?(?P<count>\d{1,3})\)?(?: (?:stemmer?|medlem(?:mer)?))?(?: ?[:–-])?(?: |$)")
_COUNT_LAST = re.compile(r"(?: ?[–-] ?i alt (?P<sum>\d{1,3})| ?\((?:i alt )?(?P<count>\d{1,3})\))$")


class Listed(Struct, frozen=True):
    """What a list says: how many, and who."""

    count: int | None
    who: tuple[str, ...]


NOBODY = Listed(0, ())


def listed(value: str) -> Listed | None:
    """What stands after a label: ``5 (A+T+V)``, ``A, Ø – i alt 10``, names. None where it is no list of a vote.

    Nothing, or *ingen*, means nobody.
    """
    value = value.strip(" .:*\u00a0")
    if value.casefold() in ("", "ingen"):
        return NOBODY
    first = _COUNT_FIRST.match(value)
    if first:
        rest = value[first.end() :].strip()
        return Listed(int(first["count"]), members(_unwrapped(rest)))
    last = _COUNT_LAST.search(value)
    if last:
        return _with_total(value, last)
    who = members(value)
    return Listed(None, who) if who else None


def _with_total(value: str, last: re.Match[str]) -> Listed | None:
    """A figure at the end is the sum of the list, unless every piece has one of its own: ``A (5), V (3)``."""
    listing = value[: last.start()]
    if last["count"] and re.search(r"\(\d{1,3}\)", listing):
        pieces = [_OWN_COUNT.match(piece.strip()) for piece in _BETWEEN.split(value)]
        who = members(", ".join(piece["who"] for piece in pieces if piece))
        return Listed(None, who) if all(pieces) and who else None
    who = members(listing)
    return Listed(int(last["sum"] or last["count"]), who) if who else None


def members(text: str, *, strict: bool = False) -> tuple[str, ...]:
    """The members and parties of a list, each as printed. Empty where a piece of it is neither.

    `strict`: a member has more than one name, or a party behind it. So it must be where any word may stand.
    """
    tail = _TAIL.search(text)
    listing = text[: tail.start()] if tail else text
    pieces = [_unwrapped(piece.strip(" .:*\u00a0")) for piece in _BETWEEN.split(listing)]
    who = tuple(piece for piece in pieces if piece)
    return who if all(is_party(piece) or _is_member(piece, strict=strict) for piece in who) else ()


def is_party(piece: str) -> bool:
    """Whether a piece of a list is a party or a group, by its letter or its name."""
    return bool(_PARTY.match(piece) or _PARTY_NAME.match(piece))


def _is_member(piece: str, *, strict: bool) -> bool:
    if _NOBODY_IN_PARTICULAR.match(piece):
        return False
    return bool(_MEMBER.match(piece) or (_FIRST_NAME.match(piece) and (not strict or piece.endswith(")"))))


def _unwrapped(piece: str) -> str:
    """``(V)`` is V; ``Anna Holm (V)`` stays."""
    depth = 0
    for place, character in enumerate(piece):
        depth += (character == "(") - (character == ")")
        if depth == 0 and place + 1 < len(piece):
            return piece
    return piece[1:-1].strip() if piece.startswith("(") and depth == 0 else piece
