"""References as BibTeX, as BibLaTeX reads it, too. The file is UTF-8."""

from collections.abc import Iterable

from referat.site.citing.reference import Reference

_SPECIAL = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def bibtex(references: Iterable[Reference], site: str) -> str:
    """One entry for each reference.

    Args:
        references: What is cited.
        site: The site's address, without a last slash; empty where it has none.
    """
    return "\n".join(_entry(reference, site) for reference in references)


def _entry(reference: Reference, site: str) -> str:
    fields = {
        # Braces within keep a program from taking it for a first and a last name.
        "author": f"{{{_text(reference.author)}}}",
        "title": f"{{{_text(reference.name)}}}",
        "date": reference.date.isoformat(),
        "year": str(reference.date.year),
        "type": _text(reference.kind),
        "number": _text(reference.case_number or ""),
        "note": _text(reference.note),
        "version": _text(reference.version or ""),
        "url": _address(f"{site}{reference.url}"),
        "langid": "danish",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{reference.key},\n{lines}}}\n"


def _text(value: str) -> str:
    return " ".join(value.split()).translate(_SPECIAL)


def _address(value: str) -> str:
    # In an address a sign has no other meaning, but an open brace would never be closed.
    return value.replace("{", "%7B").replace("}", "%7D")
