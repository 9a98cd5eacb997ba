"""``scripts/linear``: looks for functions whose work grows faster than their text."""

import argparse
import sys
import time

from tests.linear.functions import all_functions
from tests.linear.measure import Growth, slow_growth
from tests.linear.texts import PIECES


def main() -> int:
    """Measure, print what is slow, and say by the exit code whether anything is."""
    parser = argparse.ArgumentParser(prog="scripts/linear", description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of functions; all where none is given")
    parser.add_argument("--longest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--seconds", type=float, default=60.0, help="that a call may take")
    given = parser.parse_args()
    functions = {
        name: function
        for name, function in all_functions().items()
        if not given.names or any(part in name for part in given.names)
    }
    slow, start = 0, time.process_time()
    for name, function in functions.items():
        for kind, piece in PIECES.items():
            found = slow_growth(function, piece, given.longest, given.seconds)
            if found is not None:
                slow += 1
                print(_told(name, kind, *found), flush=True)
    minutes = (time.process_time() - start) / 60
    print(
        f"{len(functions)} functions, {len(PIECES)} kinds of text, up to {given.longest} characters:"
        f" {slow} slow ({minutes:.1f} minutes)"
    )
    return 1 if slow else 0


def _told(name: str, kind: str, end: str, growth: Growth) -> str:
    text = f"{name} over {kind} and {end!r}: {2 * growth.length} characters {growth.seconds_of_double:.3f} s"
    return f"{text}, and given up" if growth.given_up else f"{text}, half as many {growth.seconds:.3f} s"


if __name__ == "__main__":
    sys.exit(main())
