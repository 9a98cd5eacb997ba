"""What the site's publisher took back, and what keeps it from ever coming back (docs/withdraw.md,
docs/adr/0010-withdrawals.md).

`file` reads and writes the list, ``content/withdrawals.toml``; `entry` is one line of it. `finding` finds what an entry
means in a record, `taking` takes it out, and `applying` does both for everything that comes in: whoever reads a record
for the site, or writes one, passes it through `apply_withdrawals` after the privacy gate.
"""

from referat.privacy.withdrawals.applying import Applied, apply_withdrawals, missed_problem, still_there
from referat.privacy.withdrawals.entry import Scope, Withdrawal, Withdrawals
from referat.privacy.withdrawals.file import FILE, load_withdrawals, refuse_unreadable

__all__ = [
    "FILE",
    "Applied",
    "Scope",
    "Withdrawal",
    "Withdrawals",
    "apply_withdrawals",
    "load_withdrawals",
    "missed_problem",
    "refuse_unreadable",
    "still_there",
]
