"""A record with characters that hide something: they are left out, and the line is told."""

from referat.invisible import HIDING, name_of
from referat.problems import Problem, Severity


def hidden_problem(text: str, path: str) -> Problem | None:
    """What is hidden in a file's text, if there is something. A mark of its encoding at the beginning hides nothing."""
    bare = text.removeprefix("\ufeff")
    found = HIDING.search(bare)
    if found is None:
        return None
    lines = bare.count("\n", 0, found.start()), bare.rfind("\n", 0, found.start())
    return Problem(
        code="characters_hidden",
        message=f"{len(HIDING.findall(bare))} characters that nobody sees (first a {name_of(found[0])}) are left out",
        severity=Severity.WARNING,
        path=path,
        line=lines[0] + 1,
        column=found.start() - lines[1],
        source_line=bare[lines[1] + 1 :].partition("\n")[0],
        advice="They can make a line read otherwise than it stands. Write it again, or delete them.",
    )
