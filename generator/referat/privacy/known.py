"""The policy of a site: what its settings say to be public, and what a person has reviewed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from referat.privacy.policy import Policy, Release, plain_account, plain_phone
from referat.privacy.reviewed import load_reviewed
from referat.privacy.scan import scan_text
from referat.problems import Problem
from referat.settings import Settings


def load_policy(root: Path, settings: Settings) -> tuple[Policy, tuple[Problem, ...]]:
    """The policy of the site in `root`, and what is wrong with its file of reviews."""
    releases, problems = load_reviewed(root)
    return policy_of(settings, releases), problems


def policy_of(settings: Settings, releases: tuple[Release, ...] = ()) -> Policy:
    """What a publisher knows to be public. What the site says of itself on every page is among it."""
    privacy = settings.privacy
    said = tuple(_said(msgspec.to_builtins(settings)))
    return Policy(
        domains=frozenset(name.strip("@ ").lower() for name in (*privacy.public_domains, *_found(said, "email"))),
        phones=frozenset(map(plain_phone, (*privacy.public_phones, *_found(said, "phone")))),
        accounts=frozenset(map(plain_account, privacy.public_accounts)),
        releases=releases,
    )


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _said(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _said(part)


def _found(texts: tuple[str, ...], kind: str) -> Iterator[str]:
    for text in texts:
        for finding in scan_text(text):
            if finding.kind == kind:
                yield text[finding.start : finding.end]
