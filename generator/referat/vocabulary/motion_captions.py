"""What was voted on, in a line: the words of a motion without the sentence around them."""

import re

LENGTH = 110
"""Characters of a caption: what stands above a table without becoming a text of its own."""

_PROPOSED = re.compile(
    r"^[^.:]{0,150}?\b(?:foresl(?:og|år)|(?:still|fremsat|fremsætt)\w*\b[^.:]{0,80}?\b(?P<kind>(?:ændrings|mod|under)?forslag))"
    r"\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""``Anna Holm (A) stillede ændringsforslag om, at …``, ``Anna Holm (A) foreslog, at …``: who proposed it stands in the
decision, and the caption is about what was proposed."""
_CLAUSE_END = re.compile(r"[,;:–](?= )")


def motion_caption(motion: str, length: int = LENGTH) -> str:
    """The motion in at most `length` characters: whole clauses where the first ones fit, else words and ``…``.

    Every word is the motion's own, but for ``forslag`` where it says ``foreslog``, and an ``om``.
    """
    words = _proposal(" ".join(motion.split())).rstrip(" .,:;")
    if len(words) <= length:
        return words
    ends = [match.start() for match in _CLAUSE_END.finditer(words[:length]) if match.start() >= length // 2]
    return f"{words[: ends[-1]] if ends else words[: length - 1].rsplit(' ', 1)[0][: length - 2].rstrip(' ,;:–-')} …"


def _proposal(motion: str) -> str:
    proposed = _PROPOSED.match(motion)
    if proposed is None or not proposed["rest"].strip(" .,:"):
        return motion
    kind = (proposed["kind"] or "forslag").capitalize()
    rest = proposed["rest"].lstrip(" ,:")
    return f"{kind} om, {rest}" if rest.startswith("at ") else f"{kind} {rest}"
