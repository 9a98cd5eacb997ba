"""Votes, as the words of a decision tell them. Nothing is concluded from anything else.

`who` reads a list of members and parties, `sides` a sentence, `ballots` a text; `wording` holds the words as data.
"""

from referat.model import Vote
from referat.vocabulary.votes.ballots import votes_of
from referat.vocabulary.votes.wording import FIGURES, LONGEST, SIGNS


def votes_in(text: str) -> tuple[Vote, ...]:
    """The votes that a decision's text tells, in order: how many and who on each side, only as far as it is stated."""
    looked_at = text[:LONGEST]
    folded = looked_at.casefold()
    if any(sign in folded for sign in SIGNS) or all(sign in folded for sign in FIGURES):
        return votes_of(looked_at)
    return ()
