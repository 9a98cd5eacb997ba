"""``scripts/linear``: looks for functions whose work grows faster than their text."""

import argparse
import sys

from tests.linear.functions import all_functions
from tests.linear.measure import growth_of
from tests.linear.texts import ENDS, PIECES


def main() -> int:
    """Measure, print what is slow, and say by the exit code whether anything is."""
    parser = argparse.ArgumentParser(prog="scripts/linear", description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of functions; all where none is given")
    parser.add_argument("--longest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--seconds", type=float, default=10.0, help="that a call may take")
    given = parser.parse_args()
    functions = {
        name: function
        for name, function in all_functions().items()
        if not given.names or any(part in name for part in given.names)
    }
    slow = 0
    for name, function in functions.items():
        for kind, piece in PIECES.items():
            for end in ENDS:
                growth = growth_of(function, piece, end, given.longest, given.seconds)
                if not growth.is_linear:
                    slow += 1
                    print(
                        f"{name} over {kind} and {end!r}: {growth.length} characters {growth.seconds:.3f} s,"
                        f" twice as many {growth.seconds_of_double:.3f} s",
                        flush=True,
                    )
                    break
    print(f"{len(functions)} functions, {len(PIECES)} kinds of text up to {given.longest} characters: {slow} slow")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
