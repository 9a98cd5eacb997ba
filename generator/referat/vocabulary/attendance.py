"""Who was there: lists of people as minutes print them.

People are kept as printed, with role and party, and are never merged by name: one person is spelled in several ways.
"""

import re

_LABEL = re.compile(
    r"^(?:medlemmer(?:ne)?(?: var til stede)?|mødedeltagere|deltagere|tilstede(?: var)?|til stede(?: var)?|indkaldelse"
    r"|endvidere deltog|derudover deltog|fra forvaltningen|gæster|afbud(?: fra)?|fraværende(?: med afbud| uden afbud)?"
    r"|ikke til stede)\s?:\s?",
    re.IGNORECASE,
)
_PARTY_PIECE = re.compile(r"^\(?(?:[A-ZÆØÅ]{1,2}|[A-ZÆØÅ]\w{0,3}|løsgænger|uden for parti)\)?$")
_SEPARATOR = re.compile(r"[,;•\n](?![^()\n]{0,40}\))|\||(?<=\([A-ZÆØÅ]\)) (?=[A-ZÆØÅ])")
"""Between two people; commas within parentheses aside. After a party's letter a new name needs no comma."""
_AND = re.compile(r"(?<=[\w.)]) (?:og|samt) (?=(?:[\w-]{2,30} ){0,4}[A-ZÆØÅ])")
_FULL_NAME = re.compile(r"[A-ZÆØÅÉÖÜ][\w'.-]{0,30} [A-ZÆØÅÉÖÜ]")
_TOLD = re.compile(
    r" (?:(?:var|er) (?:fraværende(?: (?:med|uden) afbud)?|til stede)|(?:har|havde) meldt (?:afbud|forfald)"
    r"|deltog ikke(?: i mødet)?)[ .]*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:ingen(?: afbud| fraværende)?|alle (?:var )?(?:til ?stede|mødt))", re.IGNORECASE)
_MEMBER = re.compile(
    r"\s{0,40}(?:[-•*]\s)?(?:[A-ZÆØÅÉÖÜ][\w'.-]{0,30}\s){1,6}?[A-ZÆØÅÉÖÜ][\w'.-]{0,30},?\s?"
    r"(?:\((?:[A-ZÆØÅ]{0,2}|(?i:løsgænger|uden for parti))\)|(?<=,\s)[A-ZÆØÅ]{1,2})\s{0,40}"
)
_LIST_MARK = re.compile(r"^\s{0,8}(?:[-*•–]|\d{1,2}[.)](?!\d)) ?")
_JOINT = re.compile(r"[\s,;]{0,20}(?:(?:og|samt)\s)?")
_LONGEST = 20_000


def split_people(text: str) -> tuple[str, ...]:
    """The people of a list, each with role and party as printed; names are whole where the source broke the line.

    ``Anna Holm (A), direktør Bo Kjær og Carl Lund`` gives three. Empty parentheses and list marks are left out.
    """
    body = _LABEL.sub("", text[:_LONGEST].replace("\u00a0", " ").strip())
    people: list[str] = []
    for piece in _pieces(body):
        if people and _PARTY_PIECE.match(piece):
            people[-1] = f"{people[-1]}, {piece}"
        else:
            people.append(piece)
    return tuple(people)


def is_member(line: str) -> bool:
    """Whether a line is the name of one member with the letter of a party: ``Anna Holm (A)``, ``Bo Kjær, V``."""
    return _MEMBER.fullmatch(line) is not None


def is_no_name(text: str) -> bool:
    """Whether a piece of a list of people names nobody: ``og``, ``Ingen``, ``havde meldt afbud.`` after a name."""
    bare = text.strip(" ,;.:-–")
    return bare in ("", "og", "samt") or bool(_NOBODY.fullmatch(bare)) or bool(_TOLD.fullmatch(f" {bare}"))


def joint_before(text: str) -> int:
    """How many characters at its beginning only part a name from the one before: ``og Bo Kjær``."""
    match = _JOINT.match(text)
    return match.end() if match else 0


def _pieces(body: str) -> list[str]:
    joined = _join_lines(body)
    pieces = []
    for piece in _SEPARATOR.split(joined):
        for person in _split_and(piece):
            bare = _TOLD.sub("", " ".join(person.replace("()", "").split())).strip(" .:-–")
            if bare and not is_no_name(bare):
                pieces.append(bare)
    return pieces


def _join_lines(body: str) -> str:
    """Lines are one list where commas separate its people; else each line is a person."""
    lines = [_LIST_MARK.sub("", line).strip() for line in body.splitlines() if line.strip()]
    if any(_SEPARATOR.search(line.rstrip(",;")) for line in lines):
        return " ".join(lines)
    return "\n".join(lines)


def _split_and(piece: str) -> list[str]:
    """``Carl Lund og Dorte Friis`` are two; ``arkitekt og souschef Carl Lund`` is one, whose name comes last."""
    people: list[str] = []
    begun = ""
    for part in _AND.split(piece):
        begun = f"{begun} og {part}" if begun else part
        if _FULL_NAME.search(begun):
            people.append(begun)
            begun = ""
    return [*people, begun] if begun else people
