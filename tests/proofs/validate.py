"""The Nu Html Checker on every page and style sheet of the example site: `scripts/validate`."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from referat.site.build import build_site
from referat.site.report import BuildOptions

ROOT = Path(__file__).resolve().parents[2]
NEWER_THAN_ITS_GRAMMAR = "::highlight("
"""Words that a search has found are marked by CSS highlights, which the checker's grammar of CSS doesn't have yet."""


def errors(checker: Path, output: Path) -> Iterator[str]:
    """What the checker calls an error, a line each, with its page."""
    command = [
        "java",
        "-jar",
        str(checker),
        "--errors-only",
        "--also-check-css",
        "--exit-zero-always",
        "--format",
        "json",
    ]
    said = subprocess.run([*command, "--skip-non-html", str(output)], capture_output=True, check=True, text=True).stderr
    for message in json.loads(said)["messages"]:
        page = Path(message.get("url", "").removeprefix("file:"))
        line = message.get("lastLine", 1)
        if not (
            page.suffix == ".css" and NEWER_THAN_ITS_GRAMMAR in page.read_text(encoding="utf-8").splitlines()[line - 1]
        ):
            yield f"{page.relative_to(output)}:{line}: {message['message']}"


def main(checker: Path) -> int:
    """Build the example site and print the checker's errors. Gives 1 where there are any."""
    with tempfile.TemporaryDirectory() as folder:
        options = BuildOptions(output=Path(folder, "output"), cache=Path(folder, "cache"), search=False)
        output = build_site(ROOT, options).output
        found = sorted(errors(checker, output))
        print("\n".join(found) or f"{len(list(output.rglob('*.html')))} pages and their style sheet: no errors")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
