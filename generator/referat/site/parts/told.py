"""What there is to tell of texts, gathered: a build that does not read them again still tells it."""

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from referat.privacy.policy import Release
from referat.privacy.withdrawals import Withdrawal
from referat.problems import Problem
from referat.site.reading import ReadText


class Told(Struct, frozen=True, kw_only=True):
    """What is wrong with texts, what the gate found in them, and what of the publisher's lists they know of."""

    problems: tuple[Problem, ...] = ()
    privacy: tuple[Problem, ...] = ()
    held_back: int = 0
    reviewed: tuple[Release, ...] = ()
    followed: tuple[Withdrawal, ...] = ()


def told_of(read: Iterable[ReadText], further: Iterable[Problem] = ()) -> Told:
    """What is told of several texts, and `further` problems with them."""
    read = tuple(read)
    followed = chain.from_iterable(getattr(one, "followed", ()) for one in read)
    return Told(
        problems=(*chain.from_iterable(one.problems for one in read), *further),
        privacy=tuple(chain.from_iterable(one.privacy for one in read)),
        held_back=sum(one.held_back for one in read),
        reviewed=tuple(chain.from_iterable(one.reviewed for one in read)),
        followed=tuple(dict.fromkeys(followed)),
    )


def all_told(parts: Iterable[Told]) -> Told:
    """What is told of several parts."""
    parts = tuple(parts)
    return Told(
        problems=tuple(chain.from_iterable(part.problems for part in parts)),
        privacy=tuple(chain.from_iterable(part.privacy for part in parts)),
        held_back=sum(part.held_back for part in parts),
        reviewed=tuple(chain.from_iterable(part.reviewed for part in parts)),
        followed=tuple(chain.from_iterable(part.followed for part in parts)),
    )
