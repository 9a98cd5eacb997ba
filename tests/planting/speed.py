"""How fast the gate looks at the pages of a site that was built."""

import time
from pathlib import Path

from referat.privacy.output import screen_output


def megabytes_a_second(output: Path, pages: int) -> float:
    """Of processor time, over so many pages: those of the folder, again and again."""
    found = [path.read_text(encoding="utf-8") for path in sorted(output.rglob("*.html"))]
    looked_at = (found * (pages // len(found) + 1))[:pages]
    begun = time.process_time()
    for html in looked_at:
        screen_output(html)
    seconds = time.process_time() - begun
    return sum(len(html.encode()) for html in looked_at) / 1e6 / seconds
