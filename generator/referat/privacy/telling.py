"""What the gate tells a person: the place and the kind, and a mask for what stands there."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from referat.privacy.detectors import detector_of
from referat.privacy.finding import Verdict
from referat.privacy.sightings import Sighting
from referat.problems import Problem, Severity


def held_back_problems(name: str, seen: Sequence[Sighting]) -> tuple[Problem, ...]:
    """Why an item is held back: a problem a kind."""
    blocked = [sighting for sighting in seen if sighting.verdict is Verdict.BLOCK]
    return tuple(
        _problem(
            f"{kind}_held_back",
            f"{name} is held back: {_shown(kind)} stands in {_listed(blocked, kind)}",
            "Take it out of the original or of the record, and import or build again.",
            next(sighting.line for sighting in blocked if sighting.kind == kind),
        )
        for kind in Counter(sighting.kind for sighting in blocked)
    )


def kept_back(name: str, line: int | None) -> Problem:
    """That an item was held back before, by an import or by a person, and still is."""
    return Problem(
        code="item_held_back",
        message=f"{name} is held back: nothing but its number and its case is published",
        severity=Severity.INFO,
        line=line,
        advice="Write its text without what must not be published, and take the line Tilbageholdt: ja out.",
    )


def problems_of(seen: Sequence[Sighting], path: str | None = None) -> tuple[Problem, ...]:
    """What was taken out, and what a person should look at."""
    return tuple(replace(problem, path=path) for problem in dict.fromkeys(_told(seen)))


def _told(seen: Sequence[Sighting]) -> Iterator[Problem]:
    for sighting in seen:
        if sighting.verdict is None:
            continue
        if sighting.verdict is Verdict.REVIEW:
            yield _problem(
                f"{sighting.kind}_review",
                f"what may be {_shown(sighting.kind)} stands in {sighting.place}; it is published",
                "Look at it. Where it is one, take it out of the record; where not, name it in content/reviewed.toml.",
                sighting.line,
            )
        else:
            yield _problem(
                f"{sighting.kind}_taken_out",
                f"{_shown(sighting.kind)} was taken out of {sighting.place}",
                "Take it out of the original or of the record, too.",
                sighting.line,
            )


def _shown(kind: str) -> str:
    detector = detector_of(kind)
    return f"{detector.name} ({detector.masked})"


def _listed(seen: Sequence[Sighting], kind: str) -> str:
    return ", ".join(dict.fromkeys(sighting.text.place for sighting in seen if sighting.kind == kind))


def _problem(code: str, message: str, advice: str, line: int | None) -> Problem:
    return Problem(code=code, message=message, severity=Severity.WARNING, line=line, advice=advice)
