"""``referat withdraw``: take something out of the site for good."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, exit_code
from referat.disk import telling_of_disk
from referat.importing.memory import FILE as IMPORTS
from referat.lock import locked
from referat.privacy.known import load_policy
from referat.privacy.withdrawals import Withdrawal, Withdrawals, load_withdrawals, missed_problem, refuse_unreadable
from referat.privacy.withdrawals.file import FILE, add_withdrawal
from referat.settings import load_settings
from referat.withdrawing.content import OnDisk, clean_content, read_records
from referat.withdrawing.remaining import OUT_OF_REACH, further_places
from referat.withdrawing.targets import Request, Target, find_targets, is_target


def run(root: Path, request: Request | None, terminal: Terminal, *, ask: Callable[[str], bool] | None) -> ExitCode:
    """Withdraw what the request names, and take all that is withdrawn out of content/.

    Args:
        root: The site's folder.
        request: What is to be withdrawn. None: only see to it that content/ follows the list.
        terminal: Where it is told.
        ask: Asks the person at the terminal whether to go on. None: nobody is asked.

    Raises:
        ProblemError: nothing has the address, the list cannot be read, or the disk refuses.
    """
    with telling_of_disk(root), locked((root / IMPORTS).parent):
        known, told = load_withdrawals(root)
        refuse_unreadable(told)
        policy, _ = load_policy(root, load_settings(root)[0])
        records, unread = read_records(root, policy.on(dt.date.today()))
        targets = _targets(records, request, known)
        if request is not None and ask is not None and not _agreed(targets, terminal, ask):
            terminal.say("Nothing was withdrawn.")
            return ExitCode.FINE
        have = {entry.key for entry in known.entries}
        new = {target.entry.key: target.entry for target in targets if target.entry.key not in have}.values()
        # The list comes first: from then on no build shows it, whatever happens to the rest.
        for entry in new:
            add_withdrawal(root, entry)
        withdrawals, _ = load_withdrawals(root)
        cleaned = clean_content(root, records, withdrawals)
    for entry in new:
        terminal.say(f"withdrawn: {entry.address}")
    for path in cleaned.written:
        terminal.say(f"  -> {path}: rewritten without it")
    if not new and not cleaned.written:
        terminal.say(f"Nothing to do: content/ follows {FILE}.")
    if request is not None:
        _show_remaining(records, [target.entry for target in targets], withdrawals, terminal)
    problems = (*told, *unread, *cleaned.problems, *map(missed_problem, cleaned.missed))
    terminal.show_problems(problems)
    return exit_code(problems)


def on_terminal() -> bool:
    """Whether a person sits at the command."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _targets(records: Sequence[OnDisk], request: Request | None, known: Withdrawals) -> tuple[Target, ...]:
    if request is None:
        return ()
    before = tuple(entry for entry in known.entries if is_target(entry, request.target))
    if before:
        return tuple(Target(entry, "withdrawn before") for entry in before)
    return find_targets([one.record for one in records], request)


def _agreed(targets: Sequence[Target], terminal: Terminal, ask: Callable[[str], bool]) -> bool:
    for target in targets:
        terminal.say(f"{target.entry.scope.value} {target.entry.address}: {' '.join(target.name.split())[:200]}")
    return ask("Take this off the site for good?")


def _show_remaining(
    records: Sequence[OnDisk], entries: Sequence[Withdrawal], withdrawals: Withdrawals, terminal: Terminal
) -> None:
    gone = {entry.address for entry in withdrawals.entries}
    places = [place for place in further_places([one.record for one in records], entries) if place not in gone]
    if places:
        terminal.say("\nThe same case or the same words stand here, too. Look at them, and withdraw what should go:")
        for place in places:
            terminal.say(f"  referat withdraw '{place}'")
    terminal.say("\nThis command doesn't reach (docs/withdraw.md):")
    for copy in OUT_OF_REACH:
        terminal.say(f"  - {copy.where}. {copy.what}")
