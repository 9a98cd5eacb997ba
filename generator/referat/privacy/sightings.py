"""What was seen in which text of a record, and what a person has already looked at."""

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from referat.privacy.finding import Detector, Verdict
from referat.privacy.lines import RecordLines
from referat.privacy.policy import NEVER_RELEASED, Policy, Release, plain_text
from referat.privacy.scan import interested_in, scan_text
from referat.privacy.texts import Text


class Sighting(Struct, frozen=True, kw_only=True):
    """One kind of information in one text, with one verdict; several of them there are one sighting."""

    place: str
    """``item 4, its text``."""
    within: str
    """The item, or nothing."""
    text: Text
    kind: str
    verdict: Verdict | None
    """None where a person has released it."""
    line: int | None
    release: Release | None = None


def look_at(
    texts: Iterable[Text],
    lines: RecordLines,
    policy: Policy,
    *,
    within: str = "",
    heading: int | None = None,
    among: Sequence[Detector] | None = None,
) -> tuple[Sighting, ...]:
    """What the detectors `among` see in the texts, each with the line of the record it stands on, else `heading`."""
    looked_at = tuple(texts)
    detectors = interested_in(joined(looked_at), among)
    if not detectors:
        return ()
    seen = (_look_at(text, lines, policy, within, heading, detectors) for text in looked_at)
    return tuple(chain.from_iterable(seen))


def joined(texts: Iterable[Text]) -> str:
    """The texts as one, for a quick look at all of them."""
    return "\n\n".join([text.text for text in texts])


def _look_at(
    text: Text, lines: RecordLines, policy: Policy, within: str, heading: int | None, among: Sequence[Detector]
) -> Iterable[Sighting]:
    place = f"{within}, {text.place}" if within else text.place
    looked_at = text.label + text.text
    seen: dict[tuple[str, Verdict | None], Sighting] = {}
    for finding in scan_text(looked_at, policy, among):
        found = looked_at[finding.start : finding.end]
        release = _release_for(found, finding.kind, finding.verdict, place, policy)
        verdict = None if release else finding.verdict
        if (finding.kind, verdict) not in seen or release:
            line = lines.holding(found.removeprefix(text.label), heading) or heading
            seen[finding.kind, verdict] = Sighting(
                place=place, within=within, text=text, kind=finding.kind, verdict=verdict, line=line, release=release
            )
    return seen.values()


def _release_for(found: str, kind: str, verdict: Verdict, place: str, policy: Policy) -> Release | None:
    """The release that counts for what was found. What the gate is sure to be a CPR number has none."""
    here = [release for release in policy.releases if release.place == place and release.kind == kind]
    if kind == NEVER_RELEASED:
        return next(iter(here), None) if verdict is Verdict.REVIEW else None
    return next((release for release in here if plain_text(release.text or "") == plain_text(found)), None)


def used_releases(seen: Sequence[Sighting]) -> tuple[Release, ...]:
    """The releases that let something through."""
    return tuple(sighting.release for sighting in seen if sighting.release is not None)
