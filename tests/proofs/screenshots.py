"""Pictures of each kind of page, wide and narrow, for docs/pages.md: `scripts/screenshots`, with names for some.

A picture is the top of the page, and compressed so that all of them together stay small.
"""

import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page
from tests.browser.visiting import visit, visiting
from tests.proofs.kinds import KINDS, Kind

from referat.site.build import build_site
from referat.site.report import BuildOptions

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs/images/pages"
SIZES = {1280: 960, 360: 780}
"""Widths of the window, and how much of the page is shown."""
SHRUNK = {1280: 960, 360: 360}
"""Widths of the pictures."""
QUALITY = 45
BY_NIGHT = ("meeting", "search")
"""The kinds that are shown in dark colours, too, narrow."""


def take(page: Page, kind: Kind, width: int) -> bytes:
    """The top of the page as a small WebP."""
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    visit(page, kind.address)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    scale = SHRUNK[width] / width
    small = shot.resize((SHRUNK[width], round(shot.height * scale)), Image.Resampling.LANCZOS) if scale < 1 else shot
    picture = BytesIO()
    small.save(picture, "WEBP", quality=QUALITY, method=6)
    return picture.getvalue()


def take_all(page: Page, kind: Kind) -> None:
    """Write the kind's pictures."""
    page.emulate_media(color_scheme="light")
    for width in SIZES:
        (PICTURES / f"{kind.name}-{width}.webp").write_bytes(take(page, kind, width))
    if kind.name in BY_NIGHT:
        page.emulate_media(color_scheme="dark")
        (PICTURES / f"{kind.name}-360-dark.webp").write_bytes(take(page, kind, 360))


def main(names: Sequence[str]) -> None:
    """Take the pictures of the kinds with these names; of all without names."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        output = build_site(ROOT, BuildOptions(output=Path(folder, "output"), cache=Path(folder, "cache"))).output
        with visiting(output) as page:
            for kind in KINDS:
                if not names or kind.name in names:
                    take_all(page, kind)


if __name__ == "__main__":
    main(sys.argv[1:])
