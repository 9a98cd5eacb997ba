"""docs/pages.md shows every kind of page, wide and narrow, and its pictures are small."""

from pathlib import Path

from tests.proofs.kinds import KINDS
from tests.proofs.screenshots import BY_NIGHT

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "images/pages"
MOST_BYTES_OF_ONE = 60_000
MOST_BYTES = 1_500_000


def test_every_kind_of_page_is_shown_and_said_what_it_is() -> None:
    text = (DOCS / "pages.md").read_text(encoding="utf-8")
    for kind in KINDS:
        assert kind.says in text
        assert all(f"images/pages/{kind.name}-{width}.webp" in text for width in (1280, 360))


def test_the_pictures_are_there_and_small() -> None:
    sizes = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    by_day = {f"{kind.name}-{width}.webp" for kind in KINDS for width in (1280, 360)}
    assert set(sizes) == by_day | {f"{name}-360-dark.webp" for name in BY_NIGHT}
    assert max(sizes.values()) <= MOST_BYTES_OF_ONE
    assert sum(sizes.values()) <= MOST_BYTES
