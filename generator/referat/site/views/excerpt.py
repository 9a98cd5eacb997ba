"""The first words of a text, for a line in a list."""

import re

EXCERPT_LENGTH = 240
"""Characters that a list shows of a decision: about three lines on a wide page."""

_FOOTNOTE = re.compile(r"^\[\^[^\]]+\]:.*$|\[\^[^\]]+\]", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_LINE_MARK = re.compile(r"\n[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=\S)|\d{1,3}[.)][ \t]+)")
"""With the line break before it, which the search can skip to."""
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]*-{3}[ \t:|-]*$", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPEN_LINE = re.compile(r"(?<=[^\s.,:;!?|–-])[ \t]*(?:\n[ \t]*\n\s*|(?<=\d)[ \t]*\n\s*)(?=[A-ZÆØÅ])")
"""The end of a paragraph, or of a line that ends with a figure, where no mark parts it from the capital that follows:
``i alt 9``, ``Imod stemte …``."""
_SENTENCE_END = re.compile(r"[.!?](?=\s)")


def plain(markdown: str) -> str:
    """The text on one line without its Markdown marks."""
    # Each kind of mark is looked for only where letters stand that it cannot be without: most texts have few kinds.
    text = markdown
    if "[^" in text:
        text = _FOOTNOTE.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "---" in text:
        text = _TABLE_RULE.sub("", text)
    text = _LINE_MARK.sub("\n", f"\n{text}")
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return " ".join(text.replace("|", " ").split())


def excerpt(markdown: str, length: int = EXCERPT_LENGTH) -> str:
    """At most `length` characters of plain text: whole sentences where the first ones fit, else words and ``…``."""
    start = markdown[: length * 8]
    text = plain(_OPEN_LINE.sub("; ", start) if "\n" in start else start)
    if len(text) <= length:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: length + 1]) if match.end() >= length // 2]
    if ends:
        return text[: ends[-1]]
    return f"{text[: length - 2].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"
