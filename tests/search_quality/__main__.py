"""How good the search is: labelled queries are asked in a real browser, and how high a right answer stands is counted.

`success at 1` is the share of queries whose first answer is right, `success at 5` of those that have a right one among
the first five. Answers are what the page shows without a click: hits, cases, and cases it offers for a number that is
none.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from tests.browser.visiting import visiting
from tests.search_quality.browsing import ask
from tests.search_quality.queries import Answers, Query, read_queries

from referat.site.build import build_site
from referat.site.content import read_content
from referat.site.corpus import make_corpus
from referat.site.report import BuildOptions

ROOT = Path(__file__).resolve().parents[2]
WITHIN = (1, 5)


class Result(Struct, frozen=True):
    """A query, and the place of its first right answer; None where the page shows none."""

    query: Query
    rank: int | None


def measure(output: Path, answers: Answers, queries: Sequence[Query]) -> list[Result]:
    """Ask the site in `output` every query."""
    with visiting(output) as page:
        return [Result(query, _rank(ask(page, query.text), answers.of(query))) for query in queries]


def _rank(found: Sequence[Sequence[str]], right: frozenset[str]) -> int | None:
    return next((place for place, addresses in enumerate(found, 1) if right.intersection(addresses)), None)


def _share(results: Sequence[Result], within: int) -> str:
    right = sum(result.rank is not None and result.rank <= within for result in results)
    return f"{right:3d}/{len(results):<3d} {100 * right / len(results):3.0f} %"


def tell(results: Sequence[Result]) -> None:
    """Print the figures, and every query whose first answer is wrong."""
    parts = {
        "tuned": [result for result in results if not result.query.held_out],
        "held out": [result for result in results if result.query.held_out],
        "all": results,
    }
    for kind in dict.fromkeys(result.query.kind for result in results):
        parts[kind] = [result for result in results if result.query.kind == kind]
    print(f"{'queries':12}" + "".join(f"  success at {within}" for within in WITHIN))
    for name, some in parts.items():
        print(f"{name:12}" + "".join(f"  {_share(some, within)}" for within in WITHIN))
    print("\nnot answered first:")
    for result in results:
        if result.rank != 1:
            place = f"answered at {result.rank}" if result.rank else "not answered"
            held = " (held out)" if result.query.held_out else ""
            print(f"  {result.query.kind:12} {result.query.text}: {place}{held}")


def main() -> None:
    """Build the example site, ask it everything, and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = build_site(ROOT, BuildOptions(output=folder / "output", cache=folder / "cache"))
        answers = Answers(make_corpus(read_content(ROOT).records)[0])
        tell(measure(report.output, answers, read_queries()))


if __name__ == "__main__":
    main()
